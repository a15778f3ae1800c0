"""``generate`` and ``estimate``."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

from mediadesk.cli.batch import add_batch_options, estimate_batch, is_batch, run_batch, run_script
from mediadesk.cli.console import say, write_facts, write_json, write_line
from mediadesk.cli.documents import generation_document
from mediadesk.cli.fallback import estimate_facts, passed_over_lines
from mediadesk.cli.options import add_json, add_library_options
from mediadesk.cli.over_cap import add_over_cap_options, within_caps
from mediadesk.cli.route_documents import estimate_document
from mediadesk.cli.run_request import (
    Draft,
    add_request_options,
    build_request,
    check_words,
    file_extents,
    taken_inputs,
)
from mediadesk.cli.run_view import PAUSED_WORDS, RunView, telling
from mediadesk.cli.session import open_session
from mediadesk.cli.targets import Target, read_target
from mediadesk.domain.endings import MISSING, charge_words, ending_words, note_of
from mediadesk.domain.errors import MediadeskError, UsageError
from mediadesk.domain.generation import (
    Generation,
    GenerationRequest,
    GenerationStatus,
    InputRef,
)
from mediadesk.domain.ids import GenerationId
from mediadesk.domain.money import format_usd

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services
    from mediadesk.domain.route_view import RouteEstimate

CANCEL_WAIT_S = 10.0
_EXIT_CODES = {
    GenerationStatus.COMPLETED: 0,
    GenerationStatus.UNCERTAIN: 7,
    GenerationStatus.CANCELLED: 130,
}
_EXIT_PROVIDER = 3


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``generate`` or ``estimate``."""
    add_request_options(parser)
    add_batch_options(parser)
    add_json(parser)
    add_library_options(parser)
    if name == "estimate":
        parser.set_defaults(run=estimate)
        return
    parser.add_argument("--output", metavar="FILE|DIR", help="also copy the results here")
    parser.add_argument("--dry-run", action="store_true", help="check and estimate; send nothing")
    add_over_cap_options(parser)
    parser.add_argument(
        "--split", action="store_true", help="speak a long script in parts and join them"
    )
    parser.add_argument(
        "--no-wait", action="store_true", help="return once the provider took the job"
    )
    parser.set_defaults(run=generate)


async def estimate(arguments: Namespace) -> int:
    """Print what a run would cost."""
    check_words(arguments)
    if is_batch(arguments):
        return await estimate_batch(arguments)
    async with open_session(arguments) as services:
        draft = await build_request(services, arguments)
        # files are estimated by what they are; nothing is taken into the library for it
        files = await file_extents(services, draft)
        held = [(given.asset_id, given.role) for given in draft.inputs if given.asset_id]
        request = replace(draft.request, inputs=tuple(InputRef(*pair) for pair in held))
        found = await services.generations.estimate_route(request, files)
        await _check_early(services, draft)
        _print_estimate(found, request, as_json=arguments.json)
    return 0


async def generate(arguments: Namespace) -> int:
    """Make one generation and wait for it, unless told otherwise."""
    check_words(arguments)
    if arguments.dry_run:
        return await estimate(arguments)
    if is_batch(arguments):
        return await run_batch(arguments)
    target = None if arguments.output is None else read_target(arguments.output)
    async with open_session(arguments, run_jobs=True) as services:
        draft = await build_request(services, arguments)
        if arguments.no_wait and not draft.model.is_resumable:
            raise UsageError(
                f"A run of {draft.model.id} cannot be picked up again later.",
                "Leave out --no-wait.",
            )
        if arguments.no_wait:
            await _check_chain_resumes(services, draft)
        if arguments.split and (parts := services.scripts.parts(draft.request)):
            with telling(services):
                return await run_script(services, arguments, parts, target)
        await _check_early(services, draft)
        with telling(services):
            generation_id = await _submit(services, draft, arguments)
            return await _follow(services, generation_id, arguments, target)


async def _check_chain_resumes(services: Services, draft: Draft) -> None:
    """Refuse a chain whose calls would be lost when this process ends."""
    kind = draft.request.type
    for link in (await services.generations.estimate_route(draft.request)).links[1:]:
        if link.estimate is None:
            continue
        model = services.models.spec(link.model.provider, link.model.model, kind)
        if not model.is_resumable:
            raise UsageError(
                f"A run of {link.model.name} in the fallback chain cannot be picked up again.",
                "Leave out --no-wait, or give --no-fallback.",
            )


async def _check_early(services: Services, draft: Draft) -> None:
    """Refuse what can be refused before any file is taken in."""
    if draft.is_complete_without_inputs:
        await services.generations.check(draft.request)


async def _submit(services: Services, draft: Draft, arguments: Namespace) -> GenerationId:
    """Take in the inputs and submit; a refusal moves the files that were taken in to the trash."""
    async with taken_inputs(services, draft) as refs:
        request = replace(draft.request, inputs=refs)
        return await within_caps(
            arguments, lambda once: services.generations.submit(request, over_cap_once=once)
        )


