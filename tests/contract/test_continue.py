"""A conversation that goes on: every earlier turn is sent as it was, with the files it brought."""

import base64
from dataclasses import replace
from typing import Any

import pytest

from mediadesk.providers.base import Turn
from mediadesk.providers.network.http import HttpRoom
from tests.contract.cases import TEXTS, Case
from tests.contract.conftest import picture
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.media import png

FIRST, SECOND = png(3, 2), png(2, 3)


def places(value: Any, wanted: str, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where a text stands in a document."""
    if isinstance(value, str):
        return [way] if wanted in value else []
    items = value.items() if isinstance(value, dict) else enumerate(value or ())
    if not isinstance(value, dict | list):
        return []
    return [found for key, one in items for found in places(one, wanted, (*way, key))]


@pytest.mark.parametrize("case", TEXTS, ids=str)
async def test_earlier_turns_are_sent_with_their_files(
    case: Case, http: HttpRoom, simulator: Simulator
) -> None:
    """A model was asked about a picture that only the first question had brought."""
    provider = case.connect(http, simulator)
    turns = (
        Turn("user", "What is this?", (picture(FIRST, "first.png"),)),
        Turn("assistant", "A red square."),
    )
    now = (picture(SECOND, "second.png"),)
    await provider.generate(
        replace(case.request(provider), prompt="And this?", turns=turns, inputs=now), FakeContext()
    )
    (sent,) = simulator.submissions
    body = sent["body"]["json"]
    (name,) = {"messages", "contents", "input"} & set(body)
    told = [one for one in body[name] if one["role"] != "system"]
    assert [one["role"] for one in told] in (
        ["user", "assistant", "user"],
        ["user", "model", "user"],
    )
    for words, place in (("What is this?", 0), ("A red square.", 1), ("And this?", 2)):
        assert [way[0] for way in places(told, words)] == [place]
    for data, place in ((FIRST, 0), (SECOND, 2)):
        encoded = base64.b64encode(data).decode()
        assert [way[0] for way in places(told, encoded)] == [place]
