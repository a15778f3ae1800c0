"""The first run: from an empty folder to a workspace."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton

from mediadesk.app.headless import press, until
from mediadesk.ui.panes.first_run.steps import Mosaic
from mediadesk.ui.panes.first_run.view_model import CHECKED_GROUPS
from tests.fakes.keyrings import MemoryKeyring
from tests.ui.gates.conftest import PASSPHRASE, Life, LiveIn
from tests.ui.window.accessible_tree import met


async def give_passphrase(life: Life, again: str = PASSPHRASE) -> None:
    await life.sees("first-run-create")
    await life.type("first-run-secret", PASSPHRASE)
    await life.type("first-run-secret-again", again)


def groups(life: Life) -> list[str]:
    words = life.text().split("\n")
    return [word for word in words if len(word) == 5 and word.isalnum() and word == word.upper()]


async def test_two_clicks_and_a_passphrase_reach_a_workspace(
    live_in: LiveIn, tmp_path: Path
) -> None:
    folder = tmp_path / "new" / "library"
    life = live_in(folder)
    await give_passphrase(life)
    await life.click("first-run-create")
    await life.click("first-run-later")
    session = await life.is_open()
    card = await life.sees("model-card")
    assert "Sample" in card.accessibleName()
    assert (await session.services.library.info()).name == "My library"
    assert "My library" in life.text()
    assert PASSPHRASE not in "".join(p.read_text("latin-1") for p in folder.glob("*.json*"))


async def test_a_keyring_asks_for_no_passphrase_and_opens_the_next_start(
    live_in: LiveIn, tmp_path: Path
) -> None:
    keyring = MemoryKeyring()
    life = live_in(tmp_path / "library", keyring=keyring)
    await life.sees("first-run-create")
    await life.reads("Opens by itself while you are signed in")
    assert life.part(QRadioButton, "first-run-keyring").isChecked()
    await life.type("first-run-name", "Studio")
    await life.click("first-run-create")
    await life.click("first-run-later")
    await life.is_open()
    assert await life.end() == 0
    again = live_in(tmp_path / "library", keyring=keyring)
    await again.is_open()
    assert "Studio" in again.text()


async def test_the_recovery_key_is_typed_back_before_a_provider_is_connected(
    live_in: LiveIn, tmp_path: Path
) -> None:
    life = live_in(tmp_path / "library")
    await give_passphrase(life)
    found = await met("new library")
    await life.click("first-run-create")
    await life.sees("first-run-continue")
    found += await met("recovery key")
    code = groups(life)
    assert len(code) == 8
    go_on = life.part(QPushButton, "first-run-continue")
    first, second = (code[number - 1] for number in CHECKED_GROUPS)
    await life.type(f"group-{CHECKED_GROUPS[0]}", first.lower())
    await life.type(f"group-{CHECKED_GROUPS[1]}", first)
    assert not go_on.isEnabled()
    await life.enter(f"group-{CHECKED_GROUPS[1]}")
    assert not life.has("first-run-start"), "what was mistyped does not go on"
    await life.type(f"group-{CHECKED_GROUPS[1]}", f" {second}-")
    await life.enter(f"group-{CHECKED_GROUPS[1]}")
    await life.click("first-run-back")
    assert groups(life) == code
    await life.click("first-run-continue")
    assert not life.part(QPushButton, "first-run-start").isEnabled()
    found += await met("provider")
    assert found == []
    await life.click("first-run-sample")
    await life.is_open()


async def test_a_pasted_key_goes_to_the_provider_whose_keys_look_so(
    live_in: LiveIn, tmp_path: Path
) -> None:
    life = live_in(tmp_path / "library")
    await give_passphrase(life)
    await life.click("first-run-create")
    await life.sees("first-run-continue")
    code = groups(life)
    for number in CHECKED_GROUPS:
        await life.type(f"group-{number}", code[number - 1])
    await life.click("first-run-continue")
    for chosen, key, right in (
        ("openai", "sk-ant-0123456789", "anthropic"),
        ("nano-banana", "AIza0123456789", "nano-banana"),
    ):
        life.part(QLineEdit, f"key-{chosen}").clear()
        life.part(QRadioButton, f"provider-{chosen}").click()
        QGuiApplication.clipboard().setText(key)
        edit = await life.sees(f"key-{chosen}")
        await press(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        await until(life.part(QRadioButton, f"provider-{right}").isChecked, right, wait_s=30)
        assert life.part(QLineEdit, f"key-{right}").text() == key
        QGuiApplication.clipboard().clear()
        assert chosen == right or not life.part(QLineEdit, f"key-{chosen}").text()


async def test_what_is_wrong_stands_at_its_field(live_in: LiveIn, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")
    life = live_in(tmp_path / "full")
    await give_passphrase(life, again="correct horse staple")
    await life.click("first-run-create")
    await life.reads("The two passphrases are not the same.")
    await life.type("first-run-secret-again", PASSPHRASE)
    await life.click("first-run-create")
    await life.reads("is not empty")
    edit = life.part(QLineEdit, "first-run-folder")
    assert "is not empty" in edit.accessibleDescription()
    assert life.part(QLineEdit, "first-run-secret").text() == PASSPHRASE
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["letter.txt"]
    await life.type("first-run-folder", "somewhere")
    await life.click("first-run-create")
    await life.reads("Give the whole path of the folder.")
    await life.type("first-run-folder", str(tmp_path / "empty"))
    await life.click("first-run-create")
    await life.sees("first-run-continue")


async def test_a_short_passphrase_is_refused(live_in: LiveIn, tmp_path: Path) -> None:
    life = live_in(tmp_path / "library")
    await life.type("first-run-secret", "short")
    await life.type("first-run-secret-again", "short")
    await life.enter("first-run-secret-again")
    await life.reads("fewer than 8 characters")
    assert not (tmp_path / "library").exists()


async def test_the_mosaic_is_drawn_on_the_spot(live_in: LiveIn, tmp_path: Path) -> None:
    life = live_in(tmp_path / "library")
    await life.sees("mosaic")
    mosaic = life.part(Mosaic, "mosaic")
    await until(lambda: mosaic.count == 16, "sixteen pictures", wait_s=60)
    colours = mosaic.grab().toImage()
    seen = {colours.pixel(x, mosaic.height() - 20) for x in range(0, mosaic.width(), 3)}
    assert len(seen) > 20


async def test_closing_while_the_mosaic_is_drawn_ends_the_drawing(
    live_in: LiveIn, tmp_path: Path
) -> None:
    life = live_in(tmp_path / "library")
    await life.sees("mosaic")
    assert await life.end() == 0
