"""Page 3: paste a key for one provider, or go on with the sample provider."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from mediadesk.domain.generation import GenerationType
from mediadesk.ui.panes.first_run.page import FirstRunPage
from mediadesk.ui.panes.first_run.view_model import Step
from mediadesk.ui.support.painting import draw_cover
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.card import Card
from mediadesk.ui.widgets.icon_label import IconLabel
from mediadesk.ui.widgets.labels import line, role_label
from mediadesk.ui.widgets.provider_tile import ProviderTile, series_color_name
from mediadesk.ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from mediadesk.domain.ids import ProviderName
    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.panes.first_run.view_model import FirstRunViewModel

_SHORTEST_KEY = 12
"""Letters: what is shorter is still being typed, and "sk-" begins keys of three providers."""
TYPE_ICONS = {
    GenerationType.TEXT: ("type", "text"),
    GenerationType.IMAGE: ("image", QT_TR_NOOP("images")),
    GenerationType.VIDEO: ("clapperboard", "video"),
    GenerationType.AUDIO: ("audio-lines", "audio"),
}


class ProviderRow(QWidget):
    """Radio button, tile, name, kinds; the key field while it is chosen."""

    test_wanted = Signal(str, str)

    def __init__(self, info: ProviderInfo) -> None:
        super().__init__()
        self.info = info
        self.setObjectName("provider-row")
        self.radio = QRadioButton()
        self.radio.setObjectName(f"provider-{info.name}")
        self.radio.setAccessibleName(info.label)
        kinds = ", ".join(
            tr(word) for kind, (_icon, word) in TYPE_ICONS.items() if kind in info.types
        )
        self.radio.setAccessibleDescription(tr("Makes {kinds}").format(kinds=kinds))
        self.key = SecretField(
            tr("{label} key").format(label=info.label),
            name=f"key-{info.name}",
            placeholder=tr("Paste the key"),
        )
        self.test = Button(tr("Test"), size="field", name=f"test-{info.name}")
        self.test.clicked.connect(self._on_test)
        self.key.submitted.connect(self._on_test)
        self._works = _WorksLine()
        self._entry = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(6)
        column.addLayout(self._head())
        column.addWidget(self._fill_entry())
        self._entry.hide()
        self.radio.toggled.connect(self._on_toggled)

    def show_answer(self, works: bool, message: str) -> None:
        """Show what the check said."""
        self._works.show_text(message if works else "")
        if not works:
            self.key.set_error(message)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the row chooses it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.radio.setChecked(True)
        super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The chosen row stands on the colour of a selection."""
        if self.radio.isChecked():
            QPainter(self).fillRect(self.rect().adjusted(1, 0, -1, 0), theme().color("bg.selected"))

    def _head(self) -> QHBoxLayout:
        info = self.info
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.radio)
        head.addWidget(ProviderTile(info.short_label, series_color_name(info.provider_id), size=24))
        head.addWidget(role_label(info.label), 1)
        for kind, (icon, _word) in TYPE_ICONS.items():
            head.addWidget(IconLabel(icon if kind in info.types else ""))
        return head

    def _fill_entry(self) -> QWidget:
        entry = QVBoxLayout(self._entry)
        entry.setContentsMargins(theme().px(28), 2, 0, 6)
        entry.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.key, 1)
        row.addWidget(self.test, 0, Qt.AlignmentFlag.AlignTop)
        entry.addLayout(row)
        entry.addWidget(self._works)
        return self._entry

    def _on_toggled(self, on: bool) -> None:
        self._entry.setVisible(on)
        if on:
            self.key.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def _on_test(self) -> None:
        self._works.show_text("")
        self.test_wanted.emit(str(self.info.name), self.key.text())


class _WorksLine(QWidget):
    """A tick and a sentence; hidden while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("circle-check", "ok.text", side=15)
        self._text = role_label("", "muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show a sentence; "" hides the line."""
        self._text.setText(text)
        self.setVisible(bool(text))


