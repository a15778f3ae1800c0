"""What the user wrote or made is on the disk nowhere in the clear, in no encoding."""

from __future__ import annotations

import base64
import secrets
from array import array
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from tests.fakes.command_line import PASSPHRASE, CommandLine

SIGNATURE_BYTES = 8


def encodings(data: bytes) -> Iterator[bytes]:
    """Every way in which text or bytes could lie in a file."""
    yield data
    yield data.hex().encode()
    yield data.hex().upper().encode()
    for skip in range(3):
        yield base64.b64encode(data[skip:])[:-4]
        yield base64.urlsafe_b64encode(data[skip:])[:-4]
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return
    yield text.encode("utf-16-le")
    yield text.encode("utf-16-be")


def signatures(data: bytes) -> set[int]:
    """Every stretch of eight bytes of every encoding, as a number."""
    found = set()
    for encoded in encodings(data):
        for skip in range(min(SIGNATURE_BYTES, len(encoded) - SIGNATURE_BYTES + 1)):
            found |= stretches(encoded[skip:])
    # Silence in a sound file, or blanks, may well lie elsewhere by chance.
    return {piece for piece in found if len(set(piece.to_bytes(SIGNATURE_BYTES))) > 3}


def stretches(data: bytes) -> set[int]:
    """The stretches of eight bytes that begin at multiples of eight.

    A copy of fifteen bytes or more, wherever it lies in a file, has one of them in common with
    ``signatures``.
    """
    return set(array("Q", data[: len(data) // SIGNATURE_BYTES * SIGNATURE_BYTES]))


def all_files(base: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(base)): path.read_bytes()
        for name in ("library", "home", "data", "config", "cache", "state", "runtime")
        for path in sorted((base / name).rglob("*"))
        if path.is_file()
    }


def hits(base: Path, wanted: dict[str, set[int]]) -> list[str]:
    files = all_files(base)
    assert any(name.endswith("library.db") for name in files)
    found = {name: stretches(content) for name, content in files.items()}
    return [
        f"{what} in {name}"
        for name, pieces in found.items()
        for what, signature in wanted.items()
        if not signature.isdisjoint(pieces)
    ]


def test_nothing_is_readable_on_the_disk(cli: CommandLine) -> None:
    prompt = " ".join(secrets.token_hex(5) for _ in range(6))
    key = f"sk-{secrets.token_hex(20)}"
    project, file_name = secrets.token_hex(12), secrets.token_hex(12)
    source = cli.base / f"{file_name}.png"
    Image.effect_noise((128, 128), 90).save(source)
    out = cli.base / "out"
    out.mkdir()
    cli.run_here("projects", "create", project).checked()
    cli.run_here("keys", "add", "openai", "--name", "spare", stdin=f"{key}\n".encode()).checked()
    shared = ("--provider", "sample", "--project", project, "--output", f"{out}/")
    small = ("--param", "size=small", "--param", "delay_s=0")
    cli.run("generate", prompt, "--type", "text", "--param", "delay_s=0", *shared).checked()
    cli.run("generate", prompt, "--type", "image", *small, "--input", source, *shared).checked()
    audio = ("--model", "sample-voice", "--param", "delay_s=0")
    cli.run("generate", prompt, "--type", "audio", *audio, *shared).checked()
    failing = ("--param", "simulate_failure=interrupted", "--param", "delay_s=0")
    cli.run("generate", prompt, "--type", "text", *failing, "--provider", "sample").checked(7)
    cli.run("generate", prompt, "--type", "image", "--param", "nope=1").checked(2)

    wanted = {
        "the prompt": signatures(prompt.encode()),
        "the key": signatures(key.removeprefix("sk-").encode()),
        "the project": signatures(project.encode()),
        "the file name": signatures(file_name.encode()),
        "the passphrase": signatures(PASSPHRASE.encode()),
        "the recovery code": signatures(cli.code_file.read_bytes().strip()),
    }
    for path in [*out.iterdir(), source]:
        data = path.read_bytes()
        middle = len(data) // 2
        parts = (data[:64], data[middle : middle + 64], data[-64:])
        wanted[path.name] = set().union(*map(signatures, parts))
    assert len(wanted) == 10
    assert hits(cli.base, wanted) == []


def test_the_scan_would_find_each_encoding(tmp_path: Path) -> None:
    """The scan itself is tried on files that do leak."""
    canary = secrets.token_hex(24).encode()
    wanted = {"canary": signatures(canary)}
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "library.db").write_bytes(b"SQLite")
    for number, encoded in enumerate(encodings(canary)):
        leak = tmp_path / "library" / "leak"
        leak.write_bytes(b"x" * (number + 3) + encoded + b"y" * 5)
        assert hits(tmp_path, wanted) == ["canary in library/leak"]
