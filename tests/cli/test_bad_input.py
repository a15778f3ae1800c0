"""Wrong input: one line that says why and what to do, a fitting exit code, nothing changed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image

from mediadesk.storage.driver import connect
from mediadesk.vault.vault import Vault
from tests.fakes.command_line import ROOT, CommandLine, Outcome

ONE_LINE = re.compile(r"mediadesk: [A-Z“/0-9a-z-].*[.”]\n")


def refused(outcome: Outcome, code: int, *words: str) -> None:
    outcome.checked(code)
    assert outcome.out == b""
    assert ONE_LINE.fullmatch(outcome.err), outcome.err
    for word in words:
        assert word in outcome.err


def is_empty(cli: CommandLine) -> bool:
    info = cli.run("library", "info", "--json").checked().document
    return bool(info["generation_count"] == info["asset_count"] == info["blob_bytes"] == 0)


@pytest.fixture(scope="module")
def shared(empty_library: CommandLine, tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """One library for all refusals that leave it as it is, with some files beside it."""
    cli = empty_library.copy_to(tmp_path_factory.mktemp("shared"))
    good, broken = cli.base / "good.png", cli.base / "broken.png"
    Image.effect_noise((64, 64), 90).save(good)
    broken.write_bytes(good.read_bytes()[:900])
    (cli.base / "words.txt").write_text("words")
    (cli.base / "odd.bin").write_bytes(b"\0\1\2\3" * 99)
    (cli.base / "empty.png").touch()
    os.mkfifo(cli.base / "pipe.png")
    return cli


IMAGE = ("generate", "x", "--provider", "sample", "--type", "image")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("generate", "x", "--type", "text", "--provider", "nope"), ["“nope”", "sample"]),
        (("generate", "x", "--type", "text", "--model", "nope"), ["“nope”", "--provider"]),
        ((*IMAGE, "--model", "nope"), ["“nope”", "sample-image"]),
        ((*IMAGE, "--model", "sample-text"), ["text, not image"]),
        ((*IMAGE, "--raw", "[1]"), ["not a JSON object", '{"style": "vivid"}']),
        ((*IMAGE, "--raw", '{"a": 1, "a": 2}'), ["given twice"]),
        ((*IMAGE, "--param", "nope=1"), ["“nope”", "aspect_ratio"]),
        ((*IMAGE, "--param", "size"), ["“size”", "NAME=VALUE"]),
        ((*IMAGE, "--param", "size=huge"), ["“huge”", "small"]),
        ((*IMAGE, "--param", "texture=1.5"), ["out of range", "0 to 1"]),
        ((*IMAGE, "--param", "texture=much"), ["not a number"]),
        ((*IMAGE, "--param", "seed=1.5"), ["whole number"]),
        ((*IMAGE, "--param", "seed=1e99"), ["0 to 2147483647"]),
        (("generate", "a\udcff", *IMAGE[2:]), ["half a character"]),
        (("search", "a\udcff"), ["UTF-8"]),
        (("projects", "create", "a\udcff"), ["UTF-8"]),
        ((*IMAGE, "-n", "500"), ["500"]),
        ((*IMAGE, "--max-cost", "cheap"), ["“cheap”", "1.25"]),
        ((*IMAGE, "--input", "BASE/none.png"), ["none.png", "No such file"]),
        ((*IMAGE, "--input", "BASE/empty.png"), ["empty.png"]),
        ((*IMAGE, "--input", "BASE/odd.bin"), ["odd.bin", "PNG"]),
        ((*IMAGE, "--input", "BASE/broken.png"), ["broken.png", "damaged"]),
        ((*IMAGE, "--input", "BASE/words.txt"), ["text/plain", "reference"]),
        ((*IMAGE, "--input", "BASE/pipe.png"), ["pipe.png", "not a file"]),
        ((*IMAGE, "--input", "/dev/zero"), ["/dev/zero", "not a file"]),
        ((*IMAGE, "--input", "BASE"), ["not a file"]),
        ((*IMAGE, *("--input", "BASE/good.png") * 3), ["takes 2", "not 3"]),
        ((*IMAGE, "--input", "mask=BASE/good.png"), ["mask=", "reference"]),
        ((*IMAGE, "--output", "BASE/none/x.png"), ["no folder"]),
        ((*IMAGE, "--output", ""), ["empty"]),
        (("list", "--provider", "nope"), ["“nope”"]),
        (("stats", "--provider", "nope"), ["“nope”"]),
        ((*IMAGE, "--no-wait"), ["--no-wait"]),
        (("generate", "", "--type", "text", "--provider", "sample"), ["prompt"]),
        (("generate", "x", "--type", "text", "--provider", "openai"), ["key"]),
        (("show", "nonsense"), ["“nonsense”", "list"]),
        (("projects", "create", ""), ["name"]),
        (("projects", "edit", "My project"), ["--name"]),
        (("keys", "add", "nope"), ["“nope”"]),
        (("models", "--refresh"), ["--provider"]),
        (("export", "01a209a8-e664-7160-b687-bd7dd2dd798e", "--to", "/no/where/x"), ["/no/where"]),
    ],
)
def test_what_cannot_be_meant(
    shared: CommandLine, arguments: tuple[str, ...], words: list[str]
) -> None:
    """Exit code 2."""
    outcome = shared.run_here(
        *(word.replace("BASE", str(shared.base)) for word in arguments), stdin=b"k\n"
    )
    refused(outcome, 2, *words)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "01a209a8-e664-7160-b687-bd7dd2dd798e"), ["01a209a8", "list"]),
        (("export", "01a209a8-e664-7160-b687-bd7dd2dd798e", "--to", "."), ["01a209a8"]),
        (("delete", "01a209a8-e664-7160-b687-bd7dd2dd798e"), ["01a209a8"]),
        (("list", "--project", "nope"), ["“nope”", "projects list"]),
        ((*IMAGE, "--project", "nope"), ["“nope”"]),
        ((*IMAGE, "--input", "reference=01a209a8-e664-7160-b687-bd7dd2dd798e"), ["01a209a8"]),
        (("keys", "test", "openai"), ["openai", "keys list"]),
        (
            ("jobs", "settle", "01a209a8-e664-7160-b687-bd7dd2dd798e", "--not-charged"),
            ["jobs list"],
        ),
    ],
)
def test_what_is_not_there(
    shared: CommandLine, arguments: tuple[str, ...], words: list[str]
) -> None:
    """Exit code 8."""
    refused(shared.run_here(*arguments), 8, *words)


def test_nothing_has_changed_after_all_that(shared: CommandLine) -> None:
    assert is_empty(shared)


def test_the_command_line_itself_is_checked(tmp_path: Path) -> None:
    line = CommandLine(tmp_path)
    line.prepare()
    for arguments in (
        ("generate",),
        ("list", "--limit", "0"),
        ("list", "--since", "soon"),
        ("nope",),
        ("--json",),
    ):
        refused(line.run(*arguments), 2, "--help")


def test_without_a_library(tmp_path: Path) -> None:
    line = CommandLine(tmp_path)
    line.prepare()
    refused(line.run(*IMAGE), 8, str(line.library), "library create")
    assert not line.library.exists()


def locked(cli: CommandLine) -> CommandLine:
    return CommandLine(cli.base, by_passphrase=True)


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"not the passphrase\n", 5, ["passphrase"]),
        (b"", 2, ["empty"]),
        (b"\xff\xfe\n", 2, ["UTF-8"]),
        (None, 2, ["cannot be read"]),
    ],
)
def test_wrong_passphrases_change_no_byte(
    cli: CommandLine, content: bytes | None, code: int, words: list[str]
) -> None:
    before = cli.files()
    if content is None:
        cli.passphrase_file.unlink()
    else:
        cli.passphrase_file.write_bytes(content)
    refused(locked(cli).run("list"), code, *words)
    assert cli.files() == before


def test_a_locked_library_without_any_passphrase(cli: CommandLine) -> None:
    line = CommandLine(cli.base, by_passphrase=True, environment={"MEDIADESK_PASSPHRASE_FILE": ""})
    refused(line.run("list"), 5, "--passphrase-file")


def test_a_wrong_recovery_code(cli: CommandLine, empty_library: CommandLine) -> None:
    code = cli.code_file.read_text()
    wrong = "0" if code[0] != "0" else "1"
    cli.code_file.write_text(wrong + code[1:])
    outcome = cli.run("list")
    assert outcome.code in (2, 5)
    refused(outcome, outcome.code, "code")


def test_a_folder_that_is_no_library(cli: CommandLine) -> None:
    shutil.rmtree(cli.library)
    cli.library.mkdir()
    (cli.library / "holiday.txt").write_text("mine")
    refused(cli.run("list"), 8, "no library")
    outcome = CommandLine(cli.base, by_passphrase=True).run("library", "create")
    refused(outcome, 2, str(cli.library))
    assert cli.files() == {"holiday.txt": b"mine"}


def test_a_database_of_another_library(
    cli: CommandLine, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = CommandLine.create(tmp_path_factory.mktemp("other"))
    shutil.copy(other.library / "library.db", cli.library / "library.db")
    refused(cli.run_here("list"), 6, "library.db", "Restore a backup")
    assert "library verify" not in cli.run_here("library", "verify").checked(6).err


def test_damaged_slots(cli: CommandLine) -> None:
    for path in cli.library.glob("keyslots.json*"):
        path.write_bytes(path.read_bytes().replace(b"a", b"b", 3))
    refused(cli.run("list"), 6)


def test_lost_slots_are_not_taken_for_no_library(cli: CommandLine) -> None:
    for path in cli.library.glob("keyslots.json*"):
        path.unlink()
    before = cli.files()
    refused(cli.run("list"), 6, "keyslots.json is missing", "backup")
    refused(CommandLine(cli.base, by_passphrase=True).run("library", "create"), 6, "is missing")
    assert cli.files() == before


def test_a_newer_library(cli: CommandLine) -> None:
    code = cli.code_file.read_text().strip()
    keys = Vault.open(cli.library).unlock_with_recovery_code(code)
    with closing(connect(cli.library / "library.db", keys.database)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = cli.files()["library.db"]
    refused(cli.run("list"), 10, "newer")
    assert cli.files()["library.db"] == before


def test_a_library_that_cannot_be_written(cli: CommandLine) -> None:
    mount = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
    if os.geteuid() == 0:
        probe = ["unshare", "-m", "sh", "-c", mount, str(cli.library), "true"]
        if subprocess.run(probe, capture_output=True, check=False).returncode:
            pytest.skip("this container cannot mount, and root may write anywhere")
        line = CommandLine(cli.base, prefix=probe[:-1])
    else:
        cli.library.chmod(0o500)
        line = cli
    before = cli.files()
    refused(line.run(*IMAGE), 10, str(cli.library))
    cli.library.chmod(0o700)
    assert cli.files() == before


def test_a_library_that_others_may_write_to(cli: CommandLine) -> None:
    cli.library.chmod(0o777)
    outcome = cli.run("list")
    assert outcome.code in (6, 10)
    refused(outcome, outcome.code, str(cli.library))


def test_keys_and_passphrases_are_no_arguments() -> None:
    for command in (("keys", "add"), ("library", "create"), ("library", "passphrase")):
        line = CommandLine(ROOT)
        text = line.run(*command, "--help").text
        assert "--key " not in text
        assert "--passphrase " not in text
