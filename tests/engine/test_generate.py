"""From request to sealed result, and what every refusal leaves untouched."""

from __future__ import annotations

import asyncio

import pytest

from mediadesk.domain.errors import (
    CapRefusedError,
    InvalidInputError,
    InvalidParameterError,
    NotFoundError,
    UsageError,
)
from mediadesk.domain.events import Event, GenerationFinished, TextStreamed
from mediadesk.domain.generation import GenerationStatus, InputRef
from mediadesk.domain.ids import AssetId, ProviderName
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.domain.queries import AssetQuery, HistoryQuery
from tests.engine.conftest import Desk, OpenDesk
from tests.fakes.scripted_provider import IMAGE_PRICE, PNG


async def test_text_streams_and_is_sealed_with_its_cost(desk: Desk) -> None:
    heard: list[Event] = []
    desk.services.events.subscribe(Event, heard.append)
    made = await desk.make("text")
    assert made.status is GenerationStatus.COMPLETED
    assert await desk.services.assets.text(made.assets[0].id) == "Hello world"
    told = [event for event in heard if isinstance(event, TextStreamed)]
    assert "".join(event.delta for event in told) == "Hello world"
    assert [e.start for e in told] == [
        sum(len(before.delta) for before in told[:n]) for n in range(len(told))
    ]
    assert "Hello" + "".join(event.after(5) for event in told) == "Hello world"
    assert (made.input_tokens, made.output_tokens) == (10, 20)
    assert made.charged_micro == 10 * 1 + 20 * 10
    assert made.held_micro == 0
    assert made.latency_ms is not None
    await asyncio.sleep(0.05)
    assert any(isinstance(event, GenerationFinished) for event in heard)


async def test_each_result_of_several_is_a_call_with_its_own_hold(desk: Desk) -> None:
    made = await desk.make("image", result_count=3)
    assert [asset.position for asset in made.assets] == [0, 1, 2]
    assert [attempt.hold_micro for attempt in made.attempts] == [IMAGE_PRICE] * 3
    assert made.charged_micro == 3 * IMAGE_PRICE
    assert desk.held() == 0
    assert desk.script.submissions == 3


async def test_one_call_may_make_several_results(desk: Desk) -> None:
    made = await desk.make("batch", result_count=3)
    assert len(made.attempts) == 1
    assert len(made.assets) == 3
    assert made.charged_micro == 3 * IMAGE_PRICE


async def test_no_more_calls_run_at_once_than_the_provider_takes(desk: Desk) -> None:
    ids = [
        await desk.services.generations.submit(desk.request("image", result_count=4))
        for _ in range(3)
    ]
    for generation_id in ids:
        await desk.services.generations.wait(generation_id)
    assert desk.script.most_running == 2
    assert desk.script.submissions == 12


@pytest.mark.parametrize("key", ["jobs.at_once", "jobs.per_provider"])
async def test_no_more_jobs_run_at_once_than_the_user_wants(desk: Desk, key: str) -> None:
    await desk.services.settings.set(key, "1")
    made = await desk.make("image", result_count=4)
    assert len(made.assets) == 4
    assert desk.script.most_running == 1


async def test_result_bytes_come_back_exactly(desk: Desk) -> None:
    made = await desk.make("image", prompt="exact")
    reader = await desk.services.assets.open(made.assets[0].id)
    try:
        assert reader.read_at(0, reader.size) == PNG + b"0 exact"
        assert reader.read_at(8, 4) == bytes(range(4))
    finally:
        reader.close()
    report = await desk.services.library.verify(deep=True)
    assert report.findings == ()


async def test_equal_results_share_one_blob(desk: Desk) -> None:
    one = await desk.make("image", prompt="same")
    two = await desk.make("image", prompt="same")
    assert one.assets[0].blob_name == two.assets[0].blob_name
    assert desk.rows("SELECT refcount FROM blobs") == [(2,)]
    assert (await desk.services.library.verify(deep=True)).findings == ()


async def test_equal_texts_leave_no_second_copy(desk: Desk) -> None:
    one, two = await desk.make("text"), await desk.make("text")
    assert one.assets[0].blob_name == two.assets[0].blob_name
    assert (await desk.services.library.verify(deep=True)).findings == ()


async def test_continue_sends_the_earlier_turns(desk: Desk) -> None:
    first = await desk.make("text", prompt="Who are you?")
    await desk.make("text", prompt="And then?", parent_id=first.id)
    turns = desk.script.requests[-1].turns
    assert [(turn.role, turn.text) for turn in turns] == [
        ("user", "Who are you?"),
        ("assistant", "Hello world"),
    ]


async def test_continue_sends_the_files_of_earlier_turns(desk: Desk) -> None:
    """A picture of the first question was not there any more when the second was asked."""
    asset = await desk.services.assets.import_input(
        PNG, file_name="in.png", project_id=desk.project_id
    )
    first = await desk.make("free-text", inputs=(InputRef(asset.id, "picture"),))
    again = await desk.make("free-text", prompt="And then?", parent_id=first.id)
    question, answer = desk.script.requests[-1].turns
    assert (question.role, answer.role, answer.inputs) == ("user", "assistant", ())
    (picture,) = question.inputs
    assert (picture.role, picture.mime, await picture.read()) == ("picture", "image/png", PNG)
    assert desk.script.requests[-1].inputs == ()
    assert again.inputs == ()


async def test_a_model_that_cannot_read_an_earlier_file_is_refused(desk: Desk) -> None:
    """It would have answered about a picture that it never saw."""
    asset = await desk.services.assets.import_input(
        PNG, file_name="in.png", project_id=desk.project_id
    )
    first = await desk.make("free-text", inputs=(InputRef(asset.id, "picture"),))
    with pytest.raises(InvalidInputError, match=r"cannot read “in\.png”, which an earlier turn"):
        await desk.make("text", parent_id=first.id)
    assert len(desk.script.requests) == 1


