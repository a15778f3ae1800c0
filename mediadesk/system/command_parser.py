"""A parser of command lines that reports what is wrong in one line."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn


class Parser(argparse.ArgumentParser):
    """Reports a wrong command line in one line, with the next step."""

    def error(self, message: str) -> NoReturn:
        """Exit with code 2."""
        line = message[:1].upper() + message[1:]
        sys.stderr.write(f"mediadesk: {line}. See “{self.prog} --help”.\n")
        sys.exit(2)
