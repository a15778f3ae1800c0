"""Which providers exist. A new one is one file in ``adapters`` and one line here."""

from __future__ import annotations

from importlib import import_module

from mediadesk.domain.errors import UsageError
from mediadesk.domain.ids import ProviderId
from mediadesk.providers import adapters as adapter_files
from mediadesk.providers.base import Account, BaseProvider
from mediadesk.providers.network.account_room import AccountRoom, HeaderListener
from mediadesk.providers.network.http import HttpRoom


def adapters_in(*files: str) -> tuple[type[BaseProvider], ...]:
    """The adapters of these files in ``adapters``, in this order: each defines one."""
    return tuple(_adapter_in(f"{adapter_files.__name__}.{file}") for file in files)


def _adapter_in(module: str) -> type[BaseProvider]:
    defined = (one for one in vars(import_module(module)).values() if isinstance(one, type))
    own = [one for one in defined if issubclass(one, BaseProvider) and one.__module__ == module]
    (adapter,) = own
    return adapter


ADAPTERS: tuple[type[BaseProvider], ...] = adapters_in(
    "openai",
    "anthropic",
    "gemini",
    "nano_banana",
    "veo3",
    "openrouter",
    "fal",
    "openai_compatible",
    "sample",
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
