"""``doctor``: what works on this machine."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from mediadesk.cli.console import say, write_json, write_table
from mediadesk.cli.options import add_json, add_library_options
from mediadesk.cli.session import library_access
from mediadesk.system.diagnostics import CheckState

_EXIT_ENVIRONMENT = 10


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``doctor``."""
    add_json(parser)
    add_library_options(parser)
    parser.set_defaults(run=doctor)


async def doctor(arguments: Namespace) -> int:
    """Print every check; exit code 10 where one found a problem."""
    from mediadesk.services.doctor import examine

    checks = await examine(library_access(arguments))
    has_problem = any(check.state is CheckState.PROBLEM for check in checks)
    if arguments.json:
        write_json(
            {
                "is_well": not has_problem,
                "checks": [
                    {
                        "name": check.name,
                        "state": check.state.value,
                        "detail": check.detail,
                        "next_step": check.next_step,
                    }
                    for check in checks
                ],
            }
        )
    else:
        rows = [(check.name, check.state.value, check.detail) for check in checks]
        write_table(("check", "state", "detail"), rows)
        for check in checks:
            if check.next_step:
                say(f"{check.name}: {check.next_step}")
    return _EXIT_ENVIRONMENT if has_problem else 0
