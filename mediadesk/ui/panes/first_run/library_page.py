"""Page 1: name, folder and how the library opens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from mediadesk.ui.panes.first_run.page import FirstRunPage
from mediadesk.ui.panes.first_run.view_model import passphrase_strength
from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.card import Card
from mediadesk.ui.widgets.chip import Chip
from mediadesk.ui.widgets.field import Field, line_edit
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from mediadesk.ui.panes.first_run.view_model import FirstRunViewModel

_LEVEL_COLORS = {0: "bg.pressed", 1: "err.text", 2: "warn.fill", 3: "ok.text", 4: "ok.text"}


class StrengthMeter(QWidget):
    """Four bars and a word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = 0
        self._word = role_label("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._word)

    def set_strength(self, level: int, word: str) -> None:
        """Show a level 0..4."""
        self._level = level
        self._word.setText(word)
        self.setAccessibleName(f"Passphrase strength: {word}" if word else "")
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme().px(200), theme().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars left of the word."""
        painter = QPainter(self)
        gap = 4.0
        width = (self.width() - theme().px(90) - 3 * gap) / 4
        for index in range(4):
            color = _LEVEL_COLORS[self._level] if index < self._level else "bg.pressed"
            area = QRectF(index * (width + gap), self.height() / 2 - 2, width, 4)
            fill_rounded(painter, area, 2, theme().color(color))


class WayCard(Card):
    """One way of opening the library: a radio button, words, and fields while it is chosen."""

    chosen = Signal()

    def __init__(self, title: str, text: str, *, name: str, badge: str = "") -> None:
        super().__init__(padding=16)
        self.radio = QRadioButton(title)
        self.radio.setObjectName(name)
        self.radio.setAccessibleName(title)
        self.radio.setFont(theme().font("base", "semibold"))
        head = QHBoxLayout()
        head.addWidget(self.radio)
        if badge:
            head.addWidget(Chip(badge, "ok", icon="shield-check"))
        head.addStretch(1)
        self.body.addLayout(head)
        self.note = role_label(text, "muted", wrap=True)
        self.fields = QWidget()
        self.field_layout = QVBoxLayout(self.fields)
        self.field_layout.setContentsMargins(0, 6, 0, 0)
        self.field_layout.setSpacing(10)
        inner = QVBoxLayout()
        inner.setContentsMargins(theme().px(26), 0, 0, 0)
        inner.addWidget(self.note)
        inner.addWidget(self.fields)
        self.body.addLayout(inner)
        self.radio.toggled.connect(self._on_toggled)
        self.installEventFilter(self)
        self._on_toggled(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click anywhere on the card chooses it."""
        if event.type() == QEvent.Type.MouseButtonRelease and self.radio.isEnabled():
            self.radio.setChecked(True)
        return super().eventFilter(watched, event)

    def _on_toggled(self, on: bool) -> None:
        self.set_selected(on)
        self.fields.setVisible(on and self.field_layout.count() > 0)
        if on:
            self.chosen.emit()


class LibraryPage(FirstRunPage):
    """Asks for what a new library needs; ``folder_wanted`` and ``open_wanted`` ask for choosers."""

    folder_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, view_model: FirstRunViewModel) -> None:
        super().__init__(
            "Create your library",
            "Prompts, results and keys live in one encrypted folder. Nothing is uploaded, and you "
            "can browse it without a connection.",
        )
        self._view_model = view_model
        self._name = line_edit("Name", name="first-run-name")
        self._name.setText("My library")
        self._folder = line_edit("Folder", name="first-run-folder")
        self._folder.setText(str(view_model.folder))
        self._folder.textEdited.connect(lambda text: view_model.set_folder(Path(text)))
        self._keyring = WayCard(
            "With this computer’s keyring",
            "Opens by itself while you are signed in. You can add a passphrase later.",
            name="first-run-keyring",
            badge="Simplest",
        )
        self._passphrase = WayCard(
            "With a passphrase",
            "You type it when mediadesk starts and after it locks.",
            name="first-run-passphrase",
        )
        self._secret = SecretField("Passphrase", name="first-run-secret")
        self._repeat = SecretField(
            "Type it once more", name="first-run-secret-again", placeholder="Type it once more"
        )
        self._meter = StrengthMeter()
        self._create = PrimaryButton("Create library", name="first-run-create")
        self._build()
        self._connect()

    def set_folder(self, folder: Path) -> None:
        """Show another folder."""
        self._folder.setText(str(folder))
        self._view_model.set_folder(folder)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Field("Name", self._name), 4)
        choose = Button("Choose", size="field", name="first-run-choose-folder")
        choose.clicked.connect(self.folder_wanted)
        folder_row = QWidget()
        inner = QHBoxLayout(folder_row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(self._folder, 1)
        inner.addWidget(choose)
        free = self._view_model.free_space() // 1_000_000_000
        top.addWidget(Field(f"Folder, {free} GB free", folder_row), 7)
        self.body.addLayout(top)
        self.body.addSpacing(18)
        self.body.addWidget(role_label("How it opens", "label"))
        self.body.addSpacing(6)
        self.body.addWidget(self._keyring)
        self.body.addSpacing(10)
        for widget in (self._secret, self._meter, self._repeat):
            self._passphrase.field_layout.addWidget(widget)
        self.body.addWidget(self._passphrase)
        self.body.addSpacing(14)
        self.body.addWidget(self.problem)
        self.body.addSpacing(10)
        buttons = QHBoxLayout()
        open_other = Button("Open an existing library", kind="quiet", name="first-run-open")
        open_other.clicked.connect(self.open_wanted)
        buttons.addWidget(open_other)
        buttons.addStretch(1)
        buttons.addWidget(self._create)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        self._keyring.radio.setEnabled(False)
        self._keyring.note.setText("Looking for a keyring on this computer.")
        self._passphrase.radio.setChecked(True)
        self._keyring.chosen.connect(lambda: self._passphrase.radio.setChecked(False))
        self._passphrase.chosen.connect(lambda: self._keyring.radio.setChecked(False))
        for radio in (self._keyring.radio, self._passphrase.radio):
            radio.setAutoExclusive(False)
        self._secret.edited.connect(
            lambda text: self._meter.set_strength(*passphrase_strength(text))
        )
        self._secret.submitted.connect(self._repeat.editor.setFocus)
        self._repeat.submitted.connect(self._on_create)
        self._create.clicked.connect(self._on_create)
        self._view_model.keyring_found.connect(self._on_keyring)
        self._view_model.refused.connect(self.show_problem)
        self._view_model.busy_changed.connect(self._on_busy)

    def _on_keyring(self, name: str) -> None:
        self._keyring.radio.setEnabled(bool(name))
        if name:
            self._keyring.note.setText(
                f"Opens by itself while you are signed in ({name}). You can add a passphrase later."
            )
            if not self._secret.text():
                self._keyring.radio.setChecked(True)
        else:
            self._keyring.note.setText("No keyring that can be used was found on this computer.")
            self._secret.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_create(self) -> None:
        self.show_problem("")
        if self._keyring.radio.isChecked():
            self._view_model.create(self._name.text(), None, None)
        else:
            self._view_model.create(self._name.text(), self._secret.text(), self._repeat.text())

    def _on_busy(self, busy: bool) -> None:
        self._create.setEnabled(not busy)
        self._create.setText("Creating" if busy else "Create library")
