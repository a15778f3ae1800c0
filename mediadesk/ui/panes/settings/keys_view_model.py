"""What the page of API keys knows: every provider with its accounts, and what is under way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.events import AccountsChanged
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediadesk.domain.ids import AccountId, ProviderName
    from mediadesk.services.account_info import AccountInfo
    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.service_set import ServiceSet


@dataclass(frozen=True, slots=True)
class ProviderGroup:
    """One provider with the accounts that the user gave it, and those whose key works there too."""

    info: ProviderInfo
    accounts: tuple[AccountInfo, ...]
    sources: tuple[AccountInfo, ...] = ()


class KeysViewModel(ViewModel):
    """``changed``: show ``groups`` again. ``tested``: (account id, works, message).

    ``saved``: (provider, ok, message) after “Test and save”.
    """

    changed = Signal()
    testing = Signal(object)
    tested = Signal(object, bool, str)
    saved = Signal(str, bool, str)

    def __init__(self, services: ServiceSet) -> None:
        super().__init__()
        self._services = services
        self.groups: tuple[ProviderGroup, ...] = ()
        self.subscribe(services.events, AccountsChanged, lambda _event: self.load())

    @property
    def refused(self) -> str:
        """Which keys a provider did not take when they were tested last; "" for none."""
        names = [
            f"{group.info.label} {account.name}"
            for group in self.groups
            for account in group.accounts
            if account.check_status == "refused" and account.is_active
        ]
        return tr("Not accepted: {names}").format(names=", ".join(names)) if names else ""

    def provider_of(self, key: str, *, chosen: ProviderName | None = None) -> ProviderName | None:
        """The provider whose keys look so; None where that is not clear.

        ``chosen`` stays where it takes such keys too.
        """
        return self._services.accounts.guess_provider(key, chosen=chosen)

    def load(self) -> None:
        """Read the accounts."""
        self.start(self._load())

    def test(self, account_id: AccountId) -> None:
        """Check one account by reading calls."""
        self.start(self._test(account_id))

    def test_all(self) -> None:
        """Check every account, one after the other."""
        self.start(self._test_all())

    def test_and_save(
        self,
        provider: ProviderName,
        name: str,
        key: str,
        uses: AccountId | None,
        base_url: str,
        headers: Mapping[str, str],
        *,
        anyway: bool = False,
    ) -> None:
        """Check what was typed and keep it if it works, or ``anyway``; ``uses``: whose key."""
        address = base_url.strip()
        self.start(self._test_and_save(provider, name, key.strip(), uses, address, headers, anyway))

    def rotate(self, account_id: AccountId, key: str) -> None:
        """Replace the key of an account after checking the new one."""
        self.start(self._rotate(account_id, key.strip()))

    def make_default(self, account: AccountInfo) -> None:
        """Use this account where none is chosen."""
        self.start(self._services.accounts.edit(account.id, is_default=True))

    def edit(
        self, account_id: AccountId, name: str, base_url: str, headers: Mapping[str, str] | None
    ) -> None:
        """Give an account another name or address, or other headers."""
        edit = self._services.accounts.edit
        self.start(edit(account_id, name=name, base_url=base_url, headers=headers))

    def switch(self, account: AccountInfo, on: bool) -> None:
        """Let an account be used for new runs, or not."""
        self.start(self._services.accounts.edit(account.id, is_active=on))

    def remove(self, account: AccountInfo) -> None:
        """Forget an account and its key, and the accounts that use it."""
        self.start(self._services.accounts.remove(account.id, with_users=True))

    async def _load(self) -> None:
        manager = self._services.accounts
        accounts = await manager.list()
        infos = [info for info in self._services.models.providers() if not info.is_offline]
        sources = [await manager.key_sources(info.name) for info in infos]
        self.groups = tuple(
            ProviderGroup(
                info, tuple(a for a in accounts if a.provider == info.name), tuple(lending)
            )
            for info, lending in zip(infos, sources, strict=True)
        )
        self.changed.emit()

    async def _test(self, account_id: AccountId) -> None:
        self.testing.emit(account_id)
        try:
            status = await self._services.accounts.test(account_id)
            self.tested.emit(account_id, status.works, tr_sentence(status.message))
        except MediadeskError as error:
            self.tested.emit(account_id, False, tr_sentence(error.sentence()))

    async def _test_all(self) -> None:
        for group in self.groups:
            for account in group.accounts:
                await self._test(account.id)

    async def _test_and_save(
        self,
        provider: ProviderName,
        name: str,
        key: str,
        uses: AccountId | None,
        base_url: str,
        headers: Mapping[str, str],
        anyway: bool,
    ) -> None:
        accounts = self._services.accounts
        try:
            tested = None
            if not anyway:
                tested = await accounts.test_unsaved(
                    provider, key or None, base_url or None, uses, headers
                )
            if tested is not None and not tested.works:
                self.saved.emit(str(provider), False, tr_sentence(tested.message))
                return
            await accounts.add(
                provider,
                name=name.strip() or "Default",
                key=key or None,
                base_url=base_url or None,
                uses=uses,
                headers=headers,
                checked=tested,
            )
        except MediadeskError as error:
            self.saved.emit(str(provider), False, tr_sentence(error.sentence()))
            return
        self.saved.emit(str(provider), True, "")

    async def _rotate(self, account_id: AccountId, key: str) -> None:
        try:
            await self._services.accounts.rotate(account_id, key)
        except MediadeskError as error:
            self.tested.emit(account_id, False, tr_sentence(error.sentence()))
            return
        await self._test(account_id)
