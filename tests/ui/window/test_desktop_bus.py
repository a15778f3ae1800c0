"""What is said to the desktop over D-Bus, on a bus of the test's own."""

import json
import os
import plistlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mediadesk.ui.away.system_motion import mac_moves_less

DESKTOP = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection

@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class Saver(QObject):
    @Slot(str, str, result="uint")
    def Inhibit(self, name, reason):
        sys.stdout.write(f"inhibited: {name}, {reason}\\n")
        app.quit()
        return 7

app = QCoreApplication([])
bus, saver = QDBusConnection.sessionBus(), Saver()
slots = QDBusConnection.RegisterOption.ExportAllSlots
bus.registerObject("/org/freedesktop/ScreenSaver", saver, slots)
assert bus.registerService("org.freedesktop.ScreenSaver")
QTimer.singleShot(25_000, app.quit)
app.exec()
"""
PROGRAM = """
import os, subprocess, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from PySide6.QtDBus import QDBusConnection
from mediadesk.ui.away.awake import CONNECTION, Awake
from mediadesk.ui.support.language import install_language

app = QApplication([])
install_language(app, "de")
names = QDBusConnection.sessionBus().interface()
desktop = subprocess.Popen([sys.executable, "-c", sys.argv[1]])
QTimer.singleShot(25_000, lambda: os._exit(1))  # a test that fails leaves nobody behind
while not names.isServiceRegistered("org.freedesktop.ScreenSaver").value():
    assert desktop.poll() is None
    app.processEvents()
awake = Awake()
awake.set_on(is_on=True, reason="Paid jobs are running")
holder = QDBusConnection(CONNECTION).baseService()
while desktop.poll() is None:
    app.processEvents()
assert names.isServiceRegistered(holder).value()
awake.set_on(is_on=False)
while names.isServiceRegistered(holder).value():
    app.processEvents()
sys.stdout.write("let go\\n")
"""

PORTAL = """
import json, sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant

ANSWERS, asked = json.loads(sys.argv[1]), []

@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Settings"})
class Settings(QObject):
    @Slot(str, str, QDBusMessage)
    def ReadOne(self, space, key, message):
        if f"{space} {key}" in ANSWERS:
            answer = QDBusVariant()
            answer.setVariant(ANSWERS[f"{space} {key}"])
            bus.send(message.createReply(answer))
        else:
            bus.send(message.createErrorReply("org.freedesktop.portal.Error.NotFound", "no"))
        asked.append(key)
        if len(asked) == 3:
            QTimer.singleShot(0, app.quit)

app = QCoreApplication([])
bus, settings = QDBusConnection.sessionBus(), Settings()
slots = QDBusConnection.RegisterOption.ExportAllSlots
bus.registerObject("/org/freedesktop/portal/desktop", settings, slots)
assert bus.registerService("org.freedesktop.portal.Desktop")
QTimer.singleShot(25_000, app.quit)
app.exec()
"""
ASKER = """
import os, subprocess, sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection
from mediadesk.ui.away.system_motion import SystemMotion
from mediadesk.ui.support.motion import is_motion_reduced, set_motion_reduced

app = QCoreApplication([])
names = QDBusConnection.sessionBus().interface()
portal = subprocess.Popen([sys.executable, "-c", *sys.argv[1:]])
QTimer.singleShot(25_000, lambda: os._exit(1))
while not names.isServiceRegistered("org.freedesktop.portal.Desktop").value():
    assert portal.poll() is None
    app.processEvents()
motion = SystemMotion(app)
while portal.poll() is None:
    app.processEvents()
for _ in range(100):  # answers that came before the end
    app.processEvents()
as_system = is_motion_reduced()
set_motion_reduced(True)
sys.stdout.write(f"{as_system} {is_motion_reduced()}\\n")
"""

LOCKER = """
import os, sys
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from mediadesk.ui.away.system_lock import SystemLock

app = QCoreApplication([])
now, lefts = [0.0], []
lock = SystemLock(app, clock=lambda: now[0])
lock.left.connect(lambda: lefts.append(1))
for path, interface, name in (
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged"),
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep"),
):
    for begins in (False, True):
        told, before = QDBusMessage.createSignal(path, interface, name), len(lefts)
        told.setArguments([begins])
        QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "desktop").send(told)
        while begins and len(lefts) == before:
            app.processEvents()
assert len(lefts) == 3
for now[0] in (5.0, 10.0, 4000.0, 4005.0):
    lock.check()
sys.stdout.write(f"{len(lefts)}\\n")
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no D-Bus on this machine")
def test_a_locked_screen_and_a_sleep_are_noticed() -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", LOCKER],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.stdout == "4\n", done.stderr


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no D-Bus on this machine")
def test_the_machine_is_kept_awake_until_the_work_is_done() -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", PROGRAM, DESKTOP],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    told = sorted(done.stdout.splitlines())
    assert told == ["inhibited: mediadesk, Paid jobs are running", "let go"], done.stderr


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no D-Bus on this machine")
@pytest.mark.parametrize(
    ("answers", "reduced"),
    [
        ({}, False),
        ({"org.freedesktop.appearance reduced-motion": 1}, True),
        ({"org.freedesktop.appearance reduced-motion": 0}, False),
        ({"org.gnome.desktop.interface enable-animations": False}, True),
        ({"org.kde.kdeglobals.KDE AnimationDurationFactor": "0"}, True),
        ({"org.gnome.desktop.interface enable-animations": "nonsense"}, False),
    ],
)
def test_things_move_less_where_the_desktop_says_so(
    answers: dict[str, object], reduced: bool
) -> None:
    kept = {name: value for name, value in os.environ.items() if name != "MEDIADESK_NO_ANIMATION"}
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", ASKER, PORTAL, json.dumps(answers)],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env=kept,
    )
    assert done.stdout == f"{reduced} True\n", done.stderr


def test_macos_tells_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "preferences.plist"
    assert not mac_moves_less(file)
    file.write_bytes(plistlib.dumps({"ReduceMotionEnabled": True}))
    assert mac_moves_less(file)
    for broken in (b"nonsense", plistlib.dumps([1])):
        file.write_bytes(broken)
        assert not mac_moves_less(file)
