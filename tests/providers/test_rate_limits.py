"""Rate limits as the providers' headers tell them."""

from datetime import UTC, datetime, timedelta

import pytest

from mediadesk.domain.remote import RateLimit
from mediadesk.providers.network.rate_limits import read_rate_limits

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def after(**parts: float) -> datetime:
    return NOW + timedelta(**parts)


def test_openai_names_kinds_and_durations() -> None:
    headers = {
        "x-ratelimit-limit-requests": "500",
        "x-ratelimit-remaining-requests": "499",
        "x-ratelimit-reset-requests": "120ms",
        "x-ratelimit-limit-tokens": "30000",
        "x-ratelimit-remaining-tokens": "29900",
        "x-ratelimit-reset-tokens": "6m0.5s",
    }
    assert read_rate_limits(headers, NOW) == (
        RateLimit("requests", 499, 500, after(milliseconds=120)),
        RateLimit("tokens", 29900, 30000, after(minutes=6, seconds=0.5)),
    )


def test_anthropic_names_points_in_time() -> None:
    headers = {
        "anthropic-ratelimit-input-tokens-limit": "80000",
        "anthropic-ratelimit-input-tokens-remaining": "79000",
        "anthropic-ratelimit-input-tokens-reset": "2026-11-23T12:00:30Z",
        "retry-after": "3",
    }
    expected = RateLimit("input tokens", 79000, 80000, after(seconds=30))
    assert read_rate_limits(headers, NOW) == (expected,)


def test_openrouter_names_no_kind_and_milliseconds() -> None:
    reset = str(int(after(seconds=60).timestamp() * 1000))
    headers = {
        "x-ratelimit-limit": "20",
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": reset,
    }
    assert read_rate_limits(headers, NOW) == (RateLimit("requests", 0, 20, after(seconds=60)),)


@pytest.mark.parametrize(
    ("reset", "expected"),
    [
        ("", None),
        ("soon", None),
        ("1h2m3s", after(hours=1, minutes=2, seconds=3)),
        ("5s x", None),
        ("0001-01-01T00:00:00+23:59", None),
        ("9999-12-31T23:59:59-23:59", None),
        ("253402300799999", None),
    ],
)
def test_a_reset_that_says_nothing_is_left_out(reset: str, expected: datetime | None) -> None:
    """One at the end of the calendar was stored, and no list of accounts could be read again."""
    headers = {"x-ratelimit-remaining-tokens": "1", "x-ratelimit-reset-tokens": reset}
    assert read_rate_limits(headers, NOW) == (RateLimit("tokens", 1, None, expected),)


@pytest.mark.parametrize("remaining", ["", "-1", "many", "9" * 40, "1e9", "٣"])
def test_what_is_no_count_is_no_limit(remaining: str) -> None:
    assert read_rate_limits({"x-ratelimit-remaining-tokens": remaining}, NOW) == ()


def test_a_flood_of_headers_is_cut() -> None:
    headers = {f"x-ratelimit-remaining-{chr(97 + at)}": "1" for at in range(20)}
    assert len(read_rate_limits(headers, NOW)) == 8
