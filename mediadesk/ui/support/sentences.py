"""What the layers below the window say, in the language of its user.

They know no Qt and speak English: the command line, the log and the stored reason of a failure are
made of the same sentences. The window knows their templates (resources/translations/templates.json,
made by packaging/translations.py from the code), finds the one that a sentence was made from, and
puts the same values into its translation. A sentence that nobody knows, such as a provider's own
words, stays as it is.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from mediadesk.ui.support.resource_files import resource
from mediadesk.ui.support.translation import is_pseudo, tr

if TYPE_CHECKING:
    from mediadesk.domain.parameters import ParameterSpec

_PLACE = re.compile(r"\{(\w+)\}")
_END_OF_SENTENCE = re.compile(r"(?<=[.?!”]) ")
_code = "en"


def speak(code: str) -> None:
    """Translate into this language from now on; English stays as it comes."""
    global _code
    _code = code


def tr_sentence(text: str) -> str:
    """``text``, one or several sentences of the layers below, in the user's language."""
    if not text or (_code == "en" and not is_pseudo()):
        return text
    whole = _one(text)
    if whole is not None:
        return whole
    parts = _END_OF_SENTENCE.split(text)
    said: list[str] = []
    while parts:
        taken, words = _longest(parts)
        said.append(words)
        del parts[:taken]
    return " ".join(said)


def tr_spec(spec: ParameterSpec) -> ParameterSpec:
    """A parameter with the words of its form in the user's language; its values stay."""
    return replace(
        spec,
        label=tr_sentence(spec.label),
        help=tr_sentence(spec.help),
        unit=tr_sentence(spec.unit),
        choices=tuple(replace(one, label=tr_sentence(one.label)) for one in spec.choices),
    )


def _longest(parts: list[str]) -> tuple[int, str]:
    """How many parts at the beginning are one known text, and its translation."""
    for taken in range(len(parts), 0, -1):
        words = _one(" ".join(parts[:taken]))
        if words is not None:
            return taken, words
    return 1, parts[0]


def _one(text: str) -> str | None:
    fixed, patterns = _known()
    if text in fixed:
        return tr(text)
    for pattern, template in patterns:
        if found := pattern.fullmatch(text):
            values = {name: tr_sentence(value) for name, value in found.groupdict().items()}
            return tr(template).format(**values)
    return None


@cache
def _known() -> tuple[frozenset[str], tuple[tuple[re.Pattern[str], str], ...]]:
    """Texts without a value, and the pattern of each with values, the most telling first."""
    texts = json.loads(resource("translations", "templates.json").read_text(encoding="utf-8"))
    fixed = frozenset(text for text in texts if not _PLACE.search(text))
    templates = sorted(set(texts) - fixed, key=lambda text: (-len(_PLACE.sub("", text)), text))
    return fixed, tuple((_pattern(template), template) for template in templates)


def _pattern(template: str) -> re.Pattern[str]:
    parts = _PLACE.split(template)
    seen: set[str] = set()
    words = ""
    for index, part in enumerate(parts):
        if index % 2 == 0:
            words += re.escape(part)
        elif part in seen:
            words += f"(?P={part})"
        else:
            seen.add(part)
            words += f"(?P<{part}>.+?)"
    return re.compile(words, re.DOTALL)
