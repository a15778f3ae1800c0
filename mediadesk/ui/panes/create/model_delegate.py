"""How a model looks in the picker's list, and the line that heads its columns."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mediadesk.domain.catalog import PriceUnit
from mediadesk.domain.generation import GenerationType
from mediadesk.ui.panes.create.model_list import Index, ModelListModel
from mediadesk.ui.panes.create.model_row import ABILITIES, ModelRow, count_words, rate_words
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import elided, fill_rounded
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.words import ending_words

ROW_HEIGHT = 42
STAR_WIDTH = 36
HEAD_HEIGHT = 28
_ICON, _ICON_STEP = 14, 19
_MOST_ICONS = 7
_USUAL = {
    GenerationType.TEXT: ("images", "files", "sound", "video", "json", "reasoning", "seed"),
    GenerationType.IMAGE: ("images", "mask", "reasoning", "seed"),
    GenerationType.VIDEO: ("images", "frames", "video", "with-sound", "seed"),
    GenerationType.AUDIO: ("images", "sound", "reasoning", "seed"),
}
"""What models of a kind differ in stands in columns; what is rare follows them."""
_NUMBER, _PRICE = 68, 168
_RIGHT = 14


class Columns:
    """Where the columns stand in a row so wide, in pixels."""

    def __init__(self, width: float, kind: GenerationType) -> None:
        look = theme()
        self.is_text = kind is GenerationType.TEXT
        names = [tr("Context"), tr("In, $/M"), tr("Out, $/M")] if self.is_text else [tr("Price")]
        each = look.px(_NUMBER if self.is_text else _PRICE)
        right = width - look.px(_RIGHT)
        self.numbers: list[tuple[str, float, float]] = []
        for name in reversed(names):
            self.numbers.insert(0, (name, right - each, float(each)))
            right -= each
        self.can_width = float(look.px(_ICON_STEP) * _MOST_ICONS)
        self.can_left = right - self.can_width - look.px(4)
        self.title_left = float(look.px(STAR_WIDTH))
        self.title_width = self.can_left - self.title_left - look.px(10)


class ModelDelegate(QStyledItemDelegate):
    """Star, name over id, what it can do, context and prices."""

    def __init__(self, model: ModelListModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.kind = GenerationType.TEXT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row is equally high."""
        return QSize(200, theme().px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        row = self._model.row_at(index)
        if row is None:
            return
        area = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme().color("bg.selected"))
        painter.translate(area.topLeft())
        columns = Columns(area.width(), self.kind)
        self._paint_star(painter, row, area.height())
        self._paint_words(painter, row, columns, area.height())
        self._paint_abilities(painter, row, columns, area.height())
        self._paint_numbers(painter, row, columns, area.height())
        painter.restore()

    def _paint_star(self, painter: QPainter, row: ModelRow, height: float) -> None:
        look = theme()
        is_on = self._model.is_favourite(row)
        color = "star" if is_on else "text.tertiary"
        picture = icon_pixmap("star", color, look.px(_ICON), filled=is_on)
        painter.drawPixmap(
            round((look.px(STAR_WIDTH) - look.px(_ICON)) / 2 + 1),
            round((height - look.px(_ICON)) / 2),
            picture,
        )

    def _paint_words(
        self, painter: QPainter, row: ModelRow, columns: Columns, height: float
    ) -> None:
        look = theme()
        has_ended = row.has_ended(self._model.today)
        strong, small = look.font("base", "medium"), look.font("caption")
        room = columns.title_width
        marks = self._marks(row)
        taken = sum(_badge_width(text) + look.px(6) for text, _color in marks)
        title = elided(strong, row.title, max(look.px(60), room - taken))
        vertical = Qt.AlignmentFlag.AlignVCenter
        upper = QRectF(columns.title_left, look.px(4), room, look.px(18))
        painter.setFont(strong)
        painter.setPen(look.color("text.tertiary" if has_ended else "text.primary"))
        painter.drawText(upper, vertical, title)
        left = columns.title_left + QFontMetricsF(strong).horizontalAdvance(title) + look.px(6)
        if row.key == self._model.chosen:
            picture = icon_pixmap("check", "accent.text", look.px(_ICON))
            painter.drawPixmap(round(left), round(upper.center().y() - look.px(7)), picture)
            left += look.px(20)
        for text, color in marks:
            left += _paint_badge(painter, left, upper, text, look.color(color)) + look.px(6)
        painter.setFont(small)
        painter.setPen(look.color("text.tertiary"))
        lower = QRectF(columns.title_left, look.px(21), room, height - look.px(24))
        painter.drawText(lower, vertical, elided(small, self._lower(row), room))

    def _lower(self, row: ModelRow) -> str:
        words = f"{row.provider.label}, {row.model_id}" if row.is_typed else row.model_id
        ending = ending_words(row.spec, self._model.today)
        return f"{words}. {ending}" if ending else words

    def _marks(self, row: ModelRow) -> list[tuple[str, str]]:
        found = [(tr("Free"), "ok.text")] if row.spec.pricing.is_free else []
        if row.is_typed:
            found.append((tr("Not listed"), "text.secondary"))
        if row.has_ended(self._model.today):
            found.append((tr("Ended"), "err.text"))
        elif row.spec.ends_on is not None:
            found.append((tr("Ends"), "warn.text"))
        return found

    def _paint_abilities(
        self, painter: QPainter, row: ModelRow, columns: Columns, height: float
    ) -> None:
        look = theme()
        usual = _USUAL[self.kind]
        places = {name: place for place, name in enumerate(usual)}
        for one in ABILITIES:
            if one.name not in row.abilities:
                continue
            place = places.setdefault(one.name, len(places))
            if place < _MOST_ICONS:
                picture = icon_pixmap(one.icon, "text.secondary", look.px(_ICON))
                left = columns.can_left + place * look.px(_ICON_STEP)
                painter.drawPixmap(round(left), round((height - look.px(_ICON)) / 2), picture)

    def _paint_numbers(
        self, painter: QPainter, row: ModelRow, columns: Columns, height: float
    ) -> None:
        look = theme()
        if columns.is_text:
            texts = [
                count_words(row.spec.context_tokens),
                rate_words(row.rate(PriceUnit.INPUT_TOKEN)),
                rate_words(row.rate(PriceUnit.OUTPUT_TOKEN)),
            ]
        else:
            texts = [row.price]
        font = look.font("base" if columns.is_text else "meta")
        painter.setFont(font)
        to_right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        for number, (text, (_name, left, width)) in enumerate(
            zip(texts, columns.numbers, strict=True)
        ):
            is_second = columns.is_text and number == 0
            painter.setPen(look.color("text.secondary" if is_second else "text.primary"))
            box = QRectF(left, 0, width, height)
            painter.drawText(box, to_right, elided(font, text, width))


