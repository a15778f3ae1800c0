"""What is drawn over a picture: a part of its own in an edit, and where it cannot go."""

from typing import Any

import pytest

from mediadesk.domain.errors import InvalidInputError
from mediadesk.domain.generation import GenerationType
from mediadesk.providers.base import BaseProvider
from tests.contract.conftest import make_request, picture
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.media import png

MODEL = "gpt-image-2.6-flare"
DOT = png(2, 2)


async def edit(openai: BaseProvider, *roles: str, **parameters: Any) -> None:
    inputs = tuple(picture(DOT, f"{role}.png", role) for role in roles)
    request = make_request(
        openai,
        GenerationType.IMAGE,
        MODEL,
        "Follow the arrow",
        parameters=parameters,
        inputs=inputs,
    )
    await openai.generate(request, FakeContext())


async def test_a_drawing_is_sent_beside_the_picture(
    openai: BaseProvider, simulator: Simulator
) -> None:
    await edit(openai, "image", "markup")
    (sent,) = simulator.submissions
    assert sent["path"].endswith("/images/edits")
    files = [part["name"] for part in sent["body"]["multipart"] if "filename" in part]
    assert files == ["image", "markup"]


@pytest.mark.parametrize(
    ("roles", "parameters", "words"),
    [
        (("markup",), {}, "A drawing alone changes nothing"),
        (("mask",), {}, "A mask alone changes nothing"),
        (("image", "mask", "markup"), {}, "cannot be used together"),
        (("image", "markup"), {"in_background": True}, "takes no drawing over it"),
    ],
)
async def test_what_cannot_be_sent_is_said_before(
    openai: BaseProvider,
    simulator: Simulator,
    roles: tuple[str, ...],
    parameters: dict[str, Any],
    words: str,
) -> None:
    with pytest.raises(InvalidInputError, match=words):
        await edit(openai, *roles, **parameters)
    assert simulator.submissions == []
