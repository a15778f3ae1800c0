"""``jobs list|resume|cancel|retry|move|pause|unpause|settle``: runs that go on, wait, or ask."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Collection
from typing import TYPE_CHECKING

from mediadesk.cli.console import one_line, say, write_facts, write_json, write_table
from mediadesk.cli.documents import generation_document
from mediadesk.cli.options import add_json, add_library_options
from mediadesk.cli.over_cap import add_over_cap_options, within_caps
from mediadesk.cli.run_view import PAUSED_WORDS, telling
from mediadesk.cli.session import open_session
from mediadesk.domain.endings import cancel_words, charge_words
from mediadesk.domain.errors import NotFoundError, UsageError
from mediadesk.domain.generation import (
    IN_FLIGHT,
    Attempt,
    AttemptState,
    Generation,
    GenerationStatus,
)
from mediadesk.domain.ids import AttemptId, GenerationId, parse_uuid
from mediadesk.domain.money import format_usd, parse_usd
from mediadesk.services.job_queue import Move

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services

_EXIT_PROVIDER = 3
_EXIT_UNCERTAIN = 7


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``jobs``."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    actions.add_parser("list", help="what runs, waits or needs an answer").set_defaults(
        run=list_jobs
    )
    actions.add_parser("resume", help="pick up what an earlier start left").set_defaults(
        run=resume_jobs
    )
    cancel = actions.add_parser("cancel", help="stop a run")
    cancel.add_argument("id", metavar="ID")
    cancel.set_defaults(run=cancel_job)
    retry = actions.add_parser(
        "retry", help="do not wait any longer, or make a failed call once more"
    )
    retry.add_argument("id", metavar="ID")
    add_over_cap_options(retry)
    retry.set_defaults(run=retry_job)
    move = actions.add_parser("move", help="put a waiting run elsewhere in the queue")
    move.add_argument("id", metavar="ID")
    move.add_argument("where", choices=[*(one.value for one in Move), "before"])
    move.add_argument("other", metavar="OTHER", nargs="?", help="with “before”: the other run")
    move.set_defaults(run=move_job)
    pause = actions.add_parser("pause", help="start nothing that waits, in any process")
    pause.set_defaults(run=pause_jobs, is_paused=True)
    unpause = actions.add_parser("unpause", help="let waiting runs start again")
    unpause.set_defaults(run=pause_jobs, is_paused=False)
    settle = actions.add_parser(
        "settle", help="say what a run cost whose outcome or cost is unknown"
    )
    settle.add_argument("id", metavar="ID", help="the run, or one attempt of it")
    outcome = settle.add_mutually_exclusive_group(required=True)
    outcome.add_argument("--charged", metavar="USD", help="it was charged")
    outcome.add_argument("--not-charged", action="store_true", help="it was not charged")
    settle.set_defaults(run=settle_job)
    for command in actions.choices.values():
        add_json(command)
        add_library_options(command)


async def list_jobs(arguments: Namespace) -> int:
    """Print the runs that are not over."""
    async with open_session(arguments) as services:
        generations = await services.generations.active()
        summary = await services.generations.summary()
        nobodys = await services.generations.nobodys()
    left = {one.id: _interrupted(one, nobodys) for one in generations}
    interrupted = sum(map(len, left.values()))
    if arguments.json:
        write_json(
            {
                "running": summary.running - interrupted,
                "interrupted": interrupted,
                "waiting": summary.waiting,
                "uncertain": summary.uncertain,
                "held_micro_usd": summary.held_micro,
                "is_paused": summary.is_paused,
                "jobs": [
                    {**generation_document(one), "is_interrupted": bool(left[one.id])}
                    for one in generations
                ],
            }
        )
        return 0
    write_table(
        ("id", "status", "held", "model", "stage", "prompt"),
        [
            (
                str(generation.id),
                "interrupted" if left[generation.id] else generation.status.value,
                format_usd(generation.held_micro),
                one_line(f"{generation.provider} {generation.model}", 40),
                _stage(generation),
                one_line(generation.prompt, 50),
            )
            for generation in generations
        ],
    )
    if summary.is_paused:
        say(PAUSED_WORDS)
    if interrupted:
        say(f"{interrupted} interrupted: go on with “mediadesk jobs resume”.")
    return 0


async def resume_jobs(arguments: Namespace) -> int:
    """Run the library's jobs until none is queued or in flight."""
    ended: list[Generation] = []
    async with open_session(arguments, run_jobs=True) as services:
        if await services.generations.queue.is_paused():
            say(PAUSED_WORDS)
        waiting = [
            generation
            for generation in await services.generations.active()
            if generation.status in (GenerationStatus.QUEUED, GenerationStatus.RUNNING)
        ]
        for generation in waiting:
            ended.append(await services.generations.wait(generation.id))
            say(f"{ended[-1].status.value.capitalize()}: {generation.id}.")
        for sound in await services.scripts.join_ready():
            say(f"Joined the parts of a script: {sound.id}.")
        uncertain = (await services.generations.summary()).uncertain
    if arguments.json:
        write_json({"jobs": [generation_document(generation) for generation in ended]})
    elif not ended:
        say("Nothing is waiting.")
    if uncertain:
        say(f"{uncertain} with an unknown outcome or cost: settle with “mediadesk jobs settle ID”.")
        return _EXIT_UNCERTAIN
    good = (GenerationStatus.COMPLETED, GenerationStatus.CANCELLED)
    return 0 if all(generation.status in good for generation in ended) else _EXIT_PROVIDER


