"""ModelMarks: which models the user likes, and which were chosen last. Kept in the library."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from mediadesk.domain.events import SettingsChanged
from mediadesk.storage import settings

if TYPE_CHECKING:
    from mediadesk.services.event_bus import EventBus
    from mediadesk.storage.database import Database
    from mediadesk.system.clock import Clock

ModelKey = tuple[str, str]
"""Provider and model id."""

FAVOURITES = "models.favourites"
RECENT = "models.recent"
MOST_RECENT = 24
"""How many chosen models are remembered, of all kinds together."""


class ModelMarks:
    """Reading is from memory once the marks are loaded; what was stored wrongly is left out."""

    def __init__(self, database: Database, bus: EventBus, clock: Clock) -> None:
        self._database = database
        self._bus = bus
        self._clock = clock
        self._marks: dict[str, tuple[ModelKey, ...]] = {FAVOURITES: (), RECENT: ()}

    def load(self) -> None:
        """Read the marks. Blocks for a moment."""
        stored = self._database.read_raw_sync(settings.all_settings)
        for name in self._marks:
            self._marks[name] = _keys(stored.get(name))

    @property
    def favourites(self) -> tuple[ModelKey, ...]:
        """The models that were marked, in the order of marking."""
        return self._marks[FAVOURITES]

    @property
    def recent(self) -> tuple[ModelKey, ...]:
        """The models that were chosen, the last one first."""
        return self._marks[RECENT]

    async def set_favourite(self, key: ModelKey, is_on: bool) -> None:
        """Mark a model, or take its mark away."""
        others = [other for other in self.favourites if other != key]
        await self._put(FAVOURITES, (*others, key) if is_on else others)

    async def note_chosen(self, key: ModelKey) -> None:
        """Remember that a model was chosen now."""
        others = [other for other in self.recent if other != key]
        await self._put(RECENT, [key, *others][:MOST_RECENT])

    async def _put(self, name: str, keys: Iterable[ModelKey]) -> None:
        """Show the change at once; where it cannot be stored, what was there comes back."""
        before, self._marks[name] = self._marks[name], tuple(keys)
        stored = [list(key) for key in self._marks[name]]
        now = self._clock.now_ms()
        try:
            await self._database.write(lambda c: settings.put_setting(c, name, stored, now))
        except BaseException:
            self._marks[name] = before
            raise
        finally:
            self._bus.publish(SettingsChanged(name))


def _keys(stored: Any) -> tuple[ModelKey, ...]:
    entries = stored if isinstance(stored, list) else []
    return tuple(
        (entry[0], entry[1])
        for entry in entries
        if isinstance(entry, list) and len(entry) == 2 and all(isinstance(x, str) for x in entry)
    )
