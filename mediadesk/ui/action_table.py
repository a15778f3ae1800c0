"""Every action of the window in one table: words, icon, keys, where it works and what it needs.

Menus, tooltips, the command palette, the page of shortcuts and docs/keyboard.md are made from it.
Keys of one scope must not clash; a test says so. Keys that viewers handle themselves while they
have the focus (play, zoom, pan) are not actions.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Literal

Scope = Literal["window", "create", "stage", "library", "compare", "activity"]
"""Where the keys work: everywhere, on the Create page, while the result has the focus, in the
library, on the Compare page, on the Activity page."""
SCOPE_WORDS: dict[Scope, str] = {
    "window": "",
    "create": "On the Create page",
    "stage": "While the result has the focus",
    "library": "In the library",
    "compare": "On the compare board",
    "activity": "On the Activity page",
}
Need = Literal[
    "", "undo", "redo", "lock", "create", "details", "run", "result", "text", "running", "items"
]
"""What must be there for an action to make sense; “details” is a page that has some,
“run” is a shown one, “running” an open one, “items” a selection in the library."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. ``is_single_key``: works only while no text field has the focus.

    ``mac_keys`` stand in for ``keys`` where macOS has taken those. ``is_listed``: has a row in
    menus and palette; what only moves the focus, or says the same as another action, has none.
    """

    name: str
    text: str
    keys: tuple[str, ...]
    group: str
    icon: str = ""
    scope: Scope = "window"
    needs: Need = ""
    is_single_key: bool = False
    is_listed: bool = True
    mac_keys: tuple[str, ...] = ()

    @property
    def default_keys(self) -> tuple[str, ...]:
        """The keys on this system, in Qt's portable words."""
        return self.mac_keys if self.mac_keys and sys.platform == "darwin" else self.keys


def _create(
    name: str, text: str, keys: tuple[str, ...], icon: str = "", *, is_listed: bool = True
) -> ActionSpec:
    return ActionSpec(name, text, keys, "Composer", icon, "create", is_listed=is_listed)


def _result(
    name: str,
    text: str,
    keys: tuple[str, ...],
    icon: str = "",
    needs: Need = "result",
    *,
    single: bool = False,
    is_listed: bool = True,
) -> ActionSpec:
    return ActionSpec(name, text, keys, "Result", icon, "create", needs, single, is_listed)


def _library(
    name: str, text: str, keys: tuple[str, ...], icon: str, needs: Need = "items"
) -> ActionSpec:
    single = not keys[0].startswith(("Ctrl+", "Alt+"))
    return ActionSpec(name, text, keys, "Library", icon, "library", needs, single)


def _compare(name: str, text: str, key: str, icon: str) -> ActionSpec:
    return ActionSpec(
        f"compare-{name}", text, (key,), "Result", icon, "compare", is_single_key=True
    )


def _activity(name: str, text: str, key: str, icon: str) -> ActionSpec:
    single = "+" not in key
    return ActionSpec(
        f"activity-{name}", text, (key,), "Jobs", icon, "activity", is_single_key=single
    )


