"""Privacy and appearance: real slots, and a look that is remembered."""

import asyncio

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
)

from mediadesk.app.headless import find, type_text, until
from mediadesk.domain.errors import WrongPassphraseError
from mediadesk.ui.panes.settings.privacy_page import PrivacyPage
from mediadesk.ui.support.preferences import Preferences
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.image_viewer import ImageViewer
from mediadesk.ui.widgets.range_control import RangeControl
from tests.ui.panes.conftest import PASSPHRASE, WAIT_S, OpenSettings

NEW = "another quiet morning"


async def test_the_passphrase_is_changed_only_when_typed_twice(settings: OpenSettings) -> None:
    settings.pane.show_page("privacy")
    await settings.click("privacy-passphrase")
    await settings.type("new-passphrase", "short")
    await settings.click("passphrase-save")
    await settings.reads("fewer than 8 characters")
    await settings.type("new-passphrase", NEW)
    await settings.type("new-passphrase-again", "another noisy morning")
    await settings.click("passphrase-save")
    await settings.reads("The two passphrases are not the same.")
    await settings.type("new-passphrase-again", NEW)
    await settings.click("passphrase-save")
    await settings.reads("The new passphrase opens the library")
    (await settings.access.unlock(NEW)).keys.wipe()
    with pytest.raises(WrongPassphraseError):
        await settings.access.unlock(PASSPHRASE)


async def test_a_new_recovery_key_replaces_the_old_one(settings: OpenSettings) -> None:
    settings.pane.show_page("privacy")
    await settings.click("privacy-recovery")
    await until(lambda: settings.has("recovery-dialog"), "the recovery key", wait_s=WAIT_S)
    dialog = settings.part(QDialog, "recovery-dialog")
    codes = [label.text() for label in dialog.findChildren(QLabel) if label.text().count("-") == 7]
    assert len(codes) == 1
    await settings.click("recovery-done")
    await until(lambda: not settings.has("recovery-dialog"), "the dialog to go", wait_s=WAIT_S)
    assert codes[0] not in settings.text()
    (await settings.access.unlock_by_recovery_code(codes[0])).keys.wipe()


async def test_the_keyring_is_turned_on_and_off(settings: OpenSettings) -> None:
    settings.pane.show_page("privacy")
    await settings.click("privacy-keyring")
    await until(lambda: "keyring" in settings.access.state().slot_kinds, "the slot", wait_s=WAIT_S)
    opened = await settings.access.unlock_by_keyring()
    assert opened is not None
    await settings.click("privacy-keyring")
    await until(
        lambda: "keyring" not in settings.access.state().slot_kinds, "the slot to go", wait_s=WAIT_S
    )
    assert await settings.access.unlock_by_keyring() is None
    assert "passphrase" in settings.access.state().slot_kinds


async def test_the_keyring_switch_keeps_what_was_wished_while_it_is_done(
    settings: OpenSettings,
) -> None:
    settings.pane.show_page("privacy")
    await settings.click("privacy-keyring")
    switch = settings.part(QAbstractButton, "privacy-keyring")
    shown = settings.window.findChildren(PrivacyPage)[0]._view_model
    shown.changed.emit()
    assert switch.isChecked()
    switch.click()
    assert not switch.isChecked()
    shown.changed.emit()
    assert not switch.isChecked()
    await until(lambda: shown._keyring_wanted is None, "the last wish", wait_s=WAIT_S)
    assert not switch.isChecked()
    assert "keyring" not in settings.access.state().slot_kinds


async def test_the_time_to_lock_is_remembered(settings: OpenSettings) -> None:
    settings.pane.show_page("privacy")
    choose(settings, "privacy-lock-after", 15)
    assert settings.preferences.lock_after_minutes == 15
    assert settings.preferences.locks_with_computer
    await settings.click("privacy-locks-with-computer")
    assert not settings.preferences.locks_with_computer


