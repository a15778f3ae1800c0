"""Settings, Storage: what lies where, the trash, thumbnails, the check."""

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from mediadesk.app.headless import click
from mediadesk.domain.generation import GenerationType
from mediadesk.ui.panes.settings.storage_page import StoragePage
from tests.ui.window.conftest import OpenWindow, until


def page_of(opened: OpenWindow) -> StoragePage:
    found = opened.window.findChild(StoragePage)
    assert isinstance(found, StoragePage)
    return found


def words(page: QWidget) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


async def show_page(opened: OpenWindow, until_words: str) -> StoragePage:
    opened.session.go_to("settings/storage")
    page = page_of(opened)
    await until(lambda: until_words in words(page), until_words)
    return page


async def test_sizes_by_kind_and_project_and_a_check_of_every_file(opened: OpenWindow) -> None:
    await opened.made(opened.request(GenerationType.IMAGE, "A vase"))
    await opened.made(opened.request(GenerationType.TEXT, "A note"))
    page = await show_page(opened, "2 items")
    bar = opened.part(QWidget, "storage-shares").accessibleName()
    assert "Images" in bar
    assert "Database" in bar
    assert str(opened.session.services.library._library.folder) in words(page)
    assert "My project" in words(page)
    assert "It is not there" in words(page), "a throw-away library keeps no reserve by itself"
    await click(opened.part(QPushButton, "storage-reserve"))
    await until(lambda: "are given back when the disk is full" in words(page), "the reserve")
    await click(opened.part(QPushButton, "storage-check"))
    await until(lambda: "Everything is as it was written. 2 files read" in words(page), "a report")
    assert opened.part(QPushButton, "storage-check").text() == "Check now"


async def test_a_damaged_file_is_told_with_what_to_do(opened: OpenWindow) -> None:
    made = await opened.made(opened.request(GenerationType.IMAGE, "A vase"))
    folder = (await opened.session.services.library.info()).path
    blob = max((folder / "blobs").rglob("*"), key=lambda path: path.stat().st_size)
    data = bytearray(blob.read_bytes())
    data[len(data) // 2] ^= 1
    blob.write_bytes(bytes(data))
    page = await show_page(opened, "1 item")
    await click(opened.part(QPushButton, "storage-check"))
    await until(lambda: "Found: 1 fault." in words(page), "the fault")
    assert "Restore what is damaged from a backup" in words(page)
    assert made.assets


async def test_the_trash_is_emptied_after_a_question(opened: OpenWindow) -> None:
    made = await opened.made(opened.request(GenerationType.IMAGE, "A vase"))
    services = opened.session.services
    page = await show_page(opened, "Nothing is in there.")
    assert not opened.part(QPushButton, "storage-empty-trash").isEnabled()
    await services.assets.delete([asset.id for asset in made.assets])
    empty = opened.part(QPushButton, "storage-empty-trash")
    await until(empty.isEnabled, "the deleted item, by itself")
    await click(empty)
    opened.part(QPushButton, "empty-trash-erase").click()
    await until(lambda: "Erased for good: 1 item" in words(page), "what was done")
    assert not (await services.trash.contents()).items


async def test_cleared_thumbnails_are_made_again(opened: OpenWindow) -> None:
    made = await opened.made(opened.request(GenerationType.IMAGE, "A vase"))
    services = opened.session.services
    asset = made.assets[0].id
    assert await services.media.thumbnail(asset)
    before = (await services.library.sizes()).thumbnails
    page = await show_page(opened, "Made again when needed")
    await click(opened.part(QPushButton, "storage-clear-thumbnails"))
    await until(lambda: "The thumbnails were cleared" in words(page), "what was done")
    assert (await services.library.sizes()).thumbnails <= before
    assert await services.media.thumbnail(asset)
