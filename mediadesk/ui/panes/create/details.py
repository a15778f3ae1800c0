"""Details of the shown result: prompt, facts, settings, lineage, or what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mediadesk.domain.generation import Asset, Generation, GenerationType
from mediadesk.domain.money import format_usd_exact
from mediadesk.ui.panes.create.filmstrip import ThumbButton
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.buttons import IconButton
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.chip import Badge
from mediadesk.ui.widgets.flow_layout import FlowLayout
from mediadesk.ui.widgets.labels import ElideLabel, line, role_label
from mediadesk.ui.words import (
    clock,
    cost_words,
    counted,
    duration,
    failure_title,
    file_size,
    moment,
    status_words,
)

if TYPE_CHECKING:
    from mediadesk.domain.generation import Attempt
    from mediadesk.domain.parameters import ParameterValue
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader

HEADER_HEIGHT = 44
MAX_STARS = 5
MAX_LINEAGE = 4
GATHER_MS = 80
"""Building the sections anew takes longer than a frame: changes that come together build once."""


class DetailsPanel(QWidget):
    """Sections under each other. ``rated`` (stars), ``asset_wanted`` (a relative), ``closed``."""

    rated = Signal(int)
    asset_wanted = Signal(object)
    copy_wanted = Signal()
    closed = Signal()

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="details", accessible="Details")
        set_style(self, surface="window")
        self._thumbnails = thumbnails
        self._body = QVBoxLayout()
        self._body.setContentsMargins(14, 4, 14, 14)
        self._body.setSpacing(8)
        self._lineage = QVBoxLayout()
        self._lineage.setSpacing(6)
        self._relatives: dict[object, ThumbButton] = {}
        self._wanted: tuple[Generation | None, Asset | None] = (None, None)
        self._shown: tuple[Generation | None, Asset | None] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(GATHER_MS)
        self._soon.timeout.connect(self._show_wanted)
        thumbnails.loaded.connect(self._on_thumbnail)
        self._build()

    def show_state(self, generation: Generation | None, asset: Asset | None) -> None:
        """Show a generation and one of its results, soon."""
        self._wanted = (generation, asset)
        if not self._soon.isActive():
            self._soon.start()

    def _show_wanted(self) -> None:
        self._soon.stop()
        if self._wanted == self._shown:
            return
        self._shown = generation, asset = self._wanted
        clear_layout(self._body)
        self._lineage = QVBoxLayout()
        self._lineage.setSpacing(6)
        self._relatives.clear()
        if generation is None:
            self._body.addWidget(role_label("Nothing is shown.", "muted"))
            self._body.addStretch(1)
            return
        failed = next((a for a in generation.attempts if a.error_message), None)
        if asset is None and failed is not None:
            self._add_failure(generation, failed)
        self._add_prompt(generation)
        self._add_result(generation, asset)
        self._add_settings(generation)
        if asset is not None:
            self._add_organise(asset)
        self._body.addLayout(self._lineage)
        self._body.addStretch(1)

    def show_lineage(self, parents: Sequence[Asset], children: Sequence[Asset]) -> None:
        """Show what a result came from, and what was made of it."""
        self._show_wanted()
        clear_layout(self._lineage)
        self._relatives.clear()
        if not parents and not children:
            return
        self._lineage.addWidget(line())
        self._lineage.addWidget(role_label("Lineage", "label"))
        row = QHBoxLayout()
        for number, asset in enumerate((*parents[:MAX_LINEAGE], *children[:MAX_LINEAGE]), start=1):
            button = ThumbButton(asset, number, self._thumbnails)
            is_parent = number <= len(parents[:MAX_LINEAGE])
            words = "Input" if is_parent else "Made of it"
            button.setAccessibleName(f"{words}: {asset.type.value}")
            button.setToolTip(words)
            button.clicked.connect(partial(self.asset_wanted.emit, asset))
            self._relatives[asset.id] = button
            row.addWidget(button)
        row.addStretch(1)
        self._lineage.addLayout(row)
        parts = [counted(len(parents), "input")] if parents else []
        parts += [counted(len(children), "descendant")] if children else []
        self._lineage.addWidget(role_label(", ".join(parts), "caption"))

    # -------------------------------------------------------------------------------- sections

    def _build(self) -> None:
        box = QWidget()
        box.setFixedHeight(theme().px(HEADER_HEIGHT) - 1)
        head = QHBoxLayout(box)
        head.setContentsMargins(14, 0, 8, 0)
        head.addWidget(role_label("Details", "strong"))
        head.addStretch(1)
        close = IconButton(
            "x", "Hide details", shortcut="Ctrl+I", size="small", name="hide-details"
        )
        close.clicked.connect(self.closed)
        head.addWidget(close)
        content = QWidget()
        content.setProperty("bare", True)
        content.setLayout(self._body)
        scroll = QScrollArea()
        describe(scroll, name="details-scroll", accessible="Details")
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(box)
        layout.addWidget(line())
        layout.addWidget(scroll, 1)

    def _add_prompt(self, generation: Generation) -> None:
        head = QHBoxLayout()
        head.addWidget(role_label("Prompt", "label"))
        head.addStretch(1)
        copy = IconButton("copy", "Copy the prompt", shortcut="C", size="small", name="copy-prompt")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(generation.prompt))
        head.addWidget(copy)
        self._body.addLayout(head)
        text = role_label(generation.prompt, "secondary", wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setAccessibleName("Prompt of this result")
        self._body.addWidget(text)

    def _add_result(self, generation: Generation, asset: Asset | None) -> None:
        rows: list[tuple[str, str]] = [("Model", generation.model)]
        rows.append(("Provider", generation.provider))
        if generation.result_count > 1:
            rows.append(("Results", str(generation.result_count)))
        rows.append(("Cost", self._cost(generation)))
        if generation.latency_ms is not None:
            rows.append(("Time", duration(generation.latency_ms)))
        if generation.input_tokens is not None:
            rows.append(("Input", f"{generation.input_tokens:,} tokens"))
        if generation.output_tokens is not None:
            rows.append(("Output", f"{generation.output_tokens:,} tokens"))
        if asset is not None:
            rows += self._file_rows(asset)
        rows.append(("Created", moment(generation.created_at)))
        self._section("Result", rows)

    def _file_rows(self, asset: Asset) -> list[tuple[str, str]]:
        rows = []
        if asset.width and asset.height:
            rows.append(("Size", f"{asset.width} × {asset.height}"))
        if asset.duration_ms and asset.type is not GenerationType.IMAGE:
            rows.append(("Length", clock(asset.duration_ms)))
        rows.append(("File", f"{asset.extension.upper()}, {file_size(asset.size_bytes)}"))
        if asset.is_damaged:
            rows.append(("Damaged", "The file is not what was stored"))
        return rows

    def _cost(self, generation: Generation) -> str:
        if generation.charged_micro:
            return format_usd_exact(generation.charged_micro)
        return cost_words(generation)

    def _add_settings(self, generation: Generation) -> None:
        rows = [(_title(name), _value(value)) for name, value in generation.parameters.items()]
        rows += [(_title(name), str(value)) for name, value in generation.extra.items()]
        if rows:
            self._section("Settings", rows)

    def _add_failure(self, generation: Generation, attempt: Attempt) -> None:
        status, _, _ = status_words(generation)
        rows = [
            ("Status", status),
            ("Reason", failure_title(attempt.error_kind)),
            ("Attempts", str(max(1, attempt.tries))),
            ("Cost", cost_words(generation)),
        ]
        if attempt.error_parameter:
            rows.append(("Setting", attempt.error_parameter))
        if attempt.request_id:
            rows.append(("Request", attempt.request_id))
        self._section("What happened", rows, first=True)
        self._body.addWidget(role_label("Answer", "label"))
        answer = role_label(attempt.error_message or "", "mono", wrap=True)
        answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._body.addWidget(answer)
        self._body.addWidget(line())

    def _add_organise(self, asset: Asset) -> None:
        self._body.addWidget(line())
        self._body.addWidget(role_label("Organise", "label"))
        stars = QHBoxLayout()
        stars.setSpacing(0)
        for number in range(1, MAX_STARS + 1):
            star = IconButton(
                "star",
                f"Rate {number} of {MAX_STARS}",
                size="small",
                checkable=True,
                filled_when_on=True,
                color_on="star",
                name=f"star-{number}",
            )
            star.setChecked(number <= asset.rating)
            wanted = 0 if number == asset.rating else number
            star.clicked.connect(partial(self.rated.emit, wanted))
            stars.addWidget(star)
        stars.addStretch(1)
        stars.addWidget(role_label("Keys 0–5", "caption"))
        self._body.addLayout(stars)
        if asset.tags:
            box = QWidget()
            flow = FlowLayout(box)
            for tag in asset.tags:
                flow.addWidget(Badge(tag, kind="tag"))
            self._body.addWidget(box)

    def _section(self, title: str, rows: list[tuple[str, str]], *, first: bool = False) -> None:
        if not first:
            self._body.addWidget(line())
        self._body.addWidget(role_label(title, "label"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, 70)
        grid.setColumnStretch(1, 1)
        for number, (name, value) in enumerate(rows):
            grid.addWidget(role_label(name, "muted"), number, 0)
            words = ElideLabel(value)
            words.setAccessibleName(f"{name}: {value}")
            grid.addWidget(words, number, 1)
        self._body.addLayout(grid)

    def _on_thumbnail(self, asset_id: object) -> None:
        button = self._relatives.get(asset_id)
        if button is not None:
            button.update()


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _value(value: ParameterValue) -> str:
    if isinstance(value, bool):
        return "On" if value else "Off"
    return f"{value:g}" if isinstance(value, float) else str(value)
