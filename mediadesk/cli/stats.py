"""``stats``: what was spent and made, for any range and told apart by anything."""

from __future__ import annotations

import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from mediadesk.cli.browse import print_runs
from mediadesk.cli.budgets import known_provider, other_names
from mediadesk.cli.console import one_line, write, write_json, write_table
from mediadesk.cli.options import TYPES, add_json, add_library_options, positive
from mediadesk.cli.session import open_session
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.money import format_usd
from mediadesk.domain.statistics import Figures, StatsBy, StatsQuery
from mediadesk.services.stats import generations_behind

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services
    from mediadesk.services.stats import Statistics

_PERCENTILES = (50, 90, 99)


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``stats``."""
    parser.add_argument("--by", choices=[by.value for by in StatsBy], help="a line for each")
    add_range(parser)
    add_json(parser)
    parser.add_argument("--runs", action="store_true", help="list the runs behind the sums instead")
    parser.add_argument("--limit", metavar="N", type=positive, default=1_000, help="of --runs")
    parser.add_argument("--csv", action="store_true", help="print CSV")
    parser.add_argument(
        "--check", action="store_true", help="compare every sum with the ledger first"
    )
    parser.add_argument(
        "--repeat", metavar="N", type=positive, help="ask N times and tell how long each took"
    )
    add_library_options(parser)
    parser.set_defaults(run=statistics)


def add_range(parser: ArgumentParser) -> None:
    """Options that choose days, project, provider, model and kind."""
    parser.add_argument("--from", dest="first_day", metavar="DAY", type=day, help="2026-11-01")
    parser.add_argument("--to", dest="last_day", metavar="DAY", type=day, help="last day")
    parser.add_argument("--project", metavar="NAME")
    parser.add_argument("--provider", metavar="P")
    parser.add_argument("--model", metavar="M")
    parser.add_argument("--type", choices=TYPES)


def day(text: str) -> date | timedelta:
    """A day such as 2026-11-23, or an age in days such as 30d."""
    if text[-1:] == "d" and text[:-1].isdigit() and len(text) <= 6:
        return timedelta(days=int(text[:-1]))
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is no day such as 2026-11-23") from None


async def statistics(arguments: Namespace) -> int:
    """Print the sums."""
    by = None if arguments.by is None else StatsBy(arguments.by)
    times: list[int] = []
    async with open_session(arguments) as services:
        if arguments.check:
            await services.stats.check()
        query = await stats_query(services, arguments)
        if arguments.runs:
            asked = generations_behind(query)
            return print_runs(arguments, await services.history.first_page(asked, arguments.limit))
        found = await services.stats.statistics(query, by)
        for _ in range(arguments.repeat or 0):
            started = time.perf_counter_ns()
            found = await services.stats.statistics(query, by)
            times.append((time.perf_counter_ns() - started) // 1_000)
    if arguments.json:
        write_json(_document(found, query, by, times, is_checked=arguments.check))
    elif arguments.csv:
        _write_csv(found, by)
    else:
        _write_table(found, by)
    return 0


async def stats_query(services: Services, arguments: Namespace) -> StatsQuery:
    """What the options ask for."""
    project = await services.projects.find(arguments.project) if arguments.project else None
    provider = known_provider(services, arguments.provider) if arguments.provider else None
    today = await services.stats.today()
    return StatsQuery(
        _day_of(arguments.first_day, today),
        _day_of(arguments.last_day, today),
        None if project is None else project.id,
        provider,
        arguments.model,
        GenerationType(arguments.type) if arguments.type else None,
        aliases=other_names(provider),
    )


def _day_of(given: date | timedelta | None, today: date) -> date | None:
    """The day that is meant; ages count from ``today``, which is that of the budgets."""
    return today - given if isinstance(given, timedelta) else given


def _document(
    found: Statistics, query: StatsQuery, by: StatsBy | None, times: list[int], *, is_checked: bool
) -> dict[str, Any]:
    return {
        "by": None if by is None else by.value,
        "from": None if query.first_day is None else query.first_day.isoformat(),
        "to": None if query.last_day is None else query.last_day.isoformat(),
        "totals": _figures(found.totals),
        "rows": [
            {"key": row.key, "label": row.label, **_figures(row.figures)} for row in found.rows
        ],
        "is_checked": is_checked,
        "times_us": times,
    }


def _figures(figures: Figures) -> dict[str, Any]:
    rate = figures.success_rate
    return {
        "spent_micro_usd": figures.told_micro,
        "estimated_micro_usd": figures.estimated_micro,
        "reported_micro_usd": figures.reported_micro,
        "corrected_micro_usd": figures.corrected_micro,
        "held_micro_usd": figures.held_micro,
        "unknown_count": figures.unknown_count,
        "generation_count": figures.generation_count,
        "attempt_count": figures.attempt_count,
        "success_count": figures.success_count,
        "failure_count": figures.failure_count,
        "uncharged_count": figures.uncharged_count,
        "success_rate": None if rate is None else round(rate, 4),
        "result_count": figures.result_count,
        "kept_count": figures.kept_count,
        "cost_per_kept_micro_usd": figures.cost_per_kept_micro,
        "input_tokens": figures.input_tokens,
        "output_tokens": figures.output_tokens,
        **{f"latency_p{share}_ms": figures.latency_ms(share / 100) for share in _PERCENTILES},
    }


def _write_table(found: Statistics, by: StatsBy | None) -> None:
    lines = [(row.label, row.figures) for row in found.rows] + [("all", found.totals)]
    write_table(
        ("spent", "held", "runs", "calls", "worked", "kept", "each", "p50", "p90", by or "range"),
        [
            (
                _spent(figures),
                format_usd(figures.held_micro) if figures.held_micro else "",
                str(figures.generation_count),
                str(figures.attempt_count),
                "" if figures.success_rate is None else f"{figures.success_rate:.0%}",
                str(figures.kept_count),
                _per_kept(figures),
                _seconds(figures.latency_ms(0.5)),
                _seconds(figures.latency_ms(0.9)),
                one_line(label, 60),
            )
            for label, figures in lines
        ],
    )


def _spent(figures: Figures) -> str:
    """“$1.20”, “$1.20 + ?” where a part is not known, “?” where nothing is."""
    if figures.told_micro is None:
        return "?"
    return format_usd(figures.told_micro) + (" + ?" if figures.unknown_count else "")


def _per_kept(figures: Figures) -> str:
    """“$0.04”, “at least $0.04” where some costs are not known."""
    if figures.cost_per_kept_micro is None:
        return ""
    amount = format_usd(figures.cost_per_kept_micro)
    return f"at least {amount}" if figures.unknown_count else amount


def _write_csv(found: Statistics, by: StatsBy | None) -> None:
    from mediadesk.services.csv_text import csv_text

    names = list(_figures(found.totals))
    lines = [[row.key, row.label, *_figures(row.figures).values()] for row in found.rows]
    if by is None:
        lines = [["all", "all", *_figures(found.totals).values()]]
    write(csv_text([["key", "label", *names], *lines]))


def _seconds(milliseconds: int | None) -> str:
    return "" if milliseconds is None else f"{milliseconds / 1000:.1f} s"
