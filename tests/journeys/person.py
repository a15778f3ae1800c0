"""Somebody at the real window: a mouse and keys on a display of its own, every use counted."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.fakes.at_spi import Reader, SessionBus, Thing
from tests.fakes.command_line import CommandLine
from tests.shots.display import Display

WAIT_S = 60.0


class Person:
    """Finds things by what they are called, as people do, and counts clicks, keys and texts.

    A text that is typed or pasted counts once in ``texts``, a chord once in ``keys``.
    """

    def __init__(self, display: Display, app: Thing) -> None:
        self._display = display
        self._app = app
        self.clicks = self.keys = self.texts = 0

    def sees(self, role: str, name: str) -> Thing:
        """Wait for a thing whose name begins so. Raises TimeoutError."""
        return self._app.reader.wait(lambda: self._app.find(role, name), f"{role} {name}", WAIT_S)

    def can_use(self, role: str, name: str) -> Thing:
        """The same, once it can be pressed."""

        def look() -> Thing | None:
            found = self._app.find(role, name)
            return found if found is not None and found.is_sensitive else None

        return self._app.reader.wait(look, f"{role} {name} that can be used", WAIT_S)

    def has_focus(self, role: str, name: str) -> None:
        """Wait until typing goes there."""

        def look() -> Thing | None:
            found = self._app.find(role, name)
            return found if found is not None and found.is_focused else None

        self._app.reader.wait(look, f"{role} {name} with the focus", WAIT_S)

    def click(self, role: str, name: str) -> None:
        left, top, width, height = self.can_use(role, name).extent()
        self._display.click((left + width // 2, top + height // 2))
        self.clicks += 1

    def press(self, key: str) -> None:
        self._display.press(key)
        self.keys += 1

    def type(self, text: str) -> None:
        self._display.type(text)
        self.texts += 1

    @contextmanager
    def uncounted(self) -> Iterator[None]:
        """What a stand-in for a provider needs and a person does not."""
        before = self.clicks, self.keys, self.texts
        yield
        self.clicks, self.keys, self.texts = before

    def begin(self) -> None:
        """Count from here."""
        self.clicks = self.keys = self.texts = 0


@contextmanager
def at_the_window(cli: CommandLine) -> Iterator[Person]:
    """The real program on a display; the window has the keyboard, as a desktop would give it."""
    cli.by_passphrase = True
    with Display() as display:
        surroundings = cli.variables() | display.variables()
        surroundings.pop("MEDIADESK_PASSPHRASE_FILE")
        with SessionBus(surroundings) as bus:
            variables = surroundings | bus.variables()
            process = subprocess.Popen(cli.command(), env=variables)
            cli.by_passphrase = False
            reader: Reader = bus.reader()
            try:
                person = Person(display, reader.app("mediadesk", WAIT_S))
                person.can_use("text", "Passphrase")
                display.take_keyboard("mediadesk")
                yield person
            finally:
                reader.close()
                process.terminate()
                process.wait(WAIT_S)
