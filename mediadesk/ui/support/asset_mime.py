"""How results of the library travel by drag and clipboard: their ids, never their bytes."""

from __future__ import annotations

import json

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QWidget

ASSETS_MIME = "application/x-mediadesk-assets"
"""A JSON list of asset ids."""

_MAX_BYTES = 1_000_000
_DRAG_PICTURE = QSize(72, 72)


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


def drag_assets(source: QWidget, ids: list[str], picture: QPixmap | None = None) -> None:
    """Start dragging assets out of a widget; returns when they are dropped. Call it from a mouse
    event, never from a coroutine: Qt runs a loop of its own meanwhile."""
    drag = QDrag(source)
    drag.setMimeData(asset_mime(ids))
    if picture is not None and not picture.isNull():
        drag.setPixmap(
            picture.scaled(
                _DRAG_PICTURE,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
    drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.CopyAction)
