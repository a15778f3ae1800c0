"""The contrast of two colours, as WCAG 2 counts it."""

from PySide6.QtGui import QColor

AA_TEXT, AA_PARTS = 4.5, 3.0


def contrast(one: str | QColor, other: str | QColor) -> float:
    """From 1.0 (the same) to 21.0 (black on white)."""
    light, dark = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