async def test_a_copied_recovery_key_leaves_the_clipboard(settings: OpenSettings) -> None:
    settings.pane.show_page("privacy")
    choose(settings, "privacy-clipboard", 15)
    assert settings.preferences.clipboard_seconds == 15
    settings.preferences.set_clipboard_seconds(0)  # at once: no test waits that long
    await settings.click("privacy-recovery")
    await until(lambda: settings.has("recovery-dialog"), "the recovery key", wait_s=WAIT_S)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("of before")
    settings.part(QAbstractButton, "recovery-copy").click()
    assert clipboard.text().count("-") == 7
    assert clipboard.mimeData().data("x-kde-passwordManagerHint") == b"secret"
    await until(lambda: clipboard.text() == "", "the clipboard to be cleared", wait_s=WAIT_S)
    settings.part(QAbstractButton, "recovery-copy").click()
    clipboard.setText("of later")
    await asyncio.sleep(0.05)
    assert clipboard.text() == "of later", "only the key goes"
    await settings.click("recovery-done")


def choose(settings: OpenSettings, name: str, value: int) -> None:
    box = settings.part(QComboBox, name)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


async def test_the_look_changes_at_once_and_at_the_next_start(settings: OpenSettings) -> None:
    settings.pane.show_page("appearance")
    find(settings.window, QAbstractButton, "appearance-scheme-light").click()
    assert theme().scheme == "light"
    settings.part(RangeControl, "appearance-text-size").spin.setValue(150)
    assert theme().scale == 1.5
    await settings.click("appearance-contrast")
    assert theme().is_high_contrast
    await settings.click("appearance-motion")
    settings.preferences.set_reduce_motion(True)
    store = settings.preferences._store
    assert isinstance(store, QSettings)
    store.sync()
    again = Preferences(QSettings(store.fileName(), QSettings.Format.IniFormat))
    assert (again.scheme, again.text_scale, again.high_contrast) == ("light", 1.5, True)
    assert again.reduce_motion


async def test_the_grey_behind_pictures_is_chosen_for_every_viewer_and_remembered(
    settings: OpenSettings,
) -> None:
    settings.preferences.follow_viewer_ground()
    settings.pane.show_page("appearance")
    viewer = ImageViewer()
    await settings.click("ground-4")
    viewer.resize(200, 200)
    assert viewer.grab().toImage().pixelColor(100, 100).name() == "#ffffff"
    QTest.keyClick(viewer, Qt.Key.Key_B)
    assert settings.part(QAbstractButton, "ground-0").isChecked(), "after the last comes the first"
    await settings.click("ground-3")
    store = settings.preferences._store
    assert isinstance(store, QSettings)
    store.sync()
    again = Preferences(QSettings(store.fileName(), QSettings.Format.IniFormat))
    assert again.viewer_ground == 3


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
async def test_no_page_is_wider_than_its_room(settings: OpenSettings, scale: float) -> None:
    await settings.services.accounts.list()
    theme().set_scale(scale)
    settings.window.resize(960, 640)
    settings.pane.resize(settings.window.size())
    for name in ("keys", "appearance", "privacy", "about"):
        settings.pane.show_page(name)
        await settings.reads({"keys": "OpenAI", "about": "Folder"}.get(name, ""))
        for area in settings.window.findChildren(QScrollArea):
            page = area.widget()
            if area.isVisible() and page is not None:
                assert page.minimumSizeHint().width() <= area.viewport().width(), name


async def test_a_setting_is_found_by_its_words(settings: OpenSettings) -> None:
    pages = settings.part(QListWidget, "settings-pages")
    search = settings.part(QLineEdit, "settings-search")
    await type_text(search, "rate limit always")
    await until(lambda: settings.has("network-at_once"), "the page that speaks of it")
    shown = [pages.item(row).text() for row in range(pages.count()) if not pages.isRowHidden(row)]
    assert shown == ["Network"]
    search.setText("no such words anywhere")
    await settings.reads("No setting is called so.")
    search.clear()
    await until(lambda: not pages.isRowHidden(0), "all pages")
