"""What is said to the desktop over D-Bus, on a bus of the test's own."""

import shutil
import subprocess
import sys

import pytest

DESKTOP = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
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
app.exec()
"""
PROGRAM = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection
from mediadesk.ui.away.awake import CONNECTION, Awake

app = QCoreApplication([])
names = QDBusConnection.sessionBus().interface()
desktop = subprocess.Popen([sys.executable, "-c", sys.argv[1]])
while not names.isServiceRegistered("org.freedesktop.ScreenSaver").value():
    assert desktop.poll() is None
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
