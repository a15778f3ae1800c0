"""Closing while jobs run: which are picked up again, which would be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.words import counted, first_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediadesk.domain.generation import Generation

MAX_LISTED = 5


class CloseDialog(DialogBase):
    """Result 1: close anyway. Anything else keeps the program open."""

    def __init__(
        self, window: QWidget, resumable: Sequence[Generation], lost: Sequence[Generation]
    ) -> None:
        count = len(resumable) + len(lost)
        super().__init__(
            window,
            f"{counted(count, 'job')} not finished",
            text=f"Keep working until {'it is' if count == 1 else 'they are'} done, or close now.",
            icon="triangle-alert",
            icon_kind="warn",
            name="close-dialog",
        )
        if lost:
            self._list(
                "Lost if you close now. What was sent may still be billed.",
                lost,
            )
        if resumable:
            self._list("Picked up again at the next start, not sent twice.", resumable)
        self.add_button(Button("Close anyway", kind="dangerQuiet", name="close-anyway"), result=1)
        keep = Button("Keep working", name="keep-working")
        self.add_button(keep, result=0)
        keep.setFocus()

    def _list(self, title: str, generations: Sequence[Generation]) -> None:
        self.body.addWidget(role_label(title, "label", wrap=True))
        for generation in generations[:MAX_LISTED]:
            words = f"{generation.model}: {first_line(generation.prompt, 56)}"
            self.body.addWidget(role_label(words, "secondary"))
        more = len(generations) - MAX_LISTED
        if more > 0:
            self.body.addWidget(role_label(f"and {more} more", "muted"))