WINDOW_ACTIONS = (
    ActionSpec("new-project", "New project", ("Ctrl+N",), "File", "folder-plus"),
    ActionSpec("rename-project", "Rename project", ("F2",), "File", "pencil"),
    ActionSpec("switch-library", "Switch library", (), "File", "library", needs="lock"),
    ActionSpec("new-library", "New library", (), "File", "plus", needs="lock"),
    ActionSpec("open-library", "Open another library", (), "File", "folder-open", needs="lock"),
    ActionSpec("lock", "Lock", ("Ctrl+L",), "File", "lock", needs="lock"),
    ActionSpec("quit", "Quit", ("Ctrl+Q",), "File", "log-out"),
    ActionSpec("undo", "Undo", ("Ctrl+Z",), "Edit", "undo-2", needs="undo"),
    ActionSpec(
        "redo",
        "Redo",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        "Edit",
        "redo-2",
        needs="redo",
        mac_keys=("Ctrl+Shift+Z",),
    ),
    ActionSpec("compare-marked", "Compare marked results", ("Ctrl+Shift+C",), "Go", "columns-2"),
    ActionSpec("palette", "Search or run", ("Ctrl+K",), "Go", "search"),
    ActionSpec("switch-project", "Switch project", ("Ctrl+P",), "Go", "folder-open"),
    ActionSpec("page-create", "Create", ("Ctrl+1",), "Go", "wand-sparkles"),
    ActionSpec("page-library", "Library", ("Ctrl+2",), "Go", "library"),
    ActionSpec("page-analytics", "Analytics", ("Ctrl+3",), "Go", "chart-no-axes-column"),
    ActionSpec("activity", "Activity", ("Ctrl+Shift+A",), "Go", "activity"),
    ActionSpec("all-media", "All media", ("Ctrl+Shift+L",), "Go", "images"),
    ActionSpec("favourites", "Favourites", (), "Go", "heart"),
    ActionSpec("trash", "Recently deleted", (), "Go", "trash-2"),
    ActionSpec("search", "Search the library", ("Ctrl+F",), "Go", "scan-search"),
    ActionSpec("settings", "Settings", ("Ctrl+,",), "Go", "settings"),
    ActionSpec("api-keys", "API keys", (), "Go", "key-round"),
    ActionSpec("toggle-sidebar", "Show or hide the sidebar", ("Ctrl+B",), "View", "panel-left"),
    ActionSpec(
        "toggle-details",
        "Show or hide details",
        ("Ctrl+I",),
        "View",
        "panel-right",
        needs="details",
    ),
    ActionSpec(
        "toggle-history",
        "Show or hide the history",
        ("Ctrl+H",),
        "View",
        "panel-bottom",
        needs="create",
        mac_keys=("Ctrl+Y",),
    ),
    ActionSpec("next-region", "Next region", ("F6",), "View", is_listed=False),
    ActionSpec("previous-region", "Previous region", ("Shift+F6",), "View", is_listed=False),
    ActionSpec("full-screen", "Full screen", ("F11",), "View", "maximize"),
    ActionSpec("text-larger", "Larger text", ("Ctrl+=", "Ctrl++"), "View", "zoom-in"),
    ActionSpec("text-smaller", "Smaller text", ("Ctrl+-",), "View", "zoom-out"),
    ActionSpec("text-normal", "Normal text size", ("Ctrl+0",), "View", "text"),
    ActionSpec("close-page", "Close this page", ("Ctrl+W",), "View", "x", is_listed=False),
    ActionSpec("shortcuts", "Keyboard shortcuts", ("F1",), "Help", "keyboard"),
    ActionSpec("about", "About mediadesk", (), "Help", "info"),
)

STAGE_ACTIONS = (
    ActionSpec(
        "full-view",
        "Full view",
        ("Return", "Enter"),
        "Result",
        "maximize-2",
        "stage",
        "result",
        is_single_key=True,
    ),
    ActionSpec(
        "leave-full-view",
        "Leave full view",
        ("Esc",),
        "Result",
        "",
        "stage",
        is_single_key=True,
        is_listed=False,
    ),
    ActionSpec(
        "next-variation", "Next variation", ("Right",), "Result", "", "stage", "", True, False
    ),
    ActionSpec(
        "previous-variation",
        "Previous variation",
        ("Left",),
        "Result",
        "",
        "stage",
        "",
        True,
        False,
    ),
)

