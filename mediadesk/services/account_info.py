"""What may be shown of an account, and what a key, a name and an address must look like."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from mediadesk.domain.errors import UsageError
from mediadesk.domain.extra_headers import check_headers
from mediadesk.domain.ids import AccountId, ProviderName
from mediadesk.domain.remote import Quota
from mediadesk.storage.rows import optional_time

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mediadesk.providers.base import BaseProvider
    from mediadesk.storage.api_keys import StoredAccount

LONGEST_KEY = 8192
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class AccountRef:
    """An account by its names; ``label`` is the provider's, as people know it."""

    id: AccountId
    provider: ProviderName
    name: str
    label: str

    @property
    def words(self) -> str:
        """Provider and name for people."""
        return f"{self.label} “{self.name}”"

    def __str__(self) -> str:
        return f"{self.provider} “{self.name}”"


@dataclass(frozen=True, slots=True)
class AccountInfo:
    """What may be shown of an account. ``check_status``: works, refused, unchecked or failed.

    ``credit_micro`` is what the last check was told is left, in micro-USD; ``quota`` what the last
    reply told about rate limits; both None where the provider does not say. ``uses`` is the account
    whose key it takes, ``used_by`` are those that take its key. ``stored_count`` counts what lies
    at the provider. ``label`` is the provider's. ``header_names`` are those of the extra headers.
    """

    id: AccountId
    provider: ProviderName
    label: str
    name: str
    base_url: str | None
    masked_key: str
    is_default: bool
    is_active: bool
    check_status: str
    check_message: str
    checked_at: datetime | None
    last_used_at: datetime | None
    credit_micro: int | None = None
    credit_at: datetime | None = None
    quota: Quota | None = None
    uses: AccountRef | None = None
    used_by: tuple[AccountRef, ...] = ()
    stored_count: int = 0
    header_names: tuple[str, ...] = ()


def account_info(
    stored: StoredAccount,
    all_accounts: Sequence[StoredAccount],
    quota: Quota | None,
    count: int,
    label: Callable[[ProviderName], str],
) -> AccountInfo:
    """What may be shown; ``quota`` is newer than what is stored, if there is any."""
    uses = stored.uses
    return AccountInfo(
        id=stored.id,
        provider=stored.provider,
        label=label(stored.provider),
        name=stored.name,
        base_url=stored.base_url,
        masked_key=f"••••{stored.last_four}" if stored.key is not None else "",
        is_default=stored.is_default,
        is_active=stored.is_active,
        check_status=stored.check_status or "unchecked",
        check_message=stored.check_message or "",
        checked_at=optional_time(stored.checked_at_ms),
        last_used_at=optional_time(stored.last_used_at_ms),
        credit_micro=stored.credit_micro,
        credit_at=optional_time(stored.credit_at_ms),
        quota=quota or stored.quota,
        uses=None
        if uses is None
        else AccountRef(uses.id, uses.provider, uses.name, label(uses.provider)),
        used_by=tuple(
            AccountRef(one.id, one.provider, one.name, label(one.provider))
            for one in all_accounts
            if one.uses is not None and one.uses.id == stored.id
        ),
        stored_count=count,
        header_names=() if stored.headers is None else stored.headers.names,
    )


def checked_key(key: str | None) -> str | None:
    """A pasted key without blanks around it; None where there is none. Raises ``UsageError``."""
    key = (key or "").strip()
    if not key:
        return None
    if len(key) > LONGEST_KEY or any(not 0x21 <= ord(character) <= 0x7E for character in key):
        raise UsageError("This does not look like an API key.", "Paste the key alone.")
    return key


def checked_name(name: str) -> str:
    """A name as it is stored. Raises ``UsageError``."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise UsageError("The key's name is empty or too long.", "Choose a short name.")
    return name


def checked_url(url: str | None) -> str | None:
    """An address without blanks and slashes around it; None where there is none."""
    url = (url or "").strip()
    return url.rstrip("/") or None


def checked_headers(
    adapter: type[BaseProvider], headers: Mapping[str, str] | None
) -> Mapping[str, str]:
    """Extra headers that may be sent to a provider. Raises ``UsageError``."""
    if headers and not adapter.capabilities.takes_headers:
        raise UsageError(f"{adapter.label} takes no extra headers.", "Leave them out.")
    check_headers(headers or {})
    return headers or {}


def check_complete(adapter: type[BaseProvider], has_key: bool, base_url: str | None) -> None:
    """Refuse an account that could never work. Raises ``UsageError``."""
    if adapter.capabilities.needs_key and not has_key:
        raise UsageError(f"{adapter.label} needs an API key.", "Paste the key.")
    if adapter.capabilities.needs_base_url and base_url is None:
        raise UsageError(
            f"{adapter.label} needs an address.", "Give one, for example http://localhost:11434/v1."
        )
    if adapter.capabilities.is_offline:
        raise UsageError(f"{adapter.label} needs no key.", "It works as it is.")


def last_four(key: str | None) -> str:
    """What may be shown of a key; nothing of a short one."""
    return key[-4:] if key is not None and len(key) >= 12 else ""
