"""What the page about the network knows: the proxy setting, and where each provider is reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mediadesk.domain.events import AccountsChanged
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.service_set import ServiceSet

PROXY_SETTING = "network.system_proxy"
OFFLINE_SETTING = "network.offline"


@dataclass(frozen=True, slots=True)
class ProviderAddress:
    """Where a provider is reached; ``url`` empty where no address is known yet."""

    info: ProviderInfo
    url: str
    is_own: bool


class NetworkViewModel(ViewModel):
    """``changed``: show ``addresses`` again."""

    changed = Signal()

    def __init__(self, services: ServiceSet) -> None:
        super().__init__()
        self._services = services
        self.addresses: tuple[ProviderAddress, ...] = ()
        self.subscribe(services.events, AccountsChanged, lambda _event: self.load())

    @property
    def uses_system_proxy(self) -> bool:
        """Whether the proxy of the system is to be used."""
        return bool(self._services.settings.get(PROXY_SETTING))

    def set_uses_system_proxy(self, on: bool) -> None:
        """Keep the wish; connections follow it from the next start on."""
        self.start(self._services.settings.set(PROXY_SETTING, on))

    @property
    def is_offline(self) -> bool:
        """Whether nothing may leave this computer."""
        return bool(self._services.settings.get(OFFLINE_SETTING))

    def set_offline(self, on: bool) -> None:
        """Counts for every request from now on; one under way goes on."""
        self.start(self._services.settings.set(OFFLINE_SETTING, on))

    def load(self) -> None:
        """Read the addresses."""
        self.start(self._load())

    async def _load(self) -> None:
        used = [one for one in await self._services.accounts.list() if one.is_default]
        own = {one.provider: one.base_url for one in used if one.base_url}
        self.addresses = tuple(
            ProviderAddress(
                info, own.get(info.name) or info.default_base_url or "", info.name in own
            )
            for info in self._services.models.providers()
            if not info.is_offline
        )
        self.changed.emit()