CREATE_ACTIONS = (
    _create("type-text", "Make text", ("Alt+1",), "type"),
    _create("type-image", "Make an image", ("Alt+2",), "image"),
    _create("type-video", "Make a video", ("Alt+3",), "clapperboard"),
    _create("type-audio", "Make audio", ("Alt+4",), "audio-lines"),
    _create("run", "Generate", ("Ctrl+Return", "Ctrl+Enter"), "sparkles"),
    _create("run-one", "Generate one", ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"), "sparkles"),
    _create("compare-models", "Compare models", ("Ctrl+Shift+B",), "columns-2"),
    _create("batch-runs", "Several runs", ("Ctrl+Shift+R",), "layers"),
    _create("presets", "Prompt presets", (), "book-open"),
    _create("improve-prompt", "Improve the prompt", (), "wand-sparkles"),
    _create("paste-input", "Paste as an input", ("Ctrl+Shift+V",), "clipboard-paste"),
    _create("advanced", "Advanced settings", ("Ctrl+.",), "sliders-horizontal"),
    _create("reset-advanced", "Reset advanced settings", ("Ctrl+Shift+.",), "rotate-ccw"),
    ActionSpec(
        "choose-model",
        "Choose a model",
        ("Ctrl+M",),
        "Composer",
        "box",
        "create",
        mac_keys=("Ctrl+Shift+K",),
    ),
    _create("focus-prompt", "Go to the prompt", ("Ctrl+Shift+P",), "pencil"),
    ActionSpec("prompt-key", "Go to the prompt", ("P",), "Composer", "", "create", "", True, False),
    _create("more-results", "One result more", ("Alt+PgUp",), "plus"),
    _create("fewer-results", "One result fewer", ("Alt+PgDown",), "minus"),
    _result("next-result", "Next result", ("Ctrl+Down",), "arrow-right", ""),
    _result("previous-result", "Previous result", ("Ctrl+Up",), "arrow-left", ""),
    _result("favourite", "Favourite this result", ("F",), "heart", single=True),
    _result("mark", "Mark for comparing", ("X",), "columns-2", single=True),
    _result("tag", "Tag this result", ("T",), "tag", single=True),
    _result("use-as-input", "Use as input", ("U",), "corner-up-left", single=True),
    _result("remix", "Remix", ("R",), "shuffle", "run", single=True),
    _result("continue", "Continue this text", ("Ctrl+J",), "corner-down-right", "text"),
    _result("copy-prompt", "Copy the prompt", ("C",), "clipboard", "run", single=True),
    _result("copy-result", "Copy the result", ("Ctrl+C",), "copy", single=True),
    _result("save", "Save as", ("Ctrl+S",), "download"),
    _result("details-key", "Show or hide details", ("I",), "", "", single=True, is_listed=False),
    _result("delete", "Delete", ("Del",), "trash-2", "run", single=True),
    _result("cancel", "Cancel this run", ("Ctrl+Shift+X",), "circle-x", "running"),
    *(
        _result(f"rate-{stars}", f"Rate {stars}", (str(stars),), "star", single=True)
        for stars in range(6)
    ),
)

LIBRARY_ACTIONS = (
    _library("library-favourite", "Favourite what is selected", ("F",), "heart"),
    _library("library-mark", "Mark what is selected for comparing", ("X",), "columns-2"),
    _library("library-tag", "Tag what is selected", ("T",), "tag"),
    _library("library-reject", "Reject what is selected, or not", ("Shift+X",), "ban"),
    *(
        _library(f"library-rate-{stars}", f"Rate what is selected {stars}", (str(stars),), "star")
        for stars in range(6)
    ),
    _library("library-input", "Use what is selected as input", ("U",), "corner-up-left"),
    _library("library-delete", "Delete what is selected", ("Del",), "trash-2"),
    _library("library-export", "Export what is selected", ("Ctrl+E",), "file-down"),
    _library("library-move", "Move what is selected", ("Ctrl+Shift+M",), "folder-input"),
    _library("library-view", "Grid or list", ("G",), "layout-grid", ""),
    _library("library-larger", "Larger pictures", ("+", "="), "zoom-in", ""),
    _library("library-smaller", "Smaller pictures", ("-",), "zoom-out", ""),
    _library("library-clear", "Select nothing", ("Esc",), "x"),
)

COMPARE_ACTIONS = (
    *(_compare(f"pick-{n}", f"Pick result {n}", str(n), "check") for n in range(1, 9)),
    _compare("names", "Hide or show names", "N", "eye-off"),
    _compare("mode", "Side by side, slider or difference", "S", "columns-2"),
    _compare("link", "Zoom and scroll together or not", "L", "link"),
    *(
        ActionSpec(
            f"compare-rate-{stars}",
            f"Rate the pane with the focus {stars}",
            (f"Alt+{stars}",),
            "Result",
            "star",
            "compare",
            is_listed=False,
        )
        for stars in range(6)
    ),
    _compare("close", "Close the comparison", "Esc", "x"),
)

ACTIVITY_ACTIONS = (
    _activity("retry", "Retry this job now", "Ctrl+R", "refresh-cw"),
    _activity("cancel", "Cancel this job", "Del", "circle-x"),
    _activity("pause", "Pause or resume new jobs", "Ctrl+Shift+Space", "pause"),
    _activity("up", "Move this job up", "Alt+Up", "arrow-up"),
    _activity("down", "Move this job down", "Alt+Down", "arrow-down"),
    _activity("top", "Move this job to the top", "Alt+Home", "arrow-up"),
    _activity("details", "Show or hide the job's details", "I", "panel-right"),
)

ALL_ACTIONS = (
    WINDOW_ACTIONS
    + CREATE_ACTIONS
    + STAGE_ACTIONS
    + LIBRARY_ACTIONS
    + COMPARE_ACTIONS
    + ACTIVITY_ACTIONS
)
GROUPS = ("File", "Edit", "Go", "View", "Composer", "Result", "Library", "Jobs", "Help")
"""The groups, in the order of the menus."""
_BY_NAME = {spec.name: spec for spec in ALL_ACTIONS}


def action_spec(name: str) -> ActionSpec:
    """The action called ``name``. Raises KeyError."""
    return _BY_NAME[name]
