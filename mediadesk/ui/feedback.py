"""What the window tells the user: toasts, the message of a fault, spoken announcements."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from mediadesk.ui.support.announcer import Announcer
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.toast import Toast, ToastHost, ToastKind

_ICONS = {"info": "info", "ok": "check", "warning": "triangle-alert", "error": "triangle-alert"}
_KINDS: dict[str, ToastKind] = {"info": "idle", "ok": "ok", "warning": "warn", "error": "err"}


class Feedback:
    """Toasts at the bottom of one window, and polite announcements for screen readers."""

    def __init__(self, window: QWidget, pages: QWidget) -> None:
        self._window = window
        self._pages = pages
        self._over_pages = ToastHost(window, pages)
        self._over_window = ToastHost(window)
        self.announcer = Announcer(window)
        self.announcer.spoken.connect(self._speak)

    def toast(self, text: str, level: str = "info") -> None:
        """Say something that needs no answer."""
        self._host().show_toast(text, icon=_ICONS[level], kind=_KINDS[level])
        self.announce(text)

    def news_toast(self, text: str, action: str, run: Callable[[], object]) -> None:
        """Say what happened, with a way to look at it."""
        toast = self._host().show_toast(text, icon="rotate-cw", kind="idle", action=action)
        toast.action_clicked.connect(run)
        self.announce(text)

    def undo_toast(self, text: str, undo: Callable[[], object]) -> Toast:
        """Say what was done, with Undo."""
        toast = self._host().show_toast(
            text, icon="trash-2", kind="idle", action=tr("Undo"), shortcut="Ctrl+Z"
        )
        toast.action_clicked.connect(undo)
        self.announce(tr("{text} Undo with Control Z.").format(text=text))
        return toast

    def _host(self) -> ToastHost:
        """Over the page, or over the whole window where a gate hides the pages."""
        return self._over_pages if self._pages.isVisible() else self._over_window

    def announce(self, text: str) -> None:
        """Tell assistive technology, at most once in two seconds and never less than everything."""
        self.announcer.say(text)

    def _speak(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, text))
