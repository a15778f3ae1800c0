"""What every adapter of this wire format must do, in good days and bad ones."""

import asyncio
import struct
from typing import Any

import pytest

from mediadesk.domain.errors import Billed, InvalidInputError, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import FinishReason, GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.sniff import MP3, PNG, sniff
from mediadesk.providers.base import (
    Account,
    BaseProvider,
    GenerationResult,
    ProviderRequest,
    Turn,
)
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.http import HttpRoom
from tests.contract.conftest import KEY, make_request, picture
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.media import png
from tests.simulator.openai_routes import WRONG_KEY

CHAT, IMAGES, SPEECH = "/chat/completions", "/images/generations", "/audio/speech"
MODELS = {
    GenerationType.TEXT: "gpt-6-luna",
    GenerationType.IMAGE: "gpt-image-2",
    GenerationType.AUDIO: "gpt-4o-mini-tts",
}
PATHS = {
    GenerationType.TEXT: CHAT,
    GenerationType.IMAGE: IMAGES,
    GenerationType.AUDIO: SPEECH,
}
each_type = pytest.mark.parametrize("type", MODELS, ids=str)


def request_for(provider: BaseProvider, type: GenerationType) -> ProviderRequest:
    return make_request(provider, type, MODELS[type])


async def failure(
    provider: BaseProvider, type: GenerationType, context: FakeContext | None = None
) -> ProviderError:
    """The error that one call ends with."""
    with pytest.raises(ProviderError) as caught:
        await provider.generate(request_for(provider, type), context or FakeContext())
    assert KEY not in str(caught.value)
    assert KEY not in repr(caught.value)
    return caught.value


async def text_of(provider: BaseProvider, context: FakeContext) -> GenerationResult:
    return await provider.generate(request_for(provider, GenerationType.TEXT), context)


# ------------------------------------------------------------------------------------ good days


