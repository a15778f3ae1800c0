"""What assistive technology sees and does: AT-SPI over a session bus of the test's own."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from types import TracebackType
from typing import Any, TypeVar

from jeepney import DBusAddress, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

T = TypeVar("T")
START_S = 15.0
LOOK_EVERY_S = 0.2
CALL_S = 30.0
_ROOT = "/org/a11y/atspi/accessible/root"
_NULL = "/org/a11y/atspi/null"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_FOCUSABLE, _FOCUSED, _SHOWING, _DEFUNCT, _SENSITIVE = 11, 12, 25, 6, 24
"""Bits of a state set, as in atspi-constants.h."""


class SessionBus:
    """``with SessionBus(display) as bus:`` runs a private session bus; it starts AT-SPI itself."""

    def __init__(self, variables: dict[str, str]) -> None:
        self._variables = variables

    def __enter__(self) -> SessionBus:
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self._variables,
            text=True,
        )
        assert self._daemon.stdout is not None
        self.address = self._daemon.stdout.readline().strip()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._daemon.terminate()
        self._daemon.communicate(timeout=START_S)

    def variables(self) -> dict[str, str]:
        """What a program needs in its environment to be seen by assistive technology."""
        return {
            "DBUS_SESSION_BUS_ADDRESS": self.address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }

    def reader(self) -> Reader:
        """Join as assistive technology does."""
        session = open_dbus_connection(self.address)
        bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        told = session.send_and_get_reply(new_method_call(bus, "GetAddress"), timeout=START_S)
        address = str(unwrap_msg(told)[0])
        session.close()
        return Reader(open_dbus_connection(address))


class Reader:
    """Reads trees of accessible things, as a screen reader does."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection

    def close(self) -> None:
        self._connection.close()

    def app(self, name: str, wait_s: float) -> Thing:
        """The running program of that name, once it has joined. Raises TimeoutError."""
        root = Thing(self, "org.a11y.atspi.Registry", _ROOT)

        def joined() -> Thing | None:
            return next((found for found in root.children() if found.name == name), None)

        return self.wait(joined, f"a program called {name}", wait_s)

    def wait(self, look: Callable[[], T | None], what: str, wait_s: float) -> T:
        """Look until something is there. Raises TimeoutError that says ``what``."""
        ends = time.monotonic() + wait_s
        while True:
            try:
                found = look()
            except DBusErrorResponse:
                # It went away while being looked at.
                found = None
            if found:
                return found
            if time.monotonic() > ends:
                raise TimeoutError(f"there never was {what}")
            time.sleep(LOOK_EVERY_S)

    def call(
        self, place: DBusAddress, method: str, signature: str | None = None, *words: Any
    ) -> tuple[Any, ...]:
        message = new_method_call(place, method, signature, words)
        answer = self._connection.send_and_get_reply(message, timeout=CALL_S)
        return tuple(unwrap_msg(answer))

    def get(self, place: DBusAddress, prop: str) -> Any:
        answer = self._connection.send_and_get_reply(Properties(place).get(prop), timeout=CALL_S)
        return unwrap_msg(answer)[0][1]


@dataclass(frozen=True)
class Thing:
    """One accessible thing of a program."""

    reader: Reader
    owner: str
    path: str

    def _place(self, interface: str = _ACCESSIBLE) -> DBusAddress:
        return DBusAddress(self.path, self.owner, interface)

    @cached_property
    def name(self) -> str:
        return str(self.reader.get(self._place(), "Name"))

    @cached_property
    def description(self) -> str:
        return str(self.reader.get(self._place(), "Description"))

    @cached_property
    def role(self) -> str:
        return str(self.reader.call(self._place(), "GetRoleName")[0])

    @cached_property
    def _states(self) -> int:
        low, high = self.reader.call(self._place(), "GetState")[0]
        return int(low) | int(high) << 32

    def has(self, state: int) -> bool:
        return bool(self._states >> state & 1)

    @property
    def is_showing(self) -> bool:
        return self.has(_SHOWING) and not self.has(_DEFUNCT)

    @property
    def is_focusable(self) -> bool:
        return self.has(_FOCUSABLE)

    @property
    def is_focused(self) -> bool:
        return self.has(_FOCUSED)

    @property
    def is_sensitive(self) -> bool:
        return self.has(_SENSITIVE)

    def children(self) -> list[Thing]:
        found = self.reader.call(self._place(), "GetChildren")[0]
        return [Thing(self.reader, owner, path) for owner, path in found if path != _NULL]

    def actions(self) -> list[str]:
        """The names of what can be done with it."""
        place = self._place("org.a11y.atspi.Action")
        return [str(name) for name, *_ in self.reader.call(place, "GetActions")[0]]

    def do(self, action: str) -> None:
        """Do one of its actions. Raises ValueError for one it has not."""
        at = self.actions().index(action)
        self.reader.call(self._place("org.a11y.atspi.Action"), "DoAction", "i", at)

    def write(self, text: str) -> None:
        """Replace the text of a field."""
        place = self._place("org.a11y.atspi.EditableText")
        self.reader.call(place, "SetTextContents", "s", text)

    def text(self) -> str:
        """The whole text of a field or a document."""
        place = self._place("org.a11y.atspi.Text")
        return str(self.reader.call(place, "GetText", "ii", 0, -1)[0])

    def extent(self) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen."""
        place = self._place("org.a11y.atspi.Component")
        x, y, width, height = self.reader.call(place, "GetExtents", "u", 0)[0]
        return int(x), int(y), int(width), int(height)

    def walk(self, depth: int = 0, *, limit: int = 60) -> Iterator[tuple[int, Thing]]:
        """All that shows in it, itself first; of a long list its first rows only."""
        yield depth, self
        for child in self.children()[:limit]:
            try:
                if child.is_showing:
                    yield from child.walk(depth + 1, limit=limit)
            except DBusErrorResponse:
                continue

    def find(self, role: str, name: str) -> Thing | None:
        """The first that shows and has this role and this name, or a name that starts so."""
        return next(
            (
                thing
                for _, thing in self.walk()
                if thing.role == role and thing.name.startswith(name)
            ),
            None,
        )
