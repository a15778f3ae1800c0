"""What a place shows when there is nothing: a title, a sentence, starters, an action."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import draw_cover
from mediadesk.ui.support.resource_files import resource
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.card import ClickableCard
from mediadesk.ui.widgets.labels import role_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

MAX_STARTERS = 3
STARTER_WIDTH = 220
STARTER_GAP = 12
PICTURE_HEIGHT = 114
RADIUS = 7
MARGIN = 24


@dataclass(frozen=True, slots=True)
class Starter:
    """One thing to begin with: what it is called, what it is, maybe a picture."""

    value: str
    title: str
    text: str
    picture: str = ""
    """The name of a bundled picture."""


class EmptyState(QWidget):
    """Centred words; emits ``action_clicked`` and ``starter_chosen(value)``."""

    action_clicked = Signal()
    starter_chosen = Signal(str)

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        icon: str = "",
        action: str = "",
        starters: tuple[Starter, ...] = (),
        name: str = "empty-state",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(f"{title}. {text}".strip())
        self._pictures: list[_TopPicture] = []
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addStretch(1)
        self._starters = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._starters.setSpacing(STARTER_GAP)
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = role_label(title, "page", wrap=True)
        self._text = role_label(text, "secondary", wrap=True)
        for label in (self._picture, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        if starters:
            layout.addSpacing(16)
            for starter in starters[:MAX_STARTERS]:
                self._starters.addWidget(self._starter_card(starter))
            row = QHBoxLayout()
            row.addStretch(1)
            row.addLayout(self._starters)
            row.addStretch(1)
            layout.addLayout(row)
        self._action = Button(action, name=f"{name}-action")
        self._action.clicked.connect(self.action_clicked)
        self._action.setVisible(bool(action))
        layout.addSpacing(12)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(12)
        self._actions.addStretch(1)
        self._actions.addWidget(self._action)
        self._actions.addStretch(1)
        layout.addLayout(self._actions)
        layout.addStretch(1)
        self._refresh()
        theme().changed.connect(self._refresh)

    def set_texts(self, title: str, text: str = "", *, action: str = "") -> None:
        """Show other words."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(f"{title}. {text}".strip())
        self._action.setText(action)
        self._action.setVisible(bool(action))

    def add_action(self, button: Button) -> None:
        """Offer one thing more beside the action."""
        self._actions.insertWidget(self._actions.count() - 1, button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Starters that have no room beside each other stand under each other."""
        super().resizeEvent(event)
        count, px = self._starters.count(), theme().px
        needed = count * px(STARTER_WIDTH) + (count - 1) * STARTER_GAP + 2 * MARGIN
        way = QBoxLayout.Direction
        fits = self.width() >= needed
        self._starters.setDirection(way.LeftToRight if fits else way.TopToBottom)
        self._fit_pictures()

    def _fit_pictures(self) -> None:
        """Lower the pictures where the words below them would have no room."""
        if not self._pictures:
            return
        full = theme().px(PICTURE_HEIGHT)
        for picture in self._pictures:
            picture.setFixedHeight(full)
        missing = max(0, self._layout.totalHeightForWidth(self.width()) - self.height())
        for picture in self._pictures:
            picture.setFixedHeight(max(0, full - -(-missing // len(self._pictures))))

    def _starter_card(self, starter: Starter) -> ClickableCard:
        card = ClickableCard(
            f"{starter.title}: {starter.text}", name=f"starter-{starter.value}", padding=1
        )
        card.body.setSpacing(0)
        if starter.picture:
            picture = _TopPicture(starter.picture)
            self._pictures.append(picture)
            card.body.addWidget(picture)
        words = QVBoxLayout()
        words.setContentsMargins(11, 11, 11, 11)
        words.setSpacing(4)
        words.addWidget(role_label(starter.title, "strong", wrap=True))
        words.addWidget(role_label(starter.text, "muted", wrap=True))
        card.body.addLayout(words)
        card.setFixedWidth(theme().px(STARTER_WIDTH))
        card.clicked.connect(lambda: self.starter_chosen.emit(starter.value))
        return card

    def _refresh(self) -> None:
        self._picture.setVisible(bool(self._icon))
        if self._icon:
            self._picture.setPixmap(icon_pixmap(self._icon, "text.tertiary", theme().px(28)))


class _TopPicture(QWidget):
    """A bundled picture that fills the upper part of a card."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._pixmap = QPixmap(str(resource("starters", name)))
        self.setFixedHeight(theme().px(PICTURE_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Cover the room; the upper corners are those of the card."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        painter.setClipRect(area)
        draw_cover(painter, area.adjusted(0, 0, 0, RADIUS), self._pixmap, RADIUS)
