"""Names for exported files: from our own template, safe on every system. Pure functions."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from mediadesk.domain.generation import Asset

NAME_LIMIT_BYTES = 120
_WORDS_LIMIT_BYTES = 80
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)")


def suggested_name(asset: Asset, prompt: str = "") -> str:
    """A file name from the words of the prompt, the end of the id and the real type."""
    source = prompt or asset.file_name or f"{asset.type.value} {asset.created_at:%Y-%m-%d}"
    words = re.sub(r"[^\w]+", "-", unicodedata.normalize("NFC", source), flags=re.UNICODE)
    stem = words.strip("-_").lower().encode()[:_WORDS_LIMIT_BYTES].decode(errors="ignore")
    stem = stem.strip("-_") or asset.type.value
    return safe_name(f"{stem}-{asset.id.hex[-6:]}.{asset.extension}")


def safe_name(name: str) -> str:
    """``name`` as one file name of at most 120 bytes that every system takes."""
    clean = _UNSAFE.sub("_", unicodedata.normalize("NFC", name)).strip(" .")
    stem, dot, extension = clean.rpartition(".")
    stem, extension = (stem, dot + extension) if stem else (clean, "")
    if _DEVICES.match(clean):
        stem = f"_{stem}"
    room = NAME_LIMIT_BYTES - len(extension.encode())
    stem = stem.encode()[: max(1, room)].decode(errors="ignore").rstrip(" .")
    return f"{stem or 'file'}{extension}"


def numbered(path: Path, number: int) -> Path:
    """``path`` for the first, ``path-2`` for the second file of that name, and so on."""
    return path if number < 2 else path.with_name(f"{path.stem}-{number}{path.suffix}")
