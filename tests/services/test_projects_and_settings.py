"""Projects, settings, imports, and the library before it is open."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mediadesk.domain.errors import (
    InvalidInputError,
    NotFoundError,
    UsageError,
    WrongPassphraseError,
)
from mediadesk.domain.events import SettingsChanged
from mediadesk.domain.generation import GenerationType
from mediadesk.services.library_access import LibraryAccess
from mediadesk.services.settings import NAME_SETTING
from tests.engine.conftest import Desk, OpenDesk
from tests.fakes.scripted_provider import PNG

PASSPHRASE = "seven herons over the lake"


async def test_projects_live_their_life(desk: Desk) -> None:
    projects = desk.services.projects
    film = await projects.create("  Lighthouse   film ", "About light")
    assert film.name == "Lighthouse film"
    assert (await projects.find("lighthouse FILM")).id == film.id
    assert (await projects.find(str(film.id))).id == film.id
    for taken in ("Lighthouse Film", "", "x" * 200):
        with pytest.raises(UsageError):
            await projects.create(taken)
    made = await desk.make("image", project_id=film.id)
    edited = await projects.edit(film.id, name="Film", thumbnail_asset_id=made.assets[0].id)
    assert (edited.name, edited.description, edited.item_count) == ("Film", "About light", 1)
    assert edited.thumbnail_asset_id == made.assets[0].id
    await projects.archive(film.id, True)
    assert [one.name for one in await projects.list()] == ["My project"]
    with pytest.raises(UsageError, match="archived"):
        await desk.services.generations.submit(desk.request("image", project_id=film.id))
    assert len(await projects.list(include_archived=True)) == 2
    await projects.delete(film.id)
    with pytest.raises(NotFoundError):
        await projects.find("Film")
    await projects.restore(film.id)
    assert (await projects.find("Film")).item_count == 1
    with pytest.raises(UsageError):
        await projects.delete((await projects.default()).id)


async def test_settings_are_typed_stored_and_told(open_desk: OpenDesk) -> None:
    heard: list[SettingsChanged] = []
    async with open_desk() as desk:
        settings = desk.services.settings
        desk.services.events.subscribe(SettingsChanged, heard.append)
        assert settings.get("network.system_proxy") is False
        await settings.set("network.system_proxy", True)
        await settings.set(NAME_SETTING, "Atelier")
        for key, value in (
            ("network.system_proxy", "yes"),
            (NAME_SETTING, True),
            ("money.time_zone", "Europe/Atlantis"),
            ("prices.notice_after_days", "soon"),
            ("network.proxy", "proxy.lan"),
            ("network.authority", "/nowhere/authority.pem"),
            ("network.wait_s", "5"),
            ("jobs.at_once", "0"),
            ("jobs.per_provider", "many"),
            ("jobs.tries", "6"),
            ("no.such", "x"),
        ):
            with pytest.raises(UsageError):
                await settings.set(key, value)
    async with open_desk() as desk:
        kept = desk.services.settings.all()
        assert (kept[NAME_SETTING], kept["network.system_proxy"]) == ("Atelier", True)
        assert {kept[key] for key in ("network.proxy", "network.authority", "jobs.at_once")} == {""}
        assert (kept["network.wait_s"], kept["jobs.tries"]) == ("120", "5")
        assert (kept["network.offline"], kept["prices.notice_after_days"]) == (False, "30")
    assert [event.key for event in heard] == ["network.system_proxy", NAME_SETTING]


async def test_what_the_window_keeps_for_itself_is_no_setting_of_a_library(desk: Desk) -> None:
    for key in ("appearance.theme", "privacy.lock_after_minutes"):
        with pytest.raises(UsageError):
            desk.services.settings.get(key)


async def test_files_are_taken_for_what_they_are(desk: Desk, tmp_path: Path) -> None:
    assets, project = desk.services.assets, desk.project_id
    path = tmp_path / "note.png"
    path.write_text("words, not a picture", encoding="utf-8")
    imported = await assets.import_input(
        path, file_name=path.name, project_id=project, origin="import"
    )
    assert (imported.type, imported.mime, imported.file_name) == (
        GenerationType.TEXT,
        "text/plain",
        "note.png",
    )
    assert await assets.text(imported.id) == "words, not a picture"
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for source in (b"", b"\x00\x01\x02\x03" * 9, tmp_path / "missing", tmp_path, pipe):
        with pytest.raises(InvalidInputError):
            await assets.import_input(source, file_name="x", project_id=project)
    hidden = await assets.import_input(PNG, file_name="in.png", project_id=project)
    assert (await assets.counts()).all == 1
    assert (await assets.get(hidden.id)).origin == "input"
    assert list((await desk.services.library.info()).path.joinpath("incoming").iterdir()) == []


async def test_notes_ratings_and_moving(desk: Desk) -> None:
    assets = desk.services.assets
    made = await desk.make("text")
    asset_id = made.assets[0].id
    other = await desk.services.projects.create("Other")
    await assets.set_notes(asset_id, "for the cover")
    await assets.set_rating([asset_id], 4)
    await assets.move([asset_id], other.id)
    await assets.add_tags([asset_id], ["cover", "Cover"])
    changed = await assets.get(asset_id)
    assert (changed.notes, changed.rating, changed.tags, changed.project_id) == (
        "for the cover",
        4,
        ("cover",),
        other.id,
    )
    await assets.remove_tags([asset_id], ["COVER"])
    assert (await assets.get(asset_id)).tags == ()
    for bad in (6, -1):
        with pytest.raises(UsageError):
            await assets.set_rating([asset_id], bad)


async def test_a_library_opens_by_passphrase_and_recovery_code(tmp_path: Path) -> None:
    access = LibraryAccess(tmp_path / "library", use_keyring=False)
    assert not access.state().exists
    _, code = await access.create(name="Mine", passphrase=PASSPHRASE, use_keyring=False)
    state = access.state()
    assert state.exists
    assert set(state.slot_kinds) == {"passphrase", "recovery"}
    unlocked = await access.unlock(PASSPHRASE)
    with pytest.raises(WrongPassphraseError):
        await access.unlock("seven herons over the moon")
    again = await access.unlock_by_recovery_code(code)
    assert again.keys.master == unlocked.keys.master
    assert await access.unlock_by_keyring() is None
    assert unlocked.keys.master.hex() not in repr(unlocked)
