"""What the page about the network knows: the way out, limits, and where each provider is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mediadesk.domain.errors import UsageError
from mediadesk.domain.events import AccountsChanged
from mediadesk.services import own_limits
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from mediadesk.services.models import ProviderInfo
    from mediadesk.services.reached import Reached
    from mediadesk.ui.service_set import ServiceSet


@dataclass(frozen=True, slots=True)
class ProviderAddress:
    """Where a provider is reached; ``url`` empty where no address is known yet."""

    info: ProviderInfo
    url: str
    is_own: bool


class NetworkViewModel(ViewModel):
    """``changed``: show ``addresses`` again. ``refused`` (setting, why); ``tested``, in words, and
    whether all went well."""

    changed = Signal()
    refused = Signal(str, str)
    tested = Signal(str, bool)

    def __init__(self, services: ServiceSet) -> None:
        super().__init__()
        self._services = services
        self.addresses: tuple[ProviderAddress, ...] = ()
        self.subscribe(services.events, AccountsChanged, lambda _event: self.load())

    def text(self, key: str) -> str:
        """The value of a setting of words."""
        return str(self._services.settings.get(key))

    def keep(self, key: str, value: bool | str) -> None:
        """Keep a setting, which counts for every request from now on, or say why not."""
        self.start(self._keep(key, value))

    @property
    def proxy(self) -> str:
        """“system”, “none” or “manual”."""
        if self.text(own_limits.PROXY):
            return "manual"
        return "system" if self._services.settings.get(own_limits.SYSTEM_PROXY) else "none"

    def leave_proxy(self, uses_system: bool) -> None:
        """Use the system's proxy or none; the user's own is forgotten, its password too."""
        for key in (own_limits.PROXY, own_limits.PROXY_USER, own_limits.PROXY_PASSWORD):
            if self.text(key):
                self.keep(key, "")
        self.keep(own_limits.SYSTEM_PROXY, uses_system)

    @property
    def is_offline(self) -> bool:
        """Whether nothing may leave this computer."""
        return bool(self._services.settings.get(own_limits.OFFLINE))

    def set_offline(self, on: bool) -> None:
        """Counts for every request from now on; one under way goes on."""
        self.keep(own_limits.OFFLINE, on)

    def load(self) -> None:
        """Read the addresses."""
        self.start(self._load())

    def test(self) -> None:
        """Ask the providers that have an account, or all where none has, without a key."""
        self.start(self._test())

    async def _keep(self, key: str, value: bool | str) -> None:
        try:
            await self._services.settings.set(key, value)
        except UsageError as error:
            self.refused.emit(key, tr_sentence(error.sentence()))
        else:
            self.refused.emit(key, "")

    async def _test(self) -> None:
        used = {one.provider for one in await self._services.accounts.list()}
        known = [one for one in self.addresses if one.url]
        asked = [one for one in known if one.info.name in used] or known
        found = await self._services.accounts.reach([(one.info.label, one.url) for one in asked])
        self.tested.emit(_found_words(found), found.answered == found.asked)

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


def _found_words(found: Reached) -> str:
    if found.problem:
        counts = tr("{answered} of {asked} addresses answered.")
        words = counts.format(answered=found.answered, asked=found.asked)
        return f"{words} {tr_sentence(found.problem)}"
    return tr("{answered} of {asked} addresses answered, the slowest after {time} ms.").format(
        answered=found.answered, asked=found.asked, time=found.slowest_ms
    )
