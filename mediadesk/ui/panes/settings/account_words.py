"""What is said about an account: use, credit, rate limits, whose key it takes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from mediadesk.domain.money import format_usd
from mediadesk.domain.remote import Quota, RemoteItemKind, StoredItem
from mediadesk.ui.support.translation import QT_TR_NOOP, number, tr
from mediadesk.ui.words import file_size, moment

if TYPE_CHECKING:
    from mediadesk.services.account_info import AccountInfo

KIND_WORDS = {
    RemoteItemKind.FILE: QT_TR_NOOP("File"),
    RemoteItemKind.RESPONSE: QT_TR_NOOP("Answer with its prompt"),
    RemoteItemKind.JOB: QT_TR_NOOP("Job with its inputs and results"),
}

_NAMED_DAYS = ("Today {time}", "Yesterday {time}")
"""As ``moment`` says them."""


def state_words(account: AccountInfo) -> str:
    """The short fact beside the status: credit where it is told, else the last use."""
    if account.credit_micro is not None:
        return tr("{amount} left").format(amount=format_usd(account.credit_micro))
    return used_words(account.last_used_at)


def used_words(when: datetime | None) -> str:
    """When an account was used last."""
    return (
        tr("Never used")
        if when is None
        else tr("Used {inside}").format(inside=_inside(moment(when)))
    )


def key_words(account: AccountInfo) -> str:
    """The key as it may be shown, or the address where there is none."""
    return account.masked_key or account.base_url or tr("no key")


def fact_words(account: AccountInfo) -> str:
    """What else is known: credit, rate limits, who uses the key. Empty where there is nothing."""
    facts = []
    if account.uses is not None:
        facts.append(tr("Uses the key of {words}.").format(words=account.uses.words))
    if account.credit_micro is not None and account.credit_at is not None:
        left = format_usd(account.credit_micro)
        facts.append(
            tr("{left} was left {inside}.").format(
                left=left, inside=_inside(moment(account.credit_at))
            )
        )
        facts.append(f"{used_words(account.last_used_at)}.")
    if account.quota is not None:
        facts.append(quota_words(account.quota))
    if account.header_names:
        facts.append(tr("Extra headers: {names}.").format(names=", ".join(account.header_names)))
    if account.used_by:
        facts.append(
            tr("Its key is also used by {join}.").format(
                join=", ".join(one.words for one in account.used_by)
            )
        )
    return " ".join(facts)


def quota_words(quota: Quota) -> str:
    """Rate limits in one sentence, with the time of the reply that told them."""
    parts = [
        f"{number(limit.remaining)} {limit.name}"
        if limit.limit is None
        else tr("{count} of {total} {unit}").format(
            count=number(limit.remaining), total=number(limit.limit), unit=limit.name
        )
        for limit in quota.limits
    ]
    return tr("Limits left {inside}: {join}.").format(
        inside=_inside(moment(quota.told_at)), join=", ".join(parts)
    )


def stored_words(account: AccountInfo, provider_label: str) -> str:
    """How much stays at the provider."""
    return tr("{things} kept at {provider_label}").format(
        things=tr("%Ln thing(s)", n=account.stored_count), provider_label=provider_label
    )


def item_words(stored: StoredItem) -> str:
    """Size, age and end of one thing that stays."""
    item = stored.item
    size = [] if item.size_bytes is None else [file_size(item.size_bytes)]
    until = tr("kept until it is deleted")
    if not item.can_delete:
        until = tr("kept for as long as the provider keeps it")
    if item.expires_at is not None:
        until = tr("goes by itself {inside} at the latest").format(
            inside=_inside(moment(item.expires_at))
        )
    since = tr("since {moment}").format(moment=_inside(moment(stored.created_at)))
    return ", ".join([*size, since, until])


def _inside(words: str) -> str:
    is_named = words.startswith(tuple(tr(day).split(" ")[0] for day in _NAMED_DAYS))
    return words[:1].lower() + words[1:] if is_named else words
