"""The main job through the real window, by a real mouse and real keys on a display of its own."""

from __future__ import annotations

import shutil
import subprocess
from typing import Any

import pytest
from PIL import Image, ImageChops

from tests.fakes.command_line import PASSPHRASE, CommandLine
from tests.shots.display import (
    FOOTER,
    GENERATE,
    MIDDLE,
    PROMPT,
    STAGE,
    TABS,
    UNLOCK,
    Display,
    color_count,
    has_button,
)

PROMPTS = {
    "text": "A launch note for a ceramics studio",
    "image": "A lighthouse on a cliff at dusk",
    "audio": "A slow pad with bells over a calm sea",
    "video": "Waves at dusk under a large sun",
}
BY_MOUSE = ("image", "audio")
WAIT_S = 60.0

pytestmark = [
    pytest.mark.full,
    pytest.mark.timeout(400),
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")),
        reason="needs the packages xvfb and xdotool",
    ),
]


def runs(cli: CommandLine) -> list[dict[str, Any]]:
    return list(cli.run("list", "--json").checked().document["generations"])


def open_window(cli: CommandLine, display: Display) -> subprocess.Popen[bytes]:
    """Start the app and type the passphrase."""
    cli.by_passphrase = True
    environment = cli.variables() | display.variables()
    environment.pop("MEDIADESK_PASSPHRASE_FILE")
    process = subprocess.Popen(cli.command(), env=environment, stderr=subprocess.PIPE)
    cli.by_passphrase = False
    display.wait(lambda seen: has_button(seen, UNLOCK), "the unlock page", WAIT_S)
    display.type(PASSPHRASE)
    display.press("Return")
    display.wait(lambda seen: not has_button(seen, UNLOCK), "an answer", WAIT_S)
    display.enter("dark", WAIT_S)
    return process


def make(display: Display, kind: str) -> None:
    """Choose the kind, write the prompt, start: with the mouse, or with keys alone."""
    if kind in BY_MOUSE:
        display.click(TABS[kind])
        display.click(PROMPT)
    else:
        display.press(f"alt+{list(TABS).index(kind) + 1}")
    display.press("ctrl+a")
    display.type(PROMPTS[kind])
    display.wait(lambda seen: has_button(seen, FOOTER), "Generate", WAIT_S)
    if kind in BY_MOUSE:
        display.click(GENERATE)
    else:
        display.press("ctrl+Return")


def wait_for(cli: CommandLine, display: Display, kind: str) -> None:
    def is_done(_seen: Image.Image) -> bool:
        return any(run["type"] == kind and run["status"] == "completed" for run in runs(cli))

    display.wait(is_done, f"{kind} that is done", WAIT_S)
    display.wait(lambda seen: color_count(seen, MIDDLE) > 40, f"the {kind}", WAIT_S)


def test_four_kinds_by_mouse_and_keys(cli: CommandLine) -> None:
    with Display() as display:
        process = open_window(cli, display)
        for kind in PROMPTS:
            make(display, kind)
            wait_for(cli, display, kind)
        before = display.picture()
        display.click(STAGE)  # plays; a key after it would pause again
        display.wait(
            lambda seen: ImageChops.difference(seen, before).crop(MIDDLE).getbbox() is not None,
            "a film that moves",
            WAIT_S,
        )
        display.press("ctrl+q")
        _, complaints = process.communicate(timeout=WAIT_S)
    assert process.returncode == 0
    assert b"Traceback" not in complaints
    made = runs(cli)
    assert {run["type"]: run["prompt"] for run in made} == PROMPTS
    assert cli.run("library", "verify").checked().code == 0
