"""The screenshots of the documents: ``python -m tests.shots.docs DIR``.

The app runs on a throw-away library with the sample provider, on a display of its own, and is used
with mouse and keys like anybody would.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from tests.shots.display import (
    FOOTER,
    LIBRARY_TAB,
    MORE,
    PROMPT,
    STAGE,
    TABS,
    Display,
    count_of,
    has_button,
)

ROOT = Path(__file__).resolve().parents[2]
WAIT_S = 60.0
STARTS_IN_S = 1.5
"""By then the stage has turned to the new run, or shows its result already."""
STATUS = (620, 55, 700, 90)
DONE = {"dark": (0x17, 0x30, 0x24), "light": (0xDF, 0xF3, 0xE7)}
COLORS = 256
PICTURES = (
    "Stoneware vases on a plinth, warm window light",
    "Aurora over a mountain lake at night",
    "Dunes at dusk, long shadows, one bird",
    "A lighthouse on a cliff at dusk, warm light",
)
OTHERS = {
    "text": "A launch note for a ceramics studio, with a table",
    "audio": "A slow pad with bells over a calm sea",
    "video": "Waves at dusk under a large sun",
}


class Photographer:
    """Uses one window in one scheme and keeps what it shows."""

    def __init__(self, display: Display, scheme: str, folder: Path) -> None:
        self._display, self._scheme, self._folder = display, scheme, folder

    def make(self, kind: str, prompt: str, *, count: int = 1) -> None:
        """Make something and wait until it is done."""
        display = self._display
        display.click(TABS[kind])
        display.click(PROMPT)
        display.press("ctrl+a")
        display.type(prompt)
        for _ in range(count - 1):
            display.click(MORE)
        display.wait(lambda seen: has_button(seen, FOOTER, self._scheme), "Generate", WAIT_S)
        display.press("ctrl+Return")
        display.rest(STARTS_IN_S)
        display.wait(self._is_done, f"the {kind}", WAIT_S)

    def keep(self, name: str) -> None:
        """Write what the screen shows, with a palette of its own."""
        self._display.rest(1.0)
        picture = self._display.picture().quantize(COLORS, dither=Image.Dither.NONE)
        picture.save(self._folder / f"{name}-{self._scheme}.png", optimize=True)

    def _is_done(self, seen: Image.Image) -> bool:
        return count_of(seen, STATUS, DONE[self._scheme]) > 100


def photograph(folder: Path, scheme: str, home: Path) -> None:
    """Open the window in one scheme and go through its kinds."""
    settings = home / "config" / "mediadesk" / "mediadesk.conf"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[appearance]\nscheme={scheme}\n")
    private = {f"XDG_{name.upper()}_HOME": str(home / name) for name in ("config", "data", "cache")}
    with Display() as display:
        environment = os.environ | display.variables() | private | {"HOME": str(home)}
        words = [sys.executable, "-m", "mediadesk", "--sample"]
        process = subprocess.Popen(words, cwd=ROOT, env=environment)
        display.enter(scheme, WAIT_S)
        camera = Photographer(display, scheme, folder)
        for kind, prompt in OTHERS.items():
            camera.make(kind, prompt)
            if kind == "video":
                display.click(STAGE)
            camera.keep(kind)
        for prompt in PICTURES[:-1]:
            camera.make("image", prompt)
        camera.make("image", PICTURES[-1], count=4)
        camera.keep("create")
        display.click(LIBRARY_TAB)
        camera.keep("library")
        display.press("ctrl+q")
        process.wait(WAIT_S)


def main() -> int:
    """Take the pictures in both schemes."""
    if len(sys.argv) != 2:
        sys.stderr.write("usage: python -m tests.shots.docs DIR\n")
        return 2
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in ("dark", "light"):
        with tempfile.TemporaryDirectory(prefix="mediadesk-docs-") as home:
            photograph(folder, scheme, Path(home))
    return 0


if __name__ == "__main__":
    sys.exit(main())
