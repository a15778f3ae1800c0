"""What every adapter of this wire format must do when streams break, flood, stall or stop."""

import asyncio
from typing import Any

import pytest

from mediadesk.domain.errors import Billed, InvalidInputError, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import FinishReason, GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.providers.base import (
    Account,
    BaseProvider,
)
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.network.choices import NetworkChoices
from mediadesk.providers.network.http import HttpRoom
from tests.contract.conftest import KEY, make_request, picture
from tests.contract.openai_calls import (
    CHAT,
    IMAGES,
    PATHS,
    SPEECH,
    each_type,
    failure,
    request_for,
    text_of,
)
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.media import png

# ------------------------------------------------------------------------------ broken streams


STREAMS: dict[str, dict[str, Any]] = {
    "crlf": {"newline": "\r\n"},
    "cr": {"newline": "\r"},
    "comments": {"comments": True},
    "no_done": {"done": False},
    "no_usage": {"usage": False},
    "no_finish_but_done": {"finish_reason": None},
    "closes_instead_of_chunks": {"framing": "close"},
    "raw_separators": {"raw_text": True},
}


@pytest.mark.parametrize("split", [False, True], ids=["whole", "byte_by_byte"])
@pytest.mark.parametrize("options", STREAMS.values(), ids=STREAMS)
async def test_every_lawful_stream_reads_the_same(
    provider: BaseProvider, simulator: Simulator, options: dict[str, Any], split: bool
) -> None:
    text = "Näher 🎈\u2028am\u0085Meer\u2029, \x0b\x0c日本"
    simulator.plan(CHAT, "split" if split else "", text=text, **options)
    context = FakeContext()
    result = await text_of(provider, context)
    assert result.texts == (text,)
    assert context.streamed == text
    assert result.finish_reason is FinishReason.COMPLETE


