"""What a user asks for (generation), each billable call for it (attempt) and its states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mediadesk.domain.errors import Billed
from mediadesk.domain.ids import (
    AccountId,
    AssetId,
    AttemptId,
    GenerationId,
    ProjectId,
    ProviderId,
    ProviderName,
)
from mediadesk.domain.money import AmountMark
from mediadesk.domain.parameters import ParameterValue
from mediadesk.domain.routes import AttemptRoute, Chain

JsonValue = None | bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"]


class GenerationType(StrEnum):
    """The four kinds of media."""

    TEXT = "text"
    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"


class AttemptState(StrEnum):
    """Where one billable call stands. See ``ALLOWED_STEPS``."""

    QUEUED = "queued"
    SUBMITTING = "submitting"
    ACCEPTED = "accepted"
    RUNNING = "running"
    FETCHING = "fetching"
    UNCERTAIN = "uncertain"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


_S = AttemptState
_ENDS = frozenset({_S.FAILED, _S.CANCELLED, _S.EXPIRED})
ALLOWED_STEPS: Mapping[AttemptState, frozenset[AttemptState]] = {
    _S.QUEUED: frozenset({_S.SUBMITTING, _S.FAILED, _S.CANCELLED}),
    # back to queued only where it is certain that nothing was accepted (429, connect error)
    _S.SUBMITTING: frozenset({_S.QUEUED, _S.ACCEPTED, _S.RUNNING, _S.FETCHING, _S.COMPLETED})
    | {_S.UNCERTAIN}
    | _ENDS,
    _S.ACCEPTED: frozenset({_S.RUNNING, _S.FETCHING, _S.COMPLETED, _S.UNCERTAIN}) | _ENDS,
    _S.RUNNING: frozenset({_S.FETCHING, _S.COMPLETED, _S.UNCERTAIN}) | _ENDS,
    _S.FETCHING: frozenset({_S.RUNNING, _S.COMPLETED, _S.UNCERTAIN}) | _ENDS,
    # only by settling: by the user, or by a look-up at the provider
    _S.UNCERTAIN: frozenset({_S.ACCEPTED, _S.COMPLETED, _S.FAILED, _S.CANCELLED}),
    _S.COMPLETED: frozenset(),
    _S.FAILED: frozenset(),
    _S.CANCELLED: frozenset(),
    _S.EXPIRED: frozenset(),
}
IN_FLIGHT = frozenset({_S.SUBMITTING, _S.ACCEPTED, _S.RUNNING, _S.FETCHING})
ENDED = frozenset({_S.COMPLETED}) | _ENDS


class GenerationStatus(StrEnum):
    """A generation's status, derived from its attempts by ``derive_status``."""

    QUEUED = "queued"
    RUNNING = "running"
    UNCERTAIN = "uncertain"
    COMPLETED = "completed"
    PARTIAL = "partial"
    """Ended, and only some of the results arrived."""
    FAILED = "failed"
    CANCELLED = "cancelled"


def derive_status(states: Iterable[AttemptState]) -> GenerationStatus:
    """Status of a generation whose (latest, not retried) attempts are in ``states``."""
    present = set(states)
    if present & IN_FLIGHT:
        return GenerationStatus.RUNNING
    if AttemptState.QUEUED in present:
        return GenerationStatus.QUEUED if present == {_S.QUEUED} else GenerationStatus.RUNNING
    if AttemptState.UNCERTAIN in present:
        return GenerationStatus.UNCERTAIN
    if AttemptState.COMPLETED in present:
        whole = present == {AttemptState.COMPLETED}
        return GenerationStatus.COMPLETED if whole else GenerationStatus.PARTIAL
    if present & {AttemptState.FAILED, AttemptState.EXPIRED}:
        return GenerationStatus.FAILED
    return GenerationStatus.CANCELLED


class FinishReason(StrEnum):
    """How a delivered result ended."""

    COMPLETE = "complete"
    TRUNCATED = "truncated"
    REFUSED = "refused"
    INTERRUPTED = "interrupted"
    OTHER = "other"
    """For a reason that only the provider knows; the note “ending” has its word."""


