"""Collects every text of the window, brings resources/translations up to date and compiles it.

Run it as `python3 dev.py translations`. Two kinds of text exist. The window's own are the arguments
of `tr` and `QT_TR_NOOP`. The layers below speak English without Qt: their sentences, and the labels
of parameters, are found by their look, f-strings as templates with named places. Both go through
Qt's lupdate, which keeps what is translated already. docs/translations.md tells translators more.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mediadesk.providers.sample.models import TEXT_MODEL
from mediadesk.ui.action_table import ALL_ACTIONS, SCOPE_WORDS
from mediadesk.ui.action_table import GROUPS as ACTION_GROUPS
from mediadesk.ui.panes.palette.rows import GROUPS as PALETTE_GROUPS

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
TEMPLATES = FOLDER / "templates.json"
ENGLISH = "mediadesk_en.ts"
BELOW = ("domain", "services", "storage", "vault", "providers", "system")
SILENT = (
    "providers/sample/media",
    "providers/tables",
    "services/sample_gallery.py",
    "storage/migrations",
    "storage/verification.py",
)
"""Made-up texts, and what only the command line and the tests say."""
_LABELS = {"label", "help", "unit", "hint", "title", "placeholder", "stage", "note", "group"}
_SENTENCE = re.compile(r"^[A-Z“{].*[a-z].*\.$|^[A-Z][a-z]+: \{\w+\}$", re.DOTALL)
_BUILDERS = {
    *("ParameterSpec", "Choice", "InputRole", "choice", "number", "progress", "show_stage"),
    *("_choices", "_range", "_pick", "_text", "_flag", "_names", "_side"),
}
"""What makes the fields of a form and the stages of a job in the layers below."""
_LABEL = re.compile(r"^[A-Z][a-z]+[A-Za-z0-9 ,-]*$")
_VALUE = re.compile(r"^[a-z]{3,}(_[a-z]+)*$")
_MARKS = ("tr", "QT_TR_NOOP")


class Text(NamedTuple):
    """One text to translate; ``comment`` parts equal texts, ``is_counted`` has plural forms."""

    source: str
    comment: str = ""
    is_counted: bool = False


def main() -> int:
    """Update and compile every language; tells what is left to translate."""
    below = texts_below()
    texts = window_texts() | {Text(source) for source in below}
    TEMPLATES.write_text(templates_json(below), encoding="utf-8")
    for path in sorted(FOLDER.glob("mediadesk_*.ts")):
        update(path, texts)
        compile_to(path, path.with_suffix(".qm"))
        left = sum(1 for one in messages(path) if one.is_unfinished)
        print(f"{path.name}: {left} left to translate")
    return 0


# -------------------------------------------------------------------------------- collecting


def window_texts() -> set[Text]:
    """What ``mediadesk/ui`` and ``mediadesk/app`` mark for translation."""
    found: set[Text] = set()
    for folder in ("ui", "app"):
        for path in sorted((ROOT / "mediadesk" / folder).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
            found |= {text for call in calls for text in _marked(call)}
    return found | {Text(text) for text in _actions() if text}


def _actions() -> Iterator[str]:
    """The words of the table of actions, which is data and marks nothing."""
    yield from (spec.text for spec in ALL_ACTIONS)
    yield from (*ACTION_GROUPS, *SCOPE_WORDS.values(), *PALETTE_GROUPS)


def _marked(call: ast.Call) -> Iterator[Text]:
    if not isinstance(call.func, ast.Name) or call.func.id not in _MARKS or not call.args:
        return
    words = [one.value for one in call.args[:2] if isinstance(one, ast.Constant)]
    if words and isinstance(words[0], str):
        comment = words[1] if len(words) > 1 and isinstance(words[1], str) else ""
        is_counted = len(call.args) > 2 or any(one.arg == "n" for one in call.keywords)
        yield Text(words[0], comment, is_counted)


def texts_below() -> set[str]:
    """Sentences and labels of the layers without Qt."""
    found = set(_table_words())
    for folder in BELOW:
        for path in sorted((ROOT / "mediadesk" / folder).rglob("*.py")):
            place = path.relative_to(ROOT / "mediadesk").as_posix()
            if not place.startswith(SILENT):
                tree = ast.parse(path.read_text(encoding="utf-8"))
                found |= set(_below(tree))
                found |= set(_named_choices(tree)) if path.stem == "parameters" else set()
    return found


def _table_words() -> Iterator[str]:
    """Badges and notes of the models that are shipped as data."""
    yield from TEXT_MODEL.badges
    for path in sorted((ROOT / "resources" / "models").glob("*.json")):
        waiting = [json.loads(path.read_text(encoding="utf-8"))]
        while waiting:
            node = waiting.pop()
            if isinstance(node, dict):
                yield from node.get("badges", ())
                yield from (node[key] for key in ("note",) if isinstance(node.get(key), str))
            waiting += node.values() if isinstance(node, dict) else node
            waiting = [one for one in waiting if isinstance(one, dict | list)]


def _below(tree: ast.AST) -> Iterator[str]:
    passed_over = _docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _built(node)
        elif isinstance(node, ast.keyword) and node.arg in _LABELS:
            text = _template(node.value)
            if re.search("[A-Za-z]{2}", text):
                yield text
        elif isinstance(node, ast.JoinedStr | ast.Constant) and id(node) not in passed_over:
            text = _template(node)
            passed_over |= {id(child) for child in ast.walk(node)}
            if text and " " in text and _SENTENCE.match(text) and "\n" not in text:
                yield text


def _built(call: ast.Call) -> Iterator[str]:
    """The labels given to a builder of fields."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    if name in _BUILDERS:
        values = [*call.args, *(one.value for one in call.keywords)]
        given = (node for value in values for node in ast.walk(value))
        yield from (text for node in given if _LABEL.match(text := _template(node)))


