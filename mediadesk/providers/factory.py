"""Which providers exist. A new one is one file in ``adapters`` and one line here."""

from __future__ import annotations

from mediadesk.domain.errors import UsageError
from mediadesk.domain.ids import ProviderId
from mediadesk.providers.adapters.anthropic import AnthropicProvider
from mediadesk.providers.adapters.fal import FalProvider
from mediadesk.providers.adapters.gemini import GeminiProvider
from mediadesk.providers.adapters.nano_banana import NanoBananaProvider
from mediadesk.providers.adapters.openai import OpenAIProvider
from mediadesk.providers.adapters.openai_compatible import OpenAICompatibleProvider
from mediadesk.providers.adapters.openrouter import OpenRouterProvider
from mediadesk.providers.adapters.sample import SampleProvider
from mediadesk.providers.adapters.veo3 import Veo3Provider
from mediadesk.providers.base import Account, BaseProvider
from mediadesk.providers.network.account_room import AccountRoom, HeaderListener
from mediadesk.providers.network.http import HttpRoom

ADAPTERS: tuple[type[BaseProvider], ...] = (
    OpenAIProvider,
    AnthropicProvider,
    GeminiProvider,
    NanoBananaProvider,
    Veo3Provider,
    OpenRouterProvider,
    FalProvider,
    OpenAICompatibleProvider,
    SampleProvider,
)
"""All adapters, in the order in which the window lists them."""


def provider_class(
    provider_id: ProviderId, adapters: tuple[type[BaseProvider], ...] = ADAPTERS
) -> type[BaseProvider]:
    """The class behind an id. Raises ``UsageError`` that lists the known ones."""
    for adapter in adapters:
        if adapter.id == provider_id:
            return adapter
    known = ", ".join(adapter.id for adapter in adapters)
    raise UsageError(f"There is no provider “{provider_id}” here.", f"Use one of: {known}.")


class ProviderFactory:
    """Makes providers that share one network room."""

    def __init__(self, http: HttpRoom, adapters: tuple[type[BaseProvider], ...] = ADAPTERS) -> None:
        self._http = http
        self._adapters = adapters

    def create(
        self, provider_id: ProviderId, account: Account, listener: HeaderListener | None = None
    ) -> BaseProvider:
        """A provider ready to call; ``listener`` hears the headers of what it is answered.

        Raises ``UsageError``: unknown id, or a bad base address.
        """
        http = self._http if listener is None else AccountRoom(self._http, listener)
        return provider_class(provider_id, self._adapters)(account, http)
