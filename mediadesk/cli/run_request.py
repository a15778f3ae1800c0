"""Turning the words of a command line into a request: model, parameters, project, inputs."""

from __future__ import annotations

import stat
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from mediadesk.cli.fallback import add_fallback_options, read_request_chain
from mediadesk.cli.options import TYPES, positive
from mediadesk.domain.catalog import InputRole, ModelSpec
from mediadesk.domain.errors import (
    InvalidInputError,
    InvalidParameterError,
    MediadeskError,
    UsageError,
)
from mediadesk.domain.generation import GenerationRequest, GenerationType, InputRef, JsonValue
from mediadesk.domain.ids import AssetId, GenerationId, ProjectId, ProviderName, parse_uuid
from mediadesk.domain.input_tokens import PDF_MIME, InputExtent
from mediadesk.domain.money import parse_usd
from mediadesk.domain.parameters import ParameterValue, check_parameters
from mediadesk.domain.raw_parameters import read_raw
from mediadesk.domain.sniff import SNIFF_LENGTH, MediaType, sniff
from mediadesk.services.planning import check_input_count

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services
    from mediadesk.domain.presets import PromptPreset

PROMPT_LIMIT = 4 << 20


@dataclass(frozen=True, slots=True)
class GivenInput:
    """One ``--input``: a file, or an asset of the library, in the role it will have."""

    role: str
    path: Path | None
    asset_id: AssetId | None
    extent: InputExtent | None = None
    """How large the file is; None for an asset."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the words mean: a request without its inputs, its model, and the inputs."""

    request: GenerationRequest
    model: ModelSpec
    inputs: tuple[GivenInput, ...]

    @property
    def is_complete_without_inputs(self) -> bool:
        """Whether the request can be checked before its files are taken in."""
        return not any(role.required for role in self.model.input_roles)


def add_request_options(parser: ArgumentParser) -> None:
    """The options that describe a run, for ``generate`` and ``estimate``."""
    parser.add_argument(
        "prompt", metavar="PROMPT", nargs="?", help="what to make; - reads standard input"
    )
    parser.add_argument("--type", choices=TYPES)
    parser.add_argument("--preset", metavar="NAME", help="prompt and settings of a preset")
    parser.add_argument("--provider", metavar="P")
    parser.add_argument("--model", metavar="M")
    parser.add_argument("--project", metavar="NAME", help="default: the library's default project")
    parser.add_argument(
        "--param", metavar="K=V", action="append", default=[], help="a parameter of the model"
    )
    parser.add_argument(
        "--input",
        metavar="[ROLE=]FILE",
        action="append",
        default=[],
        help="a file, or the id of a result, that the model works from",
    )
    parser.add_argument("--raw", metavar="JSON", help="a JSON object that is sent as it is")
    parser.add_argument("-n", metavar="N", dest="count", type=positive, default=1, help="results")
    parser.add_argument("--max-cost", metavar="USD", help="refuse a run that may cost more")
    parser.add_argument("--continue", metavar="ID", dest="parent", help="go on with a text run")
    add_fallback_options(parser, "do without the project's chain")


def check_words(arguments: Namespace) -> None:
    """Refuse words that cannot make a run, before a library is opened. Raises ``UsageError``."""
    hint = "See “mediadesk generate --help”."
    if arguments.preset is None and arguments.type is None:
        raise UsageError("The kind of the run is missing: give --type or --preset.", hint)
    if arguments.preset is None and arguments.batch is None and arguments.prompt is None:
        raise UsageError("The prompt is missing: give PROMPT, --preset or --batch.", hint)


