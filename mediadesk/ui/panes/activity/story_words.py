"""The steps of a call in words, and what the provider answered last. No widget here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediadesk.domain.generation import Attempt, AttemptState
from mediadesk.ui.panes.activity.job_words import attempt_count
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.words import clock, failure_title

if TYPE_CHECKING:
    from datetime import datetime

    from mediadesk.services.activity import StoryStep
    from mediadesk.ui.panes.activity.job_words import JobView


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step: icon with its colour token, words, time of day."""

    icon: str
    color: str
    title: str
    detail: str
    time: str


_STEPS = {
    "queued": ("circle", "text.secondary", QT_TR_NOOP("Queued")),
    "submitting": ("send", "text.secondary", QT_TR_NOOP("Sent")),
    "accepted": ("server", "text.secondary", QT_TR_NOOP("Taken by the provider")),
    "running": ("loader", "accent.text", QT_TR_NOOP("Under way")),
    "fetching": ("download", "accent.text", QT_TR_NOOP("Receiving the result")),
    "completed": ("check", "ok.text", QT_TR_NOOP("Done")),
    "failed": ("triangle-alert", "err.text", QT_TR_NOOP("Failed")),
    "expired": ("triangle-alert", "err.text", QT_TR_NOOP("Expired at the provider")),
    "cancelled": ("ban", "text.secondary", QT_TR_NOOP("Cancelled")),
    "uncertain": ("triangle-alert", "warn.text", QT_TR_NOOP("Outcome unknown")),
    "resumed": ("rotate-cw", "res.text", QT_TR_NOOP("Picked up after a restart")),
    "settled.charged": ("check", "ok.text", QT_TR_NOOP("Settled: it was charged")),
    "settled.not_charged": ("check", "ok.text", QT_TR_NOOP("Settled: nothing was charged")),
}


def step_rows(steps: Sequence[StoryStep], attempt: Attempt) -> list[StepRow]:
    """The timeline, oldest first; the next try of a call that waits comes last."""
    rows: list[StepRow] = []
    sent = 0
    for step in steps:
        icon, color, title = _STEPS.get(step.kind, ("circle", "text.secondary", step.kind))
        detail = ""
        words = tr(title)
        if step.wait is not None:
            icon, color, words = "timer", "warn.text", tr_sentence(step.wait.reason)
            asked = tr("asked to wait {time}").format(time=clock(step.wait.wait_ms))
            status = step.wait.status
            detail = asked[:1].upper() + asked[1:] if status is None else f"{status}, {asked}"
        elif step.kind == "submitting":
            sent += 1
            detail = tr("Attempt {number}").format(number=sent)
        elif step.kind in ("failed", "expired") and attempt.error_kind:
            words = failure_title(attempt.error_kind)
        rows.append(StepRow(icon, color, words, detail, _time(step.at)))
    if attempt.state is AttemptState.QUEUED and attempt.not_before is not None:
        rows.append(
            StepRow(
                "timer",
                "accent.text",
                tr("Next try"),
                attempt_count(attempt),
                _time(attempt.not_before),
            )
        )
    return rows


def headline(view: JobView, attempt: Attempt) -> tuple[str, str]:
    """Title and text of the card over the timeline."""
    if view.seconds_left is not None:
        title = tr("Waiting {time} before the next try").format(
            time=clock(view.seconds_left * 1000)
        )
        text = tr(
            "{provider} answered: {reason} mediadesk waits as long as it asked for, then sends"
            " again. Nothing was charged."
        ).format(provider=view.names.provider, reason=tr_sentence(attempt.wait_reason or ""))
        return title, text
    return view.chip[0], view.detail


def answer_lines(steps: Sequence[StoryStep], attempt: Attempt) -> list[str]:
    """What the provider answered last, as far as it was kept; keys are never in it."""
    waits = [step.wait for step in steps if step.wait is not None]
    if attempt.error_message and attempt.state is not AttemptState.QUEUED:
        lines = (
            [tr("HTTP {error_status}").format(error_status=attempt.error_status)]
            if attempt.error_status
            else []
        )
        lines += [attempt.provider_code] if attempt.provider_code else []
        return [*lines, tr_sentence(attempt.error_message)]
    if not waits:
        return []
    last = waits[-1]
    lines = [tr("HTTP {status}").format(status=last.status)] if last.status else []
    lines.append(f"retry-after: {last.wait_ms // 1000}")
    lines += [last.code] if last.code else []
    return [*lines, tr_sentence(last.reason)]


def _time(when: datetime) -> str:
    return f"{when.astimezone():%H:%M:%S}"