async def test_only_text_can_be_continued(desk: Desk) -> None:
    picture = await desk.make("image")
    with pytest.raises(UsageError, match="made image, which cannot be continued"):
        await desk.make("text", parent_id=picture.id)
    assert len(desk.script.requests) == 1


async def test_inputs_are_checked_read_and_recorded(desk: Desk) -> None:
    asset = await desk.services.assets.import_input(
        PNG, file_name="in.png", project_id=desk.project_id
    )
    ref = InputRef(asset.id, "image")
    made = await desk.make("image", inputs=(ref,))
    assert await desk.script.requests[-1].inputs[0].read() == PNG
    assert made.inputs == (ref,)
    children = await desk.services.assets.children_of(asset.id)
    assert [child.id for child in children] == [made.assets[0].id]
    assert [p.id for p in await desk.services.assets.parents_of(made.assets[0].id)] == [asset.id]


async def test_bad_requests_say_why_and_change_nothing(desk: Desk, some_id: AssetId) -> None:
    text = await desk.services.assets.import_input(
        b"just words", file_name="a.txt", project_id=desk.project_id
    )
    before = desk.rows("SELECT COUNT(*) FROM events")
    bad = [
        (UsageError, desk.request(provider=ProviderName("nobody"))),
        (UsageError, desk.request("no-such-model")),
        (UsageError, desk.request(prompt="  ")),
        (UsageError, desk.request(prompt="half \ud83d")),
        (UsageError, desk.request("image", result_count=5)),
        (UsageError, desk.request("mystery")),
        (InvalidParameterError, desk.request("image", parameters={"size": "big"})),
        (InvalidParameterError, desk.request("image", parameters={"style": "loud"})),
        (InvalidInputError, desk.request("image", inputs=(InputRef(text.id, "image"),))),
        (InvalidInputError, desk.request("image", inputs=(InputRef(text.id, "mask"),))),
        (NotFoundError, desk.request("image", inputs=(InputRef(some_id, "image"),))),
        (NotFoundError, desk.request("image", project_id=some_id)),
        (CapRefusedError, desk.request("image", max_cost_micro=IMAGE_PRICE - 1)),
    ]
    for kind, request in bad:
        with pytest.raises(kind) as caught:
            await desk.services.generations.submit(request)
        assert str(caught.value)
    assert desk.rows("SELECT COUNT(*) FROM generations") == [(0,)]
    assert desk.held() == 0
    refusals = desk.rows("SELECT COUNT(*) FROM events WHERE kind = 'cap.refused'")
    assert refusals == [(0,)]
    assert desk.rows("SELECT COUNT(*) FROM events") == before
    assert desk.script.submissions == 0


async def test_an_unknown_price_needs_a_ceiling_which_is_held(desk: Desk) -> None:
    made = await desk.make("mystery", max_cost_micro=50_000)
    assert made.status is GenerationStatus.COMPLETED
    assert made.charged_micro is None
    assert desk.held() == 50_000
    assert made in await desk.services.generations.active()
    await desk.services.generations.settle(made.attempts[0].id, charged_micro=7)
    settled = await desk.services.generations.get(made.id)
    assert (settled.charged_micro, desk.held()) == (7, 0)


async def test_a_cap_refuses_before_anything_is_sent_and_is_logged(desk: Desk) -> None:
    money = desk.services.money
    await money.set_cap(CapScope.PROJECT, CapPeriod.TOTAL, IMAGE_PRICE, project_id=desk.project_id)
    await desk.make("image")
    with pytest.raises(CapRefusedError) as refused:
        await desk.services.generations.submit(desk.request("image"))
    assert refused.value.free_micro == 0
    assert desk.script.submissions == 1
    assert desk.rows("SELECT COUNT(*) FROM events WHERE kind = 'cap.refused'") == [(1,)]
    await desk.make("free-text")
    assert (await desk.services.projects.get(desk.project_id)).spent_micro == IMAGE_PRICE


async def test_lists_and_search_find_what_was_made(desk: Desk) -> None:
    made = await desk.make("text", prompt="a violet harbour")
    await desk.make("image", prompt="something else")
    services = desk.services
    assert len(await services.history.row_ids(HistoryQuery())) == 2
    found = await services.history.first_page(HistoryQuery(text="violet harb"))
    assert [row.generation.id for row in found] == [made.id]
    assert [a.id for a in await services.assets.find(AssetQuery(text="hello"))] == [
        made.assets[0].id
    ]
    await services.assets.add_tags([made.assets[0].id], ["keeper"])
    await services.assets.set_favourite([made.assets[0].id], True)
    assert len(await services.assets.find(AssetQuery(tag="KEEPER", text="keeper world"))) == 1
    assert (await services.history.counts(HistoryQuery())).favourites == 1
    await services.assets.delete([made.assets[0].id])
    assert await services.assets.find(AssetQuery(text="hello")) == []
    await services.assets.restore([made.assets[0].id])
    assert len(await services.assets.find(AssetQuery(text="hello"))) == 1


async def test_a_process_without_a_runner_leaves_the_work_to_one_that_has_it(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(run_jobs=False) as quiet:
        generation_id = await quiet.services.generations.submit(quiet.request("image"))
        assert quiet.script.submissions == 0
    async with open_desk() as busy:
        made = await busy.services.generations.wait(generation_id)
        assert made.status is GenerationStatus.COMPLETED
