"""Closing while jobs run: which are picked up again, which would be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mediadesk.domain.generation import AttemptState, GenerationType
from mediadesk.domain.money import format_usd
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.labels import ElideLabel, role_label
from mediadesk.ui.words import first_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediadesk.domain.generation import Generation

MAX_LISTED = 5


class CloseDialog(DialogBase):
    """Result ``CLOSE``: close anyway; ``STAY``: hide, and go on in the tray. Else keep working."""

    CLOSE, STAY = 1, 2

    def __init__(
        self,
        window: QWidget,
        resumable: Sequence[Generation],
        lost: Sequence[Generation],
        *,
        has_tray: bool = False,
    ) -> None:
        count = len(resumable) + len(lost)
        super().__init__(
            window,
            tr("%Ln job(s) not finished", n=count),
            text=tr("Keep working until it is done, or close now.")
            if count == 1
            else tr("Keep working until they are done, or close now."),
            icon="triangle-alert",
            icon_kind="warn",
            name="close-dialog",
        )
        if lost:
            self._list(
                tr("Lost if you close now. What was sent may still be billed."),
                lost,
                is_lost=True,
            )
        if resumable:
            self._list(tr("Picked up again at the next start, not sent twice."), resumable)
        close = Button(tr("Close anyway"), kind="dangerQuiet", name="close-anyway")
        self.add_button(close, result=self.CLOSE)
        if has_tray:
            stay = Button(tr("Stay in the tray"), name="stay-in-tray")
            self.add_button(stay, result=self.STAY)
        keep = Button(tr("Keep working"), name="keep-working")
        self.add_button(keep, result=0)
        keep.setFocus()

    def _list(
        self, title: str, generations: Sequence[Generation], *, is_lost: bool = False
    ) -> None:
        self.body.addWidget(role_label(title, "label", wrap=True))
        for generation in generations[:MAX_LISTED]:
            words = f"{generation.model}: {first_line(generation.prompt, 56)}"
            self.body.addWidget(ElideLabel(words, "secondary"))
            fate = fate_words(generation, is_lost=is_lost)
            self.body.addWidget(role_label(fate, "muted", wrap=True))
        more = len(generations) - MAX_LISTED
        if more > 0:
            self.body.addWidget(role_label(tr("and {more} more").format(more=more), "muted"))


def fate_words(generation: Generation, *, is_lost: bool) -> str:
    """What becomes of a job when the program closes now."""
    if not is_lost:
        waits = all(one.state is AttemptState.QUEUED for one in generation.attempts)
        return tr("Waits for the next start.") if waits else tr("Goes on at its provider.")
    kept = (
        tr("The text so far is kept.")
        if generation.type is GenerationType.TEXT
        else tr("No result arrives.")
    )
    if not generation.held_micro:
        return kept
    held = tr("Up to {amount} may be billed.").format(amount=format_usd(generation.held_micro))
    return f"{kept} {held}"
