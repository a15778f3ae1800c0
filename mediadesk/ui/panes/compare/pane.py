"""The Compare page: first the models and their prices, then the board."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mediadesk.domain.comparisons import MOST_MODELS
from mediadesk.domain.generation import GenerationType
from mediadesk.ui.action_table import COMPARE_ACTIONS
from mediadesk.ui.actions import ActionSet
from mediadesk.ui.panes.compare.board import CompareBoard
from mediadesk.ui.panes.compare.cells import Board, Cell
from mediadesk.ui.panes.compare.setup import CompareSetup
from mediadesk.ui.panes.compare.view_model import CompareViewModel
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.labels import ElideLabel, line, role_label
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl
from mediadesk.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediadesk.domain.generation import GenerationRequest
    from mediadesk.domain.ids import AssetId
    from mediadesk.ui.pane_registry import PaneContext
    from mediadesk.ui.workspace import Workspace

_SIDE = ("side", QT_TR_NOOP("Side by side"))
_PICTURE_MODES = (_SIDE, ("slider", QT_TR_NOOP("Slider")), ("difference", QT_TR_NOOP("Difference")))
_TEXT_MODES = (_SIDE, ("diff", QT_TR_NOOP("Difference")))


class ComparePane(QWidget):
    """Bar on top; below it the models, or the results."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="compare-pane", accessible=tr("Compare"))
        set_style(self, surface="window")
        self._workspace = workspace
        self.view_model = CompareViewModel(workspace, self)
        self._back = Button(
            tr("Back to Create"), kind="quiet", icon="arrow-left", name="compare-back"
        )
        self._title = role_label(tr("Compare"), "strong")
        self._prompt = ElideLabel("", "secondary")
        self._modes = SegmentedControl([], label=tr("How two are shown"), name="compare-mode")
        self._link = Switch(tr("Sync zoom"), checked=True, name="compare-link")
        self._link_words = role_label(tr("Sync zoom"), "secondary")
        self._hide = Switch(tr("Hide names"), name="compare-hide")
        self._again = Button(tr("Change models"), kind="quiet", name="compare-again")
        self._offered: list[str] = []
        self._stack = QStackedWidget()
        self._setup = CompareSetup(self.view_model)
        self._board = CompareBoard(self.view_model)
        self._build()
        self._connect()
        self.action_sets = (ActionSet(self, COMPARE_ACTIONS),)
        self.action_sets[0].set_handlers(self._handlers())
        self._show(None)

    def compare(self, request: GenerationRequest) -> None:
        """Begin a comparison of what the composer holds."""
        self.view_model.prepare(request)
        self._setup.focus_search()

    def compare_results(self, asset_ids: tuple[AssetId, ...]) -> None:
        """Show results that are in the library already, side by side."""
        self.view_model.show_results(asset_ids)

    # -------------------------------------------------------------------------------- window

    def activate(self) -> None:
        """The page came to the front: go on where one was, or with the latest comparison."""
        self.view_model.show_latest()

    def fit(self, width_class: str, is_low: bool) -> None:
        """One layout for every width."""

    def show_place(self, place: str) -> None:
        """No places inside."""

    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self]

    async def close_pane(self) -> None:
        """End what the page started."""
        await self.view_model.close()

    # -------------------------------------------------------------------------------- inside

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 12, 6)
        bar.setSpacing(8)
        bar.addWidget(self._back)
        bar.addWidget(_divider())
        bar.addSpacing(4)
        bar.addWidget(self._title)
        bar.addWidget(self._prompt, 1)
        bar.addWidget(self._modes)
        bar.addWidget(self._link)
        bar.addWidget(self._link_words)
        bar.addWidget(_divider())
        bar.addWidget(self._hide)
        bar.addWidget(role_label(tr("Hide names"), "secondary"))
        bar.addWidget(_divider())
        bar.addWidget(self._again)
        self._stack.addWidget(self._setup)
        self._stack.addWidget(self._board)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(line())
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        view_model = self.view_model
        self._back.clicked.connect(self._close)
        self._again.clicked.connect(self._choose_again)
        self._modes.value_changed.connect(self._board.set_mode)
        self._link.toggled.connect(self._board.set_linked)
        self._hide.toggled.connect(view_model.set_hides_names)
        self._board.open_wanted.connect(self._open)
        view_model.request_changed.connect(lambda: self._show(None))
        view_model.comparison_changed.connect(self._show)
        view_model.failed.connect(lambda text: self._workspace.tell(text, "error"))

    def _handlers(self) -> dict[str, Callable[[], object]]:
        handlers: dict[str, Callable[[], object]] = {
            "compare-close": self._close,
            "compare-names": self._hide.toggle,
            "compare-link": self._link.toggle,
            "compare-mode": self._next_mode,
        }
        for stars in range(6):
            handlers[f"compare-rate-{stars}"] = partial(self._rate, stars)
        for number in range(1, MOST_MODELS + 1):
            handlers[f"compare-pick-{number}"] = partial(self.view_model.pick_at, number - 1)
        return handlers

    def _show(self, board: Board | None) -> None:
        request = self.view_model.request
        cells = () if board is None else board.cells
        prompts = {cell.run.prompt for cell in cells}
        prompt = request.prompt if request is not None else ""
        if cells:
            prompt = prompts.pop() if len(prompts) == 1 else tr("Different prompts")
        is_text = bool(cells) and cells[0].kind is GenerationType.TEXT
        self._prompt.setText(prompt)
        title = tr("Compare {count}").format(count=len(cells)) if cells else tr("Compare")
        self._title.setText(title)
        words = tr("Scroll together") if is_text else tr("Sync zoom")
        self._link_words.setText(words)
        self._link.setAccessibleName(words)
        self._again.setVisible(board is not None and board.comparison_id is not None)
        self._again.setEnabled(request is not None)
        self._show_modes(cells)
        self._stack.setCurrentWidget(self._board if cells else self._setup)
        if board is not None:
            self._board.show_board(board)

    def _show_modes(self, cells: tuple[Cell, ...]) -> None:
        """Two pictures and two texts can be shown in one."""
        kind = cells[0].kind if len(cells) == 2 else None
        modes = {GenerationType.IMAGE: _PICTURE_MODES, GenerationType.TEXT: _TEXT_MODES}
        offered = modes.get(kind, ()) if kind is not None else ()
        self._modes.setVisible(bool(offered))
        names = [name for name, _ in offered]
        if names != self._offered:
            self._offered = names
            self._modes.set_segments([Segment(name, tr(words)) for name, words in offered])
            self._board.set_mode("side")

    def _next_mode(self) -> None:
        """Go through the ways in which two are shown."""
        if self._offered:
            at = self._offered.index(self._modes.value())
            self._modes.set_value(self._offered[(at + 1) % len(self._offered)])
            self._board.set_mode(self._modes.value())

    def _rate(self, stars: int) -> None:
        self.view_model.rate(self._board.focused(), stars)

    def _choose_again(self) -> None:
        request = self.view_model.request
        if request is not None:
            self.compare(request)

    def _open(self, cell: Cell) -> None:
        self._workspace.show_generation(cell.run.id, None if cell.asset is None else cell.asset.id)

    def _close(self) -> None:
        self._workspace.page_wanted.emit("create")


def _divider() -> QWidget:
    divider = line("v", "strong")
    divider.setFixedHeight(theme().px(20))
    return divider


def make_compare_pane(context: PaneContext) -> ComparePane:
    """Build the page."""
    return ComparePane(context.workspace, context.pages)
