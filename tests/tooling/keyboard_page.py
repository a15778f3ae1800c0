"""Writes docs/keyboard.md from the table of actions.

python -m tests.tooling.keyboard_page
"""

from itertools import groupby
from pathlib import Path

from mediadesk.ui.action_table import ALL_ACTIONS, GROUPS, SCOPE_WORDS, ActionSpec

PAGE = Path(__file__).resolve().parents[2] / "docs" / "keyboard.md"
_HEAD = """# Keys

Every action of the window and its keys, as they are at first. Settings, Shortcuts (F1) shows them
as they are now and gives an action other keys. On macOS, Cmd stands for Ctrl. Keys without Ctrl or
Alt rest while a text field has the focus.

Ctrl+K finds every action by its words. In the palette, `>` narrows to commands, `/` to projects,
`@` to models and `#` to the library; Tab narrows to the group of the chosen row. Alt alone shows
the menus.

Keys of what has the focus, which cannot be changed:

| where | keys |
|---|---|
| Prompt | `Alt+Up`, `Alt+Down` earlier and later prompts |
| Picture | `Z` fit or 100 %; `+`, `-` zoom; `Shift+arrows` move it; `B` next background |
| Picture | `Space` held while dragging moves it |
| Video, sound | `Space`, `K` play or pause; `J`, `L` five seconds back or on; `M` mute |
| Video, sound | `,`, `.` a frame back or on; `Up`, `Down` volume; `Ctrl+Left`, `Ctrl+Right` speed |
| Video, sound | `Shift+I`, `Shift+O` begin and end of a part; `Shift+L` loop |
| Text | `Ctrl+F` find |
| Grid, list | arrows, `Home`, `End`, `PgUp`, `PgDown` move; `Shift` extends; `Ctrl+A` all |
| Grid, list | `Space` quick look; `Return` open |
| Models | `Up`, `Down`, `PgUp`, `PgDown` move; `Alt+Left`, `Alt+Right` provider |
| Models | `Ctrl+D` favourite; `Return` use; `Esc` close |
| Two pictures in one | `Left`, `Right` move the divider |
"""


def page() -> str:
    """The page as it should be."""
    parts = [_HEAD]
    ordered = sorted(ALL_ACTIONS, key=lambda spec: GROUPS.index(spec.group))
    for group, specs in groupby(ordered, key=lambda spec: spec.group):
        parts.append(f"## {group}\n\n| action | keys | on macOS | works |\n|---|---|---|---|\n")
        parts[-1] += "".join(_row(spec) for spec in specs)
    return "\n".join(parts)


def _row(spec: ActionSpec) -> str:
    where = SCOPE_WORDS[spec.scope].lower().replace("create", "Create") or "everywhere"
    keys, mac = (_keys(some) for some in (spec.keys, spec.mac_keys))
    return f"| {spec.text} | {keys} | {mac} | {where} |\n"


def _keys(keys: tuple[str, ...]) -> str:
    return ", ".join(f"`{key}`" for key in keys)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