async def cancel_job(arguments: Namespace) -> int:
    """Stop one run, wherever it runs."""
    generation_id = GenerationId(parse_uuid(arguments.id))
    async with open_session(arguments) as services:
        if words := cancel_words(await services.generations.get(generation_id)):
            say(words)
        await services.generations.cancel(generation_id)
        generation = await services.generations.get(generation_id)
    return _report(arguments, generation)


async def retry_job(arguments: Namespace) -> int:
    """Let a wait be over, or queue a failed call again as a new attempt with its own hold."""
    generation_id = GenerationId(parse_uuid(arguments.id))
    async with open_session(arguments) as services:
        generations = services.generations
        generation = await generations.get(generation_id)
        with telling(services):
            if any(
                one.not_before for one in generation.attempts if one.state is AttemptState.QUEUED
            ):
                await generations.queue.retry_now(generation.id)
            else:
                failed = [attempt.id for attempt in _failed(generation)]
                await within_caps(
                    arguments,
                    lambda once: generations.send_all_again(failed, over_cap_once=once),
                )
            generation = await generations.get(generation.id)
    return _report(arguments, generation)


async def move_job(arguments: Namespace) -> int:
    """Change the order of what waits."""
    generation_id = GenerationId(parse_uuid(arguments.id))
    is_before = arguments.where == "before"
    if is_before != bool(arguments.other):
        raise UsageError(
            "“before” needs another run, and nothing else does.",
            "Write “jobs move ID before OTHER” or “jobs move ID top”.",
        )
    async with open_session(arguments) as services:
        queue = services.generations.queue
        if is_before:
            await queue.move_before(generation_id, GenerationId(parse_uuid(arguments.other)))
        else:
            await queue.move(generation_id, Move(arguments.where))
        generation = await services.generations.get(generation_id)
    return _report(arguments, generation)


async def pause_jobs(arguments: Namespace) -> int:
    """Start nothing that waits, or go on; every process on this library heeds it."""
    async with open_session(arguments) as services:
        await services.generations.queue.set_paused(is_paused=arguments.is_paused)
        summary = await services.generations.summary()
    if arguments.json:
        write_json({"is_paused": summary.is_paused, "waiting": summary.waiting})
    else:
        waiting = f"{summary.waiting} waiting"
        say(f"New jobs are paused; {waiting}." if summary.is_paused else f"Jobs go on; {waiting}.")
    return 0


async def settle_job(arguments: Namespace) -> int:
    """Say what an attempt cost that nobody knows about."""
    charged = None if arguments.not_charged else parse_usd(arguments.charged)
    async with open_session(arguments) as services:
        generation, attempt_id = await _to_settle(services, arguments.id)
        await services.generations.settle(attempt_id, charged_micro=charged)
        generation = await services.generations.get(generation.id)
    return _report(arguments, generation)


def _failed(generation: Generation) -> list[Attempt]:
    """The calls to make again; never those of unknown outcome, which may be billed twice."""
    failed = [one for one in generation.attempts if one.has_failed]
    if not failed:
        raise UsageError(
            f"No call of {generation.id} has failed.",
            "See “mediadesk jobs list” for what waits or has to be settled.",
        )
    return failed


async def _to_settle(services: Services, text: str) -> tuple[Generation, AttemptId]:
    """The attempt to settle that ``text`` names, by its own id or its generation's."""
    wanted = parse_uuid(text)
    for generation in await services.generations.active():
        open_attempts = [a for a in generation.attempts if a.needs_settling]
        for attempt in open_attempts:
            if attempt.id == wanted:
                return generation, attempt.id
        if generation.id == wanted and open_attempts:
            if len(open_attempts) > 1:
                ids = ", ".join(str(attempt.id) for attempt in open_attempts)
                raise UsageError(
                    f"Several attempts of {text} have to be settled.", f"Name one of them: {ids}."
                )
            return generation, open_attempts[0].id
    raise NotFoundError(f"{text} has nothing to settle.", "See “mediadesk jobs list”.")


def _interrupted(generation: Generation, nobodys: Collection[AttemptId]) -> list[AttemptId]:
    """The calls under way whose process has ended."""
    return [one.id for one in generation.attempts if one.state in IN_FLIGHT and one.id in nobodys]


def _stage(generation: Generation) -> str:
    if any(attempt.needs_settling for attempt in generation.attempts):
        return "to be settled"
    stages = (attempt.wait_reason or attempt.stage for attempt in generation.attempts)
    return one_line(next(filter(None, stages), ""), 30)


def _report(arguments: Namespace, generation: Generation) -> int:
    if arguments.json:
        write_json(generation_document(generation))
    else:
        write_facts(
            {
                "Run": generation.id,
                "Status": generation.status.value,
                "Charged": charge_words(generation),
                "Held": format_usd(generation.held_micro) if generation.held_micro else None,
            }
        )
    return 0
