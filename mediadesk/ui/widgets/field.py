"""A labelled editor with a line below it for help, a warning or an error."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.labels import role_label

_ONE_LINE = 20


class StateLine(QWidget):
    """The sentence under a field: an icon and words for an error or warning, plain for help.

    ``keeps_place``: one line's room stays while there is nothing to say, so that nothing moves.
    """

    def __init__(self, parent: QWidget | None = None, *, keeps_place: bool = False) -> None:
        super().__init__(parent)
        self._role = "muted"
        self._icon = QLabel(self)
        self._text = role_label(role="muted", wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        if keeps_place:
            keep_place(self)
            self._text.setMinimumHeight(theme().px(_ONE_LINE))
        self.hide()
        theme().changed.connect(self._refresh_icon)

    def text(self) -> str:
        """Return the sentence shown."""
        return self._text.text()

    def show_text(self, text: str, role: str = "muted") -> None:
        """Show a sentence as ``muted``, ``warning`` or ``error``; "" hides the line."""
        self._role = role
        set_style(self._text, role=role)
        self._text.setText(text)
        self._refresh_icon()
        self.setVisible(bool(text))

    def _refresh_icon(self) -> None:
        if self._role == "muted":
            self._icon.hide()
            return
        color = "err.text" if self._role == "error" else "warn.text"
        self._icon.setPixmap(icon_pixmap("triangle-alert", color, theme().px(14)))
        self._icon.show()


def keep_place(widget: QWidget) -> None:
    """Let the layout leave a widget its room while it is hidden."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


class Field(QWidget):
    """Label above, editor, line below. The label is the editor's buddy."""

    def __init__(
        self, label: str, editor: QWidget, *, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._help = help_text
        self._label = role_label(label, "label")
        self._label.setBuddy(editor)
        self._line = StateLine(self)
        if not editor.accessibleName():
            editor.setAccessibleName(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        if label:
            layout.addWidget(self._label)
        layout.addWidget(editor)
        layout.addWidget(self._line)
        self.setFocusProxy(editor)
        self.clear_state()
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self.clear_state)

    @property
    def editor(self) -> QWidget:
        """The widget that is edited."""
        return self._editor

    def message(self) -> str:
        """Return the sentence shown below."""
        return self._line.text()

    def set_error(self, text: str) -> None:
        """Mark the field wrong and say why; goes away at the next edit of a line edit."""
        self._set_state("error", text)

    def clear_state(self) -> None:
        """Show the help again."""
        set_style(self._editor, state=None)
        self._editor.setAccessibleDescription(self._help)
        self._line.show_text(self._help)

    def _set_state(self, state: str, text: str) -> None:
        set_style(self._editor, state=state)
        self._editor.setAccessibleDescription(text)
        self._line.show_text(text, state)


def line_edit(
    label: str, *, placeholder: str = "", name: str = "", secret: bool = False
) -> QLineEdit:
    """Return a line edit with its names set; ``secret`` hides what is typed."""
    edit = QLineEdit()
    edit.setAccessibleName(label)
    edit.setObjectName(name or label.lower().replace(" ", "-"))
    edit.setPlaceholderText(placeholder)
    if secret:
        edit.setEchoMode(QLineEdit.EchoMode.Password)
        edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
    return edit
