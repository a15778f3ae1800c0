"""Which word of a command line is the command. Imported before anything else: keep it light."""

from __future__ import annotations

from collections.abc import Sequence

_OPTIONS_WITH_VALUE = frozenset(
    {"--library", "--passphrase-file", "--passphrase-fd", "--recovery-code-from", "--view"}
)
_FLAGS = frozenset({"-h", "--help", "--version"})


def command_word(arguments: Sequence[str]) -> str | None:
    """The first word that is neither an option nor an option's value; None = open the window."""
    words = iter(arguments)
    for word in words:
        if word in _FLAGS or not word.startswith("-"):
            return word
        if word in _OPTIONS_WITH_VALUE:
            next(words, None)
    return None
