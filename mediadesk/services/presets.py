"""PresetService: prompts with their settings, saved under names in the library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mediadesk.domain.errors import NotFoundError, UsageError
from mediadesk.domain.presets import LONGEST_NAME, PromptPreset
from mediadesk.storage import presets

if TYPE_CHECKING:
    from mediadesk.domain.ids import PresetId, UserId
    from mediadesk.storage.database import Database
    from mediadesk.storage.rows import Readable, Transaction
    from mediadesk.system.clock import Clock


class PresetService:
    """List, save, rename, delete."""

    def __init__(self, user: UserId, database: Database, clock: Clock) -> None:
        self._user = user
        self._database = database
        self._clock = clock

    async def list(self) -> list[PromptPreset]:
        """All presets, by name."""
        return await self._database.read_raw(lambda c: presets.presets(c, self._user))

    async def find(self, name: str) -> PromptPreset:
        """The preset of this name, letter case aside. Raises ``NotFoundError``."""
        wanted = " ".join(name.split()).casefold()
        found = [one for one in await self.list() if one.name.casefold() == wanted]
        if not found:
            raise NotFoundError(f"There is no preset “{name}”.", "See “mediadesk presets list”.")
        return found[0]

    async def save(self, preset: PromptPreset) -> PresetId:
        """Store a preset, under its id where it has one and was deleted.

        Raises ``UsageError`` for a name that is empty, too long or taken.
        """
        named = replace(preset, name=_checked(preset.name))

        def work(connection: Transaction) -> PresetId:
            self._refuse_taken(connection, named.name, None)
            return presets.put_preset(connection, self._user, named, self._clock.now_ms())

        return await self._database.write(work)

    async def rename(self, id: PresetId, name: str) -> None:
        """Give a preset another name. Raises ``UsageError``, ``NotFoundError``."""
        name = _checked(name)

        def work(connection: Transaction) -> None:
            self._refuse_taken(connection, name, id)
            presets.rename(connection, self._user, id, name)

        await self._database.write(work)

    async def delete(self, id: PresetId) -> None:
        """Forget a preset; what was made with it stays. Raises ``NotFoundError``."""
        await self._database.write(lambda c: presets.drop_preset(c, self._user, id))

    def _refuse_taken(self, connection: Readable, name: str, but: PresetId | None) -> None:
        if presets.is_taken(connection, self._user, name, but):
            raise UsageError(f"There is a preset “{name}” already.", "Choose another name.")


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise UsageError(
            f"The name of a preset is 1 to {LONGEST_NAME} characters.", "Choose another one."
        )
    return name
