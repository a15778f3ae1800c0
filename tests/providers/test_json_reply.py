"""JSON from outside that no file or database could hold as it is."""

from __future__ import annotations

import pytest

from mediadesk.providers.json_reply import parse_json


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
