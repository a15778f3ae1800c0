"""Whether a thumbnail fills its square or is shown whole: one choice for every grid."""

from __future__ import annotations

_choice = {"whole": False}


def shows_whole() -> bool:
    """Whether nothing of a picture is cut off, and a ground shows at two sides."""
    return _choice["whole"]


def show_whole(on: bool) -> None:
    """Show pictures whole from the next painting on, or let them fill their squares."""
    _choice["whole"] = on
