"""The reference of the start: the least that shows a window with PySide6 and says when.

It prints ``@perf shown NS`` once its window was painted, as the app does, and ends.
"""

import os
import sys
import time

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget


class Surface(QWidget):
    """A widget that ends the program with its first paint."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        sys.stderr.write(f"@perf shown {time.monotonic_ns()}\n")
        sys.stderr.flush()
        os._exit(0)


def main() -> None:
    """Show the window."""
    application = QApplication(["bare"])
    window = QMainWindow()
    surface = Surface()
    QLabel("bare", surface)
    window.setCentralWidget(surface)
    window.resize(1280, 800)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
