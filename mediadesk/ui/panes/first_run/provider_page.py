"""Page 3: paste a key for one provider, or go on with the sample provider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from mediadesk.domain.generation import GenerationType
from mediadesk.ui.panes.first_run.page import FirstRunPage
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.card import Card
from mediadesk.ui.widgets.labels import line, role_label
from mediadesk.ui.widgets.provider_tile import ProviderTile
from mediadesk.ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from mediadesk.domain.ids import ProviderName
    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.panes.first_run.view_model import FirstRunViewModel

TYPE_ICONS = {
    GenerationType.TEXT: ("type", "text"),
    GenerationType.IMAGE: ("image", "images"),
    GenerationType.VIDEO: ("clapperboard", "video"),
    GenerationType.AUDIO: ("audio-lines", "audio"),
}


class ProviderRow(QWidget):
    """Radio button, tile, name, kinds; the key field while it is chosen."""

    test_wanted = Signal(str, str)

    def __init__(self, info: ProviderInfo) -> None:
        super().__init__()
        self.info = info
        self.radio = QRadioButton(info.label)
        self.radio.setObjectName(f"provider-{info.name}")
        self.radio.setAccessibleName(info.label)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(ProviderTile(info.provider_id, info.short_label, side=24))
        head.addWidget(self.radio, 1)
        for kind, (icon, _word) in TYPE_ICONS.items():
            head.addWidget(_kind_icon(icon if kind in info.types else ""))
        kinds = ", ".join(word for kind, (_icon, word) in TYPE_ICONS.items() if kind in info.types)
        self.radio.setAccessibleDescription(f"Makes {kinds}")
        self.key = SecretField(
            f"{info.label} key", name=f"key-{info.name}", placeholder="Paste the key"
        )
        self.test = Button("Test", size="field", name=f"test-{info.name}")
        self.test.clicked.connect(self._on_test)
        self.key.submitted.connect(self._on_test)
        self._answer = role_label("", "muted", wrap=True)
        self._entry = QWidget()
        entry = QVBoxLayout(self._entry)
        entry.setContentsMargins(theme().px(34), 0, 0, 4)
        row = QHBoxLayout()
        row.addWidget(self.key, 1)
        row.addWidget(self.test, 0, Qt.AlignmentFlag.AlignTop)
        entry.addLayout(row)
        entry.addWidget(self._answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.addLayout(head)
        column.addWidget(self._entry)
        self._entry.hide()
        self._answer.hide()
        self.radio.toggled.connect(self._entry.setVisible)

    def show_answer(self, works: bool, message: str) -> None:
        """Show what the check said."""
        if works:
            self._answer.setText(message)
            self._answer.show()
        else:
            self._answer.hide()
            self.key.set_error(message)

    def _on_test(self) -> None:
        self.test_wanted.emit(str(self.info.name), self.key.text())


class ProviderPage(FirstRunPage):
    """Every provider that wants a key; the chosen one opens its field."""

    def __init__(self, view_model: FirstRunViewModel) -> None:
        super().__init__(
            "Connect a provider",
            "Paste a key you already have. It is encrypted on this computer and sent only to that "
            "provider. You pay the provider directly.",
        )
        self._view_model = view_model
        self._rows: dict[str, ProviderRow] = {}
        self._group = QButtonGroup(self)
        self._card = Card(padding=0)
        self._card.body.setSpacing(0)
        self._start = PrimaryButton("Start creating", name="first-run-start")
        self._build()
        view_model.key_tested.connect(self._on_tested)
        view_model.busy_changed.connect(self._on_busy)

    def load(self) -> None:
        """Show the providers of the library that was just opened."""
        for info in self._view_model.providers():
            if str(info.name) in self._rows:
                continue
            row = ProviderRow(info)
            row.test_wanted.connect(self._on_test_wanted)
            if self._rows:
                self._card.body.addWidget(line())
            self._card.body.addWidget(row)
            self._group.addButton(row.radio)
            self._rows[str(info.name)] = row

    def _build(self) -> None:
        self.body.addWidget(self._card)
        self.body.addSpacing(14)
        self.body.addWidget(self.problem)
        offline = Card(padding=14)
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(role_label("Try it offline", "strong"))
        words.addWidget(
            role_label(
                "A built-in sample provider draws pictures, text, film and sound on this "
                "computer. Free, no key, no connection.",
                "muted",
                wrap=True,
            )
        )
        row.addLayout(words, 1)
        sample = Button("Use sample provider", size="field", name="first-run-sample")
        sample.clicked.connect(self._view_model.finish)
        row.addWidget(sample)
        offline.body.addLayout(row)
        self.body.addWidget(offline)
        self.body.addSpacing(20)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        skip = Button("Skip for now", kind="quiet", name="first-run-skip")
        skip.clicked.connect(self._view_model.finish)
        buttons.addWidget(skip)
        buttons.addWidget(self._start)
        self._start.setEnabled(False)
        self._start.clicked.connect(self._view_model.finish)
        self.body.addLayout(buttons)

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


def _kind_icon(name: str) -> QLabel:
    label = QLabel()
    label.setFixedWidth(theme().px(18))
    if name:
        label.setPixmap(icon_pixmap(name, "text.secondary", theme().px(16)))
    return label
