"""The provider contract: what an adapter must offer, and the one door (context) it works through.

Adapters run on the provider thread's asyncio loop. They never retry a billable call, never write
files and never decide about money: they raise ``ProviderError`` and the runner decides.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Protocol

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.generation import (
    FinishReason,
    GenerationType,
    JsonValue,
    RemoteJob,
    Usage,
)
from mediadesk.domain.ids import AttemptId, ProviderId
from mediadesk.domain.parameters import ParameterValue
from mediadesk.domain.remote import RemoteItem

if TYPE_CHECKING:
    from mediadesk.providers.network.http import HttpRoom


@dataclass(frozen=True, slots=True)
class ProviderInput:
    """One input as an adapter sees it: role, type, size, and a way to read its bytes.

    ``width`` and ``height`` are pixels, None where it was not measured.
    """

    role: str
    type: GenerationType
    mime: str
    size_bytes: int
    file_name: str
    read: Callable[[], Awaitable[bytes]] = field(repr=False)
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier turn of a text conversation that goes on. ``role``: “user” or “assistant”.

    ``inputs`` are the files that the user gave with it.
    """

    role: str
    text: str = field(repr=False)
    inputs: tuple[ProviderInput, ...] = ()


@dataclass(frozen=True, slots=True)
class ProviderRequest:
    """One billable call: checked parameters, ``result_count`` results asked for at once."""

    type: GenerationType
    model: ModelSpec
    prompt: str = field(repr=False)
    parameters: Mapping[str, ParameterValue]
    extra: Mapping[str, JsonValue] = field(default_factory=dict)
    inputs: tuple[ProviderInput, ...] = ()
    turns: tuple[Turn, ...] = ()
    result_count: int = 1
    first_result: int = 0


class ResultSink(Protocol):
    """Where one result's bytes go, sealed chunk by chunk while they arrive.

    The real type is found by sniffing the first bytes; ``declared_mime`` is only a hint.
    """

    async def write(self, data: bytes) -> None:
        """Append bytes. Raises ``StorageError`` (disk full is handled by the store first)."""

    async def finish(self) -> None:
        """The result is whole. Without this call the bytes are not a result."""


class GenerationContext(Protocol):
    """The one door from an adapter back to the application; called on the provider loop."""

    @property
    def attempt_id(self) -> AttemptId:
        """The attempt that is being made."""

    async def submitting(self) -> None:
        """Must be awaited right before the billable request, after any uploads: commits the state.

        Raises ``asyncio.CancelledError`` if the user cancelled meanwhile.
        """

    async def accepted(self, job: RemoteJob, *stays: RemoteItem) -> None:
        """The provider took the job: commits its id and URLs before the first poll.

        ``stays`` is what lies at the provider from now on; it is committed with the job.
        """

    async def stays(self, item: RemoteItem) -> None:
        """Something lies at the provider from now on: commits its id, so that it can be deleted."""

    async def gone(self, items: Sequence[RemoteItem]) -> None:
        """Items that stayed were deleted at the provider."""

    async def progress(self, fraction: float | None, stage: str) -> None:
        """Tell progress; ``fraction`` 0..1 or None where unknown; ``stage`` in the user's words."""

    async def fetching(self) -> None:
        """The result is ready at the provider and its bytes are about to be read."""

    def text(self, delta: str) -> None:
        """Append streamed text of the (single) text result."""

    def preview(self, image: bytes) -> None:
        """Show a rough picture (encoded); never stored."""

    async def sink(self, index: int, declared_mime: str) -> ResultSink:
        """Open the sink of result ``index``: results stand in the order of their numbers.

        One that is opened again before it was finished begins anew.
        """

    async def sleep(self, seconds: float) -> None:
        """Wait between polls; wakes early on cancel."""


