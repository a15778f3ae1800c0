"""Adding and removing metadata in media files without touching a pixel or sample. Pure functions.

Only the containers' outer structure is read (PNG chunks, JPEG segments, RIFF chunks), so nothing
is decoded. Cleaning keeps what is on a list of needed parts and drops all the rest.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator

from mediadesk.domain.sniff import AVI, JPEG, PNG, WAV, WEBP


class NotWellFormedError(ValueError):
    """The file does not follow its container's structure."""


Marker = Callable[[bytes, bytes], bytes]
Cleaner = Callable[[bytes], bytes]

# --- PNG (ISO/IEC 15948) -------------------------------------------------------------------------

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_NEEDED = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs".split()
) | frozenset(b"acTL fcTL fdAT".split())
_PNG_XMP = b"XML:com.adobe.xmp\0"


def mark_png(data: bytes, packet: bytes) -> bytes:
    """``data`` with the XMP packet as its only one."""
    text = b"iTXt" + _PNG_XMP + b"\0\0\0\0" + packet
    own = (len(text) - 4).to_bytes(4) + text + zlib.crc32(text).to_bytes(4)
    parts = [_PNG_SIGNATURE]
    for name, chunk in _png_chunks(data):
        if name == b"iTXt" and chunk[8:].startswith(_PNG_XMP):
            continue
        parts.append(chunk)
        if name == b"IHDR":
            parts.append(own)
    return b"".join(parts)


def clean_png(data: bytes) -> bytes:
    """``data`` without text, EXIF, XMP, time and unknown chunks."""
    kept = [chunk for name, chunk in _png_chunks(data) if name in _PNG_NEEDED]
    return _PNG_SIGNATURE + b"".join(kept)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG_SIGNATURE)
    while True:
        length = int.from_bytes(data[at : at + 4])
        name, end = data[at + 4 : at + 8], at + 12 + length
        if len(name) < 4 or end > len(data):
            raise NotWellFormedError("PNG chunk")
        yield name, data[at:end]
        if name == b"IEND":
            return
        at = end


# --- JPEG (ITU-T T.81, Annex B) ------------------------------------------------------------------

_SOI, _EOI, _SOS, _COM, _APP0, _APP1, _APP2, _APP14 = (
    0xD8, 0xD9, 0xDA, 0xFE, 0xE0, 0xE1, 0xE2, 0xEE,
)  # fmt: skip
_JPEG_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_JPEG_EXIF = b"Exif\0"
_JPEG_ICC = b"ICC_PROFILE\0"


def mark_jpeg(data: bytes, packet: bytes) -> bytes:
    """``data`` with the XMP packet as its only one, behind the JFIF and EXIF segments."""
    body = _JPEG_XMP + packet
    own = bytes((0xFF, _APP1)) + (len(body) + 2).to_bytes(2) + body
    parts, placed = [b"\xff\xd8"], False
    for marker, segment in _jpeg_segments(data):
        content = segment[4:]
        if marker == _APP1 and content.startswith(_JPEG_XMP):
            continue
        goes_first = marker == _APP0 or (marker == _APP1 and content.startswith(_JPEG_EXIF))
        if not placed and not goes_first:
            parts.append(own)
            placed = True
        parts.append(segment)
    return b"".join(parts)


def clean_jpeg(data: bytes) -> bytes:
    """``data`` without EXIF, XMP, comments, other applications' segments and trailing bytes."""
    return b"\xff\xd8" + b"".join(
        segment for marker, segment in _jpeg_segments(data) if _is_needed(marker, segment[4:])
    )


def _is_needed(marker: int, content: bytes) -> bool:
    if marker == _APP2:
        return content.startswith(_JPEG_ICC)
    is_application = 0xE0 <= marker <= 0xEF
    return marker in (_APP0, _APP14) or not (is_application or marker == _COM)


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and whole segment of each; a scan's segment carries its entropy-coded data."""
    at = 2
    while True:
        while data[at : at + 2] == b"\xff\xff":  # fill bytes
            at += 1
        if data[at : at + 1] != b"\xff" or at + 2 > len(data):
            raise NotWellFormedError("JPEG marker")
        marker = data[at + 1]
        if marker == _EOI:
            yield marker, data[at : at + 2]
            return
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if marker == _SOS:
            end = _scan_end(data, end)
        if end < at + 4 or end > len(data):
            raise NotWellFormedError("JPEG segment")
        yield marker, data[at:end]
        at = end


def _scan_end(data: bytes, at: int) -> int:
    """Where the next real marker follows the coded data: FF00 is a byte, FFD0–D7 are restarts."""
    while (at := data.find(b"\xff", at)) >= 0:
        following = data[at + 1 : at + 2]
        if following and following[0] and not 0xD0 <= following[0] <= 0xD7 and following != b"\xff":
            return at
        at += 1
    raise NotWellFormedError("JPEG scan")


def jpeg_orientation(data: bytes) -> int:
    """The EXIF orientation 1…8 of a JPEG file; 1 where none is told."""
    for marker, segment in _jpeg_segments(data):
        if marker == _APP1 and segment[4:].startswith(_JPEG_EXIF):
            return _orientation(segment[10:])
        if marker == _SOS:
            break
    return 1


