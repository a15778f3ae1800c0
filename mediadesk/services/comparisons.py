"""One prompt to several models: priced first, held together, then picked from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mediadesk.domain.comparisons import (
    CellQuote,
    Comparison,
    ModelSet,
    SetQuote,
    check_models,
)
from mediadesk.domain.errors import MediadeskError, UsageError
from mediadesk.domain.events import ComparisonChanged
from mediadesk.services.requests import request_for_link
from mediadesk.storage import comparisons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.generation import GenerationRequest, GenerationType
    from mediadesk.domain.ids import ComparisonId, GenerationId
    from mediadesk.domain.routes import Chain, FallbackLink
    from mediadesk.services.engine import Engine
    from mediadesk.services.generations import GenerationService
    from mediadesk.services.models import ModelCatalog
    from mediadesk.storage.rows import Transaction

LONGEST_NAME = 80


class ComparisonService:
    """Comparisons and the saved sets of models."""

    def __init__(
        self, engine: Engine, generations: GenerationService, catalog: ModelCatalog
    ) -> None:
        self._engine = engine
        self._generations = generations
        self._catalog = catalog

    async def quote(self, request: GenerationRequest, models: Chain) -> SetQuote:
        """What each model may cost for ``request``, and which of them cannot take part."""
        return SetQuote(tuple([await self._quote(request, link) for link in models]))

    async def start(
        self, request: GenerationRequest, models: Chain, *, over_cap_once: bool = False
    ) -> ComparisonId:
        """Queue ``request`` once for each model: all of them, or none where a cap refuses the sum.

        Raises what ``GenerationService.submit`` raises; nothing was sent then.
        """
        check_models(models)
        requests = [self._for_model(request, link)[0] for link in models]
        engine, made = self._engine, list["ComparisonId"]()

        def keep(connection: Transaction, ids: Sequence[GenerationId]) -> None:
            now = engine.clock.now_ms()
            made.append(comparisons.add_comparison(connection, engine.user, ids, now))

        await self._generations.submit_all(requests, over_cap_once=over_cap_once, also=keep)
        return made[-1]

    async def get(self, id: ComparisonId) -> Comparison:
        """One comparison with its runs. Raises ``NotFoundError``."""
        return await self._engine.database.read_raw(
            lambda c: comparisons.get_comparison(c, self._engine.user, id)
        )

    async def latest(self) -> ComparisonId | None:
        """The comparison made last."""
        return await self._engine.database.read_raw(
            lambda c: comparisons.latest(c, self._engine.user)
        )

    async def pick(self, id: ComparisonId, generation_id: GenerationId | None) -> None:
        """Remember which run won; None takes the pick back. Raises ``UsageError``."""
        engine = self._engine

        def work(connection: Transaction) -> None:
            comparisons.set_pick(connection, engine.user, id, generation_id)
            kind = "generation.unpicked" if generation_id is None else "generation.picked"
            subject = ("comparison", id) if generation_id is None else ("generation", generation_id)
            engine.store.chain.append(connection, kind, *subject, at_ms=engine.clock.now_ms())

        await engine.database.write(work)
        engine.bus.publish(ComparisonChanged(id))

    async def model_sets(self, type: GenerationType) -> list[ModelSet]:
        """The saved sets of one kind, the one saved or used last first."""
        return await self._engine.database.read_raw(
            lambda c: comparisons.model_sets(c, self._engine.user, type)
        )

    async def save_models(self, wanted: ModelSet) -> None:
        """Save models under a name, in place of what had that name. Raises ``UsageError``."""
        check_models(wanted.models)
        name = wanted.name.strip()
        if not 0 < len(name) <= LONGEST_NAME:
            raise UsageError(
                "A set of models needs a name.", f"Give 1 to {LONGEST_NAME} characters."
            )
        named = replace(wanted, name=name)
        user = self._engine.user
        await self._engine.database.write(lambda c: comparisons.put_model_set(c, user, named))

    async def forget_models(self, type: GenerationType, name: str) -> None:
        """Delete a saved set; none of that name is no error."""
        user = self._engine.user
        await self._engine.database.write(
            lambda c: comparisons.delete_model_set(c, user, type, name)
        )

    async def _quote(self, request: GenerationRequest, link: FallbackLink) -> CellQuote:
        model: ModelSpec | None = None
        label, dropped = link.model, tuple[str, ...]()
        try:
            model = self._catalog.spec(link.provider, link.model, request.type)
            label = model.label
            changed, dropped = self._for_model(request, link)
            estimate = await self._generations.estimate(changed)
            if changed.prompt:
                await self._generations.check(changed)
        except MediadeskError as error:
            return CellQuote(link.provider, label, model, None, error.sentence(), dropped)
        return CellQuote(link.provider, label, model, estimate, "", dropped)

    def _for_model(
        self, request: GenerationRequest, link: FallbackLink
    ) -> tuple[GenerationRequest, tuple[str, ...]]:
        """The request as this model gets it: one result, without a chain."""
        asked = self._catalog.spec(request.provider, request.model, request.type)
        model = self._catalog.spec(link.provider, link.model, request.type)
        changed, dropped = request_for_link(request, asked, link, model)
        return replace(changed, result_count=1), dropped
