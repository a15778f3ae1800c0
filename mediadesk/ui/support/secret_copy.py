"""A secret on the clipboard, for a while."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QGuiApplication

CLIPBOARD_SECONDS = 30
"""How long a copied key stays unless the user chose something else."""


def copy_secret(secret: str, seconds: int = CLIPBOARD_SECONDS) -> None:
    """Put a secret on the clipboard; after ``seconds`` it goes, unless something else is there.

    Clipboard histories are asked to leave it out:
    https://phabricator.kde.org/D12539 (KDE),
    https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats (Windows).
    """
    clipboard = QGuiApplication.clipboard()
    data = QMimeData()
    data.setText(secret)
    data.setData("x-kde-passwordManagerHint", b"secret")
    data.setData(
        'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"1"
    )
    clipboard.setMimeData(data)

    def clear() -> None:
        if clipboard.text() == secret:
            clipboard.clear()

    QTimer.singleShot(seconds * 1000, clear)
