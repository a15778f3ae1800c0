"""Jobs that are stopped, left behind, killed, or have no known end."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from typing import Any

import pytest

from tests.fakes.command_line import CommandLine

LONG = (
    *("generate", "a slow river", "--type", "audio", "--provider", "sample"),
    *("--model", "sample-music", "--param", "duration=3"),
)
"""A job that the provider accepts, works on and can be asked about again."""
TEXT = ("generate", "a slow river", "--type", "text", "--provider", "sample")
IMAGE = ("generate", "hills", "--type", "image", "--provider", "sample", "--param", "size=small")


def jobs(cli: CommandLine) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = cli.run_here("jobs", "list", "--json").checked().document["jobs"]
    return found


def wait_for_state(cli: CommandLine, *states: str) -> dict[str, Any]:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        for job in jobs(cli):
            if job["attempts"][0]["state"] in states:
                return job
    pytest.fail(f"no job came to be {' or '.join(states)}")


def test_ctrl_c_cancels_and_says_so(cli: CommandLine) -> None:
    process = cli.start(*LONG, "--param", "delay_s=60")
    job = wait_for_state(cli, "running")
    assert not job["is_interrupted"], "its process runs"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130, err.decode()
    assert out == b""
    assert "Cancelled" in err.decode()
    shown = cli.run_here("show", job["id"], "--json").checked().document
    assert shown["status"] == "cancelled"
    assert shown["cost"]["held_micro_usd"] == 0
    assert jobs(cli) == []


def test_a_killed_run_is_picked_up_again(cli: CommandLine) -> None:
    process = cli.start(*LONG, "--param", "delay_s=2")
    job = wait_for_state(cli, "running")
    process.kill()
    process.communicate(timeout=30)
    left = cli.run_here("jobs", "list", "--json").checked().document
    assert (left["running"], left["interrupted"]) == (0, 1), "its process is gone"
    assert [(one["id"], one["is_interrupted"]) for one in left["jobs"]] == [(job["id"], True)]
    told = cli.run_here("jobs", "list").checked()
    assert "interrupted" in told.text
    assert "jobs resume" in told.err
    resumed = cli.run_here("jobs", "resume", "--json").checked().document["jobs"]
    assert [found["id"] for found in resumed] == [job["id"]]
    (attempt,) = resumed[0]["attempts"]
    assert attempt["state"] == "completed"
    assert attempt["is_resumed"]
    assert len(resumed[0]["assets"]) == 1
    assert cli.run_here("library", "verify", "--deep").checked().code == 0


def test_no_wait_returns_once_the_job_is_accepted(cli: CommandLine) -> None:
    outcome = cli.run(*LONG, "--param", "delay_s=1", "--no-wait", "--json").checked()
    assert outcome.document["attempts"][0]["state"] in ("accepted", "running")
    resumed = cli.run_here("jobs", "resume", "--json").checked().document["jobs"]
    assert [job["status"] for job in resumed] == ["completed"]
    assert cli.run_here("jobs", "resume", "--json").checked().document["jobs"] == []


def test_a_job_of_another_process_can_be_cancelled(cli: CommandLine) -> None:
    process = cli.start(*LONG, "--param", "delay_s=60")
    job = wait_for_state(cli, "running")
    cli.run_here("jobs", "cancel", job["id"]).checked()
    process.communicate(timeout=30)
    assert process.returncode != 0
    assert cli.run_here("show", job["id"], "--json").document["status"] == "cancelled"


@pytest.mark.parametrize(
    ("settling", "charged"), [(("--not-charged",), 0), (("--charged", "0.04"), 40_000)]
)
def test_an_unknown_outcome_is_settled_by_the_person(
    cli: CommandLine, settling: tuple[str, ...], charged: int
) -> None:
    outcome = cli.run_here(*IMAGE, "--param", "simulate_failure=timeout", "--json").checked(7)
    assert "jobs settle" in outcome.err
    generation_id = outcome.document["id"]
    assert [job["id"] for job in jobs(cli)] == [generation_id]
    cli.run_here("jobs", "settle", generation_id, *settling).checked()
    shown = cli.run_here("show", generation_id, "--json").checked().document
    assert shown["status"] == "failed"
    assert shown["cost"]["held_micro_usd"] == 0
    assert (shown["cost"]["charged_micro_usd"] or 0) == charged
    assert jobs(cli) == []
    cli.run_here("jobs", "settle", generation_id, *settling).checked(8)


def test_the_text_of_a_killed_run_is_kept(cli: CommandLine) -> None:
    process = cli.start(*TEXT, "--param", "delay_s=60")
    job = wait_for_state(cli, "running")
    deadline = time.monotonic() + 60
    while "Text so far" not in (shown := cli.run_here("show", job["id"]).checked().text):
        assert time.monotonic() < deadline, "no text was saved while it streamed"
    process.kill()
    process.communicate(timeout=30)
    begun = shown.split("Text so far: ")[1].split()[0]
    assert "unknown outcome" in cli.run_here("jobs", "resume").checked(7).err
    kept = cli.run_here("show", job["id"], "--json").checked().document
    assert kept["status"] == "uncertain"
    assert cli.run_here("show", kept["assets"][0]["id"]).checked().text.find(begun) > 0


def test_a_reader_that_goes_away_is_no_error(cli: CommandLine) -> None:
    with cli.start("providers", "--json") as process:
        assert process.stdout is not None
        process.stdout.close()
        _, err = process.communicate(timeout=30)
    assert b"Traceback" not in err


def test_text_streams_to_standard_output_as_it_arrives(cli: CommandLine) -> None:
    with cli.start(*TEXT, "--param", "delay_s=2.5") as process:
        assert process.stdout is not None
        first = os.read(process.stdout.fileno(), 4096)
        is_running = process.poll() is None
        rest = process.stdout.read()
        assert process.wait(30) == 0
    text = (first + rest).decode()
    shown = cli.run_here("list", "--json").document["generations"][0]
    stored = cli.run_here("show", shown["assets"][0]["id"]).text
    assert is_running
    assert rest
    assert text.strip() in stored


def test_two_processes_share_one_library(cli: CommandLine) -> None:
    outcomes: list[subprocess.Popen[bytes]] = [
        cli.start(*IMAGE, "--param", f"seed={seed}") for seed in range(3)
    ]
    threads = [threading.Thread(target=process.communicate) for process in outcomes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert [process.returncode for process in outcomes] == [0, 0, 0]
    found = cli.run_here("list", "--json").document["generations"]
    assert [generation["status"] for generation in found] == ["completed"] * 3
    cli.run_here("library", "verify", "--deep").checked()
