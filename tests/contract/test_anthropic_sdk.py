"""Anthropic's official client against the same server: it sends and reads what we do."""

import asyncio
from typing import Any

import pytest

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import Parameters
from mediadesk.providers.base import Account, BaseProvider
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.network.http import HttpRoom
from tests.contract.canonical import canonical
from tests.contract.conftest import KEY, bare_request, picture
from tests.contract.differences import compare
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

pytestmark = pytest.mark.full
TEXT = GenerationType.TEXT
MODEL = "claude-haiku-5-5"


@pytest.fixture
def client(simulator: Simulator, monkeypatch: pytest.MonkeyPatch) -> Any:
    anthropic = pytest.importorskip("anthropic")
    monkeypatch.delenv("ANTHROPIC_AUTH_TOKEN", raising=False)
    made = anthropic.Anthropic(api_key=KEY, base_url=simulator.root_url, max_retries=0)
    yield made
    made.close()


@pytest.fixture
def ours(http: HttpRoom, simulator: Simulator) -> BaseProvider:
    account = Account(simulator.root_url, KEY)
    return ProviderFactory(http).create(ProviderId("anthropic"), account)


def asked(client: Any, **more: Any) -> Any:
    """One streamed message of the official client, as it is at its end."""
    with client.messages.stream(model=MODEL, max_tokens=512, **more) as stream:
        return stream.get_final_message()


@pytest.mark.parametrize("split", [False, True], ids=["whole", "byte_by_byte"])
@pytest.mark.parametrize("reason", ["end_turn", "max_tokens", "refusal"])
async def test_same_request_and_same_reading(
    client: Any, ours: BaseProvider, simulator: Simulator, reason: str, split: bool
) -> None:
    text = "Näher 🎈\u2028am\u0085Meer"
    for _ in range(2):
        simulator.plan(
            "/v1/messages",
            "split" if split else "",
            text=text,
            stop_reason=reason,
            raw_text=True,
            thinking="Hmm.",
        )
    theirs = await asyncio.to_thread(
        asked,
        client,
        system="Be brief.",
        messages=[{"role": "user", "content": "Say hi"}],
        output_config={"effort": "low"},
        thinking={"type": "adaptive", "display": "summarized"},
        stop_sequences=["END"],
    )
    parameters: Parameters = {
        "max_tokens": 512,
        "system_prompt": "Be brief.",
        "effort": "low",
        "thinking": "adaptive",
        "thinking_display": "summarized",
        "stop": "END",
    }
    request = bare_request(ours, TEXT, MODEL, "Say hi", parameters)
    result = await ours.generate(request, FakeContext())
    first, second = (canonical(entry) for entry in simulator.requests)
    assert second == first
    told = "".join(block.text for block in theirs.content if block.type == "text")
    assert result.texts == (told,)
    usage = theirs.usage
    total = usage.input_tokens + usage.cache_creation_input_tokens + usage.cache_read_input_tokens
    assert result.usage.input_tokens == total
    assert result.usage.output_tokens == usage.output_tokens
    assert result.usage.reasoning_tokens == usage.output_tokens_details.thinking_tokens
    expected = {"end_turn": "complete", "max_tokens": "truncated", "refusal": "refused"}
    assert theirs.stop_reason == reason
    assert result.finish_reason.value == expected[reason]


async def test_same_pictures(client: Any, ours: BaseProvider, simulator: Simulator) -> None:
    source = {"type": "base64", "media_type": "image/png", "data": "AAAA"}
    content = [{"type": "image", "source": source}, {"type": "text", "text": "Describe"}]
    await asyncio.to_thread(asked, client, messages=[{"role": "user", "content": content}])
    request = bare_request(
        ours, TEXT, MODEL, "Describe", {"max_tokens": 512}, inputs=(picture(b"\0\0\0", "a.png"),)
    )
    await ours.generate(request, FakeContext())
    first, second = (canonical(entry) for entry in simulator.requests)
    assert second == first


async def test_same_models(client: Any, ours: BaseProvider, simulator: Simulator) -> None:
    listed = await asyncio.to_thread(lambda: list(client.models.list(limit=1000)))
    models = {model.id: model for model in await ours.available_models()}
    first, second = (canonical(entry) for entry in simulator.requests)
    assert second == first
    served = [model for model in listed if model.lifecycle != "retired"]
    assert set(models) == {model.id for model in served}
    for theirs in served:
        ends = theirs.retires_at.date() if theirs.retires_at else None
        assert models[theirs.id].ends_on == ends


async def test_tokens_are_counted(client: Any, ours: BaseProvider, simulator: Simulator) -> None:
    words = "word " * 50_000
    messages = [{"role": "user", "content": words}]
    told = await asyncio.to_thread(
        lambda: client.messages.count_tokens(model=MODEL, messages=messages)
    )
    await ours.generate(bare_request(ours, TEXT, MODEL, words, {"max_tokens": 512}), FakeContext())
    theirs, mine, _ = (canonical(entry) for entry in simulator.requests)
    compare("anthropic", "count_tokens", mine, theirs)
    assert told.input_tokens


async def test_a_planted_difference_is_seen(
    client: Any, ours: BaseProvider, simulator: Simulator
) -> None:
    """The comparison itself can fail."""
    messages = [{"role": "user", "content": "Say hi"}]
    await asyncio.to_thread(asked, client, messages=messages)
    request = bare_request(ours, TEXT, MODEL, "Say hi", {"max_tokens": 513})
    await ours.generate(request, FakeContext())
    first, second = (canonical(entry) for entry in simulator.requests)
    assert second != first
