"""Page 1: name, folder and how the library opens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout

from mediadesk.ui.panes.first_run.page import FirstRunPage
from mediadesk.ui.panes.first_run.view_model import passphrase_strength
from mediadesk.ui.panes.first_run.way_card import StrengthMeter, WayCard
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.field import Field, line_edit
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from mediadesk.ui.panes.first_run.view_model import FirstRunViewModel

DEFAULT_NAME = QT_TR_NOOP("My library")


class LibraryPage(FirstRunPage):
    """Asks for what a new library needs; ``folder_wanted`` and ``open_wanted`` ask for choosers."""

    folder_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, view_model: FirstRunViewModel) -> None:
        super().__init__(
            tr("Create your library"),
            tr(
                "Prompts, results and keys live in one encrypted folder. Nothing is uploaded, "
                "and you can browse it without a connection."
            ),
        )
        self._view_model = view_model
        self._name = line_edit(tr("Name"), name="first-run-name")
        self._name.setText(tr(DEFAULT_NAME))
        self._name_field = Field(tr("Name"), self._name)
        self._folder = line_edit(tr("Folder"), name="first-run-folder")
        self._show_folder(view_model.folder)
        self._folder_field = Field("", self._folder)
        self._free = role_label("", "muted")
        self._keyring = WayCard(
            tr("With this computer’s keyring"),
            tr("Looking for a keyring on this computer."),
            name="first-run-keyring",
            badge=tr("Simplest"),
        )
        self._passphrase = WayCard(
            tr("With a passphrase"),
            tr("You type it when mediadesk starts and after it locks."),
            name="first-run-passphrase",
        )
        self._secret = SecretField(tr("Passphrase"), name="first-run-secret")
        self._repeat = SecretField(
            tr("Type it once more"),
            name="first-run-secret-again",
            placeholder=tr("Type it once more"),
        )
        self._meter = StrengthMeter()
        self._create = PrimaryButton(tr("Create library"), name="first-run-create")
        self._build()
        self._connect()

    def set_folder(self, folder: Path) -> None:
        """Show another folder."""
        self._show_folder(folder)
        self._folder_field.clear_state()
        self._view_model.set_folder(str(folder))

    def _show_folder(self, folder: Path) -> None:
        """Where it begins is what one looks for; the whole path is in the tooltip."""
        self._folder.setText(str(folder))
        self._folder.setToolTip(str(folder))
        self._folder.setCursorPosition(0)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._name_field, 4, Qt.AlignmentFlag.AlignTop)
        top.addLayout(self._folder_column(), 7)
        self.body.addLayout(top)
        self.body.addSpacing(18)
        self.body.addWidget(role_label(tr("How it opens"), "label"))
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
        open_other = Button(tr("Open an existing library"), kind="quiet", name="first-run-open")
        open_other.clicked.connect(self.open_wanted)
        buttons.addWidget(open_other)
        buttons.addStretch(1)
        buttons.addWidget(self._create)
        self.body.addLayout(buttons)

    def _folder_column(self) -> QVBoxLayout:
        choose = Button(tr("Choose"), size="field", name="first-run-choose-folder")
        choose.setAccessibleName(tr("Choose the folder"))
        choose.clicked.connect(self.folder_wanted)
        head = QHBoxLayout()
        label = role_label(tr("Folder"), "label")
        label.setBuddy(self._folder)
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self._free)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._folder_field, 1)
        row.addWidget(choose, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(5)
        column.addLayout(head)
        column.addLayout(row)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        model = self._view_model
        ways = QButtonGroup(self)
        ways.addButton(self._keyring.radio)
        ways.addButton(self._passphrase.radio)
        self._keyring.radio.setEnabled(False)
        self._passphrase.radio.setChecked(True)
        self._folder.textEdited.connect(model.set_folder)
        self._secret.edited.connect(
            lambda text: self._meter.set_strength(*passphrase_strength(text))
        )
        self._secret.submitted.connect(self._repeat.editor.setFocus)
        for submitted in (
            self._repeat.submitted,
            self._name.returnPressed,
            self._folder.returnPressed,
        ):
            submitted.connect(self._on_create)
        self._create.clicked.connect(self._on_create)
        model.keyring_found.connect(self._on_keyring)
        model.free_known.connect(self._on_free)
        model.refused.connect(self._on_refused)
        model.busy_changed.connect(self._on_busy)

    def _on_keyring(self, name: str) -> None:
        self._keyring.radio.setEnabled(bool(name))
        if name:
            self._keyring.note.setText(
                tr("Opens by itself while you are signed in. You can add a passphrase later.")
            )
            self._keyring.setToolTip(tr("Keyring: {name}").format(name=name))
            if not self._secret.text():
                self._keyring.radio.setChecked(True)
        else:
            self._keyring.note.setText(
                tr("No keyring that can be used was found on this computer.")
            )
            self._keyring.hide_badge()
            self._secret.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_free(self, free: int | None) -> None:
        self._free.setText(
            "" if free is None else tr("{free:,.0f} GB free").format(free=free / 1e9)
        )

    def _on_create(self) -> None:
        self.show_problem("")
        if self._keyring.radio.isChecked():
            self._view_model.create(self._name.text(), None, None)
        else:
            self._view_model.create(self._name.text(), self._secret.text(), self._repeat.text())

    def _on_refused(self, field: str, sentence: str) -> None:
        fields: dict[str, Field | SecretField] = {
            "name": self._name_field,
            "folder": self._folder_field,
            "passphrase": self._secret,
            "repeat": self._repeat,
        }
        found = fields.get(field)
        if found is None:
            self.show_problem(sentence)
            return
        found.set_error(sentence)
        found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_busy(self, busy: bool) -> None:
        self._create.setEnabled(not busy)
        self._create.setText(tr("Creating") if busy else tr("Create library"))
