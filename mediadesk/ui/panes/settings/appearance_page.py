"""Appearance: scheme, language, text size, contrast, motion."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mediadesk.ui.panes.settings.rows import SettingsPage
from mediadesk.ui.support.language import LANGUAGES, SYSTEM
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.ground_picker import GroundPicker
from mediadesk.ui.widgets.range_control import RangeControl
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl
from mediadesk.ui.widgets.switch import Switch
from mediadesk.ui.widgets.theme_cards import ThemeCards

if TYPE_CHECKING:
    from mediadesk.ui.support.preferences import Preferences
    from mediadesk.ui.support.theme import Preference


class AppearancePage(SettingsPage):
    """Reads and writes the preferences of this computer."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(
            tr("Appearance"), tr("Changes apply at once, the language at the next start.")
        )
        self._preferences = preferences
        self._add_scheme()
        self._add_reading()
        self._add_pictures()
        self._add_language()

    def _add_language(self) -> None:
        group = self.add_group(tr("Language"))
        choices = [Segment(SYSTEM, tr("System"), "monitor")]
        choices += [Segment(code, name) for code, name in LANGUAGES.items()]
        language = SegmentedControl(
            choices,
            value=self._preferences.language,
            label=tr("Language"),
            name="appearance-language",
        )
        language.value_changed.connect(self._preferences.set_language)
        group.add_row(
            tr("Words of the window"),
            tr("Applies when mediadesk is opened again. The command line stays English."),
            language,
        )

    def _add_scheme(self) -> None:
        group = self.add_group(tr("Theme"))
        scheme = ThemeCards(
            [
                ("system", tr("Match the system")),
                ("light", tr("Light")),
                ("dark", tr("Dark")),
            ],
            value=self._preferences.scheme,
            label=tr("Theme"),
            name="appearance-scheme",
        )
        scheme.value_changed.connect(
            lambda value: self._preferences.set_scheme(cast("Preference", value))
        )
        group.add_widget(scheme)

    def _add_reading(self) -> None:
        group = self.add_group(tr("Reading"))
        size = RangeControl(
            tr("Text size"), 80, 200, step=10, unit="%", name="appearance-text-size"
        )
        size.setFixedWidth(theme().px(260))
        size.set_value(round(self._preferences.text_scale * 100))
        size.value_changed.connect(lambda value: self._preferences.set_text_scale(value / 100))
        group.add_row(
            tr("Text size"), tr("Scales text and controls together. 100% is 13 px."), size
        )
        contrast = Switch(
            tr("High contrast"),
            checked=self._preferences.high_contrast is True,
            name="appearance-contrast",
        )
        contrast.toggled.connect(self._preferences.set_high_contrast)
        group.add_row(tr("High contrast"), tr("Stronger borders, no tinted fills."), contrast)
        motion = Switch(
            tr("Reduce motion"),
            checked=self._preferences.reduce_motion is True,
            name="appearance-motion",
        )
        motion.toggled.connect(self._preferences.set_reduce_motion)
        words = tr("Progress still moves, nothing else does. Off: as the system says.")
        group.add_row(tr("Reduce motion"), words, motion)

    def _add_pictures(self) -> None:
        group = self.add_group(tr("Pictures"))
        words = tr(
            "Neutral grey, so it does not shift how colours look. B in a picture changes it."
        )
        group.add_row(tr("Viewer background"), words, GroundPicker())
        fit = SegmentedControl(
            [Segment("fill", tr("Fill the square")), Segment("whole", tr("Show all of it"))],
            value="whole" if self._preferences.whole_thumbnails else "fill",
            label=tr("Thumbnails"),
            name="appearance-thumbnails",
        )
        fit.value_changed.connect(
            lambda value: self._preferences.set_whole_thumbnails(value == "whole")
        )
        group.add_row(tr("Thumbnails"), "", fit)