def _orientation(tiff: bytes) -> int:
    order = {b"II": "little", b"MM": "big"}.get(tiff[:2])
    if order is None:
        return 1

    def number(at: int, size: int) -> int:
        return int.from_bytes(tiff[at : at + size], "little" if order == "little" else "big")

    directory = number(4, 4)
    for index in range(min(number(directory, 2), 512)):
        entry = directory + 2 + index * 12
        if number(entry, 2) == 0x0112:
            value = number(entry + 8, 2)
            return value if 1 <= value <= 8 else 1
    return 1


# --- RIFF: WebP (RFC 9649), WAV, AVI -------------------------------------------------------------

_WEBP_NEEDED = frozenset((b"VP8X", b"VP8 ", b"VP8L", b"ANIM", b"ANMF", b"ALPH", b"ICCP"))
_WEBP_XMP_FLAG, _WEBP_EXIF_FLAG, _WEBP_ALPHA_FLAG = 0x04, 0x08, 0x10
_WAV_NEEDED = frozenset((b"fmt ", b"data", b"fact"))


def mark_webp(data: bytes, packet: bytes) -> bytes:
    """``data`` in the extended format, with the XMP packet as its only one."""
    chunks = [(name, body) for name, body in _riff_chunks(data) if name != b"XMP "]
    if chunks and chunks[0][0] != b"VP8X":
        chunks.insert(0, (b"VP8X", _extended_header(*chunks[0])))
    chunks = [(name, _with_flags(name, body, set_bits=_WEBP_XMP_FLAG)) for name, body in chunks]
    return _riff(b"WEBP", [*chunks, (b"XMP ", packet)])


def clean_webp(data: bytes) -> bytes:
    """``data`` without EXIF, XMP and unknown chunks."""
    clear = _WEBP_XMP_FLAG | _WEBP_EXIF_FLAG
    kept = [
        (name, _with_flags(name, body, clear_bits=clear))
        for name, body in _riff_chunks(data)
        if name in _WEBP_NEEDED
    ]
    return _riff(b"WEBP", kept)


def _with_flags(name: bytes, body: bytes, *, set_bits: int = 0, clear_bits: int = 0) -> bytes:
    if name != b"VP8X" or not body:
        return body
    return bytes((body[0] & ~clear_bits | set_bits,)) + body[1:]


def _extended_header(name: bytes, body: bytes) -> bytes:
    """A VP8X chunk for a file in the simple format, from the first bytes of its bitstream."""
    if name == b"VP8L" and len(body) >= 5:
        bits = int.from_bytes(body[1:5], "little")
        width, height, has_alpha = bits & 0x3FFF, bits >> 14 & 0x3FFF, bits >> 28 & 1
    elif name == b"VP8 " and len(body) >= 10:
        width = (int.from_bytes(body[6:8], "little") & 0x3FFF) - 1
        height = (int.from_bytes(body[8:10], "little") & 0x3FFF) - 1
        has_alpha = 0
    else:
        raise NotWellFormedError("WebP bitstream")
    flags = _WEBP_ALPHA_FLAG if has_alpha else 0
    return bytes((flags, 0, 0, 0)) + width.to_bytes(3, "little") + height.to_bytes(3, "little")


def clean_wav(data: bytes) -> bytes:
    """``data`` with its format and samples alone."""
    return _riff(b"WAVE", [part for part in _riff_chunks(data) if part[0] in _WAV_NEEDED])


def clean_avi(data: bytes) -> bytes:
    """``data`` with its information lists blanked; nothing moves, since indexes hold offsets."""
    cleaned, at = bytearray(data), 12
    while at + 12 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        is_information = data[at : at + 4] == b"LIST" and data[at + 8 : at + 12] == b"INFO"
        if is_information or data[at : at + 4] in (b"IDIT", b"ISMP", b"_PMX"):
            end = min(at + 8 + size, len(data))
            cleaned[at : at + 4] = b"JUNK"
            cleaned[at + 8 : end] = bytes(end - at - 8)
        at += 8 + size + size % 2
    return bytes(cleaned)


def _riff_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each chunk; what follows the declared length is left out."""
    at, end = 12, 8 + int.from_bytes(data[4:8], "little")
    if data[:4] != b"RIFF" or not at <= end <= len(data) + 1:  # some omit the last padding byte
        raise NotWellFormedError("RIFF header")
    while at + 8 <= end:
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + size > end:
            raise NotWellFormedError("RIFF chunk")
        yield data[at : at + 4], data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _riff(form: bytes, chunks: list[tuple[bytes, bytes]]) -> bytes:
    body = form + b"".join(
        name + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)
        for name, content in chunks
    )
    return b"RIFF" + len(body).to_bytes(4, "little") + body


MARKERS: dict[str, Marker] = {PNG.mime: mark_png, JPEG.mime: mark_jpeg, WEBP.mime: mark_webp}
"""Types that carry an XMP packet themselves; others get a file beside them."""

CLEANERS: dict[str, Cleaner] = {
    PNG.mime: clean_png,
    JPEG.mime: clean_jpeg,
    WEBP.mime: clean_webp,
    WAV.mime: clean_wav,
    AVI.mime: clean_avi,
}
