"""A virtual display of its own with a real mouse and keyboard: Xvfb and xdotool."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from types import TracebackType

from PIL import Image, ImageGrab

START_S = 15.0
LOOK_EVERY_S = 0.3
SIZE = (1440, 900)

ACCENT = {
    "dark": ((0x35, 0x63, 0xDE), (0x3D, 0x6B, 0xE6)),
    "light": ((0x2B, 0x5B, 0xDB), (0x23, 0x50, 0xC8)),
}
"""The fill of a button that can be pressed to go on: at rest, and under the mouse."""

FOCUS = {"dark": (0x8F, 0xB2, 0xFF), "light": (0x2B, 0x5B, 0xDB)}
"""The ring around what has the focus."""

TABS = {"text": (285, 76), "image": (375, 76), "video": (455, 76), "audio": (540, 76)}
PROMPT = (415, 270)
GENERATE = (430, 866)
MORE = (322, 866)
STAGE = (900, 330)
LIBRARY_TAB = (500, 23)
UNLOCK = (520, 480, 920, 560)
KINDS = (240, 56, 600, 96)
PROMPT_BOX = (240, 200, 600, 360)
FOOTER = (240, 800, 600, 898)
MIDDLE = (620, 100, 1140, 600)
"""Where things are in a window of 1440 × 900 with the usual text size."""


class Display:
    """``with Display() as display:`` runs an X server until the block ends."""

    def __enter__(self) -> Display:
        reader, writer = os.pipe()
        words = ["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp"]
        screen = ["-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24"]
        self._server = subprocess.Popen(
            [*words, *screen], pass_fds=(writer,), stderr=subprocess.DEVNULL
        )
        os.close(writer)
        with os.fdopen(reader) as told:
            self.name = f":{told.readline().strip()}"
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._server.terminate()
        self._server.wait(START_S)

    def variables(self) -> dict[str, str]:
        """What a program needs in its environment to appear here."""
        return {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": ""}

    def click(self, place: tuple[int, int]) -> None:
        """Move the mouse there and press its left button."""
        x, y = (str(number) for number in place)
        self._do("mousemove", x, y, "sleep", "0.15", "click", "1", "sleep", "0.3")

    def type(self, text: str) -> None:
        """Type letter by letter."""
        self._do("type", "--delay", "12", "--", text)

    def press(self, *keys: str) -> None:
        """Press keys one after the other: “ctrl+Return”."""
        self._do("key", "--delay", "60", *keys)
        self._do("sleep", "0.3")

    def take_keyboard(self, title: str) -> None:
        """Give the window of that title the keys, as a window manager does."""
        self._do("search", "--sync", "--onlyvisible", "--name", f"^{title}$", "windowfocus")

    def rest(self, seconds: float) -> None:
        """Keep still."""
        self._do("sleep", str(seconds))

    def enter(self, scheme: str, wait_s: float) -> None:
        """Wait for the form and click into its prompt; no window manager gives it the focus."""
        self.wait(lambda seen: color_count(seen, KINDS) > 20, "the form", wait_s)
        self.click(PROMPT)
        self.wait(lambda seen: is_ready(seen, scheme), "the prompt with the focus", wait_s)

    def picture(self) -> Image.Image:
        """What the screen shows."""
        return ImageGrab.grab(xdisplay=self.name)

    def wait(self, is_so: Callable[[Image.Image], bool], what: str, wait_s: float) -> Image.Image:
        """Look until ``is_so`` holds for the screen. Raises ``TimeoutError`` that says ``what``."""
        ends = time.monotonic() + wait_s
        while True:
            picture = self.picture()
            if is_so(picture):
                return picture
            if time.monotonic() > ends:
                raise TimeoutError(f"the screen never showed {what}")
            self._do("sleep", str(LOOK_EVERY_S))

    def _do(self, *words: str) -> None:
        environment = os.environ | {"DISPLAY": self.name}
        subprocess.run(["xdotool", *words], env=environment, check=True, timeout=60)


def has_button(picture: Image.Image, box: tuple[int, int, int, int], scheme: str = "dark") -> bool:
    """Whether a filled button lies in the box."""
    return any(count_of(picture, box, color) > 2000 for color in ACCENT[scheme])


def is_ready(picture: Image.Image, scheme: str = "dark") -> bool:
    """Whether the prompt waits for words: the ring around it says that it has the focus."""
    return count_of(picture, PROMPT_BOX, FOCUS[scheme]) > 500


def count_of(
    picture: Image.Image, box: tuple[int, int, int, int], color: tuple[int, int, int]
) -> int:
    """How many pixels of the box have exactly this colour."""
    part = picture.crop(box)
    found = part.getcolors(part.width * part.height) or []
    return sum(count for count, seen in found if seen == color)


def color_count(picture: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many colours the box has; a plain ground has few."""
    part = picture.crop(box)
    return len(part.getcolors(part.width * part.height) or ())
