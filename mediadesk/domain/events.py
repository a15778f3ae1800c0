"""What services tell the rest of the program: frozen values with ids; subscribers read anew."""

from __future__ import annotations

from dataclasses import dataclass, field

from mediadesk.domain.generation import AttemptState
from mediadesk.domain.ids import AssetId, AttemptId, ComparisonId, GenerationId, ProjectId
from mediadesk.domain.routes import FallbackLink


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events."""


@dataclass(frozen=True, slots=True)
class GenerationChanged(Event):
    """A generation was added or its attempts, results or status changed.

    ``is_new``: lists have to be read again, since it came into them or left them.
    """

    generation_id: GenerationId
    project_id: ProjectId
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class GenerationFinished(Event):
    """A generation reached an end (completed, partial, failed, cancelled, uncertain)."""

    generation_id: GenerationId
    project_id: ProjectId


@dataclass(frozen=True, slots=True)
class QueueChanged(Event):
    """The order of waiting jobs changed, or whether they start."""


@dataclass(frozen=True, slots=True)
class CameBack(Event):
    """What a process that has ended left behind was taken care of; each generation once."""

    picked_up: tuple[GenerationId, ...] = ()
    """Jobs at a provider that are asked about again, not sent twice."""
    finished: tuple[GenerationId, ...] = ()
    """Results that lay whole on the disk."""
    unknown: tuple[GenerationId, ...] = ()
    """Sent, and nobody knows what became of them."""


@dataclass(frozen=True, slots=True)
class RouteChanged(Event):
    """A call ended free, and the generation goes on with the next model of its chain."""

    generation_id: GenerationId
    project_id: ProjectId
    ended: FallbackLink
    next: FallbackLink


@dataclass(frozen=True, slots=True)
class AttemptProgressed(Event):
    """Progress of a running attempt; ``fraction`` None = unknown."""

    generation_id: GenerationId
    attempt_id: AttemptId
    state: AttemptState
    fraction: float | None
    stage: str


@dataclass(frozen=True, slots=True)
class TextStreamed(Event):
    """Text that arrived since the last event of this attempt (gathered, at most every 33 ms)."""

    generation_id: GenerationId
    attempt_id: AttemptId
    delta: str
    start: int
    """How many characters came before it."""

    def after(self, length: int) -> str:
        """What of it is new to one who has ``length`` characters of the text."""
        return self.delta[max(0, length - self.start) :]


@dataclass(frozen=True, slots=True)
class PreviewArrived(Event):
    """A rough picture of a result that is still being made; encoded image bytes, in memory only."""

    generation_id: GenerationId
    attempt_id: AttemptId
    image: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class AssetsChanged(Event):
    """Assets were added, edited, deleted or restored."""

    asset_ids: tuple[AssetId, ...]


@dataclass(frozen=True, slots=True)
class SavedViewsChanged(Event):
    """A view was saved, renamed or deleted."""


@dataclass(frozen=True, slots=True)
class ComparisonChanged(Event):
    """The winner of a comparison was picked, or taken back."""

    comparison_id: ComparisonId


@dataclass(frozen=True, slots=True)
class ProjectsChanged(Event):
    """The list of projects, or a project's counts or money changed."""


@dataclass(frozen=True, slots=True)
class AccountsChanged(Event):
    """Keys or endpoints were added, tested, changed or removed."""


@dataclass(frozen=True, slots=True)
class ModelsChanged(Event):
    """The model catalogue was refreshed."""

    provider: str


@dataclass(frozen=True, slots=True)
class MoneyChanged(Event):
    """Spent, held or caps changed."""


@dataclass(frozen=True, slots=True)
class SettingsChanged(Event):
    """A setting changed."""

    key: str


@dataclass(frozen=True, slots=True)
class LibraryChangedElsewhere(Event):
    """Another process committed to this library."""


@dataclass(frozen=True, slots=True)
class Notice(Event):
    """A message for the user. ``level``: info, ok, warning, error."""

    level: str
    message: str
    next_step: str = ""
