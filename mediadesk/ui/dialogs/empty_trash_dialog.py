"""Asks before everything in the trash is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.words import file_size

if TYPE_CHECKING:
    from mediadesk.domain.queries import TrashContents


class EmptyTrashDialog(DialogBase):
    """Asks before everything in the trash is erased; ``accepted`` when it shall be."""

    def __init__(self, window: QWidget, contents: TrashContents) -> None:
        items = tr("%Ln item(s)", n=contents.items)
        super().__init__(
            window,
            tr("Erase {items} for good?").format(items=items),
            text=tr(
                "{items} of {runs}, {size}. Prompts and settings of those runs go, too. This "
                "cannot be undone. What they cost stays in the ledger."
            ).format(
                items=items,
                runs=tr("%Ln run(s)", n=contents.runs),
                size=file_size(contents.size_bytes),
            ),
            icon="trash-2",
            icon_kind="err",
            name="empty-trash-dialog",
        )
        keep = Button(tr("Keep them"), name="empty-trash-keep")
        self.add_button(keep, result=0)
        self.add_button(
            Button(tr("Erase for good"), kind="danger", name="empty-trash-erase"), result=1
        )
        keep.setFocus()
