"""Where every way into the program begins: the window, a command, or a worker process.

Imports nothing at the top that the chosen way may not need: the start is measured.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from mediadesk.cli.routing import command_word
from mediadesk.system.hardening import keep_memory_private


def main(argv: Sequence[str] | None = None) -> int:
    """Run mediadesk with ``argv`` (without the program's name); returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["--worker"]:
        return _run_worker(arguments[1:])
    keep_memory_private()
    if command_word(arguments) is not None:
        from mediadesk.cli.main import main as cli_main

        return cli_main(arguments)
    from mediadesk.app import main as window_main

    return window_main(arguments)


def _run_worker(arguments: Sequence[str]) -> int:
    name = arguments[0] if arguments else ""
    if name == "sample-render":
        from mediadesk.providers.sample.media.render_process import main as render_main

        return render_main()
    from mediadesk.workers.entry import run_worker

    return run_worker(name)


if __name__ == "__main__":
    sys.exit(main())
