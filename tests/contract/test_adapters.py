"""What every adapter of this wire format must do, in good days and bad ones."""

import struct

import pytest

from mediadesk.domain.errors import Billed, ProviderErrorKind
from mediadesk.domain.generation import FinishReason, GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.sniff import MP3, PNG, sniff
from mediadesk.providers.base import (
    Account,
    BaseProvider,
    Turn,
)
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.network.http import HttpRoom
from tests.contract.conftest import make_request, picture
from tests.contract.openai_calls import (
    CHAT,
    IMAGES,
    PATHS,
    each_type,
    failure,
    request_for,
    text_of,
)
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.media import png
from tests.simulator.openai_routes import WRONG_KEY

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
        ("something_new", FinishReason.OTHER),
    ],
)
async def test_finish_reasons(
    provider: BaseProvider, simulator: Simulator, finish: str, reason: FinishReason
) -> None:
    simulator.plan(CHAT, finish_reason=finish, text="Some text")
    result = await text_of(provider, FakeContext())
    assert result.finish_reason is reason
    assert result.texts == ("Some text",)
    assert result.notes.get("ending", "") == (finish if reason is FinishReason.OTHER else "")


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