def _named_choices(tree: ast.AST) -> Iterator[str]:
    """What a form makes of choices that are only values: “low” is shown as “Low”."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple | ast.List):
            words = [_template(one) for one in node.elts]
            if words and all(_VALUE.match(word) for word in words):
                yield from (word.replace("_", " ").capitalize() for word in words)


def _docstrings(tree: ast.AST) -> set[object]:
    loose = (node.value for node in ast.walk(tree) if isinstance(node, ast.Expr))
    return {id(value) for value in loose if isinstance(value, ast.Constant)}


def _template(node: ast.AST) -> str:
    """The words of a text, the values of an f-string as named places; "" for anything else."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if not isinstance(node, ast.JoinedStr):
        return ""
    names: dict[str, str] = {}
    return "".join(
        f"{{{_place(part.value, names)}}}"
        if isinstance(part, ast.FormattedValue)
        else _template(part)
        for part in node.values
    )


def _place(value: ast.AST, names: dict[str, str]) -> str:
    """A name for a value: its own, or its last part; two values never share one."""
    said = ast.unparse(value)
    while isinstance(value, ast.Call | ast.Subscript | ast.BinOp | ast.BoolOp | ast.IfExp):
        value = next(ast.iter_child_nodes(value))
    name = value.id if isinstance(value, ast.Name) else getattr(value, "attr", "value")
    base, number = name.strip("_"), 1
    while names.setdefault(name := base if number == 1 else f"{base}{number}", said) != said:
        number += 1
    return name


def templates_json(texts: set[str]) -> str:
    """The file that the window reads to find the template of a sentence."""
    return json.dumps(sorted(texts), ensure_ascii=False, indent=0) + "\n"


# ------------------------------------------------------------------------------- Qt's tools


def update(path: Path, texts: set[Text]) -> None:
    """Bring a .ts file up to date: new texts are added, those that are gone are dropped."""
    if path.name == ENGLISH:
        texts = {text for text in texts if text.is_counted}
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder, "texts.py")
        listing.write_text("".join(_call(text) for text in sorted(texts)), encoding="utf-8")
        options = ["-no-obsolete", "-locations", "none", "-sort-messages"]
        options += ["-disable-heuristic", "similartext"]
        _run("lupdate", str(listing), *options, "-ts", str(path))


def _call(text: Text) -> str:
    source, comment = json.dumps(text.source, ensure_ascii=False), json.dumps(text.comment)
    return f"tr({source}, {comment}, 1)\n" if text.is_counted else f"tr({source}, {comment})\n"


def compile_to(path: Path, compiled: Path) -> None:
    """Make the .qm file of a .ts file."""
    _run("lrelease", str(path), "-qm", str(compiled), "-silent")


def _run(tool: str, *words: str) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{tool}")
    subprocess.run([str(program), *words], check=True, stdout=subprocess.DEVNULL)


class Message(NamedTuple):
    """One entry of a .ts file: a text and its forms in the language."""

    text: Text
    forms: tuple[str, ...]
    is_unfinished: bool


def messages(path: Path) -> list[Message]:
    """What a .ts file holds."""
    found = []
    for node in ElementTree.parse(path).iter("message"):
        translation = node.find("translation")
        assert translation is not None
        is_counted = node.get("numerus") == "yes"
        forms = (
            [form.text or "" for form in translation] if is_counted else [translation.text or ""]
        )
        text = Text(node.findtext("source", ""), node.findtext("comment", ""), is_counted)
        is_unfinished = translation.get("type") == "unfinished" or not all(forms)
        found.append(Message(text, tuple(forms), is_unfinished))
    return found


if __name__ == "__main__":
    sys.exit(main())
