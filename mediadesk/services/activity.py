"""ActivityService: what runs, waits, failed or came back, and the story of one call."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from mediadesk.domain.events import CameBack
from mediadesk.storage import activity, attempts, settings, waits
from mediadesk.storage.waits import StoredWait
from mediadesk.system.clock import from_ms

if TYPE_CHECKING:
    from datetime import datetime

    from mediadesk.domain.ids import AttemptId, GenerationId
    from mediadesk.services.engine import Engine
    from mediadesk.storage.rows import Readable

Clearable = Literal["failed", "finished", "returned"]


@dataclass(frozen=True, slots=True)
class ActivityLists:
    """Row numbers of generations by what they need; each is in one list alone."""

    attention: array[int] = field(default_factory=lambda: array("q"))
    returned: array[int] = field(default_factory=lambda: array("q"))
    running: array[int] = field(default_factory=lambda: array("q"))
    waiting: array[int] = field(default_factory=lambda: array("q"))
    finished: array[int] = field(default_factory=lambda: array("q"))
    usual_ms: dict[tuple[str, str], float] = field(default_factory=dict)
    """How long runs took lately, by (provider, model)."""


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One step of a call. ``kind`` is that of the record of changes, without “attempt.”."""

    kind: str
    at: datetime
    wait: StoredWait | None = None
    """Why it went back into the queue."""


class ActivityService:
    """Reads only, but for clearing the lists of what has ended."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._returned: set[GenerationId] = set()
        engine.bus.subscribe(CameBack, self._on_came_back)

    async def lists(self) -> ActivityLists:
        """Everything that the page lists, read at one moment."""
        user, returned = self._engine.user, frozenset(self._returned)

        def work(connection: Readable) -> ActivityLists:
            attention = activity.attention(connection, user)
            back = activity.rows_of(connection, user, returned)
            back = array("q", (row for row in back if row not in attention))
            return ActivityLists(
                attention,
                back,
                _without(activity.running(connection, user), back),
                activity.waiting(connection, user),
                _without(activity.finished(connection, user), back, attention),
                activity.usual_ms(connection, user),
            )

        return await self._engine.database.read_raw(work)

    async def story(self, attempt_id: AttemptId) -> list[StoryStep]:
        """The steps of a call, oldest first. Raises ``NotFoundError``."""
        user = self._engine.user

        def work(connection: Readable) -> list[StoryStep]:
            row_id, _ = attempts.attempt_row(connection, user, attempt_id)
            reasons = iter(waits.waits_of(connection, row_id))
            steps: list[StoryStep] = []
            for kind, at_ms in activity.story(connection, attempt_id):
                name = kind.removeprefix("attempt.")
                wait = next(reasons, None) if steps and name == "queued" else None
                steps.append(StoryStep(name, from_ms(at_ms), wait))
            return steps

        return await self._engine.database.read_raw(work)

    async def clear(self, which: Clearable) -> None:
        """List no longer what has failed, finished or come back up to now; nothing is deleted."""
        if which == "returned":
            self._returned.clear()
            return
        now = self._engine.clock.now_ms()
        key = activity.CLEARED[which]
        await self._engine.database.write(lambda c: settings.put_setting(c, key, now, now))

    def _on_came_back(self, event: CameBack) -> None:
        self._returned.update(event.picked_up, event.finished)


def _without(rows: array[int], *others: array[int]) -> array[int]:
    """Rows that are not listed elsewhere already."""
    gone = {row for listed in others for row in listed}
    return array("q", (row for row in rows if row not in gone))
