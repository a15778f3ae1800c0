"""The popup in which a model is chosen: search, filters, models as rows, facts on one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.ui.panes.create.model_facts import ModelFacts
from mediadesk.ui.panes.create.model_filter import ORDERS
from mediadesk.ui.panes.create.model_filter_panel import FilterPanel
from mediadesk.ui.panes.create.model_view import ModelView
from mediadesk.ui.support.debounce import Debouncer
from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.shadow import BLUR, draw_shadow
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.keycaps import Keycaps
from mediadesk.ui.widgets.labels import line, role_label
from mediadesk.ui.widgets.search_field import SearchField
from mediadesk.ui.words import noun

if TYPE_CHECKING:
    from mediadesk.ui.panes.create.composer_view_model import ComposerViewModel
    from mediadesk.ui.panes.create.model_picker_view_model import ModelPickerViewModel
    from mediadesk.ui.panes.create.model_row import ModelRow

SIZE = (1152, 684)
FULL_FROM = 1200
"""From this width of the window on the facts have a column of their own."""
MARGIN = 16
FACTS_DELAY_MS = 40
"""Keys that are held go through the rows without reading about each."""
PAGE_ROWS = 8
FOOT_HEIGHT = 42
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE_ROWS,
    Qt.Key.Key_PageUp: -PAGE_ROWS,
}


class ModelPicker(QFrame):
    """A popup under the model card. ``chosen`` carries provider name and model id."""

    chosen = Signal(str, str)

    def __init__(
        self,
        composer: ComposerViewModel,
        view_model: ModelPickerViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._composer = composer
        self._anchor: QWidget | None = None
        self._view_model = view_model
        describe(self, name="model-picker", accessible=tr("Choose a model"))
        self._search = SearchField(
            tr("Search models or type a model id"), name="model-search", delay_ms=0
        )
        self._order = QComboBox()
        self._filters = FilterPanel(self._view_model)
        self._view = ModelView()
        self._facts = ModelFacts()
        self._facts_line = line("v")
        self._count = role_label("", "muted")
        self._source = role_label("", "muted")
        self._empty = QWidget()
        self._none = role_label("", "secondary", wrap=True)
        self._clear = Button(
            tr("Clear the filters"), kind="standard", size="small", name="clear-model-filters"
        )
        self._look = Debouncer(FACTS_DELAY_MS, self)
        self._build()
        self._connect()

    def open_at(self, anchor: QWidget) -> None:
        """Show the picker under a widget."""
        self._search.blockSignals(True)
        self._search.clear()
        self._search.blockSignals(False)
        view_model = self._view_model
        view_model.open_for(self._composer.type)
        count = len(view_model.all_rows)
        words = tr("Search {count} {kind} models by name, maker or what they can do").format(
            count=number(count), kind=noun(view_model.kind)
        )
        self._search.setPlaceholderText(words)
        self._place(anchor)
        self._anchor = anchor
        set_style(anchor, state="on")
        self._view.choose_key((self._composer.provider, self._composer.model.id))
        self._show_facts()
        self.show()
        self._search.setFocus()

    # -------------------------------------------------------------------------------- building

    def _build(self) -> None:
        for field in (self._search, self._order):
            set_style(field, rowSize="tall")
        self._order.setMinimumWidth(theme().px(188))
        describe(self._order, name="model-order", accessible=tr("Order of the models"))
        for order, label in ORDERS:
            self._order.addItem(tr(label), order)
        head = QHBoxLayout()
        head.setContentsMargins(12, 12, 12, 10)
        head.setSpacing(12)
        head.addWidget(self._search, 1)
        head.addWidget(self._order)
        none = QVBoxLayout(self._empty)
        none.setContentsMargins(24, 24, 24, 24)
        none.setSpacing(12)
        none.addWidget(self._none)
        none.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        none.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._empty, 1)
        middle.addWidget(self._view, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._filters)
        body.addWidget(line("v"))
        body.addLayout(middle, 1)
        body.addWidget(self._facts_line)
        body.addWidget(self._facts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(BLUR, BLUR, BLUR, BLUR)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(line())
        layout.addLayout(body, 1)
        layout.addWidget(line())
        layout.addWidget(self._foot())

    def _foot(self) -> QWidget:
        refresh = Button(tr("Refresh"), kind="link", size="small", icon="refresh-cw")
        describe(refresh, name="refresh-models", accessible=tr("Refresh the lists of models"))
        refresh.setToolTip(tr("Ask the providers that have a key which models they offer"))
        refresh.clicked.connect(self._composer.lists_wanted)
        foot = QWidget()
        foot.setMinimumHeight(theme().px(FOOT_HEIGHT))
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self._count)
        row.addSpacing(6)
        row.addWidget(self._source)
        row.addWidget(refresh)
        row.addStretch(1)
        for keys, words in (
            ("↑+↓", tr("move")),
            ("Ctrl+D", tr("favourite")),
            ("↵", tr("use")),
            ("Esc", tr("close")),
        ):
            row.addWidget(Keycaps(keys))
            row.addWidget(role_label(words, "caption"))
            row.addSpacing(6)
        return foot

    def _connect(self) -> None:
        view_model, view = self._view_model, self._view
        view_model.listed.connect(self._on_listed)
        view_model.use_found.connect(self._on_use)
        self._search.textChanged.connect(lambda text: view_model.ask(text=text))
        self._search.installEventFilter(self)
        self._order.activated.connect(lambda place: view_model.sort_by(self._order.itemData(place)))
        self._clear.clicked.connect(self._clear_filters)
        view.current_changed.connect(lambda _row: self._look.trigger())
        self._look.fired.connect(self._show_facts)
        view.starred.connect(view_model.toggle_favourite)
        view.picked.connect(self._choose)
        view.list.installEventFilter(self)
        self._facts.use_wanted.connect(lambda: self._choose(view.current))

    def _place(self, anchor: QWidget) -> None:
        """Under the anchor, as large as the window around it leaves room."""
        window = anchor.window()
        is_full = window.width() >= theme().px(FULL_FROM)
        self._facts.setVisible(is_full)
        self._facts_line.setVisible(is_full)
        corner = window.mapToGlobal(QPoint(0, 0))
        at = anchor.mapToGlobal(QPoint(0, anchor.height() + 8))
        px = theme().px
        width = min(px(SIZE[0]), window.width() - 2 * MARGIN)
        height = min(px(SIZE[1]), window.height() - 2 * MARGIN)
        left = max(corner.x() + MARGIN, min(at.x(), corner.x() + window.width() - MARGIN - width))
        lowest = corner.y() + window.height() - MARGIN - height
        top = max(corner.y() + MARGIN, min(at.y(), lowest))
        self.setGeometry(left - BLUR, top - BLUR, width + 2 * BLUR, height + 2 * BLUR)

    # -------------------------------------------------------------------------------- following

    def _on_listed(self) -> None:
        view_model = self._view_model
        self._view.show_rows(
            view_model.rows,
            view_model.marks,
            view_model.today,
            view_model.kind,
            chosen=(str(self._composer.provider), self._composer.model.id),
        )
        listed = sum(1 for row in view_model.rows if not row.is_typed)
        total = len(view_model.all_rows)
        words = tr("{count} of {total} models").format(count=number(listed), total=number(total))
        self._count.setText(words)
        missing = [
            one.label for one in view_model.providers if one.needs_key and not one.has_account
        ]
        no_key = tr("No key yet: {names}").format(names=", ".join(missing))
        self._source.setText(no_key if missing and len(missing) <= 3 else "")
        is_empty = not view_model.rows
        self._view.setVisible(not is_empty)
        self._empty.setVisible(is_empty)
        self._clear.setVisible(is_empty and view_model.filter.narrows)
        if is_empty:
            self._none.setText(self._empty_words())
            self._look.trigger()

    def _empty_words(self) -> str:
        asked = self._view_model.filter
        if asked.shown == "favourites" and not self._view_model.marks.favourites:
            return tr("No favourites yet. Ctrl+D marks the chosen model.")
        if asked.shown == "recent" and not self._view_model.marks.recent:
            return tr("No model was chosen here yet.")
        if asked.narrows:
            return tr("No model fits the search and the filters.")
        return tr("No model fits. Try fewer letters, or type a whole model id.")

    def _clear_filters(self) -> None:
        self._view_model.ask(
            shown="all", provider="", abilities=frozenset(), most_micro=None, least_context=None
        )
        self._search.setFocus()

    def _show_facts(self) -> None:
        if self._facts.isHidden():
            return
        row = self._view.current
        self._facts.show_row(row, self._view_model.today)
        if row is not None:
            self._view_model.look_up_use(row)

    def _on_use(self, key: object, figures: object) -> None:
        row = self._view.current
        if row is not None and row.key == key:
            self._facts.show_use(figures, row)  # type: ignore[arg-type]

    def _choose(self, row: ModelRow | None) -> None:
        if row is not None:
            self._view_model.note_chosen(row)
            self.hide()
            self.chosen.emit(row.provider.name, row.model_id)

    # -------------------------------------------------------------------------------- events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the search field and the list that move, choose and mark."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers()
        is_alt = bool(held & Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._view.current)
        elif key in _MOVES and not is_alt:
            self._view.step(_MOVES[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and is_alt:
            self._view_model.step_provider(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_D and held & Qt.KeyboardModifier.ControlModifier:
            row = self._view.current
            if row is not None:
                self._view_model.toggle_favourite(row)
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        super().hideEvent(event)
        if self._anchor is not None:
            set_style(self._anchor, state=None)
        self._view_model.shut()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow and box."""
        painter = QPainter(self)
        body = self.rect().adjusted(BLUR, BLUR, -BLUR, -BLUR)
        draw_shadow(painter, body)
        edge = theme().color("border.default")
        fill_rounded(painter, QRectF(body), 12, theme().color("bg.raised"), edge)
