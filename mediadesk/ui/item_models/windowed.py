"""Long lists: all row ids in order, rows by page when asked for, a bounded number of pages.

One list model serves a strip and a grid; it never holds more than ``MAX_PAGES`` pages of rows.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex

from mediadesk.ui.support.debounce import Throttle
from mediadesk.ui.support.view_model import ViewModel

PAGE_ROWS = 128
REPAINT_MS = 50
MAX_PAGES = 40
NO_PARENT = QModelIndex()

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex


class WindowedListModel(QAbstractListModel, Generic[T]):
    """Base: subclasses say how rows are loaded and shown. ``None`` means not loaded yet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: Sequence[int] = ()
        self._pages: OrderedDict[int, list[T | None]] = OrderedDict()
        self._loading: set[int] = set()
        self._version = 0
        self.moves = 0
        """Changes whenever a loaded row may stand elsewhere, or another one is loaded."""
        self._touched: set[int] = set()
        self._paint_again = Throttle(REPAINT_MS, self)
        self._paint_again.fired.connect(self._tell_touched)
        self.tasks = ViewModel(self)

    async def load_rows(self, ids: Sequence[int]) -> list[T]:
        """Rows for ``ids``, in that order."""
        raise TypeError(f"{type(self).__name__} does not say how its rows are loaded")

    def row_data(self, row: T, role: int) -> Any:
        """What a role shows of a row."""
        raise TypeError(f"{type(self).__name__} does not say what its rows show")

    @property
    def ids(self) -> Sequence[int]:
        """All row ids, in order."""
        return self._ids

    def reset(self, ids: Sequence[int]) -> None:
        """Show another list."""
        self.moves += 1
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self._loading.clear()
        self._version += 1
        self.endResetModel()

    def refresh(self, ids: Sequence[int]) -> None:
        """Show a newer list; rows that are loaded stay on screen until they were read again."""
        known = {self._ids[position]: row for position, row in self.loaded()}
        if ids != self._ids:
            self.moves += 1
            self.beginResetModel()
            self._ids = ids
            self._pages.clear()
            for number in range(min(MAX_PAGES, -(-len(ids) // PAGE_ROWS))):
                page = [known.get(i) for i in ids[number * PAGE_ROWS : (number + 1) * PAGE_ROWS]]
                if any(row is not None for row in page):
                    self._pages[number] = page
            self.endResetModel()
        self._loading.clear()
        self._version += 1
        for number in list(self._pages):
            self._ask(number, again=True)

    def insert_first(self, ids: Sequence[int], added: int) -> None:
        """Show a list that only grew at its beginning; what is loaded moves down."""
        kept = dict(self.loaded())
        self.moves += 1
        self._touched = {position + added for position in self._touched}
        self.beginInsertRows(QModelIndex(), 0, added - 1)
        self._ids = ids
        self._pages.clear()
        self._loading.clear()
        self._version += 1
        pages: dict[int, dict[int, T]] = {}
        for position, row in kept.items():
            number, offset = divmod(position + added, PAGE_ROWS)
            pages.setdefault(number, {})[offset] = row
        for number, rows in pages.items():
            size = min(PAGE_ROWS, len(ids) - number * PAGE_ROWS)
            self._pages[number] = [rows.get(offset) for offset in range(size)]
        self.endInsertRows()

    def item(self, position: int) -> T | None:
        """The row at a position if it is loaded; asks for its page otherwise."""
        if not 0 <= position < len(self._ids):
            return None
        number, offset = divmod(position, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            self._ask(number)
            return None
        self._pages.move_to_end(number)
        row = page[offset] if offset < len(page) else None
        if row is None and offset < len(page):
            self._ask(number)
        return row

    def loaded(self) -> list[tuple[int, T]]:
        """Every loaded row with its position."""
        return [
            (number * PAGE_ROWS + offset, row)
            for number, page in self._pages.items()
            for offset, row in enumerate(page)
            if row is not None
        ]

    def replace_row(self, position: int, row: T) -> None:
        """Show a newer state of a loaded row."""
        number, offset = divmod(position, PAGE_ROWS)
        page = self._pages.get(number)
        if page is not None and offset < len(page) and page[offset] != row:
            page[offset] = row
            self.touch(position)

    def put_page(self, number: int, rows: Sequence[T | None]) -> None:
        """Take a page of rows that is already there."""
        self.moves += 1
        self._pages[number] = list(rows)
        while len(self._pages) > MAX_PAGES:
            self._pages.popitem(last=False)

    def touch(self, position: int) -> None:
        """Have a row painted again, soon: jobs that run touch their rows many times a second."""
        self._touched.add(position)
        self._paint_again.trigger()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = 0) -> Any:
        """What a role shows; None while the row is loaded."""
        row = self.item(index.row()) if index.isValid() else None
        return None if row is None else self.row_data(row, role)

    def _tell_touched(self) -> None:
        touched, self._touched = sorted(self._touched), set()
        runs: list[list[int]] = []
        for position in touched:
            if position >= len(self._ids):
                break
            if runs and runs[-1][1] == position - 1:
                runs[-1][1] = position
            else:
                runs.append([position, position])
        for first, last in runs:
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    def _ask(self, number: int, *, again: bool = False) -> None:
        if number not in self._loading:
            self._loading.add(number)
            self.tasks.start(self._load(number, self._version, again=again))

    async def _load(self, number: int, version: int, *, again: bool) -> None:
        """Read what is missing of a page, or all of it ``again``."""
        first = number * PAGE_ROWS
        ids = self._ids[first : first + PAGE_ROWS]
        page = self._pages.get(number, [])
        missing = [offset for offset, row in enumerate(page) if row is None]
        is_part = not again and len(page) == len(ids)
        try:
            rows = await self.load_rows([ids[offset] for offset in missing] if is_part else ids)
        finally:
            if version == self._version:
                self._loading.discard(number)
        if version != self._version:
            return
        if is_part and len(rows) < len(missing):  # some are gone, and the rest moves up
            self._ask(number, again=True)
            return
        before = self._pages.get(number, [])
        now: list[T | None] = [*before] if is_part else [*rows]
        for offset, found in zip(missing, rows, strict=True) if is_part else ():
            now[offset] = found
        self.put_page(number, now)
        for offset, row in enumerate(now):
            if offset >= len(before) or before[offset] != row:
                self._touched.add(first + offset)
        self._tell_touched()
