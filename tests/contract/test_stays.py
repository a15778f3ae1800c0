"""What stays at the providers: told when its id is learned, deleted by the provider's own call."""

from datetime import UTC, datetime, timedelta

import pytest

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.domain.generation import GenerationType, JsonValue
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import Parameters
from mediadesk.domain.remote import RemoteItem, RemoteItemKind
from mediadesk.providers.base import Account, BaseProvider
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.fal.models import make_model
from mediadesk.providers.network.http import HttpRoom
from tests.contract.conftest import KEY, bare_request, make_request
from tests.contract.gemini_calls import VEO, blank, made, video
from tests.contract.listing import ask
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

_T = GenerationType
FILE, RESPONSE, JOB = RemoteItemKind.FILE, RemoteItemKind.RESPONSE, RemoteItemKind.JOB
FLUX = "fal-ai/flux/dev"


def connect(http: HttpRoom, name: str, url: str, key: str = KEY) -> BaseProvider:
    return ProviderFactory(http).create(ProviderId(name), Account(url, key))


def days_left(item: RemoteItem) -> int:
    assert item.expires_at is not None
    return round((item.expires_at - datetime.now(UTC)) / timedelta(days=1))


def deletions(simulator: Simulator) -> list[str]:
    return [entry["path"] for entry in simulator.requests if entry["method"] == "DELETE"]


def by_kind(context: FakeContext) -> dict[RemoteItemKind, RemoteItem]:
    return {item.kind: item for item in context.remote_items}


async def test_gemini_keeps_the_job_and_the_clip(gemini: BaseProvider) -> None:
    _, context = await made(gemini, video(gemini))
    stays = by_kind(context)
    assert [(kind, item.id) for kind, item in stays.items()] == [
        (JOB, "v1_job1"),
        (FILE, "files/result1"),
    ]
    assert (days_left(stays[JOB]), days_left(stays[FILE])) == (55, 2)


async def test_gemini_forgets_both(gemini: BaseProvider, simulator: Simulator) -> None:
    _, context = await made(gemini, video(gemini))
    for item in [*context.remote_items, *context.remote_items]:  # gone already is fine
        await gemini.forget(item)
    assert deletions(simulator)[:2] == ["/v1/interactions/v1_job1", "/v1/files/result1"]
    job = context.jobs[0]
    assert await gemini.look_up(job, None) is None


