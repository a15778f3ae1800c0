"""A field for headers that go with every request of an account, one on each line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit

from mediadesk.domain.errors import UsageError
from mediadesk.domain.extra_headers import check_headers, masked_lines, read_headers
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.field import Field

_LINES = 3


class HeadersField(Field):
    """Stored values do not come out: dots stand for them, and stay where they are kept."""

    def __init__(self, name: str, stored: Sequence[str] = ()) -> None:
        self._stored = stored
        self._edit = QPlainTextEdit(masked_lines(stored))
        super().__init__(
            tr("Extra headers"),
            self._edit,
            help_text=tr("Sent to this address alone. One on each line, like “Name: value”."),
        )
        describe(self._edit, name=name, accessible=tr("Extra headers"))
        self._edit.setTabChangesFocus(True)
        self._edit.textChanged.connect(self.clear_state)
        theme().changed.connect(self._resize)
        self._resize()

    def checked(self) -> dict[str, str] | None:
        """What was typed; None where it cannot be sent, and the field says why."""
        try:
            found = read_headers(self._edit.toPlainText())
            check_headers(found, self._stored)
        except UsageError as problem:
            self.set_error(tr_sentence(problem.sentence()))
            self._edit.setFocus()
            return None
        return found

    def _resize(self) -> None:
        line = self._edit.fontMetrics().lineSpacing()
        self._edit.setFixedHeight(_LINES * line + theme().px(16))
