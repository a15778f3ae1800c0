"""A column of fixed width in the middle of a page, for the pages in front of a library."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.ui.support.theme import theme

FORM_WIDTH = 360


def centred_form(page: QWidget, width: int = FORM_WIDTH) -> QVBoxLayout:
    """Give ``page`` a vertical layout with a column in its middle; returns the column."""
    form = QWidget()
    form.setFixedWidth(theme().px(width))
    column = QVBoxLayout(form)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    # Not by alignment: an aligned widget is never asked for the height that its words need.
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(form)
    row.addStretch(1)
    layout = QVBoxLayout(page)
    layout.addStretch(1)
    layout.addLayout(row)
    layout.addStretch(1)
    return column
