"""The unlock page: every way in, and every library that stays closed."""

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from mediadesk.app.headless import press, until
from mediadesk.system.chosen_library import library_to_open
from mediadesk.vault import keyslots
from mediadesk.vault.keyring_store import KeyringStore
from mediadesk.vault.vault import Vault
from tests.fakes.keyrings import LockedKeyring, MemoryKeyring
from tests.ui.gates.conftest import PASSPHRASE, Life, LiveIn, MakeLibrary, text_request
from tests.ui.window.accessible_tree import met


async def unlock(life: Life, passphrase: str = PASSPHRASE) -> None:
    await life.type("unlock-secret", passphrase)
    await life.enter("unlock-secret")


async def test_a_wrong_passphrase_says_so_and_the_right_one_opens(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    made = make_library()
    before = {path.name: path.read_bytes() for path in made.folder.glob("keyslots*")}
    life = live_in(made.folder)
    await unlock(life, "wrong horse battery")
    await life.reads("does not open this library")
    assert await met("unlock") == []
    assert not life.part(QPushButton, "unlock").isEnabled(), "the next try has to wait"
    await until(life.part(QPushButton, "unlock").isEnabled, "the next try", wait_s=60)
    assert {path.name: path.read_bytes() for path in made.folder.glob("keyslots*")} == before
    await unlock(life)
    await life.is_open()


async def test_an_empty_field_and_caps_lock_are_told(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    life = live_in(make_library().folder)
    edit = await life.sees("unlock-secret")
    await life.click("unlock")
    await life.reads("Type the passphrase.")
    await press(edit, Qt.Key.Key_C, text="C")
    await life.reads("Caps Lock is on.")
    await press(edit, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier, text="C")
    await until(lambda: "Caps Lock" not in life.text(), "the hint to go", wait_s=60)


async def test_the_recovery_key_opens(live_in: LiveIn, make_library: MakeLibrary) -> None:
    made = make_library()
    life = live_in(made.folder)
    await life.click("unlock-by-recovery")
    assert life.part(QLineEdit, "unlock-secret").echoMode() is QLineEdit.EchoMode.Normal
    mistyped = made.recovery_code[:-1] + ("0" if made.recovery_code[-1] != "0" else "1")
    await unlock(life, mistyped)
    await life.reads("8")
    await unlock(life, made.recovery_code.lower().replace("-", " "))
    await life.is_open()


async def test_a_keyring_that_refuses_leaves_the_passphrase(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    keyring = MemoryKeyring()
    made = make_library(keyring=keyring)
    life = live_in(made.folder, keyring=LockedKeyring())
    await unlock(life)
    await life.is_open()


async def test_without_its_keyring_a_library_asks_for_the_recovery_key(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    made = make_library(passphrase=None, keyring=MemoryKeyring())
    life = live_in(made.folder, keyring=MemoryKeyring())
    await life.click("unlock")
    await life.reads("keyring")
    assert not life.has("unlock-by-passphrase")
    await life.click("unlock-by-recovery")
    await unlock(life, made.recovery_code)
    await life.is_open()


async def test_a_damaged_key_file_opens_from_its_copy_and_is_put_right(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    made = make_library()
    good = (made.folder / keyslots.FILE_NAME).read_bytes()
    (made.folder / keyslots.FILE_NAME).write_bytes(good[: len(good) // 2])
    life = live_in(made.folder)
    await unlock(life)
    await life.is_open()
    await life.reads("Its copy opened the library")
    assert (made.folder / keyslots.FILE_NAME).read_bytes() == good


async def test_a_library_beyond_repair_says_so_and_another_can_be_opened(
    live_in: LiveIn, make_library: MakeLibrary, tmp_path: Path
) -> None:
    made = make_library()
    broken = tmp_path / "broken"
    shutil.copytree(made.folder, broken)
    for name in (keyslots.FILE_NAME, keyslots.COPY_NAME):
        (broken / name).write_bytes(b"{}")
    life = live_in(broken)
    await life.reads("This library is damaged")
    await life.reads("keyslots.json is damaged")
    await life.click("problem-retry")
    await life.click("problem-other-library")
    await until(
        lambda: life.window.findChild(QFileDialog, "library-chooser") is not None,
        "the chooser",
        wait_s=60,
    )
    life.part(QFileDialog, "library-chooser").fileSelected.emit(str(made.folder))
    await unlock(life)
    await life.is_open()
    assert library_to_open({**os.environ, "MEDIADESK_LIBRARY": ""}) == made.folder


async def test_a_folder_that_others_may_write_stays_closed_until_that_ends(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    made = make_library()
    made.folder.chmod(0o770)
    life = live_in(made.folder)
    await unlock(life)
    await life.reads("Other users may write")
    made.folder.chmod(0o700)
    await life.click("problem-retry")
    await unlock(life)
    await life.is_open()


@pytest.mark.parametrize("accepted", [True, False])
async def test_an_older_state_is_opened_only_after_a_question(
    live_in: LiveIn, make_library: MakeLibrary, tmp_path: Path, *, accepted: bool
) -> None:
    made = make_library()
    older = tmp_path / "older"
    shutil.copytree(made.folder, older)
    life = live_in(made.folder)
    await unlock(life)
    session = await life.is_open()
    generations = session.services.generations
    await generations.wait(await generations.submit(text_request(session)))
    await life.end()
    for path in older.iterdir():
        if path.name.startswith("library.db"):
            shutil.copy2(path, made.folder / path.name)
    for leftover in ("library.db-wal", "library.db-shm"):
        if not (older / leftover).exists():
            (made.folder / leftover).unlink(missing_ok=True)
    life = live_in(made.folder)
    await unlock(life)
    await life.sees("older-library-dialog")
    if accepted:
        await life.click("older-library-accept")
        await life.is_open()
    else:
        await life.click("older-library-cancel")
        await life.sees("unlock-secret")
        assert not life.has("model-card")


async def test_the_keyring_opens_a_library_that_has_both(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    keyring = MemoryKeyring()
    made = make_library()
    vault = Vault.open(made.folder, keyring=KeyringStore(finder=lambda: {"memory": keyring}))
    vault.use_keyring(vault.unlock_with_passphrase(PASSPHRASE))
    life = live_in(made.folder, keyring=keyring)
    await life.is_open()
