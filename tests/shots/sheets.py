"""Contact sheets: each picture beside the one of the same name that it should look like."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

GAP = 16
GROUND = (96, 96, 100)


def write_sheets(ours: Path, theirs: Path, folder: Path) -> tuple[int, list[str]]:
    """Write “name.png” (ours left, theirs right) into ``folder``.

    Returns how many were written, and the names that only ``theirs`` has.
    """
    folder.mkdir(parents=True, exist_ok=True)
    count, missing = 0, []
    for wanted in sorted(theirs.glob("*.png")):
        made = ours / wanted.name
        if not made.exists():
            missing.append(wanted.stem)
            continue
        _write_sheet(made, wanted, folder / wanted.name)
        count += 1
    return count, missing


def _write_sheet(made: Path, wanted: Path, target: Path) -> None:
    with Image.open(made) as first, Image.open(wanted) as second:
        size = (first.width + GAP + second.width, max(first.height, second.height))
        sheet = Image.new("RGB", size, GROUND)
        sheet.paste(first.convert("RGB"), (0, 0))
        sheet.paste(second.convert("RGB"), (first.width + GAP, 0))
    sheet.save(target)
