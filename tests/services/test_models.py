"""The catalogue over the real adapters: names, types, addresses, and what each refusal says."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from mediadesk.bootstrap import Services, open_services
from mediadesk.domain.errors import InvalidParameterError, UsageError
from mediadesk.domain.generation import GenerationRequest, GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.services.library_access import UnlockedLibrary

TEXT, IMAGE, VIDEO = GenerationType.TEXT, GenerationType.IMAGE, GenerationType.VIDEO
OPENAI, COMPATIBLE = ProviderName("openai"), ProviderName("openai-compatible")
LOCAL = "http://127.0.0.1:9/v1"


@pytest.fixture
async def services(unlocked: UnlockedLibrary) -> AsyncIterator[Services]:
    environment = {"MEDIADESK_OPENAI_BASE_URL": LOCAL}
    async with open_services(unlocked, run_jobs=False, environment=environment) as opened:
        yield opened


async def test_every_provider_lists_models_for_its_types(services: Services) -> None:
    for info in services.models.providers():
        for kind in info.types if not info.needs_base_url else ():
            models = services.models.models(kind, info.name)
            assert models, (info.name, kind)
            assert all(kind in model.types for model in models)


async def test_without_accounts_the_offline_provider_is_offered(services: Services) -> None:
    for kind in GenerationType:
        name, model = services.models.default_model(kind)
        assert name == "sample"
        assert kind in model.types


async def test_an_account_changes_what_is_offered(services: Services) -> None:
    added = await services.accounts.add(OPENAI, key="sk-0123456789abcdef")
    assert services.models.default_model(TEXT)[0] == OPENAI
    edited = await services.accounts.edit(added.id, base_url=LOCAL)
    assert edited.base_url == LOCAL
    assert (await services.accounts.edit(added.id, base_url="")).base_url is None
    await services.accounts.remove(added.id)
    assert services.models.default_model(TEXT)[0] == "sample"


async def test_an_alias_is_the_provider(services: Services) -> None:
    known = services.models.models(TEXT, OPENAI)[0]
    assert services.models.spec(ProviderName("chatgpt"), known.id, TEXT) == known


@pytest.mark.parametrize(
    ("provider", "model", "kind", "word"),
    [
        ("nobody", "x", TEXT, "nobody"),
        ("google", "x", TEXT, "gemini"),
        ("sample", "no-such", TEXT, "no-such"),
        ("sample", "sample-text", IMAGE, "image"),
        ("openai", "anything", VIDEO, "video"),
        ("openai-compatible", "llama", TEXT, "address"),
    ],
)
async def test_refusals_name_the_thing(
    services: Services, provider: str, model: str, kind: GenerationType, word: str
) -> None:
    with pytest.raises(UsageError) as refused:
        services.models.spec(ProviderName(provider), model, kind)
    assert word in refused.value.sentence()
    assert refused.value.next_step


async def test_the_users_own_endpoint_takes_any_model_for_free(services: Services) -> None:
    await services.accounts.add(COMPATIBLE, key=None, base_url=LOCAL)
    spec = services.models.spec(COMPATIBLE, "llama", TEXT)
    assert (spec.id, spec.is_known, spec.pricing.is_free) == ("llama", False, True)


async def test_a_key_under_an_alias_serves_the_provider(services: Services) -> None:
    await services.accounts.add(ProviderName("chatgpt"), key="sk-0123456789abcdef")
    project = await services.projects.default()
    model = services.models.models(TEXT, OPENAI)[0]
    await services.generations.check(GenerationRequest(TEXT, OPENAI, model.id, "Hello", project.id))


async def test_estimates_need_no_account(services: Services) -> None:
    project = await services.projects.default()
    model = services.models.models(TEXT, OPENAI)[0]
    request = GenerationRequest(TEXT, OPENAI, model.id, "Hello", project.id)
    estimate = await services.generations.estimate(request)
    assert estimate.upper_micro is not None
    assert estimate.expected_micro is not None
    assert 0 < estimate.expected_micro <= estimate.upper_micro
    with pytest.raises(UsageError, match="API key"):
        await services.generations.check(request)
    await services.accounts.add(OPENAI, key="sk-0123456789abcdef")
    await services.generations.check(request)


async def test_a_plain_http_address_elsewhere_is_refused(unlocked: UnlockedLibrary) -> None:
    environment = {"MEDIADESK_OPENAI_BASE_URL": "http://example.com/v1"}
    async with open_services(unlocked, run_jobs=False, environment=environment) as services:
        project = await services.projects.default()
        model = services.models.models(TEXT, OPENAI)[0]
        request = GenerationRequest(TEXT, OPENAI, model.id, "Hello", project.id)
        with pytest.raises(UsageError, match="https"):
            await services.generations.check(request)


async def test_parameters_are_checked_against_the_model(services: Services) -> None:
    project = await services.projects.default()
    request = GenerationRequest(
        IMAGE,
        ProviderName("sample"),
        services.models.models(IMAGE, ProviderName("sample"))[0].id,
        "x",
        project.id,
        parameters={"nonsense": 1},
    )
    with pytest.raises(InvalidParameterError, match="nonsense"):
        await services.generations.submit(request)
