"""What the user wrote or made is on the disk nowhere in the clear, in no encoding."""

from __future__ import annotations

import base64
import contextlib
import secrets
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.fakes.command_line import PASSPHRASE, CommandLine

WINDOW = 8
"""Bytes that are looked up at once, at every place of a file."""

SECRET_BYTES = 8
"""So much of a secret has to be found: in the clear 8 bytes of a file, in hex or UTF-16 sixteen."""


@dataclass(frozen=True)
class Secret:
    """The runs of bytes of which none may be found in a file."""

    windows: frozenset[int]
    runs: frozenset[bytes]

    @classmethod
    def of(cls, *parts: bytes) -> Secret:
        """All runs of ``parts`` in all encodings."""
        runs = frozenset(
            encoded[start : start + width]
            for part in parts
            for encoded, width in encodings(part)
            for start in range(len(encoded) - width + 1)
            # Silence in a sound file, or blanks, may well lie elsewhere by chance.
            if len(set(encoded[start : start + width])) > 3
        )
        return cls(frozenset(n for run in runs for n in windows(run[:WINDOW])), runs)

    def is_in(self, content: bytes, found: Set[int]) -> bool:
        """Whether a run is in a file; ``found`` rules most files out at once."""
        return not self.windows.isdisjoint(found) and any(run in content for run in self.runs)


def encodings(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Every way in which bytes or text could lie in a file, and the length of a run that tells."""
    yield data, SECRET_BYTES
    yield data.hex().encode(), 2 * SECRET_BYTES
    yield data.hex().upper().encode(), 2 * SECRET_BYTES
    for before in range(3):
        # Without the characters that other bytes before or after the secret take part in.
        start, end = (before * 8 + 5) // 6, (before + len(data)) * 8 // 6
        padded = bytes(before) + data
        yield base64.b64encode(padded)[start:end], SECRET_BYTES * 8 // 6 - 1
        yield base64.urlsafe_b64encode(padded)[start:end], SECRET_BYTES * 8 // 6 - 1
    with contextlib.suppress(UnicodeDecodeError):
        text = data.decode()
        yield text.encode("utf-16-le"), 2 * SECRET_BYTES
        yield text.encode("utf-16-be"), 2 * SECRET_BYTES


def windows(data: bytes) -> Iterator[int]:
    """The eight bytes at every place, as numbers."""
    view = memoryview(data)
    for start in range(min(WINDOW, len(data) - WINDOW + 1)):
        yield from view[start : start + (len(data) - start) // WINDOW * WINDOW].cast("Q")


def all_files(base: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(base)): path.read_bytes()
        for name in ("library", "home", "data", "config", "cache", "state", "runtime")
        for path in sorted((base / name).rglob("*"))
        if path.is_file()
    }


def hits(base: Path, wanted: dict[str, Secret]) -> list[str]:
    files = all_files(base)
    assert any(name.endswith("library.db") for name in files)
    known = frozenset[int]().union(*(secret.windows for secret in wanted.values()))
    found = []
    for name, content in files.items():
        places = known.intersection(windows(content))
        found += [f"{what} in {name}" for what, one in wanted.items() if one.is_in(content, places)]
    return found


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
    cli.run_here("generate", prompt, "--type", "text", "--param", "delay_s=0", *shared).checked()
    cli.run_here(
        "generate", prompt, "--type", "image", *small, "--input", source, *shared
    ).checked()
    audio = ("--model", "sample-voice", "--param", "delay_s=0")
    cli.run_here("generate", prompt, "--type", "audio", *audio, *shared).checked()
    failing = ("--param", "simulate_failure=interrupted", "--param", "delay_s=0")
    cli.run_here("generate", prompt, "--type", "text", *failing, "--provider", "sample").checked(7)
    cli.run_here("generate", prompt, "--type", "image", "--param", "nope=1").checked(2)

    wanted = {
        "the prompt": Secret.of(prompt.encode()),
        "the key": Secret.of(key.removeprefix("sk-").encode()),
        "the project": Secret.of(project.encode()),
        "the file name": Secret.of(file_name.encode()),
        "the passphrase": Secret.of(PASSPHRASE.encode()),
        "the recovery code": Secret.of(cli.code_file.read_bytes().strip()),
    }
    for path in [*out.iterdir(), source]:
        data = path.read_bytes()
        middle = len(data) // 2
        wanted[path.name] = Secret.of(data[:64], data[middle : middle + 64], data[-64:])
    assert len(wanted) == 10
    assert hits(cli.base, wanted) == []


def test_the_scan_would_find_each_encoding(tmp_path: Path) -> None:
    """The scan itself is tried on files that leak eight bytes, at every place and in every way."""
    canary = secrets.token_hex(24).encode()
    wanted = {"canary": Secret.of(canary)}
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "library.db").write_bytes(b"SQLite")
    leak = tmp_path / "library" / "leak"
    for at in range(0, len(canary) - SECRET_BYTES + 1, 5):
        piece = canary[at : at + SECRET_BYTES]
        for ahead in range(3):
            around = bytes(ahead) + piece + b"\xff\xff\xff"
            for number, encoded in enumerate(
                (
                    piece,
                    piece.hex().encode(),
                    piece.hex().upper().encode(),
                    piece.decode().encode("utf-16-le"),
                    piece.decode().encode("utf-16-be"),
                    base64.b64encode(around),
                    base64.urlsafe_b64encode(around),
                )
            ):
                leak.write_bytes(b"x" * (number + 3 * ahead) + encoded + b"y" * 5)
                assert hits(tmp_path, wanted) == ["canary in library/leak"]


def test_the_scan_does_not_cry_wolf(tmp_path: Path) -> None:
    """A few equal hex digits, as every id has them, are not yet a secret."""
    canary = secrets.token_bytes(24)
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "library.db").write_bytes(b"SQLite")
    (tmp_path / "library" / "log").write_text(f"id {canary.hex()[4:16]} and {canary.hex()[20:34]}")
    assert hits(tmp_path, {"canary": Secret.of(canary)}) == []
