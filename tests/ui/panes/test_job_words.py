"""How a job's row and its story put each state into words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from mediadesk.domain.errors import Billed, ProviderErrorKind
from mediadesk.domain.generation import Attempt, AttemptState, GenerationStatus
from mediadesk.domain.ids import AttemptId, new_uuid7
from mediadesk.services.activity import StoryStep
from mediadesk.storage.waits import StoredWait
from mediadesk.ui.panes.activity.job_words import JobView, Names, job_view
from mediadesk.ui.panes.activity.story_words import answer_lines, headline, step_rows
from tests.ui.panes.test_details import GENERATION

NOW = datetime(2026, 11, 30, 14, 2, 7, tzinfo=UTC)
NAMES = Names("FLUX schnell", "Or", "OpenRouter", "openrouter", "Texture studies")
CALL = Attempt(AttemptId(new_uuid7()), 1, AttemptState.QUEUED, 1)
WAITS = replace(
    CALL, tries=2, not_before=NOW + timedelta(seconds=18), wait_reason="20 requests a minute."
)
SENT = replace(CALL, state=AttemptState.RUNNING, submitted_at=NOW - timedelta(seconds=11))


def view(status: GenerationStatus, *calls: Attempt, usual_s: float | None = None) -> JobView:
    run = replace(GENERATION, status=status, attempts=calls, assets=(), charged_micro=None)
    return job_view(run, NAMES, usual_s=usual_s, now=NOW)


def test_a_wait_counts_down_and_says_which_try_comes_next() -> None:
    row = view(GenerationStatus.QUEUED, WAITS)
    assert row.chip == ("Retry in 0:18", "warn", "timer")
    assert (row.note, row.detail, row.seconds_left) == (
        "Attempt 3 of 5",
        "20 requests a minute.",
        18,
    )
    assert [name for name, _ in row.acts] == ["retry-now", "cancel"]
    title, text = headline(row, WAITS)
    assert title == "Waiting 0:18 before the next try"
    assert text.endswith("Nothing was charged.")


def test_a_wait_that_is_over_stands_in_line() -> None:
    over = replace(WAITS, not_before=NOW - timedelta(seconds=1))
    assert view(GenerationStatus.QUEUED, over).chip[0] == "In line"


def test_progress_is_told_or_estimated_from_earlier_runs_or_unknown() -> None:
    told = view(GenerationStatus.RUNNING, replace(SENT, progress=0.5))
    assert (told.percent, told.detail) == ("50%", "0:11 elapsed, about 0:11 left")
    guessed = view(GenerationStatus.RUNNING, SENT, usual_s=22.0)
    assert guessed.percent == "about 50%"
    assert view(GenerationStatus.RUNNING, SENT, usual_s=1.0).percent == "about 95%"
    unknown = view(GenerationStatus.RUNNING, SENT)
    assert (unknown.percent, unknown.detail) == ("", "0:11 elapsed")


def test_a_job_of_an_earlier_start_was_not_sent_twice() -> None:
    row = view(GenerationStatus.RUNNING, replace(SENT, is_resumed=True, progress=0.7))
    assert row.chip == ("Resumed after restart", "res", "rotate-cw")
    assert row.detail == "Picked up at the provider, not sent twice"


def test_a_refused_key_says_that_nothing_was_charged_and_what_helps() -> None:
    refused = replace(
        CALL,
        state=AttemptState.FAILED,
        error_kind=ProviderErrorKind.AUTH.value,
        error_message="OpenAI refused the key “Work” (401).",
        error_status=401,
        provider_code="invalid_api_key",
        billed=Billed.FREE,
    )
    row = view(GenerationStatus.FAILED, refused)
    assert row.chip[:2] == ("The key was refused", "err")
    assert row.detail == "OpenAI refused the key “Work” (401). Nothing was charged."
    assert [name for name, _ in row.acts] == ["fix-key", "retry"]
    assert answer_lines([], refused) == [
        "HTTP 401",
        "invalid_api_key",
        "OpenAI refused the key “Work” (401).",
    ]


def test_the_story_tells_every_wait_and_the_next_try() -> None:
    wait = StoredWait(0, 30_000, 429, "rate_limit", "Too many requests.")
    steps = [
        StoryStep("queued", NOW),
        StoryStep("submitting", NOW),
        StoryStep("queued", NOW, wait),
    ]
    rows = step_rows(steps, WAITS)
    assert [row.title for row in rows] == ["Queued", "Sent", "Too many requests.", "Next try"]
    assert rows[1].detail == "Attempt 1"
    assert rows[2].detail == "429, asked to wait 0:30"
    assert rows[3].detail == "Attempt 3 of 5"
    assert answer_lines(steps, WAITS) == [
        "HTTP 429",
        "retry-after: 30",
        "rate_limit",
        "Too many requests.",
    ]
