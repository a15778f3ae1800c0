"""The user's settings of network and jobs, as those that follow them want to have them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mediadesk.domain.errors import UsageError
from mediadesk.providers.network.choices import NetworkChoices, Way
from mediadesk.services.runner_rules import MAXIMUM_TRIES

Read = Callable[[str], bool | str]
"""Tells the value of a setting."""
OFFLINE = "network.offline"
SYSTEM_PROXY = "network.system_proxy"
PROXY = "network.proxy"
PROXY_USER = "network.proxy_user"
PROXY_PASSWORD = "network.proxy_password"
AUTHORITY = "network.authority"
WAIT_S = "network.wait_s"
AT_ONCE = "jobs.at_once"
PER_PROVIDER = "jobs.per_provider"
TRIES = "jobs.tries"
USUAL_WAIT_S = 120
"""Seconds to the first word of a text; what takes longer by nature gets more in proportion."""
WAITS_S = (30, 3600)
MOST_AT_ONCE = 64
MOST_PER_PROVIDER = 32


@dataclass(frozen=True, slots=True)
class JobLimits:
    """0 means: no limit of the user's own. ``tries`` counts sendings after safe failures."""

    at_once: int = 0
    per_provider: int = 0
    tries: int = MAXIMUM_TRIES


def network_choices(read: Read) -> NetworkChoices:
    """How requests leave this computer."""
    proxy = (str(read(key)) for key in (PROXY, PROXY_USER, PROXY_PASSWORD, AUTHORITY))
    way = Way(bool(read(SYSTEM_PROXY)), *proxy)
    patience = _number(read, WAIT_S, USUAL_WAIT_S) / USUAL_WAIT_S
    return NetworkChoices(way, bool(read(OFFLINE)), patience)


def job_limits(read: Read) -> JobLimits:
    """How many jobs may run, and how often one may be sent again."""
    return JobLimits(
        _number(read, AT_ONCE, 0),
        _number(read, PER_PROVIDER, 0),
        _number(read, TRIES, MAXIMUM_TRIES),
    )


def _number(read: Read, key: str, usual: int) -> int:
    return int(str(read(key)) or usual)


def check_whole(words: str, least: int, most: int) -> None:
    """Refuse what is no whole number in these bounds; "" is the usual. Raises ``UsageError``."""
    if words and not (words.isascii() and words.isdigit() and least <= int(words) <= most):
        raise UsageError(f"“{words}” does not fit here.", f"Give a number from {least} to {most}.")
