"""Preferences of this computer that are needed before a library is open. Never content."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from mediadesk.ui.support.language import SYSTEM
from mediadesk.ui.support.motion import set_motion_reduced
from mediadesk.ui.support.secret_copy import CLIPBOARD_SECONDS
from mediadesk.ui.support.theme import Preference, theme
from mediadesk.ui.support.thumbnail_fit import show_whole
from mediadesk.ui.support.viewer_ground import viewer_ground

_SCHEMES: tuple[Preference, ...] = ("system", "light", "dark")


class Preferences:
    """Scheme, language, text size, contrast and motion; each setter remembers, and all but the
    language apply at once."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings("mediadesk", "mediadesk")

    @property
    def scheme(self) -> Preference:
        """“system”, “light” or “dark”."""
        value = str(self._store.value("appearance/scheme", "system"))
        return next((scheme for scheme in _SCHEMES if scheme == value), "system")

    @property
    def language(self) -> str:
        """“system” or the code of a language."""
        return str(self._store.value("appearance/language", SYSTEM))

    @property
    def text_scale(self) -> float:
        """Text size factor, 0.8 to 2.0."""
        try:
            return float(str(self._store.value("appearance/text_scale", "1.0")))
        except ValueError:
            return 1.0

    @property
    def high_contrast(self) -> bool | None:
        """On, off, or None: as the system says."""
        value = str(self._store.value("appearance/high_contrast", ""))
        return {"true": True, "false": False}.get(value)

    @property
    def reduce_motion(self) -> bool | None:
        """Whether nothing but progress moves; None: as the system says."""
        value = str(self._store.value("appearance/reduce_motion", ""))
        return True if value == "true" else None

    def library_name(self, path: Path) -> str:
        """What the library in this folder was called when it was last open; "" if not known."""
        is_last = str(self._store.value("library/named", "")) == str(path)
        return str(self._store.value("library/name", "")) if is_last else ""

    @property
    def lock_after_minutes(self) -> int:
        """Minutes without use after which the library locks; 0 = never."""
        value = str(self._store.value("privacy/lock_after_minutes", "0"))
        return int(value) if value.isdigit() else 0

    @property
    def locks_with_computer(self) -> bool:
        """Whether the library locks when the computer sleeps or its screen locks."""
        return str(self._store.value("privacy/locks_with_computer", "true")) == "true"

    @property
    def hides_when_behind(self) -> bool:
        """Whether the windows show nothing while another program is in front."""
        return str(self._store.value("privacy/hides_when_behind", "false")) == "true"

    @property
    def clipboard_seconds(self) -> int:
        """How long a copied recovery key stays on the clipboard."""
        value = str(self._store.value("privacy/clipboard_seconds", ""))
        return int(value) if value.isdigit() else CLIPBOARD_SECONDS

    @property
    def notifies(self) -> bool:
        """Whether the system tells what ended while nobody looks at the window."""
        return str(self._store.value("privacy/notifies", "true")) == "true"

    @property
    def notes_name_prompts(self) -> bool:
        """Whether such a notification may hold the beginning of a prompt."""
        return str(self._store.value("privacy/notes_name_prompts", "false")) == "true"

    @property
    def viewer_ground(self) -> int:
        """Which grey is behind pictures."""
        value = str(self._store.value("appearance/viewer_ground", "0"))
        return int(value) if value.isdigit() else 0

    def follow_viewer_ground(self) -> None:
        """Put the remembered grey behind pictures, and remember what is chosen from now on."""
        ground = viewer_ground()
        ground.choose(self.viewer_ground)
        ground.changed.connect(
            lambda number: self._store.setValue("appearance/viewer_ground", str(number))
        )

    @property
    def whole_thumbnails(self) -> bool:
        """Whether grids show a picture whole rather than fill its square."""
        return str(self._store.value("appearance/whole_thumbnails", "")) == "true"

    def set_whole_thumbnails(self, on: bool) -> None:
        """Show pictures whole in grids, or fill their squares."""
        self._store.setValue("appearance/whole_thumbnails", "true" if on else "")
        show_whole(on)

    def follow_thumbnails(self) -> None:
        """Show thumbnails as remembered."""
        show_whole(self.whole_thumbnails)

    def apply_motion(self) -> None:
        """Let things move or not, as remembered."""
        set_motion_reduced(self.reduce_motion)

    def set_library_name(self, path: Path, name: str) -> None:
        """Remember what to call a library while it is locked."""
        self._store.setValue("library/named", str(path))
        self._store.setValue("library/name", name)

    def set_scheme(self, scheme: Preference) -> None:
        """Choose the scheme."""
        self._store.setValue("appearance/scheme", scheme)
        theme().set_preference(scheme)

    def set_language(self, language: str) -> None:
        """Choose the language; the window speaks it from its next start on."""
        self._store.setValue("appearance/language", language)

    def set_text_scale(self, scale: float) -> None:
        """Choose the text size factor."""
        self._store.setValue("appearance/text_scale", str(scale))
        theme().set_scale(scale)

    def set_high_contrast(self, on: bool) -> None:
        """Turn high contrast on, or leave it to the system."""
        self._store.setValue("appearance/high_contrast", "true" if on else "")
        theme().set_high_contrast(True if on else None)

    def set_reduce_motion(self, on: bool) -> None:
        """Turn animations off, or leave them to the system."""
        self._store.setValue("appearance/reduce_motion", "true" if on else "")
        set_motion_reduced(True if on else None)

    def set_locks_with_computer(self, on: bool) -> None:
        """Lock when the computer sleeps or its screen locks, or not."""
        self._store.setValue("privacy/locks_with_computer", "true" if on else "false")

    def set_hides_when_behind(self, on: bool) -> None:
        """Show nothing while another program is in front, or not."""
        self._store.setValue("privacy/hides_when_behind", "true" if on else "false")

    def set_clipboard_seconds(self, seconds: int) -> None:
        """Let a copied recovery key stay on the clipboard for so long."""
        self._store.setValue("privacy/clipboard_seconds", str(seconds))

    def set_notifies(self, on: bool) -> None:
        """Let the system tell what ended, or not."""
        self._store.setValue("privacy/notifies", "true" if on else "false")

    def set_notes_name_prompts(self, on: bool) -> None:
        """Let notifications hold the beginning of a prompt, or not."""
        self._store.setValue("privacy/notes_name_prompts", "true" if on else "false")

    def set_lock_after_minutes(self, minutes: int) -> None:
        """Lock by itself after so many minutes; 0 = never."""
        self._store.setValue("privacy/lock_after_minutes", str(minutes))
