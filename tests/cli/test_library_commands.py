"""``library``: create, unlock in every way, change what unlocks it, check it."""

from __future__ import annotations

import os
import re
import stat
import subprocess
from pathlib import Path

from tests.fakes.command_line import PASSPHRASE, ROOT, CommandLine

CODE = re.compile(r"\b[0-9A-Z]{5}(-[0-9A-Z]{5}){7}\b")


def test_create_shows_the_recovery_code_once(tmp_path: Path) -> None:
    line = CommandLine(tmp_path, by_passphrase=True)
    line.prepare()
    outcome = line.run("library", "create", "--json").checked()
    (code,) = [match.group() for match in CODE.finditer(outcome.err)]
    assert CODE.search(outcome.text) is None
    assert outcome.document["unlocked_by"] == ["passphrase"]
    assert stat.S_IMODE(line.library.stat().st_mode) == 0o700
    line.code_file.write_text(f"{code.lower()}\n")
    assert CommandLine(tmp_path).run_here("list", "--json").checked().document == {
        "generations": []
    }
    line.run("library", "create").checked(2)


def test_the_recovery_code_can_go_to_a_file(tmp_path: Path) -> None:
    line = CommandLine(tmp_path, by_passphrase=True)
    line.prepare()
    outcome = line.run("library", "create", "--recovery-code-file", line.code_file).checked()
    assert CODE.fullmatch(line.code_file.read_text().strip())
    assert stat.S_IMODE(line.code_file.stat().st_mode) == 0o600
    assert CODE.search(outcome.err) is None


def test_create_needs_a_way_to_unlock(tmp_path: Path) -> None:
    line = CommandLine(tmp_path)
    line.prepare()
    outcome = line.run("library", "create").checked(2)
    assert "--passphrase-file" in outcome.err
    weak = line.run("library", "create", "--passphrase-file", "-", stdin=b"123\n").checked(2)
    assert "passphrase" in weak.err.lower()
    assert not line.library.exists()


def test_a_passphrase_comes_from_file_descriptor_or_standard_input(cli: CommandLine) -> None:
    line = CommandLine(cli.base, by_passphrase=True, environment={"MEDIADESK_PASSPHRASE_FILE": ""})
    line.run("list", "--passphrase-file", line.passphrase_file).checked()
    line.run("list", "--passphrase-file", "-", stdin=f"{PASSPHRASE}\n".encode()).checked()
    readable, writable = os.pipe()
    os.write(writable, PASSPHRASE.encode())
    os.close(writable)
    done = subprocess.run(
        line.command("list", "--passphrase-fd", str(readable)),
        cwd=ROOT, env=line.variables(), pass_fds=(readable,), capture_output=True, check=False,
    )  # fmt: skip
    os.close(readable)
    assert done.returncode == 0, done.stderr.decode()


def test_a_forgotten_passphrase_is_replaced_by_the_recovery_code(cli: CommandLine) -> None:
    new = cli.base / "new"
    new.write_text("another long passphrase 99\n")
    before = cli.files()["library.db"]
    cli.run_here("library", "passphrase", "--new-passphrase-file", new).checked()
    assert cli.files()["library.db"] == before
    old = CommandLine(cli.base, by_passphrase=True)
    old.run_here("list").checked(5)
    old.run_here("list", "--passphrase-file", new).checked()


def test_a_new_recovery_code_replaces_the_old_one(cli: CommandLine) -> None:
    fresh = cli.base / "fresh"
    cli.run_here("library", "recovery-code", "--recovery-code-file", fresh).checked()
    cli.run_here("list").checked(5)
    fresh.replace(cli.code_file)
    cli.run_here("list").checked()


def test_info_and_verify_tell_about_a_sound_library(cli: CommandLine) -> None:
    info = cli.run_here("library", "info", "--json").checked().document
    assert info["path"] == str(cli.library)
    assert info["slot_kinds"] == ["recovery", "passphrase"]
    report = cli.run_here("library", "verify", "--deep", "--json").checked().document
    assert report["is_sound"]
    assert report["findings"] == []
    cli.run_here("library", "verify", "--subset", "3/2").checked(2)


def test_verify_finds_a_damaged_media_file(cli: CommandLine) -> None:
    text = ("generate", "x", "--type", "text", "--provider", "sample", "--param", "delay_s=0")
    cli.run_here(*text, "--json").checked()
    (blob,) = [path for path in (cli.library / "blobs").rglob("*") if path.is_file()]
    data = bytearray(blob.read_bytes())
    data[len(data) // 3] ^= 1
    blob.write_bytes(data)
    outcome = cli.run_here("library", "verify", "--deep", "--json").checked(6)
    (finding,) = outcome.document["findings"]
    assert finding["kind"] == "damaged-blob"
    assert finding["subject"] == blob.name
    assert blob.read_bytes() == data


def test_a_library_moves_and_is_opened_at_its_new_place(cli: CommandLine) -> None:
    cli.environment["MEDIADESK_LIBRARY"] = ""
    far = cli.base / "far" / "studio"
    moved = cli.run("library", "move", far, "--library", cli.library, "--delete-old", "--json")
    document = moved.checked().document
    assert document["path"] == str(far)
    assert document["earlier_path"] == str(cli.library)
    assert document["is_earlier_deleted"] is True
    assert not cli.library.exists()
    assert cli.run("library", "info", "--json").checked().document["path"] == str(far)
    listed = cli.run("library", "list", "--json").checked().document
    assert listed == {"libraries": [{"path": str(far), "is_current": True, "exists": True}]}
    cli.run_here("library", "move", far / "inside").checked(2)
    cli.run_here("library", "move", cli.base / "other", "--abandon").checked(8)
