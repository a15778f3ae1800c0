"""What the Activity page shows and does: lists, live progress, and deeds on one job."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.events import (
    AttemptProgressed,
    Event,
    GenerationChanged,
    GenerationFinished,
    LibraryChangedElsewhere,
    MoneyChanged,
    QueueChanged,
    TextStreamed,
)
from mediadesk.domain.generation import AttemptState, Generation
from mediadesk.domain.route_view import made_with
from mediadesk.services.job_queue import Move
from mediadesk.ui.over_budget import Wish
from mediadesk.ui.panes.activity.item_model import ActivityItemModel
from mediadesk.ui.panes.activity.job_words import (
    JobView,
    Live,
    Names,
    failed_attempt,
    job_view,
    open_attempt,
)
from mediadesk.ui.support.debounce import Throttle
from mediadesk.ui.support.present import present
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from mediadesk.domain.generation import Attempt
    from mediadesk.domain.ids import GenerationId
    from mediadesk.domain.queries import HistoryRow
    from mediadesk.services.activity import Clearable, StoryStep
    from mediadesk.services.job_summary import JobsSummary
    from mediadesk.ui.workspace import Workspace

REFRESH_MS = 200
TAIL = 160
"""How much of a streaming text a row can show."""


@dataclass(frozen=True, slots=True)
class Story:
    """A chosen job with the steps of the call that matters most."""

    view: JobView
    attempt: Attempt
    steps: tuple[StoryStep, ...]


class ActivityViewModel(ViewModel):
    """``listed`` after each reading of the lists, ``story_changed`` for the chosen job."""

    listed = Signal()
    summary_changed = Signal(object)
    story_changed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._services = workspace.services
        self.model = ActivityItemModel(self._services, self.view_of, self)
        self.model.tasks.failed.connect(self.failed)
        self.summary: JobsSummary | None = None
        self._live: dict[GenerationId, Live] = {}
        self._usual_ms: dict[tuple[str, str], float] = {}
        self._due: set[GenerationId] = set()
        self._places: dict[int, int] = {}
        self._chosen: GenerationId | None = None
        self._is_active = False
        self._is_listing = False
        self._is_stale = False
        self._list_again = Throttle(REFRESH_MS, self)
        self._list_again.fired.connect(self.refresh)
        events = self._services.events
        for kind in (GenerationFinished, LibraryChangedElsewhere, QueueChanged, MoneyChanged):
            self.subscribe(events, kind, self._on_event)
        self.subscribe(events, GenerationChanged, self._on_changed)
        self.subscribe(events, AttemptProgressed, self._on_progress)
        self.subscribe(events, TextStreamed, self._on_text)

    # -------------------------------------------------------------------------------- reading

    def set_active(self, *, is_active: bool) -> None:
        """Only a page that is seen reads its lists; what streams is kept in any case."""
        self._is_active = is_active
        if is_active:
            self.refresh()

    def refresh(self) -> None:
        """Read everything again; asking again while that runs reads once more."""
        if not self._is_active:
            return
        if self._is_listing:
            self._is_stale = True
            return
        self._is_listing = True
        self.start(self._load())

    def view_of(self, row: HistoryRow) -> JobView:
        """A job as it is now."""
        generation = row.generation
        usual = self._usual_ms.get((generation.provider, generation.model))
        return job_view(
            generation,
            self._names(generation),
            self._live.get(generation.id),
            usual_s=None if usual is None else usual / 1000,
            is_paused=self.summary is not None and self.summary.is_paused,
            place=self._places.get(row.row_id, 0),
            now=present(),
        )

    def choose(self, generation: Generation | None) -> None:
        """Tell the story of a job, or of none."""
        self._chosen = None if generation is None else generation.id
        if generation is None:
            self.story_changed.emit(None)
        else:
            self.start(self._tell_story(generation.id))

    def has_moving(self) -> bool:
        """Whether anything counts time: elapsed, or until the next try."""
        counts = self.model.counts
        return bool(counts.get("running") or counts.get("waiting") or counts.get("returned"))

    # -------------------------------------------------------------------------------- deeds

    def act(self, name: str, generation: Generation) -> None:
        """Do what a button of a job says."""
        id = generation.id
        queue = self._services.generations.queue
        deeds: dict[str, Callable[[], object]] = {
            "show": lambda: self.workspace.show_generation(id),
            "remix": lambda: self.workspace.reuse(id),
            "fix-key": lambda: self.workspace.page_wanted.emit("settings/keys"),
            "cancel": lambda: self.start(self._cancel(id)),
            "stop": lambda: self.start(self._cancel(id)),
            "retry": lambda: self.start(self._retry(generation)),
            "retry-now": lambda: self.start(queue.retry_now(id)),
            "look-up": lambda: self.start(self._look_up(generation)),
            "not-charged": lambda: self.start(self._not_charged(generation)),
            **{move.value: partial(self._move, id, move) for move in Move},
        }
        deeds[name]()

    def drop(self, id: GenerationId, other: GenerationId, *, is_behind: bool) -> None:
        """Put a waiting job right before another, or right behind it."""
        self.start(self._drop(id, other, is_behind=is_behind))

    def toggle_pause(self) -> None:
        """Start no waiting job any more, or go on."""
        is_paused = self.summary is not None and self.summary.is_paused
        self.start(self._services.generations.queue.set_paused(is_paused=not is_paused))

    def cancel_all(self) -> None:
        """Stop everything that runs or waits."""
        self.start(self._cancel_all())

    def clear(self, which: Clearable) -> None:
        """List no longer what has ended up to now."""
        self.start(self._clear(which))

    # -------------------------------------------------------------------------------- inside

    def _move(self, id: GenerationId, where: Move) -> None:
        self.start(self._services.generations.queue.move(id, where))

    async def _drop(self, id: GenerationId, other: GenerationId, *, is_behind: bool) -> None:
        queue = self._services.generations.queue
        await queue.move_before(id, other)
        if is_behind:
            await queue.move(id, Move.DOWN)

    async def _load(self) -> None:
        try:
            lists = await self._services.generations.activity.lists()
            self._usual_ms = lists.usual_ms
            self._places = {row: place for place, row in enumerate(lists.waiting, start=1)}
            self.summary = await self._services.generations.summary()
            self.model.notes["running"] = _slot_words(self.summary)
            due, self._due = self._due, set()
            self.model.show_lists(
                {
                    "attention": lists.attention,
                    "returned": lists.returned,
                    "running": lists.running,
                    "waiting": lists.waiting,
                    "finished": lists.finished,
                }
            )
            rows = await self._services.history.rows(self.model.row_ids_of(due))
            self.model.show_rows(rows)
        finally:
            self._is_listing = False
        self.summary_changed.emit(self.summary)
        self.listed.emit()
        if self._chosen is not None and (self._chosen in due or not due):
            self.start(self._tell_story(self._chosen))
        if self._is_stale:
            self._is_stale = False
            self._list_again.trigger()

    async def _tell_story(self, id: GenerationId) -> None:
        row_id = await self._services.history.row_id_of(id)
        rows = [] if row_id is None else await self._services.history.rows([row_id])
        if not rows or id != self._chosen:
            return
        generation = rows[0].generation
        attempt = open_attempt(generation) or failed_attempt(generation) or generation.attempts[-1]
        steps = await self._services.generations.activity.story(attempt.id)
        if id == self._chosen:
            self.story_changed.emit(Story(self.view_of(rows[0]), attempt, tuple(steps)))

    async def _cancel(self, id: GenerationId) -> None:
        generations = self._services.generations
        await generations.cancel(id)
        found = await generations.wait(id)
        if any(one.needs_settling for one in found.attempts):
            words = tr("Stopped. It may still be billed; what it may cost stays held.")
            self.workspace.tell(words, "warning")
        elif found.charged_micro:
            self.workspace.tell(tr("Stopped. What was made until then was charged."), "warning")
        else:
            self.workspace.tell(tr("Stopped. Nothing was charged."), "ok")

    async def _cancel_all(self) -> None:
        for found in await self._services.generations.active():
            await self._services.generations.cancel(found.id)

    async def _retry(self, generation: Generation) -> None:
        failed = [attempt.id for attempt in generation.attempts if attempt.has_failed]
        send = self._services.generations.send_all_again
        await self.workspace.budgets.send(Wish(lambda once: send(failed, over_cap_once=once)))

    async def _look_up(self, generation: Generation) -> None:
        attempt = open_attempt(generation)
        if attempt is None:
            return
        state = await self._services.generations.look_up(attempt.id)
        if state is AttemptState.UNCERTAIN:
            self.workspace.tell(tr("The provider does not know this job either."), "warning")

    async def _not_charged(self, generation: Generation) -> None:
        attempt = open_attempt(generation)
        if attempt is not None:
            await self._services.generations.settle(attempt.id, charged_micro=None)
            self.workspace.tell(tr("Settled: nothing was charged."), "ok")

    async def _clear(self, which: Clearable) -> None:
        await self._services.generations.activity.clear(which)
        self.refresh()

    def _on_event(self, _event: Event) -> None:
        if isinstance(_event, GenerationFinished):
            self._live.pop(_event.generation_id, None)
            self._due.add(_event.generation_id)
        self._list_again.trigger()

    def _on_changed(self, event: GenerationChanged) -> None:
        self._due.add(event.generation_id)
        self._list_again.trigger()

    def _on_progress(self, event: AttemptProgressed) -> None:
        live = self._live.setdefault(event.generation_id, Live())
        live.fractions[event.attempt_id] = event.fraction
        self._touch(event.generation_id)

    def _on_text(self, event: TextStreamed) -> None:
        live = self._live.setdefault(event.generation_id, Live())
        live.first_at = live.first_at or present()
        live.characters += len(event.delta)
        live.tail = " ".join((live.tail + event.delta)[-TAIL:].split("\n"))
        self._touch(event.generation_id)

    def _touch(self, id: GenerationId) -> None:
        if self._is_active:
            position = self.model.position_of(id)
            if position is not None:
                self.model.touch(position)

    def _names(self, generation: Generation) -> Names:
        made = made_with(generation)
        models, workspace = self._services.models, self.workspace
        try:
            label = models.spec(made.provider, made.model, generation.type).label
        except MediadeskError:
            label = made.model
        info = next((one for one in models.providers() if one.name == made.provider), None)
        projects = (*workspace.projects, *workspace.archived)
        project = next((one.name for one in projects if one.id == generation.project_id), "")
        return Names(
            label,
            made.provider[:2].title() if info is None else info.short_label,
            str(made.provider) if info is None else info.label,
            generation.provider_id if info is None else info.provider_id,
            project,
        )


def _slot_words(summary: JobsSummary) -> str:
    """“5 of 12 slots in use”; empty where another process has the jobs."""
    if not summary.slots:
        return ""
    words = tr("{used} of {slots} slots in use")
    return words.format(used=min(summary.running, summary.slots), slots=summary.slots)
