"""Marked and clean copies, read back by Pillow and wave: pixels and samples never change."""

from __future__ import annotations

import io
import struct
import wave
from datetime import UTC, datetime

import pytest
from PIL import Image, PngImagePlugin

from mediadesk.domain.generation import Generation, GenerationStatus, GenerationType
from mediadesk.domain.ids import GenerationId, ProjectId, ProviderId, ProviderName, new_uuid7
from mediadesk.services.media_metadata import (
    CLEANERS,
    MARKERS,
    NotWellFormedError,
    clean_avi,
    clean_wav,
    jpeg_orientation,
)
from mediadesk.services.recipe_xmp import recipe_packet

SECRET = "the words that must not stay"
MIMES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
VARIANTS = [
    ("PNG", "RGB", {}), ("PNG", "RGBA", {}), ("PNG", "P", {}),
    ("JPEG", "RGB", {}), ("JPEG", "RGB", {"progressive": True}), ("JPEG", "L", {}),
    ("WEBP", "RGB", {}), ("WEBP", "RGBA", {}), ("WEBP", "RGB", {"lossless": True}),
    ("WEBP", "RGBA", {"lossless": True}),
]  # fmt: skip
variants = pytest.mark.parametrize(("name", "mode", "how"), VARIANTS)


def picture(name: str, mode: str, how: dict[str, object], *, talkative: bool) -> bytes:
    noise = [Image.effect_noise((61, 47), 90) for _ in range(4)]
    image = Image.merge("RGBA", noise).convert(mode)
    output = io.BytesIO()
    if talkative:
        exif = Image.Exif()
        exif[0x010E] = SECRET
        how = how | {"exif": exif.tobytes(), "xmp": f"<x>{SECRET}</x>".encode()}
        if name == "PNG":
            text = PngImagePlugin.PngInfo()
            text.add_text("parameters", SECRET)
            text.add_text("prompt", SECRET, zip=True)
            text.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET}</x>")
            how = how | {"pnginfo": text}
        if name == "JPEG":
            how = how | {"comment": SECRET}
    image.save(output, name, **how)
    return output.getvalue()


def pixels(data: bytes) -> bytes:
    return Image.open(io.BytesIO(data)).convert("RGBA").tobytes()


def packet(prompt: str = "a <lighthouse> & its keeper") -> bytes:
    return recipe_packet(
        Generation(
            id=GenerationId(new_uuid7()),
            type=GenerationType.IMAGE,
            provider=ProviderName("sample"),
            provider_id=ProviderId("sample"),
            model="sample-image",
            prompt=prompt,
            status=GenerationStatus.COMPLETED,
            project_id=ProjectId(new_uuid7()),
            created_at=datetime(2026, 11, 23, tzinfo=UTC),
            result_count=1,
            parameters={"seed": 7, "style": "ink"},
        )
    )


@variants
@pytest.mark.parametrize("talkative", [False, True])
def test_marked_copies_carry_one_packet_that_readers_find(
    name: str, mode: str, how: dict[str, object], talkative: bool
) -> None:
    data = picture(name, mode, how, talkative=talkative)
    marked = MARKERS[MIMES[name]](data, packet())
    image = Image.open(io.BytesIO(marked))
    xmp = image.info["xmp"]
    assert (xmp.decode() if isinstance(xmp, bytes) else xmp) == packet().decode()
    assert b"digitalsourcetype/trainedAlgorithmicMedia" in marked
    assert f"<x>{SECRET}</x>".encode() not in marked
    assert pixels(marked) == pixels(data)
    assert MARKERS[MIMES[name]](marked, packet()) == marked


@variants
@pytest.mark.parametrize("talkative", [False, True])
def test_clean_copies_say_nothing(
    name: str, mode: str, how: dict[str, object], talkative: bool
) -> None:
    data = picture(name, mode, how, talkative=talkative)
    clean = CLEANERS[MIMES[name]](MARKERS[MIMES[name]](data, packet()) + b"trailing words")
    image = Image.open(io.BytesIO(clean))
    image.load()
    told = set(image.info) & {"xmp", "exif", "comment", "parameters", "prompt", "XML:com.adobe.xmp"}
    assert not told
    assert not image.getexif()
    for words in (SECRET, "lighthouse", "trainedAlgorithmicMedia", "trailing"):
        assert words.encode() not in clean
    assert pixels(clean) == pixels(data)


def test_the_recipe_is_xml_whatever_the_prompt_holds() -> None:
    from xml.etree import ElementTree

    prompt = "</rdf:RDF> \x00\x1b[2J \ud800 “quotes” 𝄞 & <b>"
    root = ElementTree.fromstring(packet(prompt))
    texts = [element.text or "" for element in root.iter()]
    assert any(text.startswith("</rdf:RDF> [2J") and text.endswith("& <b>") for text in texts)
    assert any('"seed": 7' in text for text in texts)
    assert len(packet("x" * 500_000)) < 65_000


@pytest.mark.parametrize("mime", sorted(MARKERS))
def test_broken_files_are_refused(mime: str) -> None:
    name = {value: key for key, value in MIMES.items()}[mime]
    data = picture(name, "RGB", {}, talkative=False)
    for cut in (len(data) // 2, 9, 13):
        with pytest.raises(NotWellFormedError):
            MARKERS[mime](data[:cut] + b"\x01\x02\x03\x04\x05\x06\x07\xff\xff", packet())


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", [1, 6, 8])
def test_the_orientation_is_found(order: str, orientation: int) -> None:
    image, output = Image.new("RGB", (8, 8)), io.BytesIO()
    start = b"II*\0\x08\0\0\0" if order == "<" else b"MM\0*\0\0\0\x08"
    entry = struct.pack(f"{order}HHHIHH", 1, 0x0112, 3, 1, orientation, 0)
    image.save(output, "JPEG", exif=b"Exif\0\0" + start + entry + b"\0\0\0\0")
    assert jpeg_orientation(output.getvalue()) == orientation


def test_clean_sound_keeps_its_samples() -> None:
    output = io.BytesIO()
    with wave.open(output, "wb") as file:
        file.setparams((2, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(range(200)) * 4)
    body = output.getvalue()[12:]
    words = b"INFOICMT" + struct.pack("<I", 4) + b"word"
    talkative = b"WAVE" + body + b"LIST" + struct.pack("<I", len(words)) + words
    clean = clean_wav(b"RIFF" + struct.pack("<I", len(talkative)) + talkative)
    assert b"word" not in clean
    with wave.open(io.BytesIO(clean)) as file:
        assert file.readframes(1000) == bytes(range(200)) * 4


def test_clean_films_keep_their_offsets() -> None:
    words = b"INFOISFT" + struct.pack("<I", 4) + b"word"
    parts = b"LIST" + struct.pack("<I", len(words)) + words
    parts += b"LIST" + struct.pack("<I", 8) + b"movi" + b"word"
    data = b"RIFF" + struct.pack("<I", len(parts) + 4) + b"AVI " + parts
    clean = clean_avi(data)
    assert len(clean) == len(data)
    assert clean.count(b"word") == 1
    assert clean.endswith(b"moviword")