@dataclass(frozen=True, slots=True)
class GenerationResult:
    """How a call ended. Media went through sinks; text results carry their whole text here.

    ``reported_micro`` is the cost that the provider itself reported, in micro-USD. ``missing`` says
    why fewer results than asked for arrived (one sentence), empty otherwise. ``notes``: “ending”
    (the provider's word where the reason is OTHER), “revised_prompt”, “transcript”, “answer” and
    “seed”.
    """

    texts: tuple[str, ...] = ()
    finish_reason: FinishReason = FinishReason.COMPLETE
    usage: Usage = field(default_factory=Usage)
    reported_micro: int | None = None
    request_id: str | None = None
    notes: Mapping[str, str] = field(default_factory=dict)
    missing: str = ""


class CancelOutcome(StrEnum):
    """What cancelling at the provider achieved."""

    FREE = "free"
    CHARGED = "charged"
    UNKNOWN = "unknown"
    NOT_POSSIBLE = "not_possible"


@dataclass(frozen=True, slots=True)
class KeyStatus:
    """Answer of a free key check. ``credit_micro`` where the provider tells what is left."""

    works: bool
    message: str
    model_count: int | None = None
    credit_micro: int | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """How to reach a provider: base URL override, key, extra headers. No secret is in a repr."""

    base_url: str | None = None
    key: str | None = field(default=None, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What the adapter can do beyond generating; the window works with none of them."""

    cancels: bool = False
    resumes: bool = False
    looks_up: bool = False
    lists_models: bool = False
    needs_key: bool = True
    needs_base_url: bool = False
    takes_headers: bool = False
    is_offline: bool = False


class BaseProvider(ABC):
    """One provider account, ready to call. Subclasses are listed in ``factory.py``."""

    id: ClassVar[ProviderId]
    label: ClassVar[str]
    short_label: ClassVar[str]
    """Two letters for the provider tile."""
    types: ClassVar[tuple[GenerationType, ...]]
    default_base_url: ClassVar[str | None] = None
    capabilities: ClassVar[Capabilities] = Capabilities()
    models: ClassVar[tuple[ModelSpec, ...]] = ()
    key_prefixes: ClassVar[tuple[str, ...]] = ()
    key_services: ClassVar[tuple[str, ...]] = ()
    """Whose keys work here, where several providers take the same key; () = only its own."""
    key_page: ClassVar[str] = ""
    """Where a person gets a key (shown as text, never opened by itself)."""
    slots: ClassVar[int] = 4
    """How many calls may run at once."""

    def __init__(self, account: Account, http: HttpRoom) -> None:
        self.account = account
        self.http = http

    @abstractmethod
    async def generate(
        self, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Make one billable call and deliver its results. Raises ``ProviderError``."""

    async def resume(
        self, job: RemoteJob, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Go on with an accepted job after a restart; never submits again."""
        raise UnsupportedOperationError(f"{self.label} cannot pick up a job again.")

    async def cancel(self, job: RemoteJob) -> CancelOutcome:
        """Stop a remote job and say whether money is still due."""
        return CancelOutcome.NOT_POSSIBLE

    async def forget(self, item: RemoteItem) -> None:
        """Delete what ``stays`` or ``accepted`` named; where it is gone already all is well.

        Asked only for items that ``can_delete``. Raises ``ProviderError``.
        """
        raise UnsupportedOperationError(f"{self.label} cannot delete what it keeps.")

    async def look_up(self, job: RemoteJob | None, request_id: str | None) -> RemoteJob | None:
        """Find an uncertain job again, by reading calls only; None where nothing was found."""
        return job

    async def available_models(self) -> Sequence[ModelSpec]:
        """Models that this account can use now (reading calls only)."""
        return self.models

    def model_named(self, model_id: str, type: GenerationType) -> ModelSpec | None:
        """The model behind a typed id, or None where this provider cannot use it for ``type``."""
        found = (model for model in self.models if model.id == model_id and type in model.types)
        return next(found, None)

    def model_remembered(
        self, model_id: str, type: GenerationType, facts: Mapping[str, JsonValue]
    ) -> ModelSpec | None:
        """A listed model again, from the ``facts`` that ``available_models`` put into its spec."""
        return self.model_named(model_id, type)

    @abstractmethod
    async def check_key(self) -> KeyStatus:
        """Check the key by reading calls only."""


class UnsupportedOperationError(Exception):
    """An adapter was asked for something its ``capabilities`` do not claim: a bug in the caller."""
