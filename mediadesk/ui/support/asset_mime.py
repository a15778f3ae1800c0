"""How results of the library travel by drag and clipboard: their ids, never their bytes."""

from __future__ import annotations

import json

from PySide6.QtCore import QMimeData

ASSETS_MIME = "application/x-mediadesk-assets"
"""A JSON list of asset ids."""

_MAX_BYTES = 1_000_000


def asset_mime(ids: list[str]) -> QMimeData:
    """Return mime data that carries asset ids."""
    data = QMimeData()
    data.setData(ASSETS_MIME, json.dumps(ids).encode())
    return data


def asset_ids(data: QMimeData) -> list[str]:
    """Return the asset ids in mime data; an empty list when there are none or they are damaged."""
    if not data.hasFormat(ASSETS_MIME):
        return []
    raw = bytes(data.data(ASSETS_MIME).data())
    if len(raw) > _MAX_BYTES:
        return []
    try:
        ids = json.loads(raw)
    except ValueError:
        return []
    if not isinstance(ids, list):
        return []
    return [entry for entry in ids if isinstance(entry, str)]
