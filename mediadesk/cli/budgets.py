"""``budgets list|set|clear``: limits that refuse a run before anything is sent."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, NamedTuple

from mediadesk.cli.console import printable, say, write_json, write_table
from mediadesk.cli.options import add_json, add_library_options
from mediadesk.cli.session import open_session
from mediadesk.domain.errors import UsageError
from mediadesk.domain.money import format_usd, parse_usd
from mediadesk.domain.projects import NOTICE_PERCENT, CapPeriod, CapScope, CapUse
from mediadesk.domain.statistics import BudgetCourse
from mediadesk.providers.aliases import names_of, parse_provider_name

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services
    from mediadesk.domain.ids import ProjectId, ProviderName

_PERIODS = {
    "monthly": CapPeriod.MONTH,
    "total": CapPeriod.TOTAL,
    "per_job": CapPeriod.JOB,
}


_Course = tuple[CapUse, BudgetCourse]


class _Subject(NamedTuple):
    scope: CapScope
    project_id: ProjectId | None = None
    provider: ProviderName | None = None


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``budgets``."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    actions.add_parser("list", help="every budget with what is left of it").set_defaults(
        run=list_budgets
    )
    setting = actions.add_parser("set", help="set a budget; one of the same kind is replaced")
    _add_subject(setting)
    for option, help_text in (
        ("--monthly", "what may be spent in a month"),
        ("--total", "what may be spent at all"),
        ("--per-job", "what a single run may cost"),
    ):
        setting.add_argument(option, metavar="USD", help=help_text)
    setting.add_argument("--notice-only", action="store_true", help="tell, but do not refuse")
    setting.add_argument(
        "--notice-at",
        metavar="PERCENT",
        type=int,
        default=NOTICE_PERCENT,
        help=f"tell from this share on, default: {NOTICE_PERCENT}",
    )
    setting.set_defaults(run=set_budgets)
    clear = actions.add_parser("clear", help="remove a budget, or all of a project or provider")
    _add_subject(clear)
    for option in ("--monthly", "--total", "--per-job"):
        clear.add_argument(option, action="store_true", help="only this one")
    clear.set_defaults(run=clear_budgets)
    for command in actions.choices.values():
        add_json(command)
        add_library_options(command)


async def list_budgets(arguments: Namespace) -> int:
    """Print every budget."""
    async with open_session(arguments) as services:
        courses = await _courses(services)
    return _print(arguments, courses)


async def set_budgets(arguments: Namespace) -> int:
    """Set one or several limits of one subject."""
    limits = {
        period: parse_usd(getattr(arguments, name))
        for name, period in _PERIODS.items()
        if getattr(arguments, name) is not None
    }
    if not limits:
        raise UsageError("No amount is given.", "Use --monthly, --total or --per-job.")
    async with open_session(arguments) as services:
        subject = await _subject(services, arguments)
        for period, limit in limits.items():
            await services.money.set_cap(
                subject.scope,
                period,
                limit,
                project_id=subject.project_id,
                provider=subject.provider,
                is_notice_only=arguments.notice_only,
                notice_percent=arguments.notice_at,
            )
        courses = await _courses(services)
    return _print(arguments, courses)


async def clear_budgets(arguments: Namespace) -> int:
    """Remove limits."""
    chosen: list[CapPeriod | None] = [
        period for name, period in _PERIODS.items() if getattr(arguments, name)
    ]
    async with open_session(arguments) as services:
        subject = await _subject(services, arguments)
        count = 0
        for period in chosen or [None]:
            count += await services.money.clear_cap(
                subject.scope,
                period,
                project_id=subject.project_id,
                provider=subject.provider,
            )
        courses = await _courses(services)
    say(f"Removed: {count}.")
    return _print(arguments, courses)


def known_provider(services: Services, text: str) -> ProviderName:
    """A provider's name as it was typed. Raises ``UsageError`` where there is no such provider."""
    name = parse_provider_name(text)
    services.models.models(provider=name)
    return name


def other_names(name: ProviderName | None) -> tuple[ProviderName, ...]:
    """The further names under which runs of the same provider may be kept."""
    from mediadesk.domain.ids import ProviderName

    if name is None:
        return ()
    return tuple(ProviderName(other) for other in names_of(name) if other != name)


def _add_subject(parser: ArgumentParser) -> None:
    parser.add_argument("scope", choices=[scope.value for scope in CapScope], metavar="SCOPE",
                        help="overall, project or provider")  # fmt: skip
    parser.add_argument("name", metavar="NAME", nargs="?", help="of the project or provider")


async def _subject(services: Services, arguments: Namespace) -> _Subject:
    scope = CapScope(arguments.scope)
    if (scope is CapScope.OVERALL) != (arguments.name is None):
        raise UsageError(
            "A budget is overall, of one project or of one provider.",
            "Write “overall”, “project NAME” or “provider NAME”.",
        )
    if scope is CapScope.PROJECT:
        return _Subject(scope, project_id=(await services.projects.find(arguments.name)).id)
    if scope is CapScope.PROVIDER:
        return _Subject(scope, provider=known_provider(services, arguments.name))
    return _Subject(scope)


async def _courses(services: Services) -> list[_Course]:
    uses = await services.money.uses()
    return [(use, await services.stats.course(use.cap)) for use in uses]


def _print(arguments: Namespace, courses: list[_Course]) -> int:
    if arguments.json:
        write_json({"budgets": [_document(*one) for one in courses]})
        return 0
    write_table(
        ("limit", "spent", "held", "left", "month's end", "budget"),
        [
            (
                format_usd(use.cap.limit_micro),
                *_use_words(use),
                "" if course.forecast is None else format_usd(course.forecast.expected_micro),
                printable(use.cap.label) + _remark(use),
            )
            for use, course in courses
        ],
    )
    return 0


def _use_words(use: CapUse) -> tuple[str, str, str]:
    if use.cap.period is CapPeriod.JOB:
        return "", "", ""
    return format_usd(use.spent_micro), format_usd(use.held_micro), format_usd(use.free_micro)


def _remark(use: CapUse) -> str:
    if use.over_micro:
        return f" (passed by {format_usd(use.over_micro)})"
    if use.cap.is_notice_only:
        return " (notice only)"
    return " (nearly used up)" if use.is_near else ""


def _document(use: CapUse, course: BudgetCourse) -> dict[str, object]:
    cap, forecast = use.cap, course.forecast
    return {
        "scope": cap.scope.value,
        "period": cap.period.value,
        "label": cap.label,
        "project_id": None if cap.project_id is None else str(cap.project_id),
        "provider": cap.provider,
        "limit_micro_usd": cap.limit_micro,
        "spent_micro_usd": use.spent_micro,
        "held_micro_usd": use.held_micro,
        "free_micro_usd": use.free_micro,
        "over_micro_usd": use.over_micro,
        "is_near": use.is_near,
        "is_notice_only": cap.is_notice_only,
        "notice_percent": cap.notice_percent,
        "forecast": None
        if forecast is None
        else {
            "expected_micro_usd": forecast.expected_micro,
            "low_micro_usd": forecast.low_micro,
            "high_micro_usd": forecast.high_micro,
        },
        "runs_out_on": None if course.runs_out_on is None else course.runs_out_on.isoformat(),
    }