class ProviderPage(FirstRunPage):
    """Every provider that wants a key; the chosen one opens its field."""

    def __init__(self, view_model: FirstRunViewModel) -> None:
        super().__init__(
            tr("Connect a provider"),
            tr(
                "Paste a key you already have. It is encrypted on this computer and sent only to "
                "that provider. You pay the provider directly."
            ),
        )
        self._view_model = view_model
        self._rows: dict[str, ProviderRow] = {}
        self._group = QButtonGroup(self)
        self._card = Card(padding=0)
        self._card.body.setSpacing(0)
        self._sample = _SamplePicture()
        self._start = PrimaryButton(tr("Start creating"), name="first-run-start")
        self._build()
        view_model.key_tested.connect(self._on_tested)
        view_model.busy_changed.connect(self._on_busy)

    def show_sample(self, image: QImage) -> None:
        """Show what the sample provider draws, beside the offer to use it."""
        self._sample.show_picture(image)

    def load(self) -> None:
        """Show the providers of the library that was just opened."""
        for info in self._view_model.providers():
            if str(info.name) in self._rows:
                continue
            row = ProviderRow(info)
            row.test_wanted.connect(self._on_test_wanted)
            row.key.edited.connect(partial(self._on_key, row))
            if self._rows:
                self._card.body.addWidget(line())
            self._card.body.addWidget(row)
            self._group.addButton(row.radio)
            self._rows[str(info.name)] = row

    def _build(self) -> None:
        self.body.addWidget(self._card)
        self.body.addSpacing(14)
        self.body.addWidget(self.problem)
        self.body.addLayout(_or_line())
        self.body.addSpacing(14)
        self.body.addWidget(self._offline_card())
        self.body.addSpacing(20)
        buttons = QHBoxLayout()
        back = Button(tr("Back"), kind="quiet", icon="arrow-left", name="first-run-back")
        back.clicked.connect(lambda: self._view_model.show_step(Step.RECOVERY))
        buttons.addWidget(back)
        buttons.addStretch(1)
        skip = Button(tr("Skip for now"), kind="quiet", name="first-run-skip")
        skip.clicked.connect(self._view_model.finish)
        buttons.addWidget(skip)
        buttons.addWidget(self._start)
        self._start.setEnabled(False)
        self._start.clicked.connect(self._view_model.finish)
        self.body.addLayout(buttons)

    def _offline_card(self) -> Card:
        offline = Card(padding=14)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(role_label(tr("Try it offline"), "strong"))
        words.addWidget(
            role_label(
                tr(
                    "A built-in sample provider draws pictures, text, film and sound on this "
                    "computer. Free, no key, no connection."
                ),
                "muted",
                wrap=True,
            )
        )
        row.addLayout(words, 1)
        sample = Button(tr("Use sample provider"), size="field", name="first-run-sample")
        sample.clicked.connect(self._view_model.finish)
        row.addWidget(sample)
        offline.body.addLayout(row)
        return offline

    def _on_key(self, row: ProviderRow, key: str) -> None:
        """Take a key to the provider whose keys look so."""
        name = str(self._view_model.provider_of(key, row.info.name))
        right = self._rows.get(name, row)
        if right is row or right.key.text() or len(key) < _SHORTEST_KEY:
            return
        row.key.clear()
        right.radio.setChecked(True)
        right.key.editor.setText(key)

    def _on_test_wanted(self, provider: str, key: str) -> None:
        name: ProviderName = self._rows[provider].info.name
        self._view_model.test_and_save(name, key)

    def _chosen(self) -> ProviderRow | None:
        return next((row for row in self._rows.values() if row.radio.isChecked()), None)

    def _on_tested(self, works: bool, message: str) -> None:
        row = self._chosen()
        if row is not None:
            row.show_answer(works, message)
        if works:
            self._start.setEnabled(True)

    def _on_busy(self, busy: bool) -> None:
        for row in self._rows.values():
            row.test.setEnabled(not busy)


def _or_line() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(14)
    row.addWidget(line(), 1, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(role_label("or", "muted"))
    row.addWidget(line(), 1, Qt.AlignmentFlag.AlignVCenter)
    return row


class _SamplePicture(QWidget):
    """One small picture with round corners; nothing until there is one."""

    def __init__(self) -> None:
        super().__init__()
        self._pixmap: QPixmap | None = None
        side = theme().px(52)
        self.setFixedSize(side, side)
        self.hide()

    def show_picture(self, image: QImage) -> None:
        """Show the first picture that comes."""
        if self._pixmap is None:
            self._pixmap = QPixmap.fromImage(image)
            self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it over the whole square."""
        if self._pixmap is not None:
            draw_cover(QPainter(self), QRectF(self.rect()), self._pixmap, 7)
