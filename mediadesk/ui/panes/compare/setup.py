"""Before a comparison: choose the models, see each price and the total, run."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QIcon, QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QListView, QMenu, QVBoxLayout, QWidget

from mediadesk.domain.comparisons import FEWEST_MODELS, MOST_MODELS, ModelSet, SetQuote
from mediadesk.ui.panes.compare.set_name_dialog import SetNameDialog
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.card import Card, MessageBar, clear_layout
from mediadesk.ui.widgets.labels import ElideLabel, role_label
from mediadesk.ui.widgets.search_field import SearchField
from mediadesk.ui.words import estimate_words, price_words

if TYPE_CHECKING:
    from mediadesk.domain.routes import FallbackLink
    from mediadesk.ui.panes.compare.candidates import Candidate
    from mediadesk.ui.panes.compare.view_model import CompareViewModel

LINK_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 32
WORDS_ROLE = Qt.ItemDataRole.UserRole + 2


class CompareSetup(QWidget):
    """All models that make the kind on the left, those that take part on the right."""

    def __init__(self, view_model: CompareViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="compare-setup", accessible=tr("Models to compare"))
        set_style(self, surface="window")
        self._view_model = view_model
        self._candidates: dict[str, Candidate] = {}
        self._rows = QStandardItemModel(self)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self._rows)
        self._found.setFilterRole(WORDS_ROLE)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._search = SearchField(
            tr("Search models by name, id or provider"), name="compare-search"
        )
        self._list = QListView()
        self._chosen = QVBoxLayout()
        self._total = role_label("", "strong")
        self._sets = Button(tr("Saved sets"), icon="layers", name="compare-sets")
        self._none = Button(tr("Remove all"), kind="quiet", size="small", name="compare-remove-all")
        self._save = Button(tr("Save this set"), icon="save", name="compare-save-set")
        self._error = MessageBar("", "err", name="compare-error")
        self._run = PrimaryButton(tr("Compare"), name="compare-run")
        self._build()
        self._connect()

    def focus_search(self) -> None:
        """Put the focus where a model is looked for."""
        self._search.setFocus()

    def _build(self) -> None:
        describe(self._list, name="compare-models", accessible=tr("Models"))
        self._list.setModel(self._found)
        self._list.setUniformItemSizes(True)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(
            role_label(
                tr("Choose {fewest_models} to {most_models} models").format(
                    fewest_models=FEWEST_MODELS, most_models=MOST_MODELS
                ),
                "title",
            )
        )
        left.addWidget(self._search)
        left.addWidget(self._list, 1)
        card = Card(padding=16)
        head = QHBoxLayout()
        head.addWidget(role_label(tr("Taking part"), "label"), 1)
        head.addWidget(self._none)
        card.body.addLayout(head)
        card.body.addLayout(self._chosen)
        card.body.addWidget(self._total)
        card.body.addWidget(self._error)
        sets = QHBoxLayout()
        sets.addWidget(self._sets)
        sets.addWidget(self._save)
        sets.addStretch(1)
        card.body.addLayout(sets)
        card.body.addWidget(self._run)
        right = QVBoxLayout()
        right.addWidget(card)
        right.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(20)
        layout.addLayout(left, 1)
        layout.addLayout(right, 1)
        self._sets.setMenu(QMenu(self._sets))
        self._sets.setEnabled(False)
        self._error.hide()

    def _connect(self) -> None:
        view_model = self._view_model
        for keys in ("Space", "Return"):
            take = QShortcut(QKeySequence(keys), self._list)
            take.setContext(Qt.ShortcutContext.WidgetShortcut)
            take.activated.connect(lambda: self._toggle(self._list.currentIndex()))
        self._search.textChanged.connect(self._found.setFilterFixedString)
        self._search.returnPressed.connect(self._take_first)
        self._list.clicked.connect(self._toggle)
        self._save.clicked.connect(self._ask_name)
        self._none.clicked.connect(view_model.choose_none)
        self._run.clicked.connect(view_model.run)
        view_model.request_changed.connect(self._fill)
        view_model.models_changed.connect(self._show_models)
        view_model.quote_changed.connect(self._show_quote)
        view_model.sets_changed.connect(self._show_sets)
        view_model.refused.connect(self._show_error)

    def _fill(self) -> None:
        self._search.clear()
        self._rows.clear()
        self._candidates = {one.link.name: one for one in self._view_model.candidates()}
        for name, one in self._candidates.items():
            price, unit = price_words(one.model)
            item = QStandardItem(f"{one.model.label}  ·  {one.provider.label}  ·  {price} {unit}")
            item.setSizeHint(QSize(0, theme().px(ROW_HEIGHT)))
            item.setData(name, LINK_ROLE)
            item.setData(f"{one.model.label} {one.link.name} {one.provider.label}", WORDS_ROLE)
            item.setEnabled(not one.lacks_key)
            if one.lacks_key:
                item.setText(
                    tr("{label}  ·  {label2}, add a key first").format(
                        label=one.model.label, label2=one.provider.label
                    )
                )
            self._rows.appendRow(item)
        self._show_models()

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self._view_model.toggle(self._candidates[index.data(LINK_ROLE)].link)

    def _take_first(self) -> None:
        """Return takes the first model that fits what is typed."""
        if self._search.text().strip() and self._found.rowCount():
            item = self._rows.itemFromIndex(self._found.mapToSource(self._found.index(0, 0)))
            if item.isEnabled():
                self._view_model.toggle(self._candidates[item.data(LINK_ROLE)].link)
                self._search.selectAll()

    def _show_models(self) -> None:
        models = self._view_model.models
        names = {link.name for link in models}
        for row in range(self._rows.rowCount()):
            item = self._rows.item(row)
            if not item.isEnabled():
                item.setIcon(QIcon(icon_pixmap("key-round", "text.disabled", theme().px(16))))
                item.setForeground(theme().color("text.disabled"))
                continue
            is_in = item.data(LINK_ROLE) in names
            icon, color = ("check", "accent.text") if is_in else ("plus", "text.tertiary")
            item.setIcon(QIcon(icon_pixmap(icon, color, theme().px(16))))
            state = tr("takes part") if is_in else tr("not chosen")
            item.setData(f"{item.text()}, {state}", Qt.ItemDataRole.AccessibleTextRole)
        self._error.hide()
        self._show_chosen(models, SetQuote())
        is_enough = FEWEST_MODELS <= len(models) <= MOST_MODELS
        self._total.setText(tr("Working out the price") if models else tr("No models chosen"))
        self._run.setText(tr("Compare {models}").format(models=tr("%Ln model(s)", n=len(models))))
        self._run.setEnabled(False)
        self._save.setEnabled(is_enough)
        self._none.setEnabled(bool(models))

    def _show_quote(self, quote: SetQuote) -> None:
        models = self._view_model.models
        self._show_chosen(models, quote)
        words = estimate_words(quote.expected_micro, quote.upper_micro)
        self._total.setText(
            tr("Total: {words}").format(words=words) if models else tr("No models chosen")
        )
        is_enough = FEWEST_MODELS <= len(models) <= MOST_MODELS
        request = self._view_model.request
        has_prompt = request is not None and bool(request.prompt)
        self._run.setEnabled(is_enough and not quote.problem and has_prompt)
        if not has_prompt:
            self._show_error(tr("Write a prompt on the Create page first."))

    def _show_chosen(self, models: tuple[FallbackLink, ...], quote: SetQuote) -> None:
        clear_layout(self._chosen)
        for at, link in enumerate(models):
            cell = quote.cells[at] if at < len(quote.cells) else None
            known = self._candidates.get(link.name)
            label = known.model.label if known is not None else link.model
            self._chosen.addWidget(self._row(link, label))
            words, role = "…", "muted"
            if cell is not None:
                words, role = cell.problem, "error"
            if cell is not None and cell.estimate is not None and not cell.problem:
                role = "muted"
                words = estimate_words(cell.estimate.expected_micro, cell.estimate.upper_micro)
                if cell.dropped:
                    words += tr(", without {join}").format(join=", ".join(cell.dropped))
            price = role_label(words, role, wrap=True)
            price.setObjectName(f"compare-price-{at + 1}")
            self._chosen.addWidget(price)

    def _row(self, link: FallbackLink, label: str) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        remove = Button(
            tr("Remove"), kind="quiet", size="small", name=f"compare-remove-{link.name}"
        )
        remove.setAccessibleName(
            tr("Remove {label}, {provider}").format(label=label, provider=link.provider)
        )
        remove.clicked.connect(partial(self._view_model.toggle, link))
        layout.addWidget(ElideLabel(label, "strong"), 1)
        layout.addWidget(remove)
        return row

    def _show_sets(self, sets: list[ModelSet]) -> None:
        menu = self._sets.menu()
        menu.clear()
        for one in sets:
            action = menu.addAction(one.name.replace("&", "&&"))
            action.triggered.connect(partial(self._view_model.use_set, one))
        menu.addSeparator()
        for one in sets:
            action = menu.addAction(
                tr("Delete “{replace}”").format(replace=one.name.replace("&", "&&"))
            )
            action.triggered.connect(partial(self._view_model.forget_set, one))
        self._sets.setEnabled(bool(sets))

    def _ask_name(self) -> None:
        dialog = SetNameDialog(self.window())
        dialog.submitted.connect(self._view_model.save_set)
        dialog.open()

    def _show_error(self, text: str) -> None:
        self._error.show_message(text, "err")
        self._error.show()
