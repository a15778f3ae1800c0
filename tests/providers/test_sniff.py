"""Types are told from bytes."""

import pytest

from mediadesk.domain import sniff as types
from mediadesk.domain.sniff import MediaType, sniff
from tests.simulator.media import mp3, png, wav

HEADS = {
    "image/png": png(2, 2),
    "image/jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "image/webp": b"RIFF\x24\x00\x00\x00WEBPVP8 ",
    "image/gif": b"GIF89a\x01\x00",
    "image/avif": b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00mif1avifmiaf",
    "video/mp4": b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isommp42",
    "video/webm": b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm",
    "video/x-msvideo": b"RIFF\x24\x00\x00\x00AVI LIST",
    "audio/mpeg": mp3(),
    "audio/wav": wav(0.1),
    "audio/ogg": b"OggS\x00\x02",
    "audio/flac": b"fLaC\x00\x00\x00\x22",
    "audio/aac": b"\xff\xf1\x50\x80\x2e\x7f",
    "audio/mp4": b"\x00\x00\x00\x18ftypM4A \x00\x00\x00\x00isomM4A ",
    "application/pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
    "text/plain": "Grüße\r\n\tfrom here".encode(),
}


@pytest.mark.parametrize("mime", HEADS)
def test_known_types(mime: str) -> None:
    found = sniff(HEADS[mime])
    assert found is not None
    assert found.mime == mime


def test_every_allowed_type_is_tried() -> None:
    allowed = [value for value in vars(types).values() if isinstance(value, MediaType)]
    assert {found.mime for found in allowed} == set(HEADS)
    assert len({found.extension for found in allowed}) == len(allowed)


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"\x7fELF\x02\x01\x01\x00",
        b"MZ\x90\x00",
        b"PK\x03\x04\x14\x00",
        b"RIFF\x24\x00\x00\x00ACON",
        b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic",
        b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x88matroska",
        b"\xff\xff\xff\xff",
        b"\xff",
        b"text with a \x00 byte",
        b"\xc3\x28 bad utf-8",
    ],
)
def test_anything_else_is_refused(head: bytes) -> None:
    assert sniff(head) is None


def test_character_cut_at_the_end_is_still_text() -> None:
    found: MediaType | None = sniff("é".encode() * 255 + b"a" + "é".encode())
    assert found is not None
    assert found.extension == "txt"
