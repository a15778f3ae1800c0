"""A quick look at an item: large, over the list; arrows go on, Space or Esc ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mediadesk.domain.generation import GenerationType
from mediadesk.ui.item_models.asset_item_model import title_of
from mediadesk.ui.support.accessible import Role
from mediadesk.ui.support.image_pyramid import images_of
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import IconButton
from mediadesk.ui.widgets.image_viewer import ImageViewer
from mediadesk.ui.widgets.labels import ElideLabel, line
from mediadesk.ui.widgets.link_dialog import LinkDialog
from mediadesk.ui.widgets.text_view import TextView
from mediadesk.ui.widgets.waveform import Waveform
from mediadesk.ui.words import asset_facts

if TYPE_CHECKING:
    from mediadesk.domain.queries import LibraryItem
    from mediadesk.services.media import Peaks
    from mediadesk.services.raw_picture import RawPicture

EDGE = 24
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_ENDS = (Qt.Key.Key_Space, Qt.Key.Key_Escape)


class QuickLook(QFrame):
    """``step_wanted`` (-1 or 1), ``open_wanted``, ``closed``."""

    spoken_role = Role.Dialog

    step_wanted = Signal(int)
    open_wanted = Signal()
    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        describe(self, name="quick-look", accessible=tr("Quick look"))
        set_style(self, surface="raised")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._over = over
        self._title, self._facts = ElideLabel("", "strong"), ElideLabel("", "muted")
        self._viewer, self._text, self._wave = ImageViewer(), TextView(), Waveform()
        self._stack = QStackedWidget()
        for page in (self._viewer, self._text, self._wave):
            self._stack.addWidget(page)
            page.installEventFilter(self)
        close = IconButton("x", tr("Close"), shortcut="Space", name="quick-look-close")
        close.clicked.connect(self.end)
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 8, 6)
        head.addWidget(self._title, 2)
        head.addWidget(self._facts, 1)
        head.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(line())
        layout.addWidget(self._stack, 1)
        self._text.link_activated.connect(lambda address: LinkDialog(self, address).open())
        over.installEventFilter(self)
        self.hide()

    def show_item(self, item: LibraryItem) -> None:
        """Name an item; what it looks like comes when it is read."""
        asset = item.asset
        self._title.setText(title_of(item, 120))
        self._facts.setText(asset_facts(asset))
        self._viewer.clear()
        self._text.set_text("")
        self._wave.set_peaks(())
        self._wave.set_duration(asset.duration_ms or 0)
        pages = {GenerationType.TEXT: self._text, GenerationType.AUDIO: self._wave}
        page = pages.get(asset.type, self._viewer)
        self._stack.setCurrentWidget(page)
        self._place()
        self.show()
        self.raise_()
        page.setFocus()

    def show_content(self, content: RawPicture | str | Peaks) -> None:
        """Show what was read: pixels, a text, or peaks of a sound."""
        if isinstance(content, str):
            self._text.set_text(content)
        elif isinstance(content, tuple):
            self._wave.set_peaks(content)
        else:
            image, *smaller = images_of(content)
            full = QSize(content.full_width, content.full_height)
            words = self._title.text()
            self._viewer.set_image(image, smaller=smaller, full_size=full, description=words)

    def end(self) -> None:
        """Go away."""
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over the list; hear the keys before what shows the item does."""
        if watched is self._over:
            if event.type() == QEvent.Type.Resize:
                self._place()
            return False
        is_key = event.type() == QEvent.Type.KeyPress
        return is_key and isinstance(event, QKeyEvent) and self._take(event)

    def event(self, event: QEvent) -> bool:
        """Its keys are its own, also where a shortcut of the window has the same."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() in _ENDS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go on, Return opens, Space and Esc end."""
        if not self._take(event):
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() and key in _STEPS:
            return False
        if key in _ENDS:
            self.end()
        elif key in _STEPS:
            self.step_wanted.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.end()
            self.open_wanted.emit()
        else:
            return False
        return True

    def _place(self) -> None:
        self.setGeometry(self._over.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE))