async def test_uploads_are_told_before_they_are_used_and_gone_after(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    """Killed between upload and submission, the upload is still known."""

    class Killed(FakeContext):
        async def submitting(self) -> None:
            raise KeyboardInterrupt

    request = video(gemini, inputs=(blank("video", size=5000),), parameters={"task": "edit"})
    killed = Killed()
    with pytest.raises(KeyboardInterrupt):
        await gemini.generate(request, killed)
    assert [(item.kind, item.id, item.size_bytes) for item in killed.remote_items] == [
        (FILE, "files/abc1", 5000)
    ]
    _, whole = await made(gemini, request)
    uploads = [item for item in whole.remote_items if item.id.startswith("files/abc")]
    assert uploads == []
    assert [path for path in deletions(simulator) if "abc" in path] == ["/v1/files/abc2"]


async def test_a_clip_of_the_older_protocol_stays_as_a_file(gemini: BaseProvider) -> None:
    _, context = await made(gemini, make_request(gemini, _T.VIDEO, VEO, "A cat"))
    assert [(item.kind, item.id) for item in context.remote_items] == [(FILE, "files/result1")]


@pytest.mark.parametrize("item_id", ["files/../models", "x", "files/a?b", ""])
async def test_an_odd_id_reaches_no_other_address(
    gemini: BaseProvider, simulator: Simulator, item_id: str
) -> None:
    with pytest.raises(ProviderError):
        await gemini.forget(RemoteItem(FILE, item_id))
    assert simulator.requests == []


async def test_openai_keeps_a_response_for_a_month(
    openai: BaseProvider, simulator: Simulator
) -> None:
    parameters: Parameters = {"size": "1024x1024", "in_background": True}
    request = bare_request(openai, _T.IMAGE, "gpt-image-2.6-sunburst", "A cat", parameters)
    _, context = await made(openai, request)
    (item,) = context.remote_items
    assert (item.kind, days_left(item), item.can_delete) == (RESPONSE, 30, True)
    await openai.forget(item)
    await openai.forget(item)
    assert deletions(simulator) == [f"/v1/responses/{item.id}"] * 2
    assert await openai.look_up(context.jobs[0], None) is None


async def test_fal_keeps_runs_that_an_admin_key_deletes(
    http: HttpRoom, simulator: Simulator
) -> None:
    plain = connect(http, "fal", simulator.root_url)
    simulator.plan(f"/{FLUX}", polls=0)
    _, context = await made(plain, make_request(plain, _T.IMAGE, FLUX, "A cat"))
    (item,) = context.remote_items
    assert (item.kind, item.id, item.can_delete) == (JOB, "job-1", True)
    with pytest.raises(ProviderError) as refused:
        await plain.forget(item)
    assert "admin key" in refused.value.next_step
    await connect(http, "fal", simulator.root_url, "admin:secret").forget(item)
    assert deletions(simulator)[-1] == "/v1/models/requests/job-1/payloads"


async def test_fal_keeps_uploads_for_a_day(http: HttpRoom, simulator: Simulator) -> None:
    fal = connect(http, "fal", simulator.root_url)
    roles: list[JsonValue] = [{"name": "audio", "field": "audio_url", "type": "audio"}]
    model = make_model("acme/echo", "Echo", _T.AUDIO, {"prompt": "text", "roles": roles})
    simulator.plan("/acme/echo", polls=0)
    _, context = await made(fal, ask(model, inputs=(blank("audio", _T.AUDIO, 3000),)))
    upload = by_kind(context)[FILE]
    assert (upload.size_bytes, days_left(upload), upload.can_delete) == (3000, 1, False)
    assert upload.id.startswith(simulator.root_url)


async def test_openrouter_tells_when_a_clip_goes(http: HttpRoom, simulator: Simulator) -> None:
    openrouter = connect(http, "openrouter", f"{simulator.root_url}/api/v1")
    simulator.plan("/videos", polls=0, submitted={"expires_at": "2027-02-03T04:05:06Z"})
    _, context = await made(openrouter, make_request(openrouter, _T.VIDEO, "google/veo-3.1", "x"))
    (item,) = context.remote_items
    assert item.expires_at == datetime(2027, 2, 3, 4, 5, 6, tzinfo=UTC)
    assert not item.can_delete


async def test_a_deletion_is_tried_again_and_its_failure_told(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    item = RemoteItem(FILE, "files/abc")
    simulator.plan("/v1/files/abc", "overloaded", count=2)
    await gemini.forget(item)
    simulator.plan("/v1/files/abc", "wrong_key")
    with pytest.raises(ProviderError) as refused:
        await gemini.forget(item)
    assert refused.value.kind is ProviderErrorKind.AUTH
    assert len(deletions(simulator)) == 4


async def test_calls_that_leave_nothing_name_nothing(gemini: BaseProvider) -> None:
    for model, kind in (("gemini-3.8-flash", _T.TEXT), ("lyria-3.5", _T.AUDIO)):
        _, context = await made(gemini, make_request(gemini, kind, model, "Hello"))
        assert context.remote_items == []


async def test_fal_tells_an_admin_key_the_credit(http: HttpRoom, simulator: Simulator) -> None:
    plain = await connect(http, "fal", simulator.root_url).check_key()
    admin = await connect(http, "fal", simulator.root_url, "admin:secret").check_key()
    assert (plain.works, plain.credit_micro) == (True, None)
    assert (admin.credit_micro, admin.message) == (24_500_000, "Works. $24.50 left.")
