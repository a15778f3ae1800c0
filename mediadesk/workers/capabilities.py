"""What this machine's Qt can do, found out by loading it. Runs in the player worker."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import PySide6
from PySide6.QtCore import QLibraryInfo, QPluginLoader, qVersion
from PySide6.QtMultimedia import QMediaPlayer

DECODERS = {
    "H.264": "h264",
    "H.265": "hevc",
    "VP8": "vp8",
    "VP9": "vp9",
    "AV1": "libdav1d",
    "MPEG-4": "mpeg4",
    "Motion-JPEG": "mjpeg",
    "AAC": "aac",
    "MP3": "mp3float",
    "Opus": "opus",
    "Vorbis": "vorbis",
    "FLAC": "flac",
}
"""Decoder names in FFmpeg; its native “av1” decodes only with hardware, so dav1d counts."""


def capabilities() -> dict[str, object]:
    """Qt's version, which codecs its FFmpeg decodes, and why a window could not open, if so."""
    return {
        "qt": qVersion(),
        "pyside": PySide6.__version__,
        "codecs": _codecs(),
        "window_problem": _window_problem(),
    }


def _codecs() -> dict[str, bool]:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath))
    found = sorted([*folder.glob("libavcodec*.so*"), *folder.glob("libavcodec*.dylib")])
    found += sorted(Path(PySide6.__file__).parent.glob("avcodec*.dll"))
    if not found:
        return {}
    # The player loads FFmpeg's libraries in the right order; on their own they lack symbols.
    player = QMediaPlayer()
    library = ctypes.CDLL(str(found[-1]))
    library.avcodec_find_decoder_by_name.restype = ctypes.c_void_p
    codecs = {
        label: bool(library.avcodec_find_decoder_by_name(name.encode()))
        for label, name in DECODERS.items()
    }
    player.deleteLater()
    return codecs


def _window_problem() -> str:
    """The system library that Qt's window plugin misses, in the loader's words; empty if none."""
    if sys.platform != "linux":
        return ""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    loader = QPluginLoader(str(plugins / "platforms" / "libqxcb.so"))
    return "" if loader.load() else loader.errorString()
