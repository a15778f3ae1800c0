"""What every text stream must survive, and what every check of a key may tell."""

from typing import Any

import pytest

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import FinishReason
from mediadesk.providers.network.choices import NetworkChoices
from mediadesk.providers.network.http import HttpRoom
from tests.contract.cases import CASES, TEXTS, Case
from tests.contract.conftest import KEY
from tests.contract.hostile import failure, hostile, run
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

_K = ProviderErrorKind


STREAMS: dict[str, dict[str, Any]] = {
    "crlf": {"newline": "\r\n"},
    "cr": {"newline": "\r"},
    "comments": {"comments": True},
    "no_end_mark": {"done": False},
    "closes_instead_of_chunks": {"framing": "close"},
    "raw_separators": {"raw_text": True},
}


@hostile("lawful but odd streams", STREAMS, TEXTS)
@pytest.mark.parametrize("split", [False, True], ids=["whole", "byte_by_byte"])
async def test_every_lawful_stream_reads_the_same(
    case: Case, http: HttpRoom, simulator: Simulator, fault: str, split: bool
) -> None:
    text = "Näher 🎈\u2028am\u0085Meer\u2029, \x0b\x0c日本"
    simulator.plan(case.path, "split" if split else "", text=text, **STREAMS[fault])
    context = FakeContext()
    result = await run(case, http, simulator, context)
    assert result.texts == (text,)
    assert context.streamed == text
    assert result.finish_reason is FinishReason.COMPLETE
    assert result.usage.input_tokens
    assert result.usage.output_tokens


@hostile("text that cannot be kept", cases=TEXTS)
async def test_half_a_character_pair_cannot_break_the_text(
    case: Case, http: HttpRoom, simulator: Simulator
) -> None:
    simulator.plan(case.path, text="a\ud83db")
    context = FakeContext()
    result = await run(case, http, simulator, context)
    assert result.texts == ("a\ufffdb",)


@hostile("streams that stop", cases=TEXTS)
async def test_cut_stream_keeps_its_text(case: Case, http: HttpRoom, simulator: Simulator) -> None:
    simulator.plan(case.path, "cut_after_headers", text="Light over water", chunks=4)
    context = FakeContext()
    result = await run(case, http, simulator, context)
    assert result.finish_reason is FinishReason.INTERRUPTED
    assert result.texts == (context.streamed,)
    assert "Light over water".startswith(context.streamed)


@hostile("streams that stop", cases=TEXTS)
async def test_text_that_stalls_is_kept(case: Case, simulator: Simulator) -> None:
    simulator.plan(case.path, "stall", text="Light over water", chunks=4)
    http = HttpRoom(choices=lambda: NetworkChoices(patience=0.004))
    result = await run(case, http, simulator, FakeContext())
    await http.aclose()
    assert result.finish_reason is FinishReason.INTERRUPTED
    assert result.texts[0].startswith("Li")


@hostile("streams that stop", cases=TEXTS)
async def test_error_inside_a_stream(case: Case, http: HttpRoom, simulator: Simulator) -> None:
    simulator.plan(case.path, "stream_error", chunks=4)
    error = await failure(case, http, simulator)
    assert error.kind is _K.SERVER
    assert error.billed is Billed.UNKNOWN
    assert "The server had an error." in error.message


@hostile("streams that flood", cases=TEXTS)
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
