"""A field for a passphrase, a recovery key or an API key: hidden until the eye is pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mediadesk.ui.support.icons import set_icon
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.field import StateLine, line_edit

CAPS_LOCK = QT_TR_NOOP("Caps Lock is on.")


class SecretField(QWidget):
    """Line edit with an eye; ``submitted`` on Return, ``edited`` on every change by the user."""

    submitted = Signal()
    edited = Signal(str)

    def __init__(
        self,
        label: str,
        *,
        name: str,
        icon: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._edit = line_edit(label, placeholder=placeholder or label, name=name, secret=True)
        if icon:
            lead = QAction(label, self._edit)
            lead.triggered.connect(lambda: self._edit.setFocus())
            set_icon(lead, icon, "text.tertiary")
            self._edit.addAction(lead, QLineEdit.ActionPosition.LeadingPosition)
        self._eye = QAction(self._edit)
        self._edit.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._eye.triggered.connect(lambda: self.set_revealed(not self.is_revealed()))
        self._line = StateLine(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._edit)
        layout.addWidget(self._line)
        self.setFocusProxy(self._edit)
        self._edit.returnPressed.connect(self.submitted)
        self._edit.textEdited.connect(self._on_edited)
        self._has_caps_lock = False
        self._edit.installEventFilter(self)
        self.set_revealed(False)

    @property
    def editor(self) -> QLineEdit:
        """The line edit itself."""
        return self._edit

    def text(self) -> str:
        """What was typed."""
        return self._edit.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self._edit.clear()
        self.clear_state()

    def set_label(self, label: str) -> None:
        """Say what is asked for: placeholder and accessible name."""
        self._label = label
        self._edit.setPlaceholderText(label)
        self._edit.setAccessibleName(label)
        self.set_revealed(self.is_revealed())

    def is_revealed(self) -> bool:
        """Whether the text can be read."""
        return self._edit.echoMode() == QLineEdit.EchoMode.Normal

    def set_revealed(self, revealed: bool) -> None:
        """Show or hide what was typed."""
        mode = QLineEdit.EchoMode.Normal if revealed else QLineEdit.EchoMode.Password
        self._edit.setEchoMode(mode)
        self._eye.setText(f"{tr('Hide') if revealed else tr('Show')} the {self._label.lower()}")
        set_icon(self._eye, "eye-off" if revealed else "eye", "text.tertiary")

    def message(self) -> str:
        """The sentence shown below."""
        return self._line.text()

    def set_error(self, text: str) -> None:
        """Mark the field and say why; goes away at the next edit."""
        if self._has_caps_lock and not self.is_revealed():
            text = f"{text} {tr(CAPS_LOCK)}"
        set_style(self._edit, state="error")
        self._edit.setAccessibleDescription(text)
        self._line.show_text(text, "error")
        self._edit.selectAll()

    def clear_state(self) -> None:
        """Remove the mark."""
        set_style(self._edit, state=None)
        self._edit.setAccessibleDescription("")
        self._line.show_text("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice Caps Lock by what a letter key brings."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._note_caps_lock(event)
        return super().eventFilter(watched, event)

    def _note_caps_lock(self, event: QKeyEvent) -> None:
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._has_caps_lock = False
        elif len(letter) == 1 and letter.lower() != letter.upper():
            with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._has_caps_lock = letter.isupper() != with_shift
        else:
            return
        self._show_caps_lock()

    def _show_caps_lock(self) -> None:
        if self._has_caps_lock and not self.is_revealed():
            self._line.show_text(tr(CAPS_LOCK), "warning")
        elif self._line.text() == tr(CAPS_LOCK):
            self._line.show_text("")

    def _on_edited(self, text: str) -> None:
        self.clear_state()
        self._show_caps_lock()
        self.edited.emit(text)
