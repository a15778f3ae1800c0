"""The look of the window: scheme, palette, fonts and one generated stylesheet.

One :class:`Theme` per process, reached through :func:`theme`. It can change at run time; widgets
that paint themselves read it while painting and repaint on ``changed``.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessibilityHints,
    QColor,
    QFont,
    QFontDatabase,
    QPalette,
    QStyleHints,
)
from PySide6.QtWidgets import QApplication, QStyleFactory

from mediadesk.ui.support.resource_files import resource
from mediadesk.ui.support.stylesheet import build_stylesheet
from mediadesk.ui.support.tokens import Scheme, load_tokens, palette_for

Preference = Literal["system", "dark", "light"]
FontSize = Literal["caption", "meta", "base", "title", "dialog", "page", "figure"]
FontWeight = Literal["regular", "medium", "semibold"]

MIN_SCALE, MAX_SCALE = 0.8, 2.0

_FONT_FILES = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "JetBrainsMono-Regular.ttf",
    "JetBrainsMono-SemiBold.ttf",
)


class Theme(QObject):
    """Colours, fonts and sizes as they are now; emits ``changed`` when any of them changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._app: QApplication | None = None
        # Both wrappers are kept: the second dies with the Python wrapper of the first.
        self._hints: QStyleHints | None = None
        self._accessibility: QAccessibilityHints | None = None
        self._preference: Preference = "dark"
        self._scale = 1.0
        self._high_contrast: bool | None = None
        self._colors = palette_for("dark")
        self._qcolors: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, str, bool], QFont] = {}
        self._stylesheet = ""

    def install(
        self,
        app: QApplication,
        *,
        preference: Preference = "system",
        scale: float = 1.0,
        high_contrast: bool | None = None,
    ) -> None:
        """Load the bundled fonts and dress the application. ``high_contrast`` None follows the
        system."""
        self._app = app
        for name in _FONT_FILES:
            QFontDatabase.addApplicationFont(str(resource("fonts", name)))
        QDir.setSearchPaths("theme", [str(resource("theme"))])
        app.setStyle(QStyleFactory.create("Fusion"))
        self._preference = preference
        self._scale = _clamp_scale(scale)
        self._high_contrast = high_contrast
        self._hints = app.styleHints()
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._accessibility.contrastPreferenceChanged.connect(self._on_system_changed)
        self._apply()

    @property
    def preference(self) -> Preference:
        """What the user chose; ``scheme`` is what it means now."""
        return self._preference

    @property
    def scheme(self) -> Scheme:
        """The scheme shown now."""
        if self._preference != "system":
            return self._preference
        if self._hints is not None and self._hints.colorScheme() == Qt.ColorScheme.Light:
            return "light"
        return "dark"

    @property
    def is_dark(self) -> bool:
        """Whether the dark scheme is shown now."""
        return self.scheme == "dark"

    @property
    def scale(self) -> float:
        """Text size factor, 0.8 to 2.0."""
        return self._scale

    @property
    def is_high_contrast(self) -> bool:
        """Whether high contrast is on, by setting or by the system."""
        if self._high_contrast is not None:
            return self._high_contrast
        if self._accessibility is None:
            return False
        return self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast

    def set_preference(self, preference: Preference) -> None:
        """Switch to dark, light or the system's scheme."""
        self._preference = preference
        self._apply()

    def set_scale(self, scale: float) -> None:
        """Set the text size factor; values outside 0.8 to 2.0 snap to the nearer end."""
        self._scale = _clamp_scale(scale)
        self._apply()

    def set_high_contrast(self, high_contrast: bool | None) -> None:
        """Turn high contrast on, off, or (None) leave it to the system."""
        self._high_contrast = high_contrast
        self._apply()

    def hex(self, name: str) -> str:
        """Return a colour token as ``#RRGGBB``. Raises KeyError for an unknown name."""
        return self._colors[name]

    def color(self, name: str, alpha: float = 1.0) -> QColor:
        """Return a colour token, optionally with an opacity of 0.0 to 1.0."""
        found = self._qcolors.get(name)
        if found is None:
            found = self._qcolors[name] = QColor(self._colors[name])
        if alpha >= 1.0:
            return found
        mixed = QColor(found)
        mixed.setAlphaF(alpha)
        return mixed

    def px(self, value: float) -> int:
        """Return a design length scaled by the text size factor, in whole pixels."""
        return max(1, round(value * self._scale)) if value > 0 else 0

    def font(
        self, size: FontSize = "base", weight: FontWeight = "regular", *, mono: bool = False
    ) -> QFont:
        """Return a font of the type scale; its figures are tabular."""
        key = (size, weight, mono)
        if key not in self._fonts:
            self._fonts[key] = self._make_font(size, weight, mono=mono)
        return QFont(self._fonts[key])

    def _make_font(self, size: FontSize, weight: FontWeight, *, mono: bool) -> QFont:
        tokens = load_tokens()
        font = QFont()
        font.setFamilies(list(tokens.mono_families if mono else tokens.families))
        font.setPixelSize(self.px(tokens.font_sizes[size]))
        font.setWeight(QFont.Weight(tokens.font_weights[weight]))
        if not mono:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _on_system_changed(self) -> None:
        if self._preference == "system" or self._high_contrast is None:
            self._apply()

    def _apply(self) -> None:
        self._colors = palette_for(self.scheme, high_contrast=self.is_high_contrast)
        self._qcolors.clear()
        self._fonts.clear()
        if self._app is None:
            return
        sheet = build_stylesheet(
            self._colors,
            scheme=self.scheme,
            scale=self._scale,
            high_contrast=self.is_high_contrast,
        )
        if self._app.font() != self.font():  # told to every widget, also where it is the same
            self._app.setFont(self.font())
        self._app.setPalette(self._palette())
        if sheet != self._stylesheet:
            self._stylesheet = sheet
            # Off first: to put one sheet in the place of another takes Qt five times as long.
            self._app.setStyleSheet("")
            self._app.setStyleSheet(sheet)
        self.changed.emit()

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        names = {
            role.Window: "bg.window",
            role.WindowText: "text.primary",
            role.Base: "bg.field",
            role.AlternateBase: "bg.surface",
            role.Text: "text.primary",
            role.PlaceholderText: "text.tertiary",
            role.Button: "bg.raised",
            role.ButtonText: "text.primary",
            role.BrightText: "text.onAccent",
            role.ToolTipBase: "bg.raised",
            role.ToolTipText: "text.primary",
            role.Highlight: "accent.fill",
            role.HighlightedText: "text.onAccent",
            role.Link: "accent.text",
            role.LinkVisited: "accent.text",
            role.Light: "bg.raised",
            role.Midlight: "bg.hover",
            role.Mid: "border.default",
            role.Dark: "border.default",
            role.Shadow: "bg.canvas",
            role.Accent: "accent.fill",
        }
        palette = QPalette()
        for color_role, name in names.items():
            palette.setColor(color_role, self.color(name))
        for color_role in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, color_role, self.color("text.disabled"))
        return palette


def _clamp_scale(scale: float) -> float:
    return min(MAX_SCALE, max(MIN_SCALE, scale))


_theme: Theme | None = None


def theme() -> Theme:
    """Return the theme of this process."""
    global _theme
    if _theme is None:
        _theme = Theme()
    return _theme
