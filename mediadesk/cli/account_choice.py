"""Which account a command means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.errors import NotFoundError, UsageError
from mediadesk.domain.ids import ProviderName

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services
    from mediadesk.services.account_info import AccountInfo


async def find_account(services: Services, provider: str, name: str | None) -> AccountInfo:
    """The account of a provider, by its name where there are several.

    Raises ``NotFoundError``, ``UsageError``.
    """
    accounts = await services.accounts.list(ProviderName(provider))
    if name is not None:
        accounts = [account for account in accounts if account.name == name]
    if not accounts:
        named = f" called “{name}”" if name else ""
        raise NotFoundError(f"There is no key of {provider}{named}.", "See “mediadesk keys list”.")
    if len(accounts) > 1:
        names = ", ".join(account.name for account in accounts)
        raise UsageError(f"{provider} has several keys: {names}.", "Choose one with --name.")
    return accounts[0]