async def _follow(
    services: Services, generation_id: GenerationId, arguments: Namespace, target: Target | None
) -> int:
    shows_text = not arguments.json and target is None and arguments.type == "text"
    view = RunView(generation_id, streams_text=shows_text and arguments.count == 1)
    with view.following(services):
        is_paused = await services.generations.queue.is_paused()
        if is_paused:
            say(PAUSED_WORDS)
        try:
            if arguments.no_wait and is_paused:
                generation = await services.generations.get(generation_id)
            elif arguments.no_wait:
                generation = await services.generations.wait_accepted(generation_id)
            else:
                await services.generations.wait(generation_id)
                generation = await _measured(services, generation_id)
        except asyncio.CancelledError:
            await _cancel(services, generation_id)
            raise
    files = []
    if target is not None and generation.assets:
        ids = [asset.id for asset in generation.assets]
        try:
            files = await services.export.export(ids, target.ready())
        except (MediadeskError, OSError):
            named = ", ".join(map(str, ids))
            say(f"mediadesk: The result is in the library all the same: {named}.")
            raise
    if arguments.json:
        document = generation_document(generation) | {"files": [str(path) for path in files]}
        write_json(document)
    elif shows_text:
        await _print_texts(services, view, generation)
    else:
        paths = [str(path) for path in files]
        for line in paths or [str(asset.id) for asset in generation.assets]:
            write_line(line)
    return _conclude(generation)


async def _measured(services: Services, generation_id: GenerationId) -> Generation:
    """The generation once its results' sizes and durations are known, where they can be."""
    from mediadesk.services.media import needs_measuring

    generation = await services.generations.get(generation_id)
    for asset in generation.assets:
        if needs_measuring(asset):
            await services.media.measure(asset)
    return await services.generations.get(generation_id)


async def _cancel(services: Services, generation_id: GenerationId) -> None:
    """Ctrl+C: stop politely, and let the end be written before the library closes."""
    say("Stopping…")
    await services.generations.cancel(generation_id)
    try:
        async with asyncio.timeout(CANCEL_WAIT_S):
            generation = await services.generations.wait(generation_id)
    except TimeoutError:
        say(f"The provider does not answer; see “mediadesk jobs list” for {generation_id}.")
        return
    _conclude(generation)


async def _print_texts(services: Services, view: RunView, generation: Generation) -> None:
    for asset in generation.assets:
        view.finish_text(await services.assets.text(asset.id))
    if view.streamed and not generation.assets:
        write_line("")


def _conclude(generation: Generation) -> int:
    """Say how it ended and return the exit code."""
    problems = [a for a in generation.attempts if a.error_message]
    for attempt in problems:
        say(f"mediadesk: {attempt.error_message}")
    for words in passed_over_lines(generation):
        say(f"mediadesk: {words}")
    status = generation.status
    if any(attempt.needs_settling for attempt in generation.attempts):
        unknown = "outcome" if status is GenerationStatus.UNCERTAIN else "cost"
        say(
            f"mediadesk: The {unknown} of {generation.id} is unknown; what it may cost stays held. "
            f"Settle it with “mediadesk jobs settle {generation.id}”."
        )
    if status is GenerationStatus.FAILED and not problems:
        say(f"mediadesk: {generation.error_message or 'The run failed.'}")
    elif status is GenerationStatus.CANCELLED:
        say(f"Cancelled: {generation.id}.")
    elif status in (GenerationStatus.RUNNING, GenerationStatus.QUEUED):
        say(f"{generation.id} is {status.value}; “mediadesk jobs resume” picks it up.")
        return 0
    elif status is not GenerationStatus.UNCERTAIN:
        say(f"{status.value.capitalize()}: {generation.id} ({charge_words(generation)}).")
        if ending := ending_words(generation):
            say(f"mediadesk: {ending}; what came is kept.")
        if missing := note_of(generation, MISSING):
            say(f"mediadesk: {missing}")
    return _EXIT_CODES.get(status, _EXIT_PROVIDER)


def _print_estimate(route: RouteEstimate, request: GenerationRequest, *, as_json: bool) -> None:
    found = route.total
    if as_json:
        write_json(
            {
                "type": request.type.value,
                "provider": request.provider,
                "model": request.model,
                "result_count": request.result_count,
                "expected_micro_usd": found.expected_micro,
                "upper_micro_usd": found.upper_micro,
                "is_free": found.is_free,
                "prices_source": found.price_source,
                "prices_as_of": found.price_as_of.isoformat() if found.price_as_of else None,
                "notice": found.notice,
                "route": [estimate_document(link) for link in route.links],
            }
        )
        return
    free = found.is_free
    write_facts(
        {
            "Provider": request.provider,
            "Model": request.model,
            "Results": request.result_count,
            "Expected": "Free" if free else format_usd(found.expected_micro),
            "At most": "Free" if free else format_usd(found.upper_micro),
        }
        | estimate_facts(route.links)
    )
    if found.notice:
        say(found.notice)
