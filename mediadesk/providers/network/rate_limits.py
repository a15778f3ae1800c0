"""What the headers of a reply tell about rate limits: how much is left, and until when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from mediadesk.domain.remote import RateLimit
from mediadesk.providers.network.remote_items import read_time

_REMAINING = re.compile(
    r"(?P<head>(?:anthropic|x)-ratelimit-)(?:"
    r"(?P<before>[a-z-]{1,40})-remaining|remaining(?:-(?P<after>[a-z-]{1,40}))?)"
)
_STEP = re.compile(r"(\d+(?:\.\d+)?)(ms|us|µs|ns|s|m|h)")
_SECONDS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 1e-3, "us": 1e-6, "µs": 1e-6, "ns": 1e-9}
_MOST = 8
_MILLISECONDS_FROM = 10**11
"""A point in time beyond this is told in milliseconds."""


def read_rate_limits(headers: Mapping[str, str], now: datetime) -> tuple[RateLimit, ...]:
    """The limits that the headers (names in lower case) tell; empty where they tell none.

    OpenAI names them ``x-ratelimit-remaining-tokens`` with a duration to the reset, Anthropic
    ``anthropic-ratelimit-tokens-remaining`` with a time; OpenRouter names no kind.
    """
    found = []
    for header in sorted(headers):
        match = _REMAINING.fullmatch(header)
        if match is None or (remaining := _count(headers[header])) is None:
            continue
        head, before, after = match["head"], match["before"], match["after"]
        pattern = (
            f"{head}{before}-{{}}" if before else f"{head}{{}}" + (f"-{after}" if after else "")
        )
        found.append(
            RateLimit(
                (before or after or "requests").replace("-", " "),
                remaining,
                _count(headers.get(pattern.format("limit"), "")),
                _reset(headers.get(pattern.format("reset"), ""), now),
            )
        )
    return tuple(found[:_MOST])


def _count(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 15 else None


def _reset(text: str, now: datetime) -> datetime | None:
    """A point in time, or a duration such as “6m0s”, as a point in time."""
    text = text.strip()
    if (count := _count(text)) is not None:
        if count < 10**9:  # seconds from now
            return now + timedelta(seconds=count)
        return read_time(count / 1000 if count >= _MILLISECONDS_FROM else count)
    steps = _STEP.findall(text)
    if steps and "".join(amount + unit for amount, unit in steps) == text and len(text) <= 40:
        seconds = sum(float(amount) * _SECONDS[unit] for amount, unit in steps)
        return now + timedelta(seconds=seconds) if seconds < 10**9 else None
    return read_time(text)
