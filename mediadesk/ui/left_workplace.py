"""Where the user left the window, so that the next start goes on there."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from mediadesk.domain.errors import MediadeskError
from mediadesk.services.workplace import (
    Workplace,
    keep_workplace,
    kept_workplace,
    what_is_left,
)
from mediadesk.ui.pane_registry import pane_spec

if TYPE_CHECKING:
    from mediadesk.ui.service_set import ServiceSet

_log = logging.getLogger(__name__)


async def leave(services: ServiceSet, workplace: Workplace) -> None:
    """Keep it for the next start; a full disk must not keep the window open."""
    try:
        await keep_workplace(services.settings, workplace)
    except MediadeskError as error:
        _log.warning("where the user was is not kept: %s", type(error).__name__)


async def workplace_of(services: ServiceSet) -> Workplace | None:
    """What was left, without what is gone by now; None for a window that was never left."""
    kept = kept_workplace(services.settings)
    if kept is None:
        return None
    is_page = kept.page != "settings" and pane_spec(kept.page) is not None
    page = kept.page if is_page else "create"
    if kept.create is None:
        return replace(kept, page=page)
    left = await what_is_left(kept.create, services.generations, services.assets)
    return replace(kept, page=page, create=left)
