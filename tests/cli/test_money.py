"""Budgets, ledger and statistics as a person uses them, against a provider on this machine."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.command_line import CommandLine
from tests.simulator import Simulator

MAKE = ("generate", "A lighthouse", "--type", "image", "--provider", "openai", "--json")


@pytest.fixture
def simulator(cli: CommandLine) -> Iterator[Simulator]:
    """OpenAI's place is taken by a server here."""
    with Simulator() as running:
        cli.environment["MEDIADESK_OPENAI_BASE_URL"] = running.base_url
        cli.run_here("keys", "add", "openai", stdin=b"sk-0123456789abcdef\n").checked()
        yield running


def test_a_budget_refuses_before_anything_is_sent_and_lets_one_run_through(
    cli: CommandLine, simulator: Simulator
) -> None:
    cli.run_here("budgets", "set", "overall", "--monthly", "0.01").checked()
    refused = cli.run_here(*MAKE)
    assert refused.code == 4
    assert "overall monthly budget refused this run: $0.01 of $0.01 is left" in refused.err
    cli.run_here("settings", "set", "money.never_over", "true").checked()
    never = cli.run_here(*MAKE, "--over-cap-once", "--yes")
    assert (never.code, "No exceptions are allowed: raise" in never.err) == (4, True)
    cli.run_here("settings", "set", "money.never_over", "false").checked()
    asked = cli.run_here(*MAKE, "--over-cap-once")
    assert asked.code == 2
    assert "Run it anyway, as a one-time exception? Add --yes" in asked.err
    assert simulator.submissions == []
    made = cli.run_here(*MAKE, "--over-cap-once", "--yes").checked()
    assert "was passed by a one-time exception" in made.err
    assert len(simulator.submissions) == 1
    held = cli.run_here("ledger", "list", "--kind", "hold", "--json").checked().document
    assert [entry["mark"] for entry in held["entries"]] == ["over_cap"]
    listed = cli.run_here("budgets", "list", "--json").checked().document["budgets"]
    assert [budget["spent_micro_usd"] > 0 for budget in listed] == [True]
    cleared = cli.run_here("budgets", "clear", "overall", "--json").checked().document
    assert cleared == {"budgets": []}
    assert cli.run_here(*MAKE).code == 0


def test_every_place_tells_the_same_sum(
    cli: CommandLine, simulator: Simulator, tmp_path: Path
) -> None:
    first = cli.run_here(*MAKE).checked().document
    second = cli.run_here(*MAKE).checked().document
    cli.run_here("ledger", "correct", first["id"], "--to", "0.25", "--note", "=1+1").checked()
    attempt = second["attempts"][0]["id"]
    refunded = cli.run_here("ledger", "refund", attempt, "0.001", "--json").checked().document
    shown = cli.run_here("show", first["id"], "--json").checked().document
    wanted = shown["cost"]["charged_micro_usd"] + refunded["cost"]["charged_micro_usd"]
    assert shown["cost"]["charged_micro_usd"] == 250_000
    assert (shown["cost"]["charged_mark"], second["cost"]["charged_mark"]) == (
        "corrected",
        "estimated",
    )
    assert "$0.25, corrected" in cli.run_here("show", first["id"]).checked().text
    for by in ("project", "provider", "model", "type", "day", "week", "month"):
        sums = cli.run_here("stats", "--by", by, "--check", "--json").checked().document
        assert sums["totals"]["spent_micro_usd"] == wanted
        assert sum(row["spent_micro_usd"] for row in sums["rows"]) == wanted
    runs = cli.run_here("stats", "--runs", "--json").checked().document["generations"]
    assert sum(run["cost"]["charged_micro_usd"] for run in runs) == wanted
    exported = cli.run_here("ledger", "export").checked().text
    rows = list(csv.DictReader(io.StringIO(exported, newline="")))
    spending = [row for row in rows if row["kind"] not in ("hold", "release")]
    assert sum(int(row["amount_micro_usd"]) for row in spending) == wanted
    assert "'=1+1" in {row["note"] for row in rows}
    written = cli.run_here("ledger", "export", "--output", tmp_path / "all.json").checked()
    assert "Written" in written.err
    table = cli.run_here("stats", "--by", "model", "--csv").checked().text
    lines = list(csv.DictReader(io.StringIO(table, newline="")))
    assert [int(line["spent_micro_usd"]) for line in lines] == [wanted]
    projects = cli.run_here("projects", "list", "--json").checked().document["projects"]
    assert sum(project["spent_micro_usd"] for project in projects) == wanted


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_ages_count_from_today_as_budgets_know_it(
    cli: CommandLine, simulator: Simulator, zone: str
) -> None:
    """They counted from this computer's date, which is another one there at any hour."""
    cli.run_here("settings", "set", "money.time_zone", zone).checked()
    cli.run_here(*MAKE).checked()
    (entry,) = (
        cli.run_here("ledger", "list", "--kind", "charge", "--json").checked().document["entries"]
    )
    asked = ("stats", "--from", "0d", "--to", "0d", "--json")
    found = cli.run_here(*asked).checked().document
    assert (found["from"], found["totals"]["generation_count"]) == (entry["day"], 1)


