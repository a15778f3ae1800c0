"""A player that is closed while its threads end: the window once stood still for good."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROUNDS = 400
LONGEST_S = 110

_SCRIPT = f"""
import sys, time
from PySide6.QtWidgets import QApplication
from mediadesk.providers.sample.media.video import VideoOptions, render_video
from mediadesk.ui.support.playback import Playback

sys.setswitchinterval(0.001)
app = QApplication([])
film = render_video("waves", 1, VideoOptions(seconds=4, width=256, height=256, fps=12))

class Film:
    size = len(film)
    def read_at(self, offset, count): return film[offset:offset + count]
    def close(self): pass

for number in range({ROUNDS}):
    playback = Playback()
    playback.open(Film(), "avi", has_video=True)
    if number % 2:
        playback.play()
    until = time.monotonic() + 0.02 + 0.01 * (number % 7)
    while time.monotonic() < until:
        app.processEvents()
    playback.close()
    playback.deleteLater()
    app.processEvents()
print("closed", {ROUNDS})
"""


@pytest.mark.full
def test_closing_never_waits_for_itself() -> None:
    """The window froze in ``stop()`` while a sound renderer ended in its own thread."""
    root = Path(__file__).parents[3]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)}
    run = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        env=environment,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )
    assert run.stdout.strip() == f"closed {ROUNDS}", run.stderr[-500:]
