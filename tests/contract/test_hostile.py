"""What every adapter must survive, for every kind that it makes: one case each, fault by fault."""

import asyncio
from typing import Any

import pytest

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import FinishReason
from mediadesk.providers.base import GenerationResult
from mediadesk.providers.http import HttpRoom
from tests.contract.cases import CASES, TEXTS, Case
from tests.contract.conftest import KEY
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

_K = ProviderErrorKind
each_case = pytest.mark.parametrize("case", CASES, ids=str)
each_text = pytest.mark.parametrize("case", TEXTS, ids=str)


async def run(
    case: Case, http: HttpRoom, simulator: Simulator, context: FakeContext
) -> GenerationResult:
    provider = case.connect(http, simulator)
    return await provider.generate(case.request(provider), context)


async def failure(
    case: Case, http: HttpRoom, simulator: Simulator, context: FakeContext | None = None
) -> ProviderError:
    """The error that one call ends with; it never holds the key."""
    with pytest.raises(ProviderError) as caught:
        await run(case, http, simulator, context or FakeContext())
    assert KEY not in str(caught.value) + repr(caught.value) + caught.value.next_step
    return caught.value


def billable(case: Case, simulator: Simulator) -> int:
    """How many billable requests arrived."""
    return sum(entry["path"].endswith(case.path) for entry in simulator.submissions)


# ------------------------------------------------------------------------------------ good days


@each_case
async def test_a_good_day(case: Case, http: HttpRoom, simulator: Simulator) -> None:
    context = FakeContext()
    result = await run(case, http, simulator, context)
    assert bool(context.results) != bool(result.texts)
    assert result.finish_reason is FinishReason.COMPLETE
    assert result.missing == ""
    assert context.events.count("submitting") == 1
    assert billable(case, simulator) == 1


@each_case
async def test_the_key_stays_in_headers(case: Case, http: HttpRoom, simulator: Simulator) -> None:
    await run(case, http, simulator, FakeContext())
    for entry in simulator.requests:
        assert KEY not in entry["path"] + str(entry["query"]) + str(entry["body"])
        is_keyless = bool(case.keyless) and entry["path"].startswith(case.keyless)
        assert any(KEY in value for value in entry["headers"].values()) is not is_keyless


@each_case
async def test_compressed_answers_are_read(
    case: Case, http: HttpRoom, simulator: Simulator
) -> None:
    simulator.plan(case.path, "gzipped")
    context = FakeContext()
    result = await run(case, http, simulator, context)
    assert context.results or result.texts


@each_case
async def test_answers_may_come_byte_by_byte(
    case: Case, http: HttpRoom, simulator: Simulator
) -> None:
    simulator.plan(case.path, "split", text="Näher 🎈 am Meer", seconds=0.02, size=(16, 16))
    context = FakeContext()
    result = await run(case, http, simulator, context)
    assert context.results or result.texts == ("Näher 🎈 am Meer",)


# ------------------------------------------------------------------------- answers that say no


REFUSALS = {
    "wrong_key": (_K.AUTH, Billed.FREE),
    "no_credit": (_K.CREDIT, Billed.FREE),
    "rate_limit": (_K.RATE_LIMIT, Billed.FREE),
    "forbidden": (_K.PERMISSION, Billed.FREE),
    "bad_parameter": (_K.BAD_REQUEST, Billed.FREE),
    "no_model": (_K.NOT_FOUND, Billed.FREE),
    "too_large": (_K.TOO_LARGE, Billed.FREE),
    "overloaded": (_K.OVERLOADED, Billed.UNKNOWN),
    "server_error": (_K.SERVER, Billed.UNKNOWN),
}


@each_case
@pytest.mark.parametrize("fault", REFUSALS)
async def test_refusals_have_a_meaning(
    case: Case, http: HttpRoom, simulator: Simulator, fault: str
) -> None:
    simulator.plan(case.path, fault, retry_after=7)
    context = FakeContext()
    error = await failure(case, http, simulator, context)
    assert (error.kind, error.billed) == REFUSALS[fault]
    assert error.provider_answered
    assert error.sent
    assert error.message
    assert error.next_step
    assert error.retry_after_s == (7 if fault == "rate_limit" else None)
    assert context.results == []
    assert billable(case, simulator) == 1


@each_case
@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 418, 429, 500, 502, 503, 504, 524])
async def test_a_proxys_page_is_not_the_providers_word(
    case: Case, http: HttpRoom, simulator: Simulator, status: int
) -> None:
    simulator.plan(case.path, "status", status=status)
    error = await failure(case, http, simulator)
    assert not error.provider_answered
    assert error.status == status
    assert "<" not in error.message
    assert billable(case, simulator) == 1


SHAPES: tuple[Any, ...] = (
    *(None, [], "no", 7, {}, {"error": None}, {"error": []}, {"error": "no"}, {"error": {}}),
    {"error": {"message": 7, "type": [], "code": {}, "details": "x", "status": {}}},
)


