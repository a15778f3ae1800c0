"""What each place says where it is empty, and what judges items, as data."""

from mediadesk.ui.support.translation import QT_TR_NOOP

EMPTY = {
    "": (
        QT_TR_NOOP("Nothing in this project yet"),
        QT_TR_NOOP("Results you make on the Create page appear here."),
    ),
    "all": (
        QT_TR_NOOP("Your library is empty"),
        QT_TR_NOOP("Results you make on the Create page appear here."),
    ),
    "search": (
        QT_TR_NOOP("Your library is empty"),
        QT_TR_NOOP("Results you make on the Create page appear here."),
    ),
    "favourites": (
        QT_TR_NOOP("No favourites yet"),
        QT_TR_NOOP("Press F on a result to find it here again."),
    ),
    "trash": (
        QT_TR_NOOP("Nothing was deleted"),
        QT_TR_NOOP("Deleted results wait here and can be restored."),
    ),
}
CULLING = (*(f"rate-{stars}" for stars in range(6)), "reject", "mark")
"""What judges items: after one alone, the next one is chosen."""