async def build_request(services: Services, arguments: Namespace) -> Draft:
    """Read the words, checking them as far as possible without any effect.

    Raises the ``UsageError`` family and ``NotFoundError``.
    """
    preset = await _apply_preset(services, arguments)
    kind = GenerationType(arguments.type)
    provider, model = choose_model(services, kind, arguments.provider, arguments.model)
    is_same_model = preset is not None and (preset.provider, preset.model) == (provider, model.id)
    kept = preset.parameters if preset is not None and is_same_model else {}
    parent = parse_uuid(arguments.parent) if arguments.parent else None
    request = GenerationRequest(
        type=kind,
        provider=provider,
        model=model.id,
        prompt=_prompt(arguments.prompt),
        project_id=await _project(services, arguments.project),
        parameters={**kept, **parse_parameters(model, arguments.param)},
        extra=_extra(arguments.raw, preset if is_same_model else None),
        result_count=arguments.count,
        parent_id=None if parent is None else GenerationId(parent),
        max_cost_micro=None if arguments.max_cost is None else parse_usd(arguments.max_cost),
        fallback=await read_request_chain(services, kind, arguments),
    )
    inputs = tuple(_given_input(model, text) for text in arguments.input)
    check_input_count(model, [given.role for given in inputs])
    return Draft(request, model, inputs)


async def _apply_preset(services: Services, arguments: Namespace) -> PromptPreset | None:
    """Let a preset stand in for the words that were not given."""
    if arguments.preset is None:
        return None
    preset = await services.presets.find(arguments.preset)
    if arguments.prompt is None:
        arguments.prompt = preset.prompt
    if arguments.type is None:
        arguments.type = preset.type.value
    if arguments.provider is None and arguments.model is None:
        arguments.provider, arguments.model = preset.provider, preset.model
    return preset


def _extra(raw: str | None, preset: PromptPreset | None) -> Mapping[str, JsonValue]:
    if raw is None and preset is not None:
        return preset.extra
    return read_raw(raw or "", "--raw")


def choose_model(
    services: Services, kind: GenerationType, provider: str | None, model_id: str | None
) -> tuple[ProviderName, ModelSpec]:
    """The model that is meant: named, the provider's first, or the library's default."""
    if provider is not None:
        name = ProviderName(provider)
        if model_id is None:
            models = services.models.models(type=kind, provider=name)
            if not models:
                # A name that nobody knows is told as such, rather than as one without models.
                services.models.spec(name, "", kind)
                raise UsageError(
                    f"{provider} lists no model for {kind.value}.", "Name one with --model."
                )
            model_id = models[0].id
        return name, services.models.spec(name, model_id, kind)
    if model_id is None:
        return services.models.default_model(kind)
    offering = [
        info.name
        for info in services.models.providers()
        if any(spec.id == model_id for spec in services.models.models(kind, info.name))
    ]
    if len(offering) != 1:
        known = "Several providers offer" if offering else "No provider lists"
        raise UsageError(
            f"{known} a model “{model_id}” for {kind.value}.", "Name the provider with --provider."
        )
    return offering[0], services.models.spec(offering[0], model_id, kind)


def parse_parameters(model: ModelSpec, given: list[str]) -> Mapping[str, ParameterValue]:
    """Read each ``K=V`` by the model's specs. Raises ``InvalidParameterError``."""
    specs = {spec.name: spec for spec in model.parameters}
    values: dict[str, ParameterValue] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            raise InvalidParameterError(name, f"“{text}” is not a parameter.", "Write NAME=VALUE.")
        spec = specs.get(name)
        values[name] = value if spec is None else spec.parse(value)
    check_parameters(model.parameters, values)
    return values


async def file_extents(services: Services, draft: Draft) -> list[InputExtent]:
    """How large the files are that were named as inputs."""
    extents = []
    for given in draft.inputs:
        if given.path is not None and given.extent is not None:
            is_paper = given.extent.mime == PDF_MIME
            pages = await services.media.pages_of(given.path) if is_paper else None
            extents.append(replace(given.extent, pages=pages))
    return extents


