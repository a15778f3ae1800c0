"""The Activity page: every job that runs, waits, needs somebody or has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mediadesk.domain.endings import due_words
from mediadesk.domain.money import format_usd
from mediadesk.ui.action_table import ACTIVITY_ACTIONS
from mediadesk.ui.actions import ActionSet
from mediadesk.ui.keymap import keymap
from mediadesk.ui.panes.activity.dock import JobDock
from mediadesk.ui.panes.activity.job_list import JobList
from mediadesk.ui.panes.activity.view_model import ActivityViewModel, Story
from mediadesk.ui.support.icons import set_icon
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.card import MessageBar
from mediadesk.ui.widgets.empty_state import EmptyState
from mediadesk.ui.widgets.labels import line, role_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediadesk.domain.generation import Generation
    from mediadesk.services.job_summary import JobsSummary
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.pane_registry import PaneContext
    from mediadesk.ui.workspace import Workspace

TICK_MS = 1000


class ActivityPane(QWidget):
    """The list, and beside it what is known of the chosen job; ``tools`` are for the toolbar."""

    def __init__(
        self, workspace: Workspace, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        describe(self, name="activity-pane", accessible=tr("Activity"))
        set_style(self, surface="window")
        self._workspace = workspace
        self.view_model = ActivityViewModel(workspace, self)
        self._held = role_label("", "secondary")
        self.tools = QWidget(self)
        self._pause = Button(tr("Pause new jobs"), icon="pause", name="pause-jobs")
        self._cancel_all = Button(tr("Cancel all"), kind="quiet", name="cancel-all")
        self._paused = MessageBar(
            tr("New jobs are paused. What was sent goes on; what waits starts when you resume."),
            "idle",
            icon="pause",
            name="paused-bar",
        )
        self._list = JobList(self.view_model, thumbnails)
        self._empty = EmptyState(
            tr("Nothing is running"),
            tr("Jobs appear here while they run, wait or need you."),
            icon="activity",
        )
        self._stack = QStackedWidget()
        self._dock = JobDock()
        self._has_story = False
        self._is_narrow = False
        self._wants_dock = {True: False, False: True}
        self._build()
        self._connect()
        self.action_sets = (ActionSet(self, ACTIVITY_ACTIONS),)
        self.action_sets[0].set_handlers(self._handlers())
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._on_tick)

    # -------------------------------------------------------------------------------- window

    def activate(self) -> None:
        """The page came to the front."""
        self.view_model.set_active(is_active=True)
        self._tick.start()
        self._list.setFocus()

    def fit(self, width_class: str, is_low: bool) -> None:
        """Narrow windows show the details over the list only when asked for."""
        self._is_narrow = width_class == "narrow"
        self._held.setVisible(not self._is_narrow)
        self._show_dock()

    def show_place(self, place: str) -> None:
        """No places inside."""

    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self._list, self._dock] if self._dock.isVisible() else [self._list]

    async def close_pane(self) -> None:
        """End what the page started; what the toolbar took goes, too."""
        self._tick.stop()
        self.tools.deleteLater()
        await self.view_model.model.tasks.close()
        await self.view_model.close()

    # -------------------------------------------------------------------------------- inside

    def _build(self) -> None:
        bar = QHBoxLayout(self.tools)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        bar.addWidget(self._held)
        bar.addWidget(self._pause)
        bar.addWidget(self._cancel_all)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._stack, 1)
        self._divider = line("v")
        row.addWidget(self._divider)
        row.addWidget(self._dock)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.tools.hide()  # the toolbar takes and shows them
        layout.addWidget(self._paused)
        layout.addLayout(row, 1)
        self._dock.hide()
        self._divider.hide()
        self._paused.hide()

    def _connect(self) -> None:
        view_model = self.view_model
        self._pause.clicked.connect(view_model.toggle_pause)
        self._cancel_all.clicked.connect(view_model.cancel_all)
        keymap().follow("activity-pause", self._pause, self._on_pause_keys)
        self._list.current_job.connect(self._on_current)
        self._list.opened.connect(lambda job: self._workspace.show_generation(job.id))
        self._dock.wanted.connect(self._on_dock)
        self._dock.closed.connect(self._close_dock)
        view_model.listed.connect(self._on_listed)
        view_model.summary_changed.connect(self._show_summary)
        view_model.story_changed.connect(self._show_story)
        view_model.failed.connect(lambda text: self._workspace.tell(text, "error"))

    def _handlers(self) -> dict[str, Callable[[], object]]:
        jobs = self._list
        return {
            "activity-retry": lambda: jobs.act("retry-now") or jobs.act("retry"),
            "activity-cancel": lambda: jobs.act("cancel") or jobs.act("stop"),
            "activity-pause": self.view_model.toggle_pause,
            "activity-top": lambda: jobs.reorder("top"),
            "activity-up": lambda: jobs.reorder("up"),
            "activity-down": lambda: jobs.reorder("down"),
            "activity-details": self._toggle_dock,
        }

    def _on_pause_keys(self, keys: str) -> None:
        words = self._pause.text()
        self._pause.setToolTip(f"{words} ({keys})" if keys else words)

    def _on_listed(self) -> None:
        is_empty = not self.view_model.model.ids
        self._stack.setCurrentWidget(self._empty if is_empty else self._list)
        self._list.choose_first()

    def _show_summary(self, summary: JobsSummary) -> None:
        held = ""
        if summary.held_micro:
            count = summary.running + summary.waiting + summary.uncertain
            words = (
                tr("{amount} held for 1 job")
                if count == 1
                else tr("{amount} held for {count} jobs")
            )
            held = words.format(amount=format_usd(summary.held_micro), count=count)
        self._held.setText(held)
        paused = summary.is_paused
        self._pause.setText(tr("Resume new jobs") if paused else tr("Pause new jobs"))
        set_icon(self._pause, "play" if paused else "pause", "text.secondary", 16)
        self._paused.setVisible(paused)
        self._cancel_all.setEnabled(bool(summary.running or summary.waiting))
        due = tr_sentence(due_words(summary.running, summary.waiting, summary.sent_micro))
        self._cancel_all.setToolTip(due)
        self._cancel_all.setAccessibleDescription(due)

    def _on_current(self, generation: Generation) -> None:
        self.view_model.choose(generation)

    def _show_story(self, story: Story | None) -> None:
        self._has_story = story is not None
        if story is not None:
            self._dock.show_story(story)
        self._show_dock()

    def _show_dock(self) -> None:
        is_shown = self._has_story and self._wants_dock[self._is_narrow]
        self._dock.setVisible(is_shown)
        self._divider.setVisible(is_shown)

    def _close_dock(self) -> None:
        self._wants_dock[self._is_narrow] = False
        self._show_dock()
        self._list.setFocus()

    def _toggle_dock(self) -> None:
        self._wants_dock[self._is_narrow] = not self._dock.isVisible()
        self._show_dock()

    def _on_dock(self, name: str) -> None:
        view = self._list.current_view()
        if view is not None:
            self.view_model.act(name, view.generation)

    def _on_tick(self) -> None:
        if not self.isVisible():
            self.view_model.set_active(is_active=False)
            self._tick.stop()
        elif self.view_model.has_moving():
            self._list.viewport().update()
            view = self._list.current_view()
            if view is not None and view.seconds_left is not None:
                self._dock.show_time(view)


def make_activity_pane(context: PaneContext) -> ActivityPane:
    """Build the page."""
    return ActivityPane(context.workspace, context.thumbnails, context.pages)
