"""Asks before everything in the trash is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.words import counted, file_size

if TYPE_CHECKING:
    from mediadesk.domain.queries import TrashContents


class EmptyTrashDialog(DialogBase):
    """Asks before everything in the trash is erased; ``accepted`` when it shall be."""

    def __init__(self, window: QWidget, contents: TrashContents) -> None:
        items = counted(contents.items, "item")
        super().__init__(
            window,
            f"Erase {items} for good?",
            text=f"{items} of {counted(contents.runs, 'run')}, {file_size(contents.size_bytes)}. "
            "Prompts and settings of those runs go, too. This cannot be undone. "
            "What they cost stays in the ledger.",
            icon="trash-2",
            icon_kind="err",
            name="empty-trash-dialog",
        )
        keep = Button("Keep them", name="empty-trash-keep")
        self.add_button(keep, result=0)
        self.add_button(Button("Erase for good", kind="danger", name="empty-trash-erase"), result=1)
        keep.setFocus()
