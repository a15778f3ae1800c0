"""Appearance: scheme, text size, contrast, motion. Changes apply at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mediadesk.ui.panes.settings.rows import SettingsPage
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.ground_picker import GroundPicker
from mediadesk.ui.widgets.range_control import RangeControl
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl
from mediadesk.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from mediadesk.ui.support.preferences import Preferences
    from mediadesk.ui.support.theme import Preference


class AppearancePage(SettingsPage):
    """Reads and writes the preferences of this computer."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__("Appearance", "Changes apply at once.")
        self._preferences = preferences
        self._add_scheme()
        self._add_reading()
        self._add_pictures()

    def _add_scheme(self) -> None:
        group = self.add_group("Theme")
        scheme = SegmentedControl(
            [
                Segment("system", "System", "monitor"),
                Segment("light", "Light", "sun"),
                Segment("dark", "Dark", "moon"),
            ],
            value=self._preferences.scheme,
            label="Theme",
            name="appearance-scheme",
        )
        scheme.value_changed.connect(
            lambda value: self._preferences.set_scheme(cast("Preference", value))
        )
        group.add_row("Colours", "Dark is easier on the eyes beside pictures.", scheme)

    def _add_reading(self) -> None:
        group = self.add_group("Reading")
        size = RangeControl("Text size", 80, 200, step=10, unit="%", name="appearance-text-size")
        size.setFixedWidth(theme().px(260))
        size.set_value(round(self._preferences.text_scale * 100))
        size.value_changed.connect(lambda value: self._preferences.set_text_scale(value / 100))
        group.add_row("Text size", "Scales text and controls together. 100% is 13 px.", size)
        contrast = Switch(
            "High contrast",
            checked=self._preferences.high_contrast is True,
            name="appearance-contrast",
        )
        contrast.toggled.connect(self._preferences.set_high_contrast)
        group.add_row("High contrast", "Stronger borders, no tinted fills.", contrast)
        motion = Switch(
            "Reduce motion", checked=self._preferences.reduce_motion, name="appearance-motion"
        )
        motion.toggled.connect(self._preferences.set_reduce_motion)
        group.add_row("Reduce motion", "Progress still moves, nothing else does.", motion)

    def _add_pictures(self) -> None:
        group = self.add_group(tr("Pictures"))
        words = tr(
            "Neutral grey, so it does not shift how colours look. B in a picture changes it."
        )
        group.add_row(tr("Viewer background"), words, GroundPicker())