def test_a_bill_is_compared_and_entered(
    cli: CommandLine, simulator: Simulator, tmp_path: Path
) -> None:
    made = cli.run_here(*MAKE).checked().document
    bill = tmp_path / "bill.csv"
    request = made["attempts"][0]["request_id"]
    bill.write_text(f"request,cents\n{request},1.25\nother,3\n", encoding="utf-8")
    columns = ("--map", "id=request", "--map", "amount=cents", "--unit", "cents")
    words = ("ledger", "import", bill, "--provider", "openai", *columns, "--json")
    seen = cli.run_here(*words).checked().document
    assert [row["file_micro_usd"] for row in seen["differing"]] == [12_500]
    assert [row["line"] for row in seen["not_in_ledger"]] == [3]
    assert seen["applied"] == 0
    assert cli.run_here(*words, "--apply").code == 2  # nobody is there to answer
    assert cli.run_here(*words, "--apply", "--yes").checked().document["applied"] == 1
    assert len(cli.run_here(*words).checked().document["matched"]) == 1


def test_sums_of_days_are_compared(cli: CommandLine, simulator: Simulator, tmp_path: Path) -> None:
    cli.run_here(*MAKE).checked()
    entry = cli.run_here("ledger", "list", "--kind", "charge", "--json").checked().document
    day, model = (entry["entries"][0][name] for name in ("day", "model"))
    bill = tmp_path / "days.csv"
    bill.write_text(f"day,model,usd\n{day},{model},9\n{day},another,0.5\n", encoding="utf-8")
    columns = ("--map", "time=day", "--map", "model=model", "--map", "amount=usd")
    words = ("ledger", "import", bill, "--provider", "openai", "--daily", *columns)
    seen = cli.run_here(*words, "--json").checked().document
    assert [(row["model"], row["call_count"]) for row in seen["differing"]] == [(model, 1)]
    assert [row["file_micro_usd"] for row in seen["not_in_ledger"]] == [500_000]
    assert "only in the file" in cli.run_here(*words).checked().text
    refused = cli.run_here(*words, "--apply", "--yes")
    assert (refused.code, "belong to no call" in refused.err) == (2, True)
    lost = cli.run_here("ledger", "import", tmp_path, *words[3:])
    assert (lost.code, "cannot be read" in lost.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("budgets", "set", "overall"), "No amount is given"),
        (("budgets", "set", "project", "--monthly", "1"), "overall, of one project"),
        (("budgets", "set", "overall", "x", "--monthly", "1"), "overall, of one project"),
        (("budgets", "set", "provider", "opnai", "--monthly", "1"), "There is no provider “opnai”"),
        (("budgets", "set", "overall", "--monthly", "much"), "“much” is not an amount"),
        (("stats", "--from", "yesterday"), "“yesterday” is no day"),
        (("ledger", "import", "x.csv", "--provider", "openai", "--map", "id"), "is not like"),
        (
            ("ledger", "import", "x.csv", "--provider", "openai", "--map", "id=a"),
            "column of the amounts is not named",
        ),
    ],
)
def test_what_cannot_be_meant_is_said(cli: CommandLine, words: tuple[str, ...], said: str) -> None:
    outcome = cli.run_here(*words)
    assert outcome.code == 2
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_run_that_is_not_there(cli: CommandLine) -> None:
    nobody = "01a20a5a-2ed7-7fa0-996b-83a1f06b9c32"
    assert cli.run_here("ledger", "correct", nobody, "--to", "1").code == 8
    assert cli.run_here("ledger", "refund", nobody, "1").code == 8
