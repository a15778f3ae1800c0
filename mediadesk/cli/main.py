"""The command line's front: finds the command, runs it, and turns failures into one line.

Only the module of the command that runs is imported; the others are known by name and help.
"""

from __future__ import annotations

import asyncio
import importlib
import logging
import os
import sys
from argparse import PARSER, ArgumentParser, Namespace
from collections.abc import Awaitable, Callable, Sequence

from mediadesk import __version__
from mediadesk.cli.console import say
from mediadesk.cli.options import Parser, add_library_options
from mediadesk.cli.routing import command_word
from mediadesk.domain.errors import MediadeskError, UsageError
from mediadesk.system.logs import LOG_NAME, live_secrets, set_up_logging
from mediadesk.system.paths import log_dir

Command = Callable[[Namespace], Awaitable[int]]

EXIT_BUG = 1
EXIT_ENVIRONMENT = 10
EXIT_INTERRUPTED = 130

COMMANDS = {
    "generate": ("generate", "make text, pictures, video or sound from a prompt"),
    "estimate": ("generate", "what a run would cost; nothing is sent"),
    "list": ("browse", "the latest runs"),
    "search": ("browse", "find runs by words of prompt, text, tags and notes"),
    "show": ("browse", "everything about one run or result"),
    "export": ("items", "copy results out of the library"),
    "delete": ("items", "move results to the trash"),
    "restore": ("items", "take results back from the trash"),
    "tag": ("tag", "give results tags, take them away, or list them"),
    "trash": ("trash", "list what was deleted, or erase it for good"),
    "projects": ("projects", "list, create, edit, archive, delete or restore projects"),
    "presets": ("presets", "prompts with their settings, saved under a name"),
    "keys": ("keys", "API keys and endpoints of providers"),
    "providers": ("catalogue", "the AI services that can be used"),
    "models": ("catalogue", "their models"),
    "prices": ("prices", "what models cost, and prices of your own"),
    "jobs": ("jobs", "runs that are going on or need an answer"),
    "budgets": ("budgets", "limits that refuse a run before anything is sent"),
    "ledger": ("ledger", "every amount: list, export, correct, refund, compare with a bill"),
    "stats": ("stats", "what was spent and made"),
    "settings": ("settings", "preferences that belong to the library"),
    "library": ("library", "create, inspect, check, move and unlock the library"),
    "doctor": ("doctor", "what works on this machine"),
}


def main(argv: Sequence[str]) -> int:
    """Run one command; returns its exit code."""
    arguments = _parse(argv)
    set_up_logging(log_dir())
    try:
        return asyncio.run(_run(arguments.run, arguments))
    except KeyboardInterrupt:
        say("Interrupted.")
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader of our output is gone; a second error at exit would be noise.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_INTERRUPTED


async def _run(command: Command, arguments: Namespace) -> int:
    try:
        return await command(arguments)
    except MediadeskError as error:
        say(f"mediadesk: {live_secrets.redact(error.sentence())}")
        return error.exit_code
    except BrokenPipeError:
        raise
    except UnicodeEncodeError:
        # Python keeps bytes of an argument that are no text; a file's name may hold them.
        say("mediadesk: A word of the command is not valid UTF-8. Check the terminal's encoding.")
        return UsageError.exit_code
    except OSError as error:
        logging.getLogger(__name__).exception("the system refused")
        subject = f"{error.filename}: " if error.filename else ""
        say(f"mediadesk: {subject}{error.strerror or error}. Check the disk and permissions.")
        return EXIT_ENVIRONMENT
    except Exception:
        logging.getLogger(__name__).exception("a command failed")
        say(f"mediadesk: An internal error happened. Details are in {log_dir() / LOG_NAME}.")
        return EXIT_BUG


def _parse(argv: Sequence[str]) -> Namespace:
    chosen = command_word(argv)
    parser = Parser(
        prog="mediadesk",
        description="One private, encrypted workspace for AI text, pictures, video and sound. "
        "Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"mediadesk {__version__}")
    add_library_options(parser)
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    for name, (module_name, help_text) in COMMANDS.items():
        command = commands.add_parser(name, help=help_text, description=_sentence(help_text))
        if name == chosen:
            module = importlib.import_module(f"mediadesk.cli.{module_name}")
            module.add_command(name, command)
            argv = getattr(module, "spelled_out", list)(_with_usual_action(argv, name, command))
    return parser.parse_args(argv)


def _with_usual_action(argv: Sequence[str], name: str, command: ArgumentParser) -> list[str]:
    """“jobs” alone lists them: the action that only looks is the usual one."""
    words = list(argv)
    place = words.index(name) + 1
    choices = next((a.choices or {} for a in command._actions if a.nargs == PARSER), {})
    usual = next((word for word in ("list", "get") if word in choices), None)
    is_told = len(words) > place and (
        words[place] in ("-h", "--help") or not words[place].startswith("-")
    )
    return words if usual is None or is_told else [*words[:place], usual, *words[place:]]


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
