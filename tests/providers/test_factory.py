"""Names, ids and the list of providers."""

import pytest

from mediadesk.domain.errors import UsageError
from mediadesk.domain.ids import ProviderId, ProviderName
from mediadesk.providers.aliases import parse_provider_name, resolve_provider_name
from mediadesk.providers.base import Account, BaseProvider
from mediadesk.providers.factory import (
    ADAPTERS,
    ProviderFactory,
    provider_class,
)
from mediadesk.providers.network.http import HttpRoom


def class_named(text: str) -> type[BaseProvider]:
    return provider_class(resolve_provider_name(parse_provider_name(text)))


def test_names_are_read_leniently() -> None:
    assert parse_provider_name("  OpenAI ") == "openai"
    assert parse_provider_name("OpenAI Compatible") == "openai-compatible"
    assert parse_provider_name("openai_compatible") == "openai-compatible"
    with pytest.raises(UsageError):
        parse_provider_name("  ")


def test_aliases_lead_to_ids() -> None:
    assert resolve_provider_name(ProviderName("google")) == ProviderId("gemini")
    assert resolve_provider_name(ProviderName("openai")) == ProviderId("openai")
    assert class_named("OpenAI").id == "openai"
    assert class_named("Google").id == "gemini"


def test_what_is_not_offered_is_said_plainly() -> None:
    with pytest.raises(UsageError) as caught:
        class_named("nonsense")
    assert caught.value.exit_code == 2
    assert "openai-compatible" in caught.value.next_step


def test_every_provider_is_complete() -> None:
    ids = [found.id for found in ADAPTERS]
    assert len(ids) == len(set(ids))
    for found in ADAPTERS:
        assert provider_class(found.id) is found
        assert resolve_provider_name(ProviderName(found.id)) == found.id
        assert found.label
        assert len(found.short_label) == 2
        assert found.types
        model_ids = [(model.id, model.types) for model in found.models]
        assert len(model_ids) == len(set(model_ids))
        for model in found.models:
            assert model.provider_id == found.id
            assert set(model.types) <= set(found.types)


def test_accounts_are_checked_when_a_provider_is_made() -> None:
    factory = ProviderFactory(HttpRoom())
    openai, compatible = ProviderId("openai"), ProviderId("openai-compatible")
    assert factory.create(openai, Account(key="sk-1")).account.key == "sk-1"
    with pytest.raises(UsageError, match="no base address"):
        factory.create(compatible, Account())
    with pytest.raises(UsageError, match="needs https"):
        factory.create(compatible, Account("http://example.com/v1"))
    with pytest.raises(UsageError, match="needs https"):
        factory.create(openai, Account("http://192.168.0.2/v1"))
    with pytest.raises(UsageError, match="There is no provider"):
        factory.create(ProviderId("nobody"), Account())
