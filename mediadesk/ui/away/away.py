"""What happens around the window of an open library: told where nobody looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from mediadesk.domain.events import AttemptProgressed, GenerationFinished, Notice
from mediadesk.ui.away.awake import Awake
from mediadesk.ui.away.curtain import Curtain
from mediadesk.ui.away.system_motion import SystemMotion
from mediadesk.ui.away.taskbar import Taskbar
from mediadesk.ui.away.words import note_for
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from mediadesk.domain.ids import AttemptId, GenerationId
    from mediadesk.services.job_summary import JobsSummary
    from mediadesk.ui.main_window import MainWindow
    from mediadesk.ui.service_set import ServiceSet
    from mediadesk.ui.support.preferences import Preferences

NOTE_MS = 8_000


class Tray(QObject):
    """The icon in the system tray, where the desktop has one."""

    opened = Signal()
    quit_wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._build()

    @property
    def is_there(self) -> bool:
        """Whether a window may hide and still be found."""
        return self._icon is not None

    def note(self, title: str, text: str) -> None:
        """Show a notification of the system."""
        if self._icon is not None:
            self._icon.showMessage(title, text, QSystemTrayIcon.MessageIcon.Information, NOTE_MS)

    def set_words(self, words: str) -> None:
        """Say what runs under the icon."""
        if self._icon is not None:
            self._icon.setToolTip(f"mediadesk: {words}")

    def close(self) -> None:
        """Take the icon away."""
        if self._icon is not None:
            self._icon.hide()
        if self._menu is not None:
            self._menu.deleteLater()

    def _build(self) -> None:
        self._menu = QMenu()
        self._menu.addAction(tr("Open mediadesk")).triggered.connect(self.opened)
        self._menu.addAction(tr("Quit")).triggered.connect(self.quit_wanted)
        self._icon = QSystemTrayIcon(QIcon(icon_pixmap("aperture", "#8FB2FF", 22)), self)
        self._icon.setContextMenu(self._menu)
        self._icon.messageClicked.connect(self.opened)
        self._icon.activated.connect(self._on_activated)
        self._icon.show()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.opened.emit()


class Away(ViewModel):
    """Watches an open library. ``noted`` repeats each notification (title, text)."""

    noted = Signal(str, str)

    def __init__(self, window: MainWindow, services: ServiceSet, preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._services, self._preferences = window, services, preferences
        self.tray = Tray(self)
        self.tray.opened.connect(window.raise_now)
        self._awake = Awake()
        self._taskbar = Taskbar()
        SystemMotion(self)
        self._curtain = Curtain(self, lambda: preferences.hides_when_behind)
        self._fractions: dict[GenerationId, dict[AttemptId, float]] = {}
        self.noted.connect(self.tray.note)
        self.subscribe(services.events, GenerationFinished, self._on_finished)
        self.subscribe(services.events, AttemptProgressed, self._on_progress)
        self.subscribe(services.events, Notice, self._on_notice)

    @property
    def is_away(self) -> bool:
        """Whether nobody looks at the window: hidden, minimised, or another one is in front."""
        window = self._window
        return not window.isVisible() or window.isMinimized() or QApplication.activeWindow() is None

    def show_jobs(self, jobs: JobsSummary) -> None:
        """Keep awake while money is at stake; say what runs."""
        is_paid = bool(jobs.running and jobs.held_micro)
        self._awake.set_on(is_on=is_paid, reason=tr("Paid jobs are running"))
        words = tr("{running} running, {waiting} waiting").format(
            running=jobs.running, waiting=jobs.waiting
        )
        self.tray.set_words(words if jobs.running or jobs.waiting else tr("nothing is running"))
        if not jobs.running:
            self._fractions.clear()
            self._taskbar.show(None)

    async def close(self) -> None:
        """Let the system sleep again, and take everything away."""
        self._awake.set_on(is_on=False)
        self._taskbar.show(None)
        self._curtain.lift()
        self.tray.close()
        await super().close()

    def _on_finished(self, event: GenerationFinished) -> None:
        self._fractions.pop(event.generation_id, None)
        if self.is_away and self._preferences.notifies:
            self.start(self._tell(event.generation_id))

    def _on_progress(self, event: AttemptProgressed) -> None:
        if event.fraction is None:
            return
        self._fractions.setdefault(event.generation_id, {})[event.attempt_id] = event.fraction
        shares = [share for calls in self._fractions.values() for share in calls.values()]
        self._taskbar.show(sum(shares) / len(shares))

    def _on_notice(self, notice: Notice) -> None:
        if self.is_away and self._preferences.notifies and notice.level in ("warning", "error"):
            self.noted.emit(notice.message, notice.next_step)

    async def _tell(self, id: GenerationId) -> None:
        generation = await self._services.generations.get(id)
        note = note_for(generation, with_prompt=self._preferences.notes_name_prompts)
        if note is not None:
            self.noted.emit(*note)