@dataclass(frozen=True, slots=True)
class InputRef:
    """An asset of the library used as an input, in the role that the model gives it."""

    asset_id: AssetId
    role: str
    options: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GenerationRequest:
    """What the user asks for once. ``max_cost_micro`` is the ceiling of this one run."""

    type: GenerationType
    provider: ProviderName
    model: str
    prompt: str
    project_id: ProjectId
    parameters: Mapping[str, ParameterValue] = field(default_factory=dict)
    extra: Mapping[str, JsonValue] = field(default_factory=dict)
    inputs: tuple[InputRef, ...] = ()
    result_count: int = 1
    account_id: AccountId | None = None
    parent_id: GenerationId | None = None
    max_cost_micro: int | None = None
    fallback: Chain | None = None
    """Models to go on with where a call ended free; None = the project's, empty = none."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a provider says it used.

    Tokens: those found in a cache, those put into one and those of pictures given are inside input,
    reasoning and those of pictures made inside output.
    """

    input_tokens: int | None = None
    cached_input_tokens: int | None = None
    output_tokens: int | None = None
    reasoning_tokens: int | None = None
    images: int | None = None
    seconds: float | None = None
    characters: int | None = None
    megapixels: int | None = None
    image_input_tokens: int | None = None
    cache_write_tokens: int | None = None
    image_output_tokens: int | None = None


@dataclass(frozen=True, slots=True)
class RemoteJob:
    """A job at the provider: enough to find it again after a restart. Committed before any poll."""

    id: str
    urls: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One billable call as the library remembers it."""

    id: AttemptId
    number: int
    state: AttemptState
    result_count: int
    progress: float | None = None
    stage: str | None = None
    wait_reason: str | None = None
    not_before: datetime | None = None
    tries: int = 0
    is_resumed: bool = False
    partial_text: str | None = None
    error_kind: str | None = None
    error_message: str | None = None
    error_parameter: str | None = None
    billed: Billed | None = None
    settled_as: str | None = None
    finish_reason: FinishReason | None = None
    request_id: str | None = None
    hold_micro: int | None = None
    is_repeated: bool = False
    """Whether a later attempt was made in its place."""
    submitted_at: datetime | None = None
    error_status: int | None = None
    """The HTTP status of the answer that ended it."""
    provider_code: str | None = None
    route: AttemptRoute = field(default_factory=AttemptRoute)
    notes: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What the provider told beside the result; the names are those of ``GenerationResult``."""

    @property
    def can_be_repeated(self) -> bool:
        """Whether it may be sent again: it ended without a result, or nobody knows how."""
        return not self.is_repeated and self.state in _ENDS | {AttemptState.UNCERTAIN}

    @property
    def has_failed(self) -> bool:
        """Whether it ended without a result, is known to have, and was not sent again."""
        return not self.is_repeated and self.state in _ENDS

    @property
    def needs_settling(self) -> bool:
        """Whether its money stays held until somebody finds out what it cost."""
        is_open = self.billed is Billed.UNKNOWN and self.settled_as is None
        return self.state is AttemptState.UNCERTAIN or (is_open and bool(self.hold_micro))


@dataclass(frozen=True, slots=True)
class Asset:
    """One result or imported file. Sizes in bytes and pixels, duration in milliseconds."""

    id: AssetId
    type: GenerationType
    mime: str
    extension: str
    size_bytes: int
    position: int
    created_at: datetime
    project_id: ProjectId
    origin: str = "result"
    generation_id: GenerationId | None = None
    blob_name: str = ""
    digest_hex: str = ""
    width: int | None = None
    height: int | None = None
    duration_ms: int | None = None
    pages: int | None = None
    text_preview: str | None = None
    file_name: str | None = None
    is_favourite: bool = False
    rating: int = 0
    tags: tuple[str, ...] = ()
    notes: str = ""
    is_deleted: bool = False
    is_damaged: bool = False


@dataclass(frozen=True, slots=True)
class Generation:
    """One generation with its attempts, results and inputs. Money in micro-USD, None = unknown."""

    id: GenerationId
    type: GenerationType
    provider: ProviderName
    provider_id: ProviderId
    model: str
    prompt: str
    status: GenerationStatus
    project_id: ProjectId
    created_at: datetime
    result_count: int
    parameters: Mapping[str, ParameterValue] = field(default_factory=dict)
    extra: Mapping[str, JsonValue] = field(default_factory=dict)
    account_id: AccountId | None = None
    parent_id: GenerationId | None = None
    attempts: tuple[Attempt, ...] = ()
    assets: tuple[Asset, ...] = ()
    inputs: tuple[InputRef, ...] = ()
    estimate_micro: int | None = None
    held_micro: int = 0
    charged_micro: int | None = None
    charge_mark: AmountMark | None = None
    """Where ``charged_micro`` comes from: the least certain of its parts, unless corrected."""
    input_tokens: int | None = None
    output_tokens: int | None = None
    latency_ms: int | None = None
    completed_at: datetime | None = None
    error_kind: str | None = None
    error_message: str | None = None
    is_deleted: bool = False
    fallback: Chain = ()
    """The chain as it was when this was queued."""
    has_own_fallback: bool = False
    """Whether the chain was given with the request; the project's otherwise."""
