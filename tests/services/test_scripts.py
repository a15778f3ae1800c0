"""Splitting a script, and joining its sounds without decoding them."""

from __future__ import annotations

import io
import random
import struct
import wave

import pytest

from mediadesk.domain.errors import UsageError
from mediadesk.domain.scripts import split_script
from mediadesk.services.sound_joining import join_sounds


def test_a_script_is_cut_after_sentences() -> None:
    text = "One is here. Two is “quoted.” Three asks? Four!\nFive"
    assert split_script(text, 30) == ["One is here. Two is “quoted.”", "Three asks? Four!\nFive"]
    assert split_script("short", 30) == ["short"]
    assert split_script("  \n ", 30) == []


@pytest.mark.parametrize("seed", range(30))
def test_no_part_is_too_long_and_no_letter_is_lost(seed: int) -> None:
    chance = random.Random(seed)
    words = ["Harbour", "a", "fog. ", "bell! ", "\n\n", " ", "x" * 50, "Größe?", "。", "…", "3.5 "]
    text = "".join(chance.choices(words, k=chance.randrange(200)))
    limit = chance.randrange(8, 60)
    parts = split_script(text, limit)
    assert all(0 < len(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def sound(samples: bytes, rate: int = 24_000, claimed: int | None = None) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(samples)
    data = file.getvalue()
    return data if claimed is None else data[:40] + struct.pack("<I", claimed) + data[44:]


def test_waves_are_joined_sample_by_sample() -> None:
    parts = [sound(b"\1\2" * 100), sound(b"\3\4" * 50, claimed=0xFFFF_FFFF), sound(b"\5\6")]
    joined, extension = join_sounds(parts)
    assert extension == "wav"
    with wave.open(io.BytesIO(joined)) as found:
        assert (found.getframerate(), found.getnchannels(), found.getnframes()) == (24_000, 1, 151)
        assert found.readframes(151) == b"\1\2" * 100 + b"\3\4" * 50 + b"\5\6"


def mp3(fill: int, *, rate_bits: int = 0, tagged: bool = False) -> bytes:
    """Three frames of MPEG 1 layer III at 128 kbit/s; the tagged one has what editors add."""
    head = bytes([0xFF, 0xFB, 0x90 | rate_bits << 2, 0xC0])
    size = 144 * 128_000 // (44_100, 48_000)[rate_bits]
    frame = head + bytes([fill]) * (size - 4)
    if not tagged:
        return frame * 3
    info = head + b"\0" * 17 + b"Info" + b"\0" * (size - 25)
    return b"ID3\3\0\0\0\0\1\0" + b"\7" * 128 + info + frame * 3 + b"TAG" + b"\0" * 125


def test_mp3_frames_follow_one_another_without_tags() -> None:
    joined, extension = join_sounds([mp3(1), mp3(2, tagged=True)])
    assert (joined, extension) == (mp3(1) + mp3(2), "mp3")


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ([sound(b"\1\2"), sound(b"\1\2", rate=16_000)], "differ"),
        ([mp3(1), mp3(1, rate_bits=1)], "differ"),
        ([sound(b"\1\2"), mp3(1)], "neither"),
        ([b"fLaC" + b"\0" * 90, b"fLaC" + b"\0" * 90], "neither"),
        ([sound(b"\1\2")[:20]], "whole WAV"),
        ([b"ID3\3\0\0\x7f\x7f\x7f\x7f"], "neither"),
        ([b""], "neither"),
    ],
)
def test_what_cannot_be_joined_is_told(parts: list[bytes], why: str) -> None:
    with pytest.raises(UsageError, match=why):
        join_sounds(parts)
