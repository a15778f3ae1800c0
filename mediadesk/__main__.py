"""Where every way into the program begins: the window, a command, or a worker process.

Imports nothing at the top that the chosen way may not need: the start is measured.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

_OPTIONS_WITH_VALUE = frozenset(
    {"--library", "--passphrase-file", "--passphrase-fd", "--view", "--display", "-platform"}
)
_CLI_FLAGS = frozenset({"-h", "--help", "--version"})


def main(argv: Sequence[str] | None = None) -> int:
    """Run mediadesk with ``argv`` (without the program's name); returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["--worker"]:
        return _run_worker(arguments[1:])
    if is_command(arguments):
        from mediadesk.cli.main import main as cli_main

        return cli_main(arguments)
    from mediadesk.app import main as window_main

    return window_main(arguments)


def is_command(arguments: Sequence[str]) -> bool:
    """Whether ``arguments`` name a command, rather than open the window."""
    words = iter(arguments)
    for word in words:
        if word in _CLI_FLAGS or not word.startswith("-"):
            return True
        if word in _OPTIONS_WITH_VALUE:
            next(words, None)
    return False


def _run_worker(arguments: Sequence[str]) -> int:
    name = arguments[0] if arguments else ""
    if name == "sample-render":
        from mediadesk.providers.sample_media.render_process import main as render_main

        return render_main()
    from mediadesk.workers.entry import run_worker

    return run_worker(name)


if __name__ == "__main__":
    sys.exit(main())
