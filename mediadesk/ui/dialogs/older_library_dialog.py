"""Asks before a library is opened that is older than the one last seen on this computer."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.dialog import DialogBase


class OlderLibraryDialog(DialogBase):
    """Accepted: go on with the older state. ``reason`` is one sentence."""

    def __init__(self, window: QWidget, reason: str) -> None:
        super().__init__(
            window,
            tr("This library is older than the one last opened here"),
            text=tr(
                "{reason} If you restored a backup, go on. Otherwise look for the newer copy: "
                "work done since then is missing here."
            ).format(reason=reason),
            icon="triangle-alert",
            icon_kind="warn",
            name="older-library-dialog",
        )
        self.add_button(
            Button(tr("Go on with the older one"), kind="danger", name="older-library-accept"),
            result=QDialog.DialogCode.Accepted,
        )
        cancel = Button(tr("Cancel"), name="older-library-cancel")
        self.add_button(cancel, result=QDialog.DialogCode.Rejected)
        cancel.setFocus()