@each_case
@pytest.mark.parametrize("document", SHAPES, ids=str)
async def test_errors_of_any_shape_are_errors(
    case: Case, http: HttpRoom, simulator: Simulator, document: Any
) -> None:
    simulator.plan(case.path, "status", status=400, document=document)
    error = await failure(case, http, simulator)
    assert error.kind is _K.BAD_REQUEST
    assert error.billed is Billed.FREE


@each_case
async def test_an_error_that_repeats_the_key_does_not_show_it(
    case: Case, http: HttpRoom, simulator: Simulator
) -> None:
    told = {"message": f"bad key {KEY} \x07\u202e", "type": "x", "status": "X"}
    simulator.plan(case.path, "status", status=401, document={"error": told})
    error = await failure(case, http, simulator)
    assert error.kind is _K.AUTH
    assert not {"\x07", "\u202e"} & set(error.message)


# ------------------------------------------------------------------------- the network misbehaves


BREAKS: dict[str, dict[str, Any]] = {
    "cut_before_headers": {},
    "reset": {},
    "wrong_type": {},
    "malformed_json": {},
    "huge_headers": {},
    "redirect": {},
    "endless": {},
    "gzip_bomb": {"size_bytes": 80 * 1024 * 1024},
    "status": {"status": 200},
}


@each_case
@pytest.mark.parametrize("fault", BREAKS)
async def test_nothing_is_sent_twice_and_the_outcome_is_open(
    case: Case, http: HttpRoom, simulator: Simulator, fault: str
) -> None:
    simulator.plan(case.path, fault, **BREAKS[fault])
    context = FakeContext()
    error = await failure(case, http, simulator, context)
    assert error.kind in (_K.NETWORK, _K.MALFORMED, _K.INTERRUPTED)
    assert error.sent
    assert error.billed is Billed.UNKNOWN
    assert context.results == []
    assert billable(case, simulator) == 1


@each_case
@pytest.mark.parametrize(
    "document",
    [None, [], "no", 7, {}, {"candidates": []}, {"candidates": [7]}, {"content": []}],
    ids=str,
)
async def test_success_without_a_result_is_no_success(
    case: Case, http: HttpRoom, simulator: Simulator, document: Any
) -> None:
    simulator.plan(case.path, "status", status=200, document=document)
    context = FakeContext()
    error = await failure(case, http, simulator, context)
    assert error.kind in (_K.MALFORMED, _K.INTERRUPTED)
    assert context.results == []


@each_case
async def test_half_an_answer_is_no_result(
    case: Case, http: HttpRoom, simulator: Simulator
) -> None:
    simulator.plan(case.path, "cut_after_headers", chunks=1, words=1)
    context = FakeContext()
    error = await failure(case, http, simulator, context)
    assert error.kind is _K.INTERRUPTED
    assert (error.sent, error.billed) == (True, Billed.UNKNOWN)
    assert context.results == []


@each_case
@pytest.mark.parametrize("fault", ["silent", "drip"])
async def test_silence_ends_in_a_timeout(case: Case, simulator: Simulator, fault: str) -> None:
    simulator.plan(case.path, fault, interval_s=0.02)
    http = HttpRoom(patience=0.0005 if fault == "drip" else 0.002)
    try:
        error = await failure(case, http, simulator)
    finally:
        await http.aclose()
    assert error.kind is _K.TIMEOUT
    assert (error.sent, error.billed, error.status) == (True, Billed.UNKNOWN, None)
    assert billable(case, simulator) == 1


@each_case
async def test_cancel_stops_the_call(case: Case, http: HttpRoom, simulator: Simulator) -> None:
    simulator.plan(case.path, "silent")
    context = FakeContext()
    task = asyncio.create_task(run(case, http, simulator, context))
    for _ in range(1000):
        if billable(case, simulator):
            break
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert context.results == []
    assert billable(case, simulator) == 1


@each_case
async def test_cancel_before_the_request_sends_nothing(
    case: Case, http: HttpRoom, simulator: Simulator
) -> None:
    class Cancelled(FakeContext):
        async def submitting(self) -> None:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await run(case, http, simulator, Cancelled())
    assert billable(case, simulator) == 0


@each_case
async def test_closed_port_sends_nothing(case: Case, http: HttpRoom, simulator: Simulator) -> None:
    with Simulator() as gone:
        provider = case.connect(http, gone)
    with pytest.raises(ProviderError) as caught:
        await provider.generate(case.request(provider), FakeContext())
    assert caught.value.kind is _K.NETWORK
    assert not caught.value.sent
    assert simulator.requests == []


@each_case
async def test_key_goes_to_no_other_origin(
    case: Case, http: HttpRoom, simulator: Simulator
) -> None:
    with Simulator() as elsewhere:
        simulator.plan(case.path, "redirect", location=f"{elsewhere.root_url}/{case.path}")
        await failure(case, http, simulator)
        assert elsewhere.requests == []


