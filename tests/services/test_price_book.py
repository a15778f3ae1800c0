"""Which price counts: one's own before the live one before the table's; old ones are told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date

import pytest

from mediadesk.bootstrap import Services, open_services
from mediadesk.domain.catalog import ModelSpec, PriceUnit
from mediadesk.domain.errors import CapRefusedError, UsageError
from mediadesk.domain.generation import GenerationRequest, GenerationType, JsonValue
from mediadesk.domain.ids import ProviderId, ProviderName
from mediadesk.services.library_access import UnlockedLibrary
from mediadesk.services.price_book import SET_BY_USER
from mediadesk.storage.model_cache import CachedModel, put_models

TEXT, IMAGE, VIDEO = GenerationType.TEXT, GenerationType.IMAGE, GenerationType.VIDEO
OPENAI, GEMINI, ROUTER = ProviderName("openai"), ProviderName("gemini"), ProviderName("openrouter")
LUNA = (ProviderId("openai"), "gpt-6-luna")
OWN = {PriceUnit.INPUT_TOKEN: 3_000_000, PriceUnit.OUTPUT_TOKEN: 9_000_000}


@pytest.fixture
async def services(unlocked: UnlockedLibrary) -> AsyncIterator[Services]:
    async with open_services(unlocked, run_jobs=False) as opened:
        yield opened


async def asked(services: Services, provider: ProviderName, model: str) -> GenerationRequest:
    project = await services.projects.default()
    kind = TEXT if "banana" not in model else IMAGE
    return GenerationRequest(kind, provider, model, "Hello there", project.id)


def luna(services: Services) -> ModelSpec:
    return services.models.spec(OPENAI, "gpt-6-luna", TEXT)


async def test_ones_own_price_wins_and_goes_again(services: Services) -> None:
    listed = luna(services)
    request = replace(
        await asked(services, OPENAI, "gpt-6-luna"), parameters={"max_completion_tokens": 1_000}
    )
    before = await services.generations.estimate(request)
    own = await services.models.prices.set(*LUNA, OWN)
    assert own.source == luna(services).pricing.source == SET_BY_USER
    rates = {price.unit: price.micro for price in luna(services).pricing.prices if not price.when}
    # the list keeps what was not set
    kept = {PriceUnit.CACHED_TOKEN: 10_000, PriceUnit.CACHE_WRITE_TOKEN: 125_000}
    assert rates == {**OWN, **kept}
    after = await services.generations.estimate(request)
    assert before.upper_micro is not None
    assert after.upper_micro is not None
    # 1,000 tokens at $9 and not $0.50 a million
    assert after.upper_micro - before.upper_micro > 9_000 - 500
    assert after.price_source == SET_BY_USER
    assert await services.models.prices.clear(*LUNA)
    assert not await services.models.prices.clear(*LUNA)
    assert luna(services) == listed


async def test_ones_own_price_outlives_the_app_and_is_what_is_held(
    unlocked: UnlockedLibrary,
) -> None:
    async with open_services(unlocked, run_jobs=False) as services:
        await services.models.prices.set(*LUNA, {PriceUnit.OUTPUT_TOKEN: 1_000_000_000})
    async with open_services(unlocked, run_jobs=False) as services:
        await services.accounts.add(OPENAI, key="sk-0123456789abcdef")
        request = await asked(services, OPENAI, "gpt-6-luna")
        with pytest.raises(CapRefusedError):
            # 4,096 tokens at $1,000 a million are $4.10
            await services.generations.submit(replace(request, max_cost_micro=4_000_000))


async def test_a_price_of_ones_own_makes_an_unknown_one_known(services: Services) -> None:
    request = replace(
        await asked(services, OPENAI, "gpt-9-comet"), parameters={"max_completion_tokens": 100}
    )
    assert (await services.generations.estimate(request)).upper_micro is None
    await services.models.prices.set(LUNA[0], "gpt-9-comet", OWN)
    found = await services.generations.estimate(request)
    assert found.upper_micro is not None
    await services.models.prices.set(LUNA[0], "gpt-9-comet", {})
    assert (await services.generations.estimate(request)).is_free


async def test_half_a_price_is_none(services: Services) -> None:
    """What a text costs to read alone was taken for the whole price, so too little was held."""
    request = replace(
        await asked(services, OPENAI, "gpt-9-comet"), parameters={"max_completion_tokens": 100}
    )
    name = (LUNA[0], "gpt-9-comet")
    for unit in (PriceUnit.INPUT_TOKEN, PriceUnit.OUTPUT_TOKEN):
        await services.models.prices.set(*name, {unit: 3_000_000})
        assert (await services.generations.estimate(request)).upper_micro is None


async def test_a_price_for_each_result_stands_for_the_whole_list_price(services: Services) -> None:
    sunset = services.models.models(IMAGE, OPENAI)[0]
    await services.models.prices.set(sunset.provider_id, sunset.id, {PriceUnit.IMAGE: 40_000})
    priced = services.models.spec(OPENAI, sunset.id, IMAGE)
    assert [price.micro for price in priced.pricing.prices] == [40_000]


@pytest.mark.parametrize("micro", [-1, 1 << 50, 0])
async def test_a_price_that_cannot_be_is_refused(services: Services, micro: int) -> None:
    with pytest.raises(UsageError) as refused:
        await services.models.prices.set(*LUNA, {PriceUnit.OUTPUT_TOKEN: micro})
    assert refused.value.next_step
    assert luna(services).pricing.source != SET_BY_USER


async def test_announced_changes_count_from_their_day_on(services: Services) -> None:
    argon = services.models.spec(GEMINI, "gemini-4-argon", TEXT)
    book = services.models.prices
    shipped = next(m for m in services.models.models(TEXT, GEMINI) if m.id == argon.id)
    usual = book.priced(shipped, date(2026, 11, 30)).pricing.prices
    changed = book.priced(shipped, date(2026, 12, 1)).pricing.prices
    if not shipped.pricing.changes:  # this test runs after the day
        assert usual == changed
        return
    assert [price.micro for price in usual] == [2_000_000, 100_000, 10_000_000]
    assert [price.micro for price in changed] == [4_000_000, 200_000, 20_000_000]


async def test_old_prices_are_told_and_used(unlocked: UnlockedLibrary) -> None:
    facts: dict[str, JsonValue] = {
        "wire": "chat",
        "usd": {"prompt": "0.000001", "completion": "0.00001"},
        "as_of": "2026-01-31",
    }
    kept = CachedModel("a/old", "Old", ("text",), facts)
    async with open_services(unlocked, run_jobs=False) as services:
        await services._store.database.write(lambda c: put_models(c, "openrouter", "", [kept], 1))
    async with open_services(unlocked, run_jobs=False) as services:
        found = await services.generations.estimate(await asked(services, ROUTER, "a/old"))
        assert found.upper_micro
        assert found.notice.startswith("Prices read 2026-01-31 may be out of date (")
        assert found.price_as_of == date(2026, 1, 31)
        await services.models.prices.set(ProviderId("openrouter"), "a/old", OWN)
        found = await services.generations.estimate(await asked(services, ROUTER, "a/old"))
        assert not found.notice


async def test_thirty_days_are_young_enough_unless_set_otherwise(
    unlocked: UnlockedLibrary,
) -> None:
    async with open_services(unlocked, run_jobs=False) as services:
        model, book = luna(services), services.models.prices
        assert not book.notice([model], date(2026, 12, 22))
        assert book.notice([model], date(2026, 12, 23)) == (
            "Prices read 2026-11-22 may be out of date (31 days old)."
        )
        await services.settings.set("prices.notice_after_days", "7")
    async with open_services(unlocked, run_jobs=False) as services:
        assert services.models.prices.notice([model], date(2026, 11, 30))
        assert not services.models.prices.notice([model], date(2026, 11, 29))


@pytest.mark.parametrize(
    ("provider", "model", "kind", "successor"),
    [
        ("openai", "dall-e-3", IMAGE, "gpt-image-2.6-flare"),
        ("anthropic", "claude-3-5-sonnet-20241022", TEXT, "claude-sonnet-5-5"),
        ("anthropic", "claude-3-5-haiku-latest", TEXT, "claude-haiku-5-5"),
        ("gemini", "gemini-3-pro-preview", TEXT, "gemini-4-argon"),
        ("gemini", "imagen-4.0-generate-001", IMAGE, "gemini-nano-banana-2.1"),
        ("nano-banana", "gemini-3-pro-image-preview", IMAGE, "gemini-3-pro-image"),
        ("veo3", "veo-3.1-generate-preview", VIDEO, "gemini-omni-1.2-flash"),
        ("veo3", "veo-3.0-generate-001", VIDEO, "gemini-omni-1.2-flash"),
    ],
)
async def test_retired_models_can_be_typed_and_name_what_replaces_them(
    services: Services, provider: str, model: str, kind: GenerationType, successor: str
) -> None:
    name = ProviderName(provider)
    found = services.models.spec(name, model, kind)
    assert found.replaced_by == successor
    assert found.has_ended(services.models.today())
    assert services.models.spec(name, successor, kind).is_known
    assert model not in [listed.id for listed in services.models.models(kind, name)]
