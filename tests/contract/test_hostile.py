"""What every adapter must survive, for every kind that it makes: one case each, fault by fault."""

import asyncio
from typing import Any

import pytest

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import FinishReason
from mediadesk.providers.network.choices import NetworkChoices
from mediadesk.providers.network.http import HttpRoom
from tests.contract.cases import Case
from tests.contract.conftest import KEY
from tests.contract.hostile import ForgetfulContext, billable, each_case, failure, hostile, run
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

_K = ProviderErrorKind


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


@hostile("compressed or cut anywhere")
async def test_compressed_answers_are_read(
    case: Case, http: HttpRoom, simulator: Simulator
) -> None:
    simulator.plan(case.path, "gzipped")
    context = FakeContext()
    result = await run(case, http, simulator, context)
    assert context.results or result.texts


@hostile("compressed or cut anywhere")
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


@hostile("refused in the provider's words", REFUSALS)
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


@hostile(
    "a page of somebody in between",
    [400, 401, 403, 404, 409, 418, 429, 500, 502, 503, 504, 524],
)
async def test_a_proxys_page_is_not_the_providers_word(
    case: Case, http: HttpRoom, simulator: Simulator, fault: int
) -> None:
    simulator.plan(case.path, "status", status=fault)
    error = await failure(case, http, simulator)
    assert not error.provider_answered
    assert error.status == fault
    assert "<" not in error.message
    assert billable(case, simulator) == 1


SHAPES: tuple[Any, ...] = (
    *(None, [], "no", 7, {}, {"error": None}, {"error": []}, {"error": "no"}, {"error": {}}),
    {"error": {"message": 7, "type": [], "code": {}, "details": "x", "status": {}}},
)


@hostile("errors of any shape", SHAPES)
async def test_errors_of_any_shape_are_errors(
    case: Case, http: HttpRoom, simulator: Simulator, fault: Any
) -> None:
    simulator.plan(case.path, "status", status=400, document=fault)
    error = await failure(case, http, simulator)
    assert error.kind is _K.BAD_REQUEST
    assert error.billed is Billed.FREE


@hostile("the key told back")
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


@hostile("broken, flooding or misled", BREAKS)
async def test_nothing_is_sent_twice_and_the_outcome_is_open(
    case: Case, http: HttpRoom, simulator: Simulator, fault: str
) -> None:
    options = BREAKS[fault]
    if fault == "gzip_bomb" and case.path == "/audio/speech":
        options = {"size_bytes": 257 * 1024 * 1024}  # sound may weigh 256 MB
    simulator.plan(case.path, fault, **options)
    context = ForgetfulContext()
    error = await failure(case, http, simulator, context)
    assert error.kind in (_K.NETWORK, _K.MALFORMED, _K.INTERRUPTED)
    assert error.sent
    assert error.billed is Billed.UNKNOWN
    assert context.results == []
    assert billable(case, simulator) == 1


@hostile(
    "success without a result",
    [None, [], "no", 7, {}, {"candidates": []}, {"candidates": [7]}, {"content": []}],
)
async def test_success_without_a_result_is_no_success(
    case: Case, http: HttpRoom, simulator: Simulator, fault: Any
) -> None:
    simulator.plan(case.path, "status", status=200, document=fault)
    context = FakeContext()
    error = await failure(case, http, simulator, context)
    assert error.kind in (_K.MALFORMED, _K.INTERRUPTED)
    assert context.results == []


@hostile("half an answer")
async def test_half_an_answer_is_no_result(
    case: Case, http: HttpRoom, simulator: Simulator
) -> None:
    simulator.plan(case.path, "cut_after_headers", chunks=1, words=1)
    context = FakeContext()
    error = await failure(case, http, simulator, context)
    assert error.kind is _K.INTERRUPTED
    assert (error.sent, error.billed) == (True, Billed.UNKNOWN)
    assert context.results == []


async def impatient(case: Case, simulator: Simulator, patience: float) -> ProviderError:
    """How a call ends that is given little time; on a busy machine nothing may leave in it."""
    for _ in range(50):
        http = HttpRoom(choices=lambda: NetworkChoices(patience=patience))
        try:
            error = await failure(case, http, simulator)
        finally:
            await http.aclose()
        if billable(case, simulator):
            return error
    raise AssertionError("nothing left this computer")


@hostile("silence", ["silent", "drip"])
async def test_silence_ends_in_a_timeout(case: Case, simulator: Simulator, fault: str) -> None:
    simulator.plan(case.path, fault, interval_s=0.02)
    error = await impatient(case, simulator, 0.0005 if fault == "drip" else 0.001)
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


@hostile("led elsewhere")
async def test_key_goes_to_no_other_origin(
    case: Case, http: HttpRoom, simulator: Simulator
) -> None:
    with Simulator() as elsewhere:
        simulator.plan(case.path, "redirect", location=f"{elsewhere.root_url}/{case.path}")
        await failure(case, http, simulator)
        assert elsewhere.requests == []


@hostile("keys that are none", ["sk-ü", "two words", "line\nbreak", "bell\x07"])
async def test_an_impossible_key_is_refused_at_once(
    case: Case, http: HttpRoom, simulator: Simulator, fault: str
) -> None:
    from mediadesk.domain.errors import UsageError

    with pytest.raises(UsageError) as caught:
        case.connect(http, simulator, fault)
    assert fault not in caught.value.sentence()
