"""The event decoder: lawful streams, however they are cut, and limits."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mediadesk.providers.network.sse import EventTooLargeError, ServerEvent, SseDecoder


def decode(data: bytes, cuts: list[int] | None = None, limit: int = 10_000) -> list[ServerEvent]:
    """All events of ``data``, fed in pieces that end at ``cuts``."""
    decoder = SseDecoder(limit)
    bounds = [0, *sorted(cut % (len(data) + 1) for cut in cuts or []), len(data)]
    pieces = [data[a:b] for a, b in itertools.pairwise(bounds)]
    return [event for piece in pieces for event in decoder.feed(piece)]


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_line_ends(end: bytes) -> None:
    lines = [b": note", b"event: a", b"data: one", b"data:two", b"", b"data", b"", b""]
    events = decode(end.join([*lines, b""]))
    assert [(event.name, event.data) for event in events] == [
        ("a", b"one\ntwo"),
        ("message", b""),
    ]


def test_separators_of_unicode_end_no_line() -> None:
    text = "a\u2028b\u2029c\u0085d\x0be\x0cf"
    (event,) = decode(f"data: {text}\n\n".encode())
    assert event.text() == text


def test_fields() -> None:
    data = b"\xef\xbb\xbfid: 7\nretry: 10\nunknown: x\ndata:  two blanks\n\ndata: next\n\n"
    first, second = decode(data)
    assert (first.id, first.data, first.name) == ("7", b" two blanks", "message")
    assert (second.id, second.data) == ("7", b"next")


def test_event_without_its_empty_line_is_not_given() -> None:
    assert decode(b"data: half\n") == []
    assert decode(b"event: only a name\n\n") == []


def test_limit_counts_lines_and_whole_events() -> None:
    with pytest.raises(EventTooLargeError):
        decode(b"data: " + b"x" * 200, limit=100)
    with pytest.raises(EventTooLargeError):
        decode(b"data: xxxxxxxxxx\n" * 20, limit=100)
    assert len(decode(b"data: xxxxxxxxxx\n\n" * 20, limit=100)) == 20


lines = st.lists(
    st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=30),
    min_size=1,
    max_size=4,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(lines, max_size=5),
    st.sampled_from(["\n", "\r", "\r\n"]),
    st.lists(st.integers(0, 2000), max_size=12),
)
def test_cuts_change_nothing(events: list[list[str]], end: str, cuts: list[int]) -> None:
    stream = "".join(
        "".join(f"data: {line}{end}" for line in event) + end for event in events
    ).encode()
    found = [event.text() for event in decode(stream, cuts)]
    assert found == ["\n".join(event) for event in events]