async def test_text_streams_and_ends(provider: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(CHAT, text="Morning light.")
    context = FakeContext()
    result = await text_of(provider, context)
    assert context.deltas == ["Morn", "ing ", "ligh", "t."]
    assert result.texts == ("Morning light.",)
    assert result.finish_reason is FinishReason.COMPLETE
    assert result.usage.output_tokens == 4
    assert result.request_id == "req_simulated"
    assert context.events[0] == "submitting"


async def test_reasoning_is_shown_as_a_stage_and_kept_out_of_the_answer(
    provider: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(CHAT, text="Four", reasoning="two and two")
    context = FakeContext()
    result = await text_of(provider, context)
    assert result.texts == ("Four",)
    stages = [event for event in context.events if event.startswith("progress")]
    assert stages == ["progress Writing", "progress Thinking", "progress Writing"]


async def test_conversation_and_picture_reach_the_server(
    provider: BaseProvider, simulator: Simulator
) -> None:
    request = make_request(
        provider,
        GenerationType.TEXT,
        "gpt-6-luna",
        "And now?",
        parameters={"system_prompt": "Be kind."},
        turns=(Turn("user", "First"), Turn("assistant", "Answer")),
        inputs=(picture(png(2, 2), "a.png"),),
    )
    await provider.generate(request, FakeContext())
    messages = simulator.requests[0]["body"]["json"]["messages"]
    assert [message["role"] for message in messages] == ["system", "user", "assistant", "user"]
    assert messages[3]["content"][0] == {"type": "text", "text": "And now?"}
    assert messages[3]["content"][1]["image_url"]["url"].startswith("data:image/png;base64,iVBOR")


async def test_picture_has_the_asked_size(provider: BaseProvider) -> None:
    request = make_request(
        provider, GenerationType.IMAGE, "gpt-image-2", parameters={"size": "1536x1024"}
    )
    context = FakeContext()
    await provider.generate(request, context)
    (data,) = context.results
    assert sniff(data) is PNG
    assert struct.unpack(">II", data[16:24]) == (1536, 1024)
    assert context.events == ["submitting", "fetching"]


async def test_large_picture_arrives_in_small_pieces(
    provider: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(IMAGES, size_bytes=6_000_000)
    context = FakeContext()
    await provider.generate(request_for(provider, GenerationType.IMAGE), context)
    (sink,) = context.sinks.values()
    assert len(sink.data) > 5_900_000
    assert sink.largest_write <= 64 * 1024
    assert sniff(bytes(sink.data)) is PNG


async def test_previews_come_before_the_picture(openai: BaseProvider, simulator: Simulator) -> None:
    request = make_request(
        openai, GenerationType.IMAGE, "gpt-image-2", parameters={"partial_images": 2}
    )
    context = FakeContext()
    result = await openai.generate(request, context)
    assert [sniff(preview) for preview in context.previews] == [PNG, PNG]
    assert len(context.results) == 1
    assert result.usage.output_tokens == 196


async def test_speech_is_sound(provider: BaseProvider) -> None:
    context = FakeContext()
    result = await provider.generate(request_for(provider, GenerationType.AUDIO), context)
    assert sniff(context.results[0]) is MP3
    assert result.usage.characters == len("Hello")


async def test_key_check_tells_how_many_models(provider: BaseProvider) -> None:
    status = await provider.check_key()
    assert status.works
    assert status.model_count == 8
    assert status.message == "Works. 8 models available."


# ------------------------------------------------------------------------- answers that say no


@each_type
@pytest.mark.parametrize(
    ("fault", "kind", "billed"),
    [
        ("wrong_key", ProviderErrorKind.AUTH, Billed.FREE),
        ("no_credit", ProviderErrorKind.CREDIT, Billed.FREE),
        ("rate_limit", ProviderErrorKind.RATE_LIMIT, Billed.FREE),
        ("forbidden", ProviderErrorKind.PERMISSION, Billed.FREE),
        ("blocked", ProviderErrorKind.BLOCKED, Billed.FREE),
        ("bad_parameter", ProviderErrorKind.BAD_REQUEST, Billed.FREE),
        ("no_model", ProviderErrorKind.NOT_FOUND, Billed.FREE),
        ("overloaded", ProviderErrorKind.OVERLOADED, Billed.UNKNOWN),
        ("server_error", ProviderErrorKind.SERVER, Billed.UNKNOWN),
    ],
)
async def test_refusals_have_a_meaning(
    provider: BaseProvider,
    simulator: Simulator,
    type: GenerationType,
    fault: str,
    kind: ProviderErrorKind,
    billed: Billed,
) -> None:
    simulator.plan(PATHS[type], fault, retry_after=7, param="temperature")
    context = FakeContext()
    error = await failure(provider, type, context)
    assert (error.kind, error.billed) == (kind, billed)
    assert error.provider_answered
    assert error.sent
    assert error.next_step
    assert error.request_id == "req_simulated"
    assert error.retry_after_s == (7 if fault == "rate_limit" else None)
    assert error.parameter == ("temperature" if fault == "bad_parameter" else None)
    assert context.results == []
    assert len(simulator.submissions) == 1


async def test_a_proxys_page_is_not_the_providers_word(
    provider: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(CHAT, "status", status=503)
    error = await failure(provider, GenerationType.TEXT)
    assert error.kind is ProviderErrorKind.OVERLOADED
    assert not error.provider_answered
    assert "<" not in error.message


async def test_wrong_key_fails_the_key_check(http: HttpRoom, simulator: Simulator) -> None:
    account = Account(simulator.base_url, WRONG_KEY)
    status = await ProviderFactory(http).create(ProviderId("openai"), account).check_key()
    assert not status.works
    assert WRONG_KEY not in status.message


async def test_key_that_may_not_list_models_still_works(
    provider: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan("/models", "forbidden")
    assert (await provider.check_key()).works


async def test_refusal_is_text_of_its_own_kind(
    provider: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(CHAT, refusal="I cannot help with that.")
    result = await text_of(provider, FakeContext())
    assert result.finish_reason is FinishReason.REFUSED
    assert result.texts == ("I cannot help with that.",)


@pytest.mark.parametrize(
    ("finish", "reason"),
    [
        ("length", FinishReason.TRUNCATED),
        ("content_filter", FinishReason.REFUSED),
        ("something_new", FinishReason.COMPLETE),
    ],
)
async def test_finish_reasons(
    provider: BaseProvider, simulator: Simulator, finish: str, reason: FinishReason
) -> None:
    simulator.plan(CHAT, finish_reason=finish, text="Some text")
    result = await text_of(provider, FakeContext())
    assert result.finish_reason is reason
    assert result.texts == ("Some text",)


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
    http = HttpRoom(patience=0.002)
    provider = ProviderFactory(http).create(ProviderId("openai"), Account(simulator.base_url, KEY))
    error = await failure(provider, type)
    await http.aclose()
    assert error.kind is ProviderErrorKind.TIMEOUT
    assert (error.sent, error.billed, error.status) == (True, Billed.UNKNOWN, None)
    assert len(simulator.submissions) == 1


async def test_text_that_stalls_is_kept(simulator: Simulator) -> None:
    simulator.plan(CHAT, "stall", text="Light over water", chunks=3)
    http = HttpRoom(patience=0.004)
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
    http = HttpRoom(patience=0.001)
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


# --------------------------------------------------------------------- the key stays where it is


@each_type
async def test_key_goes_to_no_other_origin(
    provider: BaseProvider, simulator: Simulator, type: GenerationType
) -> None:
    with Simulator() as elsewhere:
        simulator.plan(PATHS[type], "redirect", location=f"{elsewhere.base_url}{PATHS[type]}")
        await failure(provider, type)
        assert elsewhere.requests == []


async def test_result_address_elsewhere_is_not_opened(
    provider: BaseProvider, simulator: Simulator
) -> None:
    with Simulator() as elsewhere:
        simulator.plan(IMAGES, as_url=True, urls=[f"{elsewhere.base_url}/files/0"])
        error = await failure(provider, GenerationType.IMAGE)
        assert elsewhere.requests == []
    assert error.kind is ProviderErrorKind.MALFORMED
    assert error.status is None


async def test_result_address_on_the_own_endpoint_is_fetched_without_key(
    provider: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(IMAGES, as_url=True)
    context = FakeContext()
    await provider.generate(request_for(provider, GenerationType.IMAGE), context)
    assert sniff(context.results[0]) is PNG
    assert "authorization" not in simulator.requests[1]["headers"]
    assert "authorization" in simulator.requests[0]["headers"]


async def test_relative_result_address(provider: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(IMAGES, as_url=True, urls=["/v1/files/3"])
    context = FakeContext()
    await provider.generate(request_for(provider, GenerationType.IMAGE), context)
    assert len(context.results) == 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("expired_link", ProviderErrorKind.EXPIRED),
        ("rate_limit", ProviderErrorKind.RATE_LIMIT),
        ("cut_after_headers", ProviderErrorKind.INTERRUPTED),
        ("redirect", ProviderErrorKind.MALFORMED),
    ],
)
async def test_failed_download_never_reads_as_a_refused_run(
    provider: BaseProvider, simulator: Simulator, fault: str, kind: ProviderErrorKind
) -> None:
    simulator.plan(IMAGES, as_url=True)
    simulator.plan("/files/0", fault)
    context = FakeContext()
    error = await failure(provider, GenerationType.IMAGE, context)
    assert error.kind is kind
    assert (error.sent, error.status, error.billed) == (True, None, Billed.UNKNOWN)
    assert error.retry_after_s is None
    assert context.results == []


async def test_download_redirects_are_checked_anew(
    provider: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(IMAGES, as_url=True)
    simulator.plan("/files/0", "redirect", location="/v1/files/1")
    context = FakeContext()
    await provider.generate(request_for(provider, GenerationType.IMAGE), context)
    assert len(context.results) == 1
    assert simulator.requests[-1]["path"] == "/v1/files/1"
