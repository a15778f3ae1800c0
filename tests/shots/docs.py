"""The screenshots of the documents: ``python -m tests.shots.docs PICTURES``.

Takes them from a folder that ``python -m tests.shots`` has filled, with a palette of their own.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

from mediadesk.ui.support.tokens import Scheme, palette_for

TARGET = Path(__file__).resolve().parents[2] / "resources" / "screenshots"
COLORS = 256
CHOSEN = {
    "create-dark": "01-create-image-dark",
    "create-light": "01-create-image-light",
    "video-dark": "03-result-video-dark",
    "audio-light": "03-result-audio-light",
    "text-light": "03-result-text-light",
    "compare-dark": "03-compare-4-images-dark",
    "library-dark": "library-all-dark",
    "settings-light": "settings-keys-tested-light",
    "analytics-light": "05-analytics-light",
    "budgets-dark": "06-settings-budgets-dark",
    "activity-dark": "04-activity-dark",
    "over-budget-light": "09-budget-exceeded-light",
}
"""The name in the documents, and the picture."""


def main() -> int:
    """Write every screenshot anew."""
    if len(sys.argv) != 2:
        sys.stderr.write("usage: python -m tests.shots.docs PICTURES\n")
        return 2
    for name, picture in CHOSEN.items():
        with Image.open(Path(sys.argv[1]) / f"{picture}.png") as image:
            small = _with_palette(image.convert("RGB"), "light" if "light" in name else "dark")
            small.save(TARGET / f"{name}.png", optimize=True)
    return 0


def _with_palette(image: Image.Image, scheme: Scheme) -> Image.Image:
    """The window keeps its own colours exactly; the rest of the palette is for what it shows."""
    fixed = sorted(set(palette_for(scheme).values()))
    found = image.quantize(COLORS - len(fixed), dither=Image.Dither.NONE).getpalette() or []
    palette = Image.new("P", (1, 1))
    own = [number for color in fixed for number in bytes.fromhex(color[1:])]
    palette.putpalette(own + found[: 3 * (COLORS - len(fixed))])
    return image.quantize(palette=palette, dither=Image.Dither.NONE)


if __name__ == "__main__":
    sys.exit(main())
