"""Three runs of $0.40 against $1.00, started at once: two are on the wire together, no third.

What was on the wire, and when, is told by the simulator's own clock.
"""

from __future__ import annotations

import asyncio
import json
import sys
import threading
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

import pytest

from mediadesk.bootstrap import Services, open_services
from mediadesk.domain.errors import CapRefusedError
from mediadesk.domain.generation import GenerationRequest, GenerationType
from mediadesk.domain.ids import ProjectId, ProviderName
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.services.library_access import UnlockedLibrary
from tests.fakes.command_line import CommandLine
from tests.simulator import Simulator

CAP, HOLD = 1_000_000, 400_000
OPENAI = ProviderName("openai")
MODEL = "gpt-image-made-up"
FEW, MANY = 3, 50

Start = Callable[[ProjectId, list[int]], Awaitable[None]]


@pytest.fixture(params=[FEW, pytest.param(MANY, marks=pytest.mark.full)])
def rounds(request: pytest.FixtureRequest) -> int:
    """A few in every run, many in the long one."""
    return int(request.param)


async def prepare(services: Services, name: str) -> ProjectId:
    """A project with its own budget, so that each round stands alone."""
    project = await services.projects.create(name)
    await services.money.set_cap(CapScope.PROJECT, CapPeriod.TOTAL, CAP, project_id=project.id)
    return project.id


def check(simulator: Simulator, codes: list[int], before: int) -> None:
    assert sorted(codes) == [0, 0, 4]
    sent = simulator.submissions[before:]
    assert len(sent) == 2
    assert max(entry["began_s"] for entry in sent) < min(entry["ended_s"] for entry in sent)


async def held_under(services: Services, project_id: ProjectId) -> int:
    uses = await services.money.uses()
    (use,) = [use for use in uses if use.cap.project_id == project_id]
    assert use.over_micro == 0
    return use.used_micro


async def race(services: Services, simulator: Simulator, name: str, start: Start) -> None:
    """One round: ``start(project_id, codes)`` begins three runs and adds the code of each."""
    project_id = await prepare(services, name)
    before, gate, codes = len(simulator.submissions), threading.Event(), list[int]()
    simulator.plan("/images/generations", count=2, gate=gate)
    running = asyncio.ensure_future(start(project_id, codes))
    try:
        async with asyncio.timeout(60):
            while len(simulator.submissions) - before < 2 or 4 not in codes:  # noqa: ASYNC110
                await asyncio.sleep(0.005)
    finally:
        gate.set()
    await running
    check(simulator, codes, before)
    # nobody told what they cost, so both are held until somebody does
    assert await held_under(services, project_id) == 2 * HOLD


async def test_in_one_process(unlocked: UnlockedLibrary, rounds: int) -> None:
    with Simulator() as simulator:
        environment = {"MEDIADESK_OPENAI_BASE_URL": simulator.base_url}
        async with open_services(unlocked, environment=environment) as services:
            await services.accounts.add(OPENAI, key="sk-0123456789abcdef")

            async def start(project_id: ProjectId, codes: list[int]) -> None:
                barrier = asyncio.Barrier(3)
                await asyncio.gather(*(submit(project_id, codes, barrier) for _ in range(3)))

            async def submit(
                project_id: ProjectId, codes: list[int], barrier: asyncio.Barrier
            ) -> None:
                request = GenerationRequest(
                    GenerationType.IMAGE, OPENAI, MODEL, "x", project_id, max_cost_micro=HOLD
                )
                await barrier.wait()
                try:
                    made = await services.generations.submit(request)
                    await services.generations.wait(made)
                    codes.append(0)
                except CapRefusedError as error:
                    codes.append(error.exit_code)

            for number in range(rounds):
                await race(services, simulator, f"Round {number}", start)


async def test_in_three_processes(unlocked: UnlockedLibrary, rounds: int) -> None:
    with Simulator() as simulator:
        async with AsyncExitStack() as stack:
            services = await stack.enter_async_context(open_services(unlocked, run_jobs=False))
            await services.accounts.add(OPENAI, key="sk-0123456789abcdef")
            children = [await begin(unlocked, simulator) for _ in range(3)]

            async def start(project_id: ProjectId, codes: list[int]) -> None:
                for child in children:
                    assert child.stdin is not None
                    child.stdin.write(f"{project_id}\n".encode())
                await asyncio.gather(*(answer(child, codes) for child in children))

            for number in range(rounds):
                await race(services, simulator, f"Round {number}", start)
            for child in children:
                assert child.stdin is not None
                child.stdin.write(b"\n")
                assert await child.wait() == 0


async def begin(unlocked: UnlockedLibrary, simulator: Simulator) -> asyncio.subprocess.Process:
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.money.starter"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    orders = {
        "path": str(unlocked.path),
        "library_id": str(unlocked.keys.library_id),
        "master": unlocked.keys.master.hex(),
        "base_url": simulator.base_url,
        "hold_micro": HOLD,
    }
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(json.dumps(orders).encode() + b"\n")
    assert (await child.stdout.readline()).strip() == b"ready"
    return child


async def answer(child: asyncio.subprocess.Process, codes: list[int]) -> None:
    assert child.stdout is not None
    codes.append(int(await child.stdout.readline()))


def test_three_commands_at_once(cli: CommandLine) -> None:
    with Simulator() as simulator:
        cli.environment["MEDIADESK_OPENAI_BASE_URL"] = simulator.base_url
        cli.run_here("keys", "add", "openai", stdin=b"sk-0123456789abcdef\n").checked()
        cli.run_here("budgets", "set", "overall", "--monthly", "1").checked()
        gate = threading.Event()
        simulator.plan("/images/generations", count=2, gate=gate)
        words = ("generate", "x", "--type", "image", "--provider", "openai", "--model", MODEL)
        running = [cli.start(*words, "--max-cost", "0.40") for _ in range(3)]
        codes: list[int] = []
        try:
            while len(simulator.submissions) < 2 or not codes:
                codes = [child.returncode for child in running if child.poll() is not None]
                threading.Event().wait(0.02)
        finally:
            gate.set()
            said = [child.communicate(timeout=60)[1].decode() for child in running]
        assert codes == [4]
        check(simulator, [child.returncode for child in running], 0)
        (refusal,) = [words for words in said if "refused this run" in words]
        assert "overall monthly budget refused this run: $0.20 of $1.00 is left" in refusal