@asynccontextmanager
async def taken_inputs(services: Services, draft: Draft) -> AsyncIterator[tuple[InputRef, ...]]:
    """Take the files into the library for a block; an error there moves them to the trash.

    Every file is looked at before the first one is taken in. Raises ``InvalidInputError``.
    """
    for given in draft.inputs:
        if given.path is not None:
            await services.media.check_input(given.path)
    refs, taken = [], []
    try:
        for given in draft.inputs:
            asset_id = given.asset_id
            if given.path is not None:
                asset = await services.assets.import_input(
                    given.path, file_name=given.path.name, project_id=draft.request.project_id
                )
                taken.append(asset.id)
                asset_id = (await services.media.measured(asset)).id
            if asset_id is not None:
                refs.append(InputRef(asset_id, given.role))
        yield tuple(refs)
    except MediadeskError:
        if taken:
            await services.assets.delete(taken)
        raise


def _prompt(text: str) -> str:
    if text != "-":
        return text
    data = sys.stdin.buffer.read(PROMPT_LIMIT + 1)
    try:
        if len(data) <= PROMPT_LIMIT:
            return data.decode().rstrip("\n")
    except UnicodeDecodeError:
        raise UsageError("The prompt is not UTF-8 text.", "Save it as UTF-8.") from None
    raise UsageError("The prompt is longer than 4 MiB.", "Shorten it.")


async def _project(services: Services, name: str | None) -> ProjectId:
    project = await (services.projects.find(name) if name else services.projects.default())
    return project.id


def _given_input(model: ModelSpec, text: str) -> GivenInput:
    role_name, equals, rest = text.partition("=")
    has_role = bool(equals) and model.input_role(role_name) is not None
    value = rest if has_role else text
    path = Path(value).expanduser()
    if (asset_id := _asset_id(value)) is not None and not path.exists():
        if not has_role:
            raise InvalidInputError(
                f"The role of the input {value} is not given.", f"Write {_roles(model)}={value}."
            )
        return GivenInput(role_name, None, AssetId(asset_id))
    media = _sniffed(path, text, model, is_role_like=bool(equals) and role_name.isidentifier())
    role = model.input_role(role_name) if has_role else _fitting_role(model, path, media)
    assert role is not None
    if media.mime not in role.mimes:
        raise InvalidInputError(
            f"{path} is {media.mime}, which the role “{role.name}” does not take.",
            f"It takes {', '.join(role.mimes)}.",
        )
    return GivenInput(
        role.name, path, None, InputExtent(media.type, media.mime, path.stat().st_size)
    )


def _sniffed(path: Path, text: str, model: ModelSpec, *, is_role_like: bool) -> MediaType:
    try:
        # A pipe would be waited for, and a device never ends.
        if not stat.S_ISREG(path.stat().st_mode):
            raise InvalidInputError(f"The input “{text}” is not a file.", "Name a file.")
        with path.open("rb") as file:
            head = file.read(SNIFF_LENGTH)
    except OSError as error:
        hint = f" Roles of this model: {_roles(model)}." if is_role_like else ""
        raise InvalidInputError(
            f"The input file {text} cannot be read ({error.strerror}).", f"Check the path.{hint}"
        ) from None
    media = sniff(head)
    if media is None:
        raise InvalidInputError(
            f"{path} is none of the media types that can be an input.",
            "Use a PNG, JPEG, WebP, sound, film or text file.",
        )
    return media


def _fitting_role(model: ModelSpec, path: Path, media: MediaType) -> InputRole:
    fitting = [role for role in model.input_roles if media.mime in role.mimes]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise InvalidInputError(
            f"The model {model.id} takes no {media.mime} file ({path}).",
            f"Roles it takes: {_roles(model)}.",
        )
    names = " or ".join(role.name for role in fitting)
    raise InvalidInputError(
        f"{path} fits several roles: {names}.", f"Write {fitting[0].name}={path}."
    )


def _roles(model: ModelSpec) -> str:
    return ", ".join(role.name for role in model.input_roles) or "none"


def _asset_id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
