"""What bytes really are: an allow-list of media types, told from the first bytes alone.

What a provider declares is a hint; what is found here is stored.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from mediadesk.domain.generation import GenerationType

SNIFF_LENGTH = 512
"""How many leading bytes decide; fewer are enough where the data is shorter."""

_AVIF_BRANDS = frozenset({b"avif", b"avis"})
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"})
_AUDIO_BRANDS = frozenset({b"M4A ", b"M4B ", b"M4P "})
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1b")


@dataclass(frozen=True, slots=True)
class MediaType:
    """One recognised type; ``extension`` is written without a dot."""

    type: GenerationType
    mime: str
    extension: str


PNG = MediaType(GenerationType.IMAGE, "image/png", "png")
JPEG = MediaType(GenerationType.IMAGE, "image/jpeg", "jpg")
WEBP = MediaType(GenerationType.IMAGE, "image/webp", "webp")
GIF = MediaType(GenerationType.IMAGE, "image/gif", "gif")
AVIF = MediaType(GenerationType.IMAGE, "image/avif", "avif")
MP4 = MediaType(GenerationType.VIDEO, "video/mp4", "mp4")
WEBM = MediaType(GenerationType.VIDEO, "video/webm", "webm")
AVI = MediaType(GenerationType.VIDEO, "video/x-msvideo", "avi")
MP3 = MediaType(GenerationType.AUDIO, "audio/mpeg", "mp3")
WAV = MediaType(GenerationType.AUDIO, "audio/wav", "wav")
OGG = MediaType(GenerationType.AUDIO, "audio/ogg", "ogg")
FLAC = MediaType(GenerationType.AUDIO, "audio/flac", "flac")
AAC = MediaType(GenerationType.AUDIO, "audio/aac", "aac")
M4A = MediaType(GenerationType.AUDIO, "audio/mp4", "m4a")
TEXT = MediaType(GenerationType.TEXT, "text/plain", "txt")
PDF = MediaType(GenerationType.TEXT, "application/pdf", "pdf")
"""A document: an input of text models. Its bytes are no text."""

_PREFIXES = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"OggS", OGG),
    (b"fLaC", FLAC),
    (b"ID3", MP3),
    (b"%PDF-", PDF),
)
_RIFF_FORMS = {b"WEBP": WEBP, b"AVI ": AVI, b"WAVE": WAV}


def sniff(head: bytes) -> MediaType | None:
    """Type of a file that begins with ``head``, or None where it is none of those above.

    Text is recognised last: UTF-8 (a character cut at the end is fine) without control characters.
    """
    head = bytes(head[:SNIFF_LENGTH])
    for prefix, found in _PREFIXES:
        if head.startswith(prefix):
            return found
    if head[:4] == b"RIFF" and len(head) >= 12:
        return _RIFF_FORMS.get(head[8:12])
    if head[4:8] == b"ftyp" and len(head) >= 12:
        return _iso_media(head)
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return WEBM if b"webm" in head[:64] else None
    if len(head) >= 2 and head[0] == 0xFF:
        return _mpeg_audio(head)
    return TEXT if is_text(head) else None


def is_text(head: bytes) -> bool:
    """Whether ``head`` is the beginning of plain UTF-8 text; empty is not."""
    if not head or any(byte < 0x20 and byte not in _TEXT_CONTROLS for byte in head):
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _iso_media(head: bytes) -> MediaType | None:
    size = min(int.from_bytes(head[:4]), len(head))
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, max(16, size - 3), 4))}
    if brands & _AVIF_BRANDS:
        return AVIF
    if head[8:12] in _HEIF_BRANDS:
        return None
    return M4A if head[8:12] in _AUDIO_BRANDS else MP4


def _mpeg_audio(head: bytes) -> MediaType | None:
    """MPEG audio frame header (ISO 11172-3 §2.4.1.3) or ADTS (ISO 13818-7 §6.2)."""
    second = head[1]
    if second & 0xF6 == 0xF0:
        return AAC
    if second & 0xE0 != 0xE0 or second & 0x18 == 0x08 or second & 0x06 == 0:
        return None
    if len(head) >= 3 and (head[2] & 0xF0 == 0xF0 or head[2] & 0x0C == 0x0C):
        return None
    return MP3
