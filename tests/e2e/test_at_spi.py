"""The real program as assistive technology sees it, and a generation made through that alone."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.fakes.command_line import PASSPHRASE, CommandLine
from tests.shots.display import Display

pytest.importorskip("jeepney", reason="AT-SPI is a matter of Linux")

from tests.fakes.at_spi import SessionBus, Thing

PROMPT = "A lighthouse on a cliff at dusk"
WAIT_S = 90.0
NEEDED = ("Xvfb", "dbus-daemon", "/usr/libexec/at-spi-bus-launcher")
PAGES = ("All media", "Recently deleted", "Activity", "Analytics", "Settings")
SAYS_NOTHING = {"filler", "layered pane", "unknown", "invalid", "viewport"}
ROWS = {"list item", "cell", "table cell", "column header", "row header", "tree item"}
OBJECT_NAME = re.compile(r"^[a-z0-9]+([-_][a-z0-9]+)+$")

pytestmark = [
    pytest.mark.full,
    pytest.mark.timeout(500),
    pytest.mark.skipif(
        not all(shutil.which(name) for name in NEEDED),
        reason="needs the packages xvfb, dbus-daemon and at-spi2-core",
    ),
]


@pytest.fixture
def app(cli: CommandLine) -> Iterator[Thing]:
    """The program with its library open, as a screen reader finds it."""
    cli.by_passphrase = True
    with Display() as display:
        surroundings = cli.variables() | display.variables()
        surroundings.pop("MEDIADESK_PASSPHRASE_FILE")
        with SessionBus(surroundings) as bus:
            process = subprocess.Popen(cli.command(), env=surroundings | bus.variables())
            cli.by_passphrase = False
            reader = bus.reader()
            try:
                found = reader.app("mediadesk", WAIT_S)
                wait(found, "text", "Passphrase").write(PASSPHRASE)
                wait(found, "push button", "Unlock").do("Press")
                wait(found, "push button", "Generate")
                yield found
            finally:
                reader.close()
                process.terminate()
                process.wait(WAIT_S)


def wait(app: Thing, role: str, name: str) -> Thing:
    return app.reader.wait(lambda: app.find(role, name), f"{role} {name}", WAIT_S)


def complaints(app: Thing, page: str) -> list[str]:
    """What is wrong with the controls of a page."""
    controls = [thing for _, thing in app.walk() if thing.is_focusable]
    found = [f"{page}: no name: {one.role}" for one in controls if not one.name]
    found += [f"{page}: no words: {one.name}" for one in controls if OBJECT_NAME.match(one.name)]
    found += [f"{page}: {one.role}: {one.name}" for one in controls if one.role in SAYS_NOTHING]
    names = Counter((one.role, one.name) for one in controls if one.role not in ROWS)
    return found + [f"{page}: {count} times {name}" for name, count in names.items() if count > 1]


def test_a_generation_through_assistive_technology_alone(app: Thing, cli: CommandLine) -> None:
    found = complaints(app, "Create, empty")
    wait(app, "text", "Prompt").write(PROMPT)
    generate = wait(app, "push button", "Generate image")
    app.reader.wait(lambda: wait(app, "push button", "Generate").is_sensitive, "a price", WAIT_S)
    generate.do("Press")
    wait(app, "cell", PROMPT)
    (run,) = cli.run("list", "--json").checked().document["generations"]
    assert (run["type"], run["prompt"]) == ("image", PROMPT)
    found += complaints(app, "Create")
    for page in PAGES:
        wait(app, "page tab", page).do("Press")
        wait(app, "page tab", page)
        found += complaints(app, page)
    assert found == []
