"""The library switcher: the libraries that are known, a new one, and one in another folder."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from mediadesk.ui.support.icons import set_icon
from mediadesk.ui.support.translation import tr


class LibraryMenu(QObject):
    """``chosen`` carries the folder of another library, there or not yet."""

    chosen = Signal(object)

    def __init__(self, window: QWidget, current: Path) -> None:
        super().__init__(window)
        self._window = window
        self._current = current

    def open_at(self, anchor: QWidget, known: tuple[Path, ...], names: dict[Path, str]) -> None:
        """Offer the libraries under a widget."""
        menu = QMenu(self._window)
        menu.setObjectName("library-menu")
        menu.aboutToHide.connect(menu.deleteLater)
        for path, text in _labels((self._current, *known), names).items():
            entry = menu.addAction(text)
            entry.setToolTip(str(path))
            entry.setStatusTip(str(path))
            set_icon(entry, "check" if path == self._current else "library")
            entry.setEnabled(path != self._current)
            entry.triggered.connect(partial(self.chosen.emit, path))
        menu.setToolTipsVisible(True)
        menu.addSeparator()
        new = menu.addAction(tr("New library…"))
        set_icon(new, "plus")
        new.triggered.connect(self.choose_new)
        other = menu.addAction(tr("Open another library…"))
        set_icon(other, "folder-open")
        other.triggered.connect(self.choose_other)
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))

    def choose_new(self) -> None:
        """A folder beside this library that is still free; the next page lets it be changed."""
        parent, number = self._current.parent, 2
        while (path := parent / f"library-{number}").exists():
            number += 1
        self.chosen.emit(path)

    def choose_other(self) -> None:
        """Ask for a folder."""
        dialog = QFileDialog(self._window, tr("Open a library"), str(self._current.parent))
        dialog.setObjectName("library-chooser")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(lambda path: self.chosen.emit(Path(path)))
        dialog.open()


def _labels(paths: tuple[Path, ...], names: dict[Path, str]) -> dict[Path, str]:
    """A name for each library; where two have the same one, the folder around tells them apart."""
    plain = {path: names.get(path, path.name) for path in paths}
    taken = Counter(plain.values())
    return {
        path: name if taken[name] == 1 else f"{name} ({path.parent})"
        for path, name in plain.items()
    }
