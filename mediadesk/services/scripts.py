"""Long scripts for speech: spoken in parts that are queued together, then joined into one sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.errors import UsageError
from mediadesk.domain.events import GenerationChanged, Notice
from mediadesk.domain.scripts import Script, needs_splitting, parts_of
from mediadesk.services.sound_joining import join_sounds
from mediadesk.storage import scripts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediadesk.domain.generation import Asset, GenerationRequest
    from mediadesk.domain.ids import AssetId, BatchId
    from mediadesk.services.assets import AssetService
    from mediadesk.services.batches import BatchService
    from mediadesk.services.engine import Engine
    from mediadesk.services.models import ModelCatalog

MOST_BYTES = 512 << 20


class ScriptService:
    """Splits, watches and joins. A part that failed is sent again by itself, and joins the rest."""

    def __init__(
        self, engine: Engine, batches: BatchService, assets: AssetService, catalog: ModelCatalog
    ) -> None:
        self._engine = engine
        self._batches = batches
        self._assets = assets
        self._catalog = catalog

    def parts(self, request: GenerationRequest) -> list[GenerationRequest]:
        """The runs that a script needs; none where the model takes it as it is."""
        model = self._catalog.spec(request.provider, request.model, request.type)
        return parts_of(request, model) if needs_splitting(model, request.prompt) else []

    async def start(
        self, parts: Sequence[GenerationRequest], *, over_cap_once: bool = False
    ) -> Script:
        """Queue all parts, or none. Raises what ``GenerationService.submit`` raises."""
        batch = await self._batches.start(parts, over_cap_once=over_cap_once, is_script=True)
        return await self.get(batch.id)

    async def get(self, id: BatchId) -> Script:
        """One script as it stands."""
        user = self._engine.user
        return await self._engine.database.read_raw(lambda c: scripts.get_script(c, user, id))

    async def unjoined(self) -> list[Script]:
        """Scripts that are not one sound yet, the newest first."""
        user = self._engine.user
        return await self._engine.database.read_raw(lambda c: scripts.unjoined(c, user))

    async def join_ready(self) -> list[Asset]:
        """Join every script whose parts are all there; what cannot be joined is told once."""
        made = []
        for script in await self.unjoined():
            try:
                joined = await self.join(script)
            except UsageError as error:
                await self._give_up(script.id)
                self._engine.bus.publish(Notice("warning", error.message, error.next_step))
                continue
            if joined is not None:
                made.append(joined)
        return made

    async def join(self, script: Script) -> Asset | None:
        """Make one sound of all parts; None while one is missing, or where that was done.

        Raises ``UsageError`` where the parts cannot be joined; they stay as they are then.
        """
        script = await self.get(script.id)
        if script.joined_id is not None or not script.is_ready:
            return None
        sounds = [part.assets[0] for part in script.parts]
        if sum(sound.size_bytes for sound in sounds) > MOST_BYTES:
            raise UsageError("Together the parts are larger than 512 MB.", "They stay as they are.")
        data = [await self._read(sound.id) for sound in sounds]
        engine, first = self._engine, script.parts[0]
        sound, extension = await engine.pool.run(join_sounds, data)
        made = await self._assets.import_input(
            sound,
            file_name=f"{script.name.replace(':', '.')}.{extension}",
            project_id=first.project_id,
            origin="result",
            of_run=first.id,
        )
        is_ours = await engine.database.write(
            lambda c: scripts.set_joined(c, engine.user, script.id, made.id)
        )
        if not is_ours:  # another process was quicker
            await self._assets.delete((made.id,))
            return None
        engine.bus.publish(GenerationChanged(first.id, first.project_id))
        return made

    async def _give_up(self, id: BatchId) -> None:
        user = self._engine.user
        await self._engine.database.write(lambda c: scripts.give_up(c, user, id))

    async def _read(self, id: AssetId) -> bytes:
        reader = await self._assets.open(id)
        try:
            return await self._engine.pool.run(reader.read_at, 0, reader.size)
        finally:
            reader.close()
