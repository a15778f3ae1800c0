"""A job as a row says it: chip, lines, amount and what can be done. No widget here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from mediadesk.domain.errors import ProviderErrorKind
from mediadesk.domain.generation import (
    Attempt,
    AttemptState,
    Generation,
    GenerationStatus,
    GenerationType,
)
from mediadesk.domain.money import format_usd
from mediadesk.services.runner_rules import MAXIMUM_TRIES
from mediadesk.ui.support.present import present
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.words import (
    clock,
    cost_words,
    duration,
    failure_title,
    first_line,
    mark_words,
    status_words,
)

Act = Literal[
    "show", "cancel", "stop", "retry-now", "retry", "fix-key", "remix", "look-up", "not-charged"
]
ACTIVE = (GenerationStatus.QUEUED, GenerationStatus.RUNNING)
CHARACTERS_A_TOKEN = 4
"""What a token of text is on average, while nobody has counted yet."""
_ESTIMATE_END = 0.95
_K = ProviderErrorKind
_KEY = (_K.AUTH, _K.PERMISSION)
_EDIT = (_K.BLOCKED, _K.BAD_REQUEST, _K.TOO_LARGE)
_GONE = (_K.NOT_FOUND, _K.RETIRED)
_OTHER = (_K.CREDIT, _K.OVERLOADED, _K.SERVER, _K.RATE_LIMIT, _K.TIMEOUT)


@dataclass(slots=True)
class Live:
    """What was heard of a running job since it was read."""

    fractions: dict[object, float | None] = field(default_factory=dict)
    tail: str = ""
    characters: int = 0
    first_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """How the row calls what a job was made with and where it belongs."""

    model: str
    letters: str
    provider: str
    provider_id: str
    project: str


@dataclass(frozen=True, slots=True)
class JobView:
    """One row. ``fraction`` None: no bar; ``ring`` is the share of a wait that is left."""

    generation: Generation
    names: Names
    title: str
    chip: tuple[str, str, str]
    note: str = ""
    detail: str = ""
    fraction: float | None = None
    is_estimated: bool = False
    amount: str = ""
    amount_note: str = ""
    acts: tuple[tuple[Act, str], ...] = ()
    wraps: bool = False
    """Whether its detail may take a second line."""
    seconds_left: int | None = None
    ring: float = 0.0

    @property
    def percent(self) -> str:
        """“43%”, “about 43%”; empty without a bar."""
        if self.fraction is None:
            return ""
        share = f"{self.fraction:.0%}"
        return tr("about {share}").format(share=share) if self.is_estimated else share

    @property
    def sentence(self) -> str:
        """The whole row for assistive technology."""
        parts = (
            self.title,
            self.names.model,
            self.names.project,
            self.chip[0],
            self.note,
            self.percent,
            self.detail,
            self.amount,
            mark_words(self.generation),
        )
        return ", ".join(part for part in parts if part)


def waiting_attempt(generation: Generation) -> Attempt | None:
    """The call that waits for a time, the one that is due first."""
    timed = [
        (one.not_before, one.number, one)
        for one in generation.attempts
        if one.state is AttemptState.QUEUED and one.not_before is not None
    ]
    return min(timed)[2] if timed else None


def open_attempt(generation: Generation) -> Attempt | None:
    """The first call that has to be settled."""
    return next((one for one in generation.attempts if one.needs_settling), None)


def failed_attempt(generation: Generation) -> Attempt | None:
    """The newest call that failed and was not made again."""
    return next((one for one in reversed(generation.attempts) if one.has_failed), None)


def seconds_left(attempt: Attempt, now: datetime) -> int:
    """How long a call still waits."""
    if attempt.not_before is None:
        return 0
    return max(0, round((attempt.not_before - now).total_seconds()))


def job_view(
    generation: Generation,
    names: Names,
    live: Live | None = None,
    *,
    usual_s: float | None = None,
    is_paused: bool = False,
    place: int = 0,
    now: datetime | None = None,
) -> JobView:
    """The row of a job. ``usual_s``: how long such jobs took lately, None = not known.

    ``place`` is where a waiting job stands in line, 0 where that is not known.
    """
    now = now or present()
    amount, note = _amount(generation)
    base = JobView(
        generation,
        names,
        first_line(generation.prompt, 120),
        status_words(generation),
        amount=amount,
        amount_note=note,
    )
    if generation.status not in ACTIVE:
        if open_attempt(generation) is not None:
            return _unsettled(base)
        if generation.status in (GenerationStatus.FAILED, GenerationStatus.PARTIAL):
            return _failed(base)
        return _ended(base)
    timed = waiting_attempt(generation)
    if timed is not None and seconds_left(timed, now) > 0:
        return _timed(base, timed, now)
    if generation.status is GenerationStatus.QUEUED:
        return _queued(base, is_paused=is_paused, place=place)
    return _running(base, live or Live(), usual_s, now)


def _unsettled(base: JobView) -> JobView:
    attempt = open_attempt(base.generation)
    is_unknown = attempt is not None and attempt.state is AttemptState.UNCERTAIN
    held = format_usd(base.generation.held_micro)
    return replace(
        base,
        chip=(
            tr("Outcome unknown") if is_unknown else tr("Cost not known"),
            "warn",
            "triangle-alert",
        ),
        detail=tr("Sent, and no answer is known. It is not sent again by itself.")
        if is_unknown
        else tr("It arrived, and the provider did not say what it cost."),
        amount_note=tr("{amount} held").format(amount=held) if base.generation.held_micro else "",
        acts=(
            (("look-up", tr("Look up")), ("show", tr("Settle")))
            if is_unknown
            else (("show", tr("Settle")),)
        ),
    )


def _failed(base: JobView) -> JobView:
    attempt = failed_attempt(base.generation)
    kind = (attempt.error_kind if attempt else None) or base.generation.error_kind
    said = (attempt.error_message if attempt else None) or base.generation.error_message
    message = tr_sentence(said or "")
    spent = base.generation.charged_micro
    money = (
        tr("{amount} was charged.").format(amount=format_usd(spent))
        if spent
        else tr("Nothing was charged.")
    )
    is_part = base.generation.status is GenerationStatus.PARTIAL
    return replace(
        base,
        chip=base.chip if is_part else (failure_title(kind), "err", "triangle-alert"),
        detail=f"{message} {money}".strip(),
        wraps=True,
        acts=failure_acts(kind),
        amount_note=ended_at(base.generation),
    )


def failure_acts(kind: str | None) -> tuple[tuple[Act, str], ...]:
    """What usually helps against a kind of failure, as buttons."""
    again: tuple[Act, str] = ("retry", tr("Retry"))
    if kind in _KEY:
        return ("fix-key", tr("Fix key")), again
    if kind in _EDIT:
        return ("remix", tr("Edit prompt")), again
    if kind in _GONE:
        return (("remix", tr("Pick another")),)
    if kind in _OTHER:
        return again, ("remix", tr("Use another model"))
    return (again,)


def _ended(base: JobView) -> JobView:
    generation = base.generation
    took = tr("{count} in {time}") if generation.latency_ms else ""
    count = made_words(generation)
    time = duration(generation.latency_ms) if generation.latency_ms else ""
    is_done = generation.status is GenerationStatus.COMPLETED
    return replace(
        base,
        note=(took.format(count=count, time=time) if took else count) if is_done else "",
        amount_note=ended_at(generation),
        acts=(("show", tr("Show")),),
    )


def made_words(generation: Generation) -> str:
    """“4 images”, “1 text”."""
    count = sum(not asset.is_deleted for asset in generation.assets)
    forms = {
        GenerationType.TEXT: tr("{count} text") if count == 1 else tr("{count} texts"),
        GenerationType.IMAGE: tr("{count} image") if count == 1 else tr("{count} images"),
        GenerationType.VIDEO: tr("{count} video") if count == 1 else tr("{count} videos"),
        GenerationType.AUDIO: tr("{count} recording") if count == 1 else tr("{count} recordings"),
    }
    return forms[generation.type].format(count=count)


def _timed(base: JobView, attempt: Attempt, now: datetime) -> JobView:
    left = seconds_left(attempt, now)
    whole = max(left, 60)
    return replace(
        base,
        chip=(tr("Retry in {time}").format(time=clock(left * 1000)), "warn", "timer"),
        note=attempt_count(attempt),
        detail=tr_sentence(attempt.wait_reason or "") or tr("The provider asked to wait."),
        seconds_left=left,
        ring=left / whole,
        acts=(("retry-now", tr("Retry now")), ("cancel", tr("Cancel"))),
    )


def attempt_count(attempt: Attempt) -> str:
    """“Attempt 3 of 5”: the one that comes next."""
    number = min(attempt.tries + 1, MAXIMUM_TRIES)
    return tr("Attempt {number} of {most}").format(number=number, most=MAXIMUM_TRIES)


def _queued(base: JobView, *, is_paused: bool, place: int) -> JobView:
    if is_paused:
        chip, why = (tr("Paused"), "idle", "pause"), tr("New jobs are paused.")
    else:
        words = tr("Next in line") if place == 1 else tr("In line")
        chip, why = (words, "idle", "clock"), tr("Waits for a free slot.")
        if place > 1:
            why = tr("Number {place} in line. Waits for a free slot.").format(place=place)
    return replace(base, chip=chip, detail=why, acts=(("cancel", tr("Cancel")),))


def _running(base: JobView, live: Live, usual_s: float | None, now: datetime) -> JobView:
    generation = base.generation
    is_text = generation.type is GenerationType.TEXT
    act: tuple[Act, str] = ("stop", tr("Stop")) if is_text else ("cancel", tr("Cancel"))
    sent = [one.submitted_at for one in generation.attempts if one.submitted_at is not None]
    elapsed_s = (now - min(sent)).total_seconds() if sent else 0.0
    base = replace(base, acts=(act,))
    if is_text and live.characters:
        return _streaming(base, live, elapsed_s, now)
    fraction, is_estimated = _fraction(generation, live, usual_s, elapsed_s)
    resumed = any(one.is_resumed for one in generation.attempts)
    words = tr("{time} elapsed").format(time=clock(round(elapsed_s * 1000)))
    if fraction and elapsed_s > 1:
        rest = clock(round(elapsed_s * (1 - fraction) / fraction * 1000))
        words = tr("{time} elapsed, about {rest} left").format(
            time=clock(round(elapsed_s * 1000)), rest=rest
        )
    if resumed:
        base = replace(base, chip=(tr("Resumed after restart"), "res", "rotate-cw"))
        words = tr("Picked up at the provider, not sent twice")
    return replace(base, fraction=fraction, is_estimated=is_estimated, detail=words)


def _streaming(base: JobView, live: Live, elapsed_s: float, now: datetime) -> JobView:
    tokens = max(1, live.characters // CHARACTERS_A_TOKEN)
    spent = (now - live.first_at).total_seconds() if live.first_at else elapsed_s
    rate = round(tokens / spent) if spent > 0.5 else 0
    note = (
        tr("about {tokens} tokens, {rate} per second") if rate else tr("about {tokens} tokens")
    ).format(tokens=number(tokens), rate=rate)
    return replace(
        base,
        note=note,
        detail=f"…{live.tail}" if live.characters > len(live.tail) else live.tail,
        amount_note=clock(round(elapsed_s * 1000)),
    )


def _fraction(
    generation: Generation, live: Live, usual_s: float | None, elapsed_s: float
) -> tuple[float | None, bool]:
    """How much is done, and whether that is only an estimate from earlier runs."""
    done = len(generation.assets)
    known = [one.progress for one in generation.attempts if one.progress and _moves(one)]
    heard = [share for share in live.fractions.values() if share]
    total = max(1, generation.result_count)
    if done or known or heard:
        return min(1.0, (done + (sum(heard) if heard else sum(known))) / total), False
    if usual_s:
        return min(_ESTIMATE_END, elapsed_s / usual_s), True
    return None, False


def _moves(attempt: Attempt) -> bool:
    return attempt.state is not AttemptState.COMPLETED


def ended_at(generation: Generation) -> str:
    """When it ended, as a time of day."""
    when = generation.completed_at
    return "" if when is None else f"{when.astimezone():%H:%M}"


def _amount(generation: Generation) -> tuple[str, str]:
    """What it cost or may cost, and what that number is."""
    if generation.charged_micro is None and generation.status in ACTIVE:
        if generation.estimate_micro == 0:
            return tr("Free"), ""
        if generation.estimate_micro is not None:
            return format_usd(generation.estimate_micro), tr("estimate")
    return cost_words(generation), mark_words(generation)


def waits(generation: Generation) -> bool:
    """Whether its place in the queue can be changed."""
    return generation.status is GenerationStatus.QUEUED
