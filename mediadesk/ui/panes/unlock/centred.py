"""A column of fixed width in the middle of a page, for the pages in front of a library."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediadesk.ui.support.theme import theme

FORM_WIDTH = 360


def centred_form(page: QWidget, width: int = FORM_WIDTH) -> QVBoxLayout:
    """Give ``page`` a vertical layout with a column in its middle; returns the column."""
    form = QWidget()
    form.setFixedWidth(theme().px(width))
    column = QVBoxLayout(form)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    layout = QVBoxLayout(page)
    layout.addStretch(1)
    layout.addWidget(form, 0, Qt.AlignmentFlag.AlignHCenter)
    layout.addStretch(1)
    return column
