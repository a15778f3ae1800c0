"""What each place says where it is empty, and what judges items, as data."""

EMPTY = {
    "": ("Nothing in this project yet", "Results you make on the Create page appear here."),
    "all": ("Your library is empty", "Results you make on the Create page appear here."),
    "search": ("Your library is empty", "Results you make on the Create page appear here."),
    "favourites": ("No favourites yet", "Press F on a result to find it here again."),
    "trash": ("Nothing was deleted", "Deleted results wait here and can be restored."),
}
CULLING = (*(f"rate-{stars}" for stars in range(6)), "reject", "mark")
"""What judges items: after one alone, the next one is chosen."""
