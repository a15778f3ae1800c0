"""The files of the languages hold what the code says, whole and compiled."""

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from mediadesk.ui.support.language import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
PLACES = re.compile(r"\{[^{}]*\}|%L?n")
RUN = "run “python3 dev.py translations”"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "translations_tool", ROOT / "packaging" / "translations.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_every_language_has_its_file() -> None:
    assert {path.stem for path in FOLDER.glob("*.ts")} == {f"mediadesk_{c}" for c in LANGUAGES}


def test_german_holds_every_text_of_the_code(tool: ModuleType) -> None:
    said = {(t.source, t.comment) for t in tool.window_texts()}
    said |= {(source, "") for source in tool.texts_below()}
    held = {(m.text.source, m.text.comment) for m in tool.messages(FOLDER / "mediadesk_de.ts")}
    assert sorted(said - held) == [], RUN
    assert sorted(held - said) == [], RUN
    assert json.loads(tool.TEMPLATES.read_text(encoding="utf-8")) == sorted(tool.texts_below()), RUN


def test_english_holds_every_plural(tool: ModuleType) -> None:
    said = {text for text in tool.window_texts() if text.is_counted}
    assert {message.text for message in tool.messages(FOLDER / "mediadesk_en.ts")} == said, RUN


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_compiled_file_is_the_readable_one(code: str, tool: ModuleType, tmp_path: Path) -> None:
    path = FOLDER / f"mediadesk_{code}.ts"
    compiled = tmp_path / "compiled.qm"
    tool.compile_to(path, compiled)
    assert compiled.read_bytes() == path.with_suffix(".qm").read_bytes(), RUN


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_keeps_every_value(code: str, tool: ModuleType) -> None:
    for message in tool.messages(FOLDER / f"mediadesk_{code}.ts"):
        places = set(PLACES.findall(message.text.source)) - {"%n", "%Ln"}
        for form in message.forms:
            if form:
                assert set(PLACES.findall(form)) - {"%n", "%Ln"} == places, message.text.source


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_left_to_translate(code: str, tool: ModuleType) -> None:
    left = [
        m.text.source for m in tool.messages(FOLDER / f"mediadesk_{code}.ts") if m.is_unfinished
    ]
    assert left == [], f"translate them in resources/translations/mediadesk_{code}.ts, then {RUN}"
