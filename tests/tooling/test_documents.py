"""What the documents promise is there: links, headings, pictures, commands."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from mediadesk.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("[dp]*/**/*.md"))
LINK = re.compile(r"\]\(([^)\s]*)\)")
CODE = re.compile(r"^```\w*\n(.*?)^```|`([^`\n]+)`", re.MULTILINE | re.DOTALL)
APP = r"^(?:mediadesk|python3 dev\.py run)"
APP_COMMAND = re.compile(rf"{APP} ([a-z-]+)(?: ([a-z-]+))?", re.MULTILINE)
DEV_COMMAND = re.compile(r"^(?:python3 )?dev\.py ([a-z-]+)", re.MULTILINE)
PNG_START = b"\x89PNG\r\n\x1a\n"


def text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def anchors(file: Path) -> set[str]:
    """The addresses that the headings of a document have."""
    headings = re.findall(r"^#+ (.+)$", text_of(file), re.MULTILINE)
    return {re.sub(r"[^a-z0-9 _-]", "", heading.lower()).replace(" ", "-") for heading in headings}


def commands(pattern: re.Pattern[str]) -> set[tuple[str, ...]]:
    codes = [block or span for file in DOCUMENTS for block, span in CODE.findall(text_of(file))]
    return {found.groups("") for code in codes for found in pattern.finditer(code)}


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.name)
def test_links_lead_somewhere(file: Path) -> None:
    broken = []
    for link in LINK.findall(text_of(file)):
        path, _, anchor = link.partition("#")
        target = (file.parent / path) if path else file
        if ":" in link:
            continue
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert not broken, f"{file.name} links to what is not there"


def test_pictures_are_small_pngs_and_each_is_shown() -> None:
    pictures = sorted((ROOT / "resources" / "screenshots").glob("*"))
    said = "".join(text_of(file) for file in DOCUMENTS)
    assert pictures
    for picture in pictures:
        data = picture.read_bytes()
        assert data.startswith(PNG_START), picture.name
        assert len(data) <= 300_000, picture.name
        assert f"screenshots/{picture.name})" in said, f"no document shows {picture.name}"


def help_of(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        main([*words, "--help"])
    said = capsys.readouterr()
    assert ended.value.code == 0, f"{' '.join(words)}: {said.err}"
    return said.out


def test_every_command_named_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    named = commands(APP_COMMAND)
    assert len(named) > 20, "the documents' commands were not found"
    for word, action in sorted(named):
        explained = help_of([word], capsys)
        if action and " ACTION" in explained:
            help_of([word, action], capsys)


def test_every_tool_named_exists() -> None:
    listed = subprocess.run(
        [sys.executable, ROOT / "dev.py", "--help"], capture_output=True, text=True, check=True
    ).stdout
    named = {word for (word,) in commands(DEV_COMMAND)}
    assert {"run", "test", "check"} <= named
    assert all(re.search(rf"\b{re.escape(word)}: ", listed) for word in named), named
