"""Fallback chains: the models that a run may go on with.

Link 0 is the model that was asked for; link 1 and up are those of the chain, in order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediadesk.domain.errors import UsageError
from mediadesk.domain.ids import AccountId, ProviderName

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_CHAIN = 8


@dataclass(frozen=True, slots=True)
class FallbackLink:
    """One model of a chain; ``account_id`` None = the provider's default account."""

    provider: ProviderName
    model: str
    account_id: AccountId | None = None

    @property
    def name(self) -> str:
        """As the command line writes it, without the account."""
        return f"{self.provider}/{self.model}"


Chain = tuple[FallbackLink, ...]


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A link that was not used; ``is_end`` where the chain ended there (a cap refused)."""

    link: int
    reason: str
    is_end: bool = False


@dataclass(frozen=True, slots=True)
class AttemptRoute:
    """Which link an attempt was made with, and what was left out for it or passed over after it.

    ``provider`` and ``model`` None = as the generation asked.
    """

    link: int = 0
    provider: ProviderName | None = None
    model: str | None = None
    dropped: tuple[str, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()


def check_chain(first: FallbackLink | None, links: Sequence[FallbackLink]) -> None:
    """Raise ``UsageError`` where a chain is too long or names a model twice.

    ``first`` is the model that it belongs to, where there is one.
    """
    if len(links) > LONGEST_CHAIN:
        raise UsageError(f"A fallback chain has at most {LONGEST_CHAIN} models.", "Remove some.")
    seen = {first}
    for link in links:
        if link in seen:
            raise UsageError(f"The fallback chain names {link.name} twice.", "Name each once.")
        seen.add(link)