@each_case
@pytest.mark.parametrize("key", ["sk-ü", "two words", "line\nbreak", "bell\x07"])
async def test_an_impossible_key_is_refused_at_once(
    case: Case, http: HttpRoom, simulator: Simulator, key: str
) -> None:
    from mediadesk.domain.errors import UsageError

    with pytest.raises(UsageError) as caught:
        case.connect(http, simulator, key)
    assert key not in caught.value.sentence()


# ---------------------------------------------------------------------------------- text streams


STREAMS: dict[str, dict[str, Any]] = {
    "crlf": {"newline": "\r\n"},
    "cr": {"newline": "\r"},
    "comments": {"comments": True},
    "no_end_mark": {"done": False},
    "closes_instead_of_chunks": {"framing": "close"},
    "raw_separators": {"raw_text": True},
}


@each_text
@pytest.mark.parametrize("split", [False, True], ids=["whole", "byte_by_byte"])
@pytest.mark.parametrize("options", STREAMS.values(), ids=STREAMS)
async def test_every_lawful_stream_reads_the_same(
    case: Case, http: HttpRoom, simulator: Simulator, options: dict[str, Any], split: bool
) -> None:
    text = "Näher 🎈\u2028am\u0085Meer\u2029, \x0b\x0c日本"
    simulator.plan(case.path, "split" if split else "", text=text, **options)
    context = FakeContext()
    result = await run(case, http, simulator, context)
    assert result.texts == (text,)
    assert context.streamed == text
    assert result.finish_reason is FinishReason.COMPLETE
    assert result.usage.input_tokens
    assert result.usage.output_tokens


@each_text
async def test_half_a_character_pair_cannot_break_the_text(
    case: Case, http: HttpRoom, simulator: Simulator
) -> None:
    simulator.plan(case.path, text="a\ud83db")
    context = FakeContext()
    result = await run(case, http, simulator, context)
    assert result.texts == ("a\ufffdb",)


@each_text
async def test_cut_stream_keeps_its_text(case: Case, http: HttpRoom, simulator: Simulator) -> None:
    simulator.plan(case.path, "cut_after_headers", text="Light over water", chunks=4)
    context = FakeContext()
    result = await run(case, http, simulator, context)
    assert result.finish_reason is FinishReason.INTERRUPTED
    assert result.texts == (context.streamed,)
    assert "Light over water".startswith(context.streamed)


@each_text
async def test_text_that_stalls_is_kept(case: Case, simulator: Simulator) -> None:
    simulator.plan(case.path, "stall", text="Light over water", chunks=4)
    http = HttpRoom(patience=0.004)
    result = await run(case, http, simulator, FakeContext())
    await http.aclose()
    assert result.finish_reason is FinishReason.INTERRUPTED
    assert result.texts[0].startswith("Li")


@each_text
async def test_error_inside_a_stream(case: Case, http: HttpRoom, simulator: Simulator) -> None:
    simulator.plan(case.path, "stream_error", chunks=4)
    error = await failure(case, http, simulator)
    assert error.kind is _K.SERVER
    assert error.billed is Billed.UNKNOWN
    assert "The server had an error." in error.message


@each_text
async def test_oversized_events_are_stopped(
    case: Case, http: HttpRoom, simulator: Simulator
) -> None:
    simulator.plan(case.path, "huge_event", size_bytes=3 * 1024 * 1024)
    error = await failure(case, http, simulator)
    assert error.kind is _K.MALFORMED
    assert "larger than 1 MB" in error.message


# ------------------------------------------------------------------------------------- key check


def one_per_adapter() -> list[Case]:
    return list({case.provider: case for case in CASES}.values())


each_adapter = pytest.mark.parametrize("case", one_per_adapter(), ids=lambda case: case.provider)


@each_adapter
async def test_key_check_reads_only(case: Case, http: HttpRoom, simulator: Simulator) -> None:
    status = await case.connect(http, simulator).check_key()
    assert status.works
    assert status.model_count or status.credit_micro
    assert simulator.submissions == []


@each_adapter
@pytest.mark.parametrize("fault", ["wrong_key", "forbidden", "server_error", "wrong_type"])
async def test_key_check_tells_what_it_knows(
    case: Case, http: HttpRoom, simulator: Simulator, fault: str
) -> None:
    simulator.plan(case.key_path, fault, count=-1)
    provider = case.connect(http, simulator)
    if fault in ("server_error", "wrong_type"):
        with pytest.raises(ProviderError):
            await provider.check_key()
        return
    status = await provider.check_key()
    assert status.works is (fault == "forbidden")
    assert KEY not in status.message


@each_adapter
async def test_listed_models_can_be_named(case: Case, http: HttpRoom, simulator: Simulator) -> None:
    provider = case.connect(http, simulator)
    models = await provider.available_models()
    assert models
    assert len({model.id for model in models}) == len(models)
    for model in models:
        assert model.provider_id == provider.id
        for kind in model.types:
            assert provider.model_named(model.id, kind) is not None