async def test_half_a_character_pair_cannot_break_the_text(
    provider: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(CHAT, text="a\ud83db")
    context = FakeContext()
    result = await text_of(provider, context)
    assert result.texts == ("a\ufffdb",)
    assert context.streamed.encode() == "a\ufffdb".encode()


async def test_stream_that_just_stops_is_interrupted(
    provider: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(CHAT, text="Half of an", done=False, finish_reason=None, usage=False)
    result = await text_of(provider, FakeContext())
    assert result.finish_reason is FinishReason.INTERRUPTED
    assert result.texts == ("Half of an",)
    assert result.usage.output_tokens is None


async def test_cut_stream_keeps_its_text(provider: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(CHAT, "cut_after_headers", text="Light over water", chunks=3)
    result = await text_of(provider, FakeContext())
    assert result.finish_reason is FinishReason.INTERRUPTED
    assert result.texts == ("Light ov",)


async def test_stream_cut_before_any_text_is_an_error(
    provider: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(CHAT, "cut_after_headers", chunks=1)
    error = await failure(provider, GenerationType.TEXT)
    assert error.kind is ProviderErrorKind.INTERRUPTED
    assert (error.sent, error.billed) == (True, Billed.UNKNOWN)


async def test_error_inside_a_stream(provider: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(CHAT, "stream_error", chunks=3)
    error = await failure(provider, GenerationType.TEXT)
    assert error.kind is ProviderErrorKind.SERVER
    assert error.billed is Billed.UNKNOWN
    assert "The server had an error." in error.message


# ------------------------------------------------------------------------- the network misbehaves


@each_type
@pytest.mark.parametrize(
    ("fault", "kinds"),
    [
        ("cut_before_headers", {ProviderErrorKind.NETWORK}),
        ("reset", {ProviderErrorKind.NETWORK}),
        ("wrong_type", {ProviderErrorKind.MALFORMED, ProviderErrorKind.INTERRUPTED}),
        ("malformed_json", {ProviderErrorKind.MALFORMED}),
        ("huge_headers", {ProviderErrorKind.MALFORMED, ProviderErrorKind.NETWORK}),
        ("redirect", {ProviderErrorKind.MALFORMED}),
    ],
)
async def test_nothing_is_sent_twice_and_the_outcome_is_open(
    provider: BaseProvider,
    simulator: Simulator,
    type: GenerationType,
    fault: str,
    kinds: set[ProviderErrorKind],
) -> None:
    simulator.plan(PATHS[type], fault)
    context = FakeContext()
    error = await failure(provider, type, context)
    assert error.kind in kinds
    assert error.sent
    assert error.billed is Billed.UNKNOWN
    assert context.results == []
    await asyncio.sleep(0.05)
    assert len(simulator.submissions) == 1


@pytest.mark.parametrize("type", [GenerationType.IMAGE, GenerationType.AUDIO], ids=str)
async def test_half_a_result_is_no_result(
    provider: BaseProvider, simulator: Simulator, type: GenerationType
) -> None:
    simulator.plan(PATHS[type], "cut_after_headers")
    context = FakeContext()
    error = await failure(provider, type, context)
    assert error.kind is ProviderErrorKind.INTERRUPTED
    assert context.results == []
    assert context.sinks
    assert len(simulator.submissions) == 1


async def test_sound_without_an_announced_end_is_not_trusted(
    provider: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(SPEECH, framing="close")
    context = FakeContext()
    assert (await failure(provider, GenerationType.AUDIO, context)).kind is (
        ProviderErrorKind.INTERRUPTED
    )
    assert context.results == []


async def test_fewer_pictures_than_asked_for_are_kept(
    openai: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(IMAGES, results=2)
    request = make_request(openai, GenerationType.IMAGE, "gpt-image-2", result_count=3)
    context = FakeContext()
    result = await openai.generate(request, context)
    assert len(context.results) == 2
    assert result.missing == "2 of 3 pictures arrived."


async def test_more_pictures_than_asked_for_are_refused(
    openai: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(IMAGES, results=3)
    error = await failure(openai, GenerationType.IMAGE)
    assert error.kind is ProviderErrorKind.MALFORMED


@each_type
async def test_flood_is_stopped(
    provider: BaseProvider, simulator: Simulator, type: GenerationType
) -> None:
    if type is GenerationType.AUDIO:
        simulator.plan(SPEECH, "endless")
        with pytest.raises(ProviderError, match="larger than 256 MB"):
            await provider.generate(request_for(provider, type), NullContext())
        return
    simulator.plan(PATHS[type], "endless")
    error = await failure(provider, type)
    assert error.kind is ProviderErrorKind.MALFORMED


class NullContext(FakeContext):
    """Keeps no bytes."""

    async def sink(self, index: int, declared_mime: str) -> "NullSink":  # type: ignore[override]
        del index, declared_mime
        return NullSink()


class NullSink:
    async def write(self, data: bytes) -> None:
        """Drop the bytes."""

    async def finish(self) -> None:
        """Nothing to do."""


@pytest.mark.parametrize("fault", ["gzip_bomb", "huge_event"])
async def test_oversized_events_are_stopped(
    provider: BaseProvider, simulator: Simulator, fault: str
) -> None:
    simulator.plan(CHAT, fault, size_bytes=32 * 1024 * 1024)
    error = await failure(provider, GenerationType.TEXT)
    assert error.kind is ProviderErrorKind.MALFORMED
    assert "larger than 1 MB" in error.message


async def test_compressed_answers_are_read(provider: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(CHAT, "gzipped", text="Small")
    assert (await text_of(provider, FakeContext())).texts == ("Small",)


@each_type
async def test_silence_ends_in_a_timeout(simulator: Simulator, type: GenerationType) -> None:
    simulator.plan(PATHS[type], "silent")
    http = HttpRoom(choices=lambda: NetworkChoices(patience=0.002))
    provider = ProviderFactory(http).create(ProviderId("openai"), Account(simulator.base_url, KEY))
    error = await failure(provider, type)
    await http.aclose()
    assert error.kind is ProviderErrorKind.TIMEOUT
    assert (error.sent, error.billed, error.status) == (True, Billed.UNKNOWN, None)
    assert len(simulator.submissions) == 1


async def test_text_that_stalls_is_kept(simulator: Simulator) -> None:
    simulator.plan(CHAT, "stall", text="Light over water", chunks=3)
    http = HttpRoom(choices=lambda: NetworkChoices(patience=0.004))
    provider = ProviderFactory(http).create(ProviderId("openai"), Account(simulator.base_url, KEY))
    result = await text_of(provider, FakeContext())
    await http.aclose()
    assert result.finish_reason is FinishReason.INTERRUPTED
    assert result.texts == ("Light ov",)


async def test_mask_without_a_picture_is_refused_before_sending(
    provider: BaseProvider, simulator: Simulator
) -> None:
    mask = picture(png(2, 2), "m.png", "mask")
    request = make_request(provider, GenerationType.IMAGE, "gpt-image-2", inputs=(mask,))
    context = FakeContext()
    with pytest.raises(InvalidInputError):
        await provider.generate(request, context)
    assert context.events == []
    assert simulator.requests == []


async def test_dripping_body_ends_at_the_total_deadline(simulator: Simulator) -> None:
    simulator.plan(SPEECH, "drip", interval_s=0.01)
    http = HttpRoom(choices=lambda: NetworkChoices(patience=0.001))
    provider = ProviderFactory(http).create(ProviderId("openai"), Account(simulator.base_url, KEY))
    context = FakeContext()
    error = await failure(provider, GenerationType.AUDIO, context)
    await http.aclose()
    assert error.kind is ProviderErrorKind.TIMEOUT
    assert context.sinks[0].data
    assert context.results == []


@each_type
async def test_cancel_stops_the_call(
    provider: BaseProvider, simulator: Simulator, type: GenerationType
) -> None:
    simulator.plan(PATHS[type], "silent")
    context = FakeContext()
    task = asyncio.create_task(provider.generate(request_for(provider, type), context))
    for _ in range(1000):
        if simulator.submissions:
            break
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert context.results == []
    assert len(simulator.submissions) == 1


async def test_cancel_before_the_request_sends_nothing(
    provider: BaseProvider, simulator: Simulator
) -> None:
    class Cancelled(FakeContext):
        async def submitting(self) -> None:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await provider.generate(request_for(provider, GenerationType.IMAGE), Cancelled())
    assert simulator.requests == []


async def test_closed_port_sends_nothing(http: HttpRoom) -> None:
    account = Account("http://127.0.0.1:9/v1", KEY)
    provider = ProviderFactory(http).create(ProviderId("openai"), account)
    error = await failure(provider, GenerationType.TEXT)
    assert error.kind is ProviderErrorKind.NETWORK
    assert not error.sent
    assert "Nothing was sent." in error.message
