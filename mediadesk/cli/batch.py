"""``generate`` and ``estimate`` with ``--batch`` and ``--grid``: many runs at once."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mediadesk.cli.console import one_line, say, write_json, write_line, write_table
from mediadesk.cli.documents import generation_document
from mediadesk.cli.over_cap import within_caps
from mediadesk.cli.run_request import build_request, taken_inputs
from mediadesk.cli.run_view import telling
from mediadesk.cli.session import open_session
from mediadesk.cli.targets import read_target
from mediadesk.domain.batches import Batch, BatchQuote, spread
from mediadesk.domain.errors import UsageError
from mediadesk.domain.generation import Generation, GenerationStatus
from mediadesk.domain.money import format_usd

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediadesk.bootstrap import Services
    from mediadesk.cli.run_request import Draft
    from mediadesk.cli.targets import Target
    from mediadesk.domain.generation import GenerationRequest
    from mediadesk.domain.ids import AssetId, GenerationId
    from mediadesk.domain.parameters import ParameterValue

_EXIT_PROVIDER = 3


def add_batch_options(parser: ArgumentParser) -> None:
    """The options that make one command many runs."""
    parser.add_argument(
        "--batch", metavar="FILE", type=Path, help="a run for each line, or each row of a CSV file"
    )
    parser.add_argument(
        "--grid",
        metavar="K=V1,V2",
        action="append",
        default=[],
        help="a run for each value of a parameter; two of them make a grid",
    )


def is_batch(arguments: Namespace) -> bool:
    """Whether the words ask for many runs."""
    return bool(arguments.batch or arguments.grid)


async def estimate_batch(arguments: Namespace) -> int:
    """Print how many runs it would be, each price and the total."""
    async with open_session(arguments) as services:
        draft, requests = await _requests(services, arguments)
        if draft.inputs:
            raise UsageError("A batch with inputs is priced when it runs.", "Leave out --input.")
        quote = await services.batches.quote(requests)
    if arguments.json:
        write_json(_document(quote))
        return 0
    rows = [
        (str(number), run.problem or format_usd(run.upper_micro), one_line(run.request.prompt, 60))
        for number, run in enumerate(quote.runs, 1)
    ]
    write_table(("run", "at most", "prompt"), rows)
    write_line(_total(quote))
    return 0


async def run_batch(arguments: Namespace) -> int:
    """Queue all runs and wait for them."""
    if arguments.no_wait:
        raise UsageError("A batch is waited for.", "Leave out --no-wait.")
    target = None if arguments.output is None else read_target(arguments.output)
    async with open_session(arguments, run_jobs=True) as services:
        draft, requests = await _requests(services, arguments)
        with telling(services):
            async with taken_inputs(services, draft) as refs:
                batch = await _start(
                    services, arguments, [replace(request, inputs=refs) for request in requests]
                )
            say(f"Queued as “{batch.name}”.")
            made = await _wait(services, batch.runs)
        ids = [asset.id for run in made for asset in run.assets]
        files = await services.export.export(ids, target.ready()) if target and ids else []
    _print(arguments, batch.name, made, [str(path) for path in files], ids)
    _tell_failures(made)
    return 0 if all(run.status is GenerationStatus.COMPLETED for run in made) else _EXIT_PROVIDER


async def _start(
    services: Services, arguments: Namespace, requests: Sequence[GenerationRequest]
) -> Batch:
    """Queue all runs, or none. Raises the ``UsageError`` family, ``CapRefusedError``."""
    quote = await services.batches.quote(requests)
    if quote.problem:
        raise UsageError(quote.problem, "")
    say(_total(quote))
    return await within_caps(
        arguments, lambda once: services.batches.start(requests, over_cap_once=once)
    )


async def run_script(
    services: Services,
    arguments: Namespace,
    parts: Sequence[GenerationRequest],
    target: Target | None,
) -> int:
    """Speak a script in parts and join them; a missing part keeps the others."""
    quote = await services.batches.quote(parts)
    if quote.problem:
        raise UsageError(quote.problem, "")
    say(_total(quote))
    script = await within_caps(
        arguments, lambda once: services.scripts.start(parts, over_cap_once=once)
    )
    made = await _wait(services, script.runs)
    sound = await services.scripts.join(script)
    ids = [] if sound is None else [sound.id]
    files = await services.export.export(ids, target.ready()) if target and ids else []
    _print(arguments, script.name, made, [str(path) for path in files], ids)
    if sound is None:
        lost = [run for run in made if run.status is not GenerationStatus.COMPLETED]
        _tell_failures(made)
        for run in lost:
            say(f"Send it again with “mediadesk jobs retry {run.id}” and “jobs resume”.")
        return _EXIT_PROVIDER
    return 0


def _tell_failures(made: Sequence[Generation]) -> None:
    for run in made:
        if run.status is not GenerationStatus.COMPLETED:
            why = next((one.error_message for one in run.attempts if one.error_message), "")
            say(f"mediadesk: {run.id} is {run.status.value}. {why or ''}".rstrip())


async def _wait(services: Services, runs: Sequence[GenerationId]) -> list[Generation]:
    try:
        return [await services.generations.wait(run) for run in runs]
    except asyncio.CancelledError:
        say("Stopping…")
        for run in runs:
            await services.generations.cancel(run)
        raise


async def _requests(
    services: Services, arguments: Namespace
) -> tuple[Draft, list[GenerationRequest]]:
    """The runs that the words ask for. Raises the ``UsageError`` family."""
    prompts = []
    if arguments.batch:
        prompts = await services.batches.read_file(arguments.batch)
        if arguments.prompt is not None:
            raise UsageError("The prompts come from the file.", "Leave out PROMPT.")
        arguments.prompt = prompts[0]
    draft = await build_request(services, arguments)
    grid: dict[str, list[ParameterValue]] = {}
    specs = {spec.name: spec for spec in draft.model.parameters}
    for words in arguments.grid:
        name, _, values = words.partition("=")
        if name not in specs or not values:
            known = ", ".join(specs) or "none"
            raise UsageError(
                f"“{words}” is no setting of this model with values.", f"It takes: {known}."
            )
        grid[name] = [specs[name].parse(value.strip()) for value in values.split(",")]
    return draft, spread(draft.request, prompts, grid)


def _print(
    arguments: Namespace,
    name: str,
    made: Sequence[Generation],
    files: list[str],
    ids: Sequence[AssetId],
) -> None:
    if arguments.json:
        runs = [generation_document(run) for run in made]
        results = [str(one) for one in ids]
        write_json({"batch": name, "generations": runs, "results": results, "files": files})
        return
    for line in files or [str(one) for one in ids]:
        write_line(line)


def _total(quote: BatchQuote) -> str:
    count = len(quote.runs)
    return f"{count} {'run' if count == 1 else 'runs'}, at most {_usd(quote.upper_micro)} in all."


def _usd(micro: int | None) -> str:
    return "nothing" if micro == 0 else format_usd(micro)


def _document(quote: BatchQuote) -> dict[str, object]:
    return {
        "run_count": len(quote.runs),
        "expected_micro_usd": quote.expected_micro,
        "upper_micro_usd": quote.upper_micro,
        "runs": [
            {
                "prompt": run.request.prompt,
                "parameters": dict(run.request.parameters),
                "expected_micro_usd": run.expected_micro,
                "upper_micro_usd": run.upper_micro,
                "problem": run.problem,
            }
            for run in quote.runs
        ],
    }