class ColumnHeads(QWidget):
    """The names of the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = GenerationType.TEXT
        self.margin = 0
        """Pixels at the right that the list's scroll bar takes."""
        theme().changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.setFixedHeight(theme().px(HEAD_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the names."""
        painter = QPainter(self)
        columns = Columns(self.width() - self.margin, self.kind)
        painter.setFont(theme().font("caption", "medium"))
        painter.setPen(theme().color("text.tertiary"))
        vertical = Qt.AlignmentFlag.AlignVCenter
        height = self.height()
        painter.drawText(
            QRectF(columns.title_left, 0, columns.title_width, height), vertical, tr("Model")
        )
        painter.drawText(
            QRectF(columns.can_left, 0, columns.can_width, height), vertical, tr("Can do")
        )
        for name, left, width in columns.numbers:
            box = QRectF(left, 0, width, height)
            painter.drawText(box, vertical | Qt.AlignmentFlag.AlignRight, name)


def _badge_width(text: str) -> float:
    metrics = QFontMetricsF(theme().font("caption"))
    return metrics.horizontalAdvance(text) + theme().px(10)


def _paint_badge(painter: QPainter, left: float, line: QRectF, text: str, color: QColor) -> float:
    width, height = _badge_width(text), theme().px(16)
    box = QRectF(left, line.center().y() - height / 2, width, height)
    fill_rounded(painter, box, 4, None, color)
    painter.setPen(color)
    painter.setFont(theme().font("caption"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return width
