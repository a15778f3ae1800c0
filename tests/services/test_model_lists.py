"""Model lists outlast network and program; models that have ended say what replaces them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from mediadesk.bootstrap import Services, open_services
from mediadesk.domain.errors import UsageError
from mediadesk.domain.generation import GenerationRequest, GenerationType, JsonValue
from mediadesk.domain.ids import ProviderName
from mediadesk.providers.adapters.openai import OpenAIProvider
from mediadesk.providers.factory import ADAPTERS
from mediadesk.services.library_access import UnlockedLibrary
from mediadesk.services.planning import check_served
from mediadesk.storage.model_cache import CachedModel, put_models
from mediadesk.storage.model_codec import read_spec, spec_document
from tests.simulator import Simulator

KEY = "sk-0123456789abcdef"
TEXT = GenerationType.TEXT
OPENAI = ProviderName("openai")
ADDRESSES = {"openai": "/v1", "openai-compatible": "/v1", "openrouter": "/api/v1", "gemini": ""}


@asynccontextmanager
async def opened(unlocked: UnlockedLibrary) -> AsyncIterator[Services]:
    async with open_services(unlocked, run_jobs=False, environment={}) as services:
        yield services


async def add_key(services: Services, simulator: Simulator, name: str) -> None:
    url = simulator.root_url + ADDRESSES.get(name, "")
    await services.accounts.add(ProviderName(name), key=KEY, base_url=url)


@pytest.mark.parametrize(
    "name", [adapter.id for adapter in ADAPTERS if adapter.capabilities.lists_models]
)
async def test_a_list_is_the_same_without_a_network_after_a_restart(
    unlocked: UnlockedLibrary, name: str
) -> None:
    provider = ProviderName(name)
    with Simulator() as simulator:
        async with opened(unlocked) as services:
            await add_key(services, simulator, name)
            assert await services.models.refresh(provider) > 0
            told = services.models.models(provider=provider)
    async with opened(unlocked) as services:
        again = services.models.models(provider=provider)
        assert again == told
        for model in told:
            assert services.models.spec(provider, model.id, model.types[0]) in told


async def test_dates_and_abilities_that_only_a_list_tells_are_kept(
    unlocked: UnlockedLibrary,
) -> None:
    models = {"gpt-6-luna": "2027-05-01", "gpt-9-nova": None}
    with Simulator() as simulator:
        simulator.plan("/models", models=models)
        async with opened(unlocked) as services:
            await add_key(services, simulator, "openai")
            await services.models.refresh(OPENAI)
    async with opened(unlocked) as services:
        luna = services.models.spec(OPENAI, "gpt-6-luna", TEXT)
        assert luna.ends_on is not None
        assert luna.ends_on.isoformat() == "2027-05-01"
        assert luna.parameters
        assert luna.pricing.prices
        nova = services.models.spec(OPENAI, "gpt-9-nova", TEXT)
        assert nova in services.models.models(TEXT, OPENAI)


@pytest.mark.parametrize("adapter", ADAPTERS, ids=lambda adapter: str(adapter.id))
def test_every_spec_survives_being_written(adapter: type[OpenAIProvider]) -> None:
    for model in adapter.models:
        assert read_spec(spec_document(model)) == model
    with pytest.raises(ValueError, match="stored model"):
        read_spec({"id": "x", "colour": "blue"})


async def test_a_list_of_another_release_still_names_its_models(unlocked: UnlockedLibrary) -> None:
    known = CachedModel("gpt-6-luna", "GPT-6 Luna", ("text",), {}, {"no": "such field"})
    async with opened(unlocked) as services:
        await services._store.database.write(lambda c: put_models(c, "openai", "", [known], 1))
    async with opened(unlocked) as services:
        found = services.models.spec(OPENAI, "gpt-6-luna", TEXT)
        assert found.parameters == OpenAIProvider.models[0].parameters


async def test_the_table_owns_prices(unlocked: UnlockedLibrary) -> None:
    """A list that was kept may be older than what ships with the program."""
    shipped = OpenAIProvider.models[0]
    dear = replace(shipped, pricing=replace(shipped.pricing, source="long ago"), label="Kept")
    kept = CachedModel(dear.id, dear.label, ("text",), {}, spec_document(dear))
    async with opened(unlocked) as services:
        await services._store.database.write(lambda c: put_models(c, "openai", "", [kept], 1))
    async with opened(unlocked) as services:
        found = services.models.spec(OPENAI, dear.id, TEXT)
        assert (found.label, found.pricing) == ("Kept", shipped.pricing)


async def test_models_are_made_ahead_while_the_window_works(unlocked: UnlockedLibrary) -> None:
    facts: dict[str, JsonValue] = {
        "wire": "chat",
        "usd": {"prompt": "0.000001", "completion": "0.00001"},
    }
    listed = [CachedModel(f"a/m{n}", f"M {n}", ("text",), facts) for n in range(500)]
    async with opened(unlocked) as services:
        await services._store.database.write(lambda c: put_models(c, "openrouter", "", listed, 1))
    async with opened(unlocked) as services:
        turns = 0
        making = asyncio.ensure_future(services.models.prepare())
        while not making.done():
            turns += 1
            await asyncio.sleep(0)
        await making
        assert turns > 1
        found = services.models.models(TEXT, ProviderName("openrouter"))
        assert len([model for model in found if model.id.startswith("a/m")]) == 500


def test_the_last_day_counts_and_the_next_one_is_too_late() -> None:
    classic = next(model for model in OpenAIProvider.models if model.id == "gpt-4o")
    assert classic.ends_on is not None
    check_served(classic, "OpenAI", classic.ends_on)
    with pytest.raises(UsageError) as refused:
        check_served(classic, "OpenAI", classic.ends_on + timedelta(days=1))
    assert refused.value.sentence() == (
        "OpenAI no longer serves GPT-4o; nothing was sent. Use gpt-6-luna."
    )


async def test_an_ended_model_is_refused_before_anything_is_sent(
    unlocked: UnlockedLibrary,
) -> None:
    name = ProviderName("anthropic")
    async with opened(unlocked) as services:
        await services.accounts.add(name, key=KEY)
        project = await services.projects.default()
        request = GenerationRequest(TEXT, name, "claude-3-5-sonnet-latest", "Hello", project.id)
        request = replace(request, max_cost_micro=1_000_000)
        with pytest.raises(UsageError, match="nothing was sent") as refused:
            await services.generations.submit(request)
        assert refused.value.next_step == "Use claude-sonnet-5-5."


async def test_a_host_of_ones_own_may_still_serve_it(unlocked: UnlockedLibrary) -> None:
    name = ProviderName("anthropic")
    async with opened(unlocked) as services:
        await services.accounts.add(name, key=KEY, base_url="http://127.0.0.1:9")
        project = await services.projects.default()
        request = GenerationRequest(TEXT, name, "claude-3-5-sonnet-latest", "Hello", project.id)
        await services.generations.check(replace(request, max_cost_micro=1_000_000))


async def test_ended_models_come_last(unlocked: UnlockedLibrary) -> None:
    async with opened(unlocked) as services:
        first = OpenAIProvider.models[0]
        yesterday = services.models.today() - timedelta(days=1)
        ended = replace(first, ends_on=yesterday)
        kept = CachedModel(ended.id, ended.label, ("text",), {}, spec_document(ended))
        await services._store.database.write(lambda c: put_models(c, "openai", "", [kept], 1))
    async with opened(unlocked) as services:
        models = services.models.models(TEXT, OPENAI)
        assert models[-1].id == first.id
        assert models[0].id != first.id
