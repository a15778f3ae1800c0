"""SIGKILL inside every state: nothing paid is lost, nothing is sent twice, nothing is left over."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from mediadesk.domain.errors import Billed
from mediadesk.domain.generation import AttemptState, GenerationStatus
from mediadesk.domain.queries import HistoryQuery
from mediadesk.services.library_access import UnlockedLibrary
from tests.engine.conftest import Desk, OpenDesk
from tests.fakes.scripted_provider import IMAGE_PRICE

ROUNDS = 6
POINTS = [
    ("queued", "image"),
    ("submitting", "image"),
    ("streaming", "text"),
    ("stopping", "text"),
    ("accepted", "video"),
    ("running", "video"),
    ("fetching", "image"),
    ("fetching", "video"),
    ("receiving", "image"),
    ("receiving", "video"),
    ("stored", "image"),
    ("thoughts", "image"),
    ("stored", "video"),
]


@dataclass
class CountingServer:
    """Counts what was submitted, by attempt."""

    port: int = 0
    submissions: list[str] = field(default_factory=list)

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.submissions.append((await reader.readline()).decode().strip())
        writer.write(b"taken\n")
        await writer.drain()
        writer.close()


@pytest.fixture
async def server() -> AsyncIterator[CountingServer]:
    counting = CountingServer()
    listening = await asyncio.start_server(counting.answer, "127.0.0.1", 0)
    counting.port = listening.sockets[0].getsockname()[1]
    async with listening:
        yield counting


async def kill_at(
    unlocked: UnlockedLibrary,
    server: CountingServer,
    point: str,
    model: str,
    fallback: tuple[str, ...] = (),
    after_s: float | None = None,
) -> None:
    """Kill a process when it says that it is there, or so long after its first submission."""
    orders = {
        "path": str(unlocked.path),
        "library_id": str(unlocked.keys.library_id),
        "master": unlocked.keys.master.hex(),
        "point": point,
        "model": model,
        "type": "text" if model == "text" else "video" if model == "video" else "image",
        "port": server.port,
        "fallback": fallback,
    }
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.engine.kill_child",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(json.dumps(orders).encode() + b"\n")
        async with asyncio.timeout(60):
            if after_s is None:
                said = (await child.stdout.readline()).decode().strip()
                assert said == f"at {point}"
            else:
                while not server.submissions:  # noqa: ASYNC110 - another process submits
                    await asyncio.sleep(0.001)
                await asyncio.sleep(after_s)
    finally:
        os.killpg(child.pid, signal.SIGKILL)
        await child.wait()
        child.stdin.close()


async def kill_and_check(
    unlocked: UnlockedLibrary,
    server: CountingServer,
    open_desk: OpenDesk,
    point: str,
    model: str,
) -> None:
    await kill_at(unlocked, server, point, model)
    async with open_desk() as desk:
        row = (await desk.services.history.first_page(HistoryQuery(), 1))[0]
        made = await desk.services.generations.wait(row.generation.id)
        attempt = made.attempts[0]
        assert attempt.state in (AttemptState.COMPLETED, AttemptState.UNCERTAIN)
        expected = GenerationStatus.COMPLETED
        if (point, model) in (
            ("submitting", "image"),
            ("streaming", "text"),
            ("stopping", "text"),
            ("fetching", "image"),
            ("receiving", "image"),
        ):
            expected = GenerationStatus.UNCERTAIN
        assert made.status is expected
        if model == "text":
            kept = await desk.services.assets.text(made.assets[0].id)
            assert kept.startswith("Half a sentence. ")
        sent_here = desk.script.submissions
        assert sent_here == (1 if point == "queued" else 0)
        assert server.submissions.count(str(attempt.id)) == (0 if point == "queued" else 1)
        if expected is GenerationStatus.COMPLETED:
            assert [asset.position for asset in made.assets] == [0]
            assert made.charged_micro == IMAGE_PRICE
            assert made.held_micro == 0
        else:
            assert made.held_micro > 0
            await desk.services.generations.settle(attempt.id, charged_micro=None)
        assert desk.held() == 0
        assert attempt.id.hex not in str(list(unlocked.path.joinpath("incoming").iterdir()))
        report = await desk.services.library.verify(deep=True)
        assert [finding for finding in report.findings if finding.kind.is_damage] == []


@pytest.mark.parametrize(("point", "model"), POINTS)
async def test_killed_once(
    unlocked: UnlockedLibrary,
    server: CountingServer,
    open_desk: OpenDesk,
    point: str,
    model: str,
) -> None:
    await kill_and_check(unlocked, server, open_desk, point, model)


@pytest.mark.full
@pytest.mark.timeout(600)
@pytest.mark.parametrize(("point", "model"), POINTS)
async def test_killed_again_and_again(
    unlocked: UnlockedLibrary,
    server: CountingServer,
    open_desk: OpenDesk,
    point: str,
    model: str,
) -> None:
    for _ in range(ROUNDS):
        await kill_and_check(unlocked, server, open_desk, point, model)


async def check_route(server: CountingServer, desk: Desk, links: int) -> None:
    """The chain goes on where it was: no call twice, and at most one that may cost something."""
    row = (await desk.services.history.first_page(HistoryQuery(), 1))[0]
    made = await desk.services.generations.wait(row.generation.id)
    sent = server.submissions + [str(one) for one in desk.script.submitted]
    assert len(sent) == len(set(sent))
    assert set(sent) <= {str(attempt.id) for attempt in made.attempts}
    paid = [one for one in made.attempts if one.billed is not Billed.FREE]
    assert len(paid) == 1
    assert [one.route.link for one in made.attempts] == list(range(len(made.attempts)))
    if made.status is GenerationStatus.COMPLETED:
        assert (len(made.attempts), len(made.assets)) == (links + 1, 1)
        assert (made.charged_micro, made.held_micro) == (IMAGE_PRICE, 0)
    else:
        assert made.status is GenerationStatus.UNCERTAIN
        await desk.services.generations.settle(paid[0].id, charged_micro=None)
    assert desk.held() == 0
    assert (await desk.services.library.verify(deep=True)).findings == ()


@pytest.mark.parametrize("fallback", [("batch",), ("batch", "other")])
async def test_killed_between_two_models_of_a_chain(
    unlocked: UnlockedLibrary,
    server: CountingServer,
    open_desk: OpenDesk,
    fallback: tuple[str, ...],
) -> None:
    await kill_at(unlocked, server, "queued", "image", fallback)
    assert len(server.submissions) == len(fallback)
    async with open_desk() as desk:
        await check_route(server, desk, len(fallback))
        assert desk.script.submissions == 1
    async with open_desk() as desk:
        assert desk.script.submissions == 0


@pytest.mark.parametrize("after_ms", [0, 2, 5, 10, 20, 40])
async def test_killed_somewhere_around_the_change_of_models(
    unlocked: UnlockedLibrary, server: CountingServer, open_desk: OpenDesk, after_ms: int
) -> None:
    await kill_at(unlocked, server, "stored", "image", ("batch",), after_ms / 1000)
    async with open_desk() as desk:
        await check_route(server, desk, 1)
