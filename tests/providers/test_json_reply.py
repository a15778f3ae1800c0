"""JSON from outside that no file or database could hold as it is."""

from __future__ import annotations

import pytest

from mediadesk.providers.network.json_reply import MalformedJsonError, as_count, as_text, parse_json


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (rb'{"a": ["x\ud83d", {"\uDe00": 1}]}', {"a": ["x\ufffd", {"\ufffd": 1}]}),
        ('"\\ud83d\\ude00 whole"', "😀 whole"),
        (b'"raw \xed\xa0\xbd half"', "raw \ufffd half"),
        ('["plain", 1, null]', ["plain", 1, None]),
    ],
)
def test_half_a_character_becomes_a_replacement(data: bytes | str, value: object) -> None:
    assert parse_json(data) == value


@pytest.mark.parametrize(
    "data", [b"[" * 65 + b"]" * 65, b"[" * 100_000, b'{"a": NaN}', b"[-Infinity]", b"\xff", b""]
)
def test_what_is_no_json_is_told(data: bytes) -> None:
    with pytest.raises(MalformedJsonError):
        parse_json(data)


@pytest.mark.parametrize(
    "value", [True, -1, 0.5, float("inf"), float("nan"), (1 << 40) + 1, "7", None, [7]]
)
def test_what_is_no_count_is_none(value: object) -> None:
    assert as_count(value) is None
    assert as_count(7.0) == 7


@pytest.mark.parametrize("value", [None, 7, ["a"], {"a": 1}, True])
def test_what_is_no_text_is_empty(value: object) -> None:
    assert as_text(value) == ""
