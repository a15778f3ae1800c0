"""A run that a budget refuses: whether it may pass this once, asked and recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from mediadesk.cli.console import confirm
from mediadesk.domain.errors import CapRefusedError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Awaitable, Callable

T = TypeVar("T")


def add_over_cap_options(parser: ArgumentParser) -> None:
    """``--over-cap-once``, and ``--yes`` that answers its question."""
    parser.add_argument(
        "--over-cap-once",
        action="store_true",
        help="ask whether this may pass a budget that refuses it; recorded",
    )
    parser.add_argument("--yes", action="store_true", help="do not ask")


async def within_caps(arguments: Namespace, send: Callable[[bool], Awaitable[T]]) -> T:
    """What ``send`` returns; it is told whether it may pass a budget once.

    Raises ``CapRefusedError`` where it may not, and ``UsageError`` where nobody can answer.
    """
    try:
        return await send(False)
    except CapRefusedError as error:
        if not error.may_pass:
            raise
        question = f"{error.message} Run it anyway, as a one-time exception?"
        if not arguments.over_cap_once or not confirm(question, is_agreed=arguments.yes):
            raise
        return await send(True)
