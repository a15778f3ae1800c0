"""What this program is, which version, on what it stands."""

from __future__ import annotations

import platform

from PySide6 import __version__ as pyside_version
from PySide6.QtWidgets import QWidget

from mediadesk import __version__
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.labels import role_label


class AboutDialog(DialogBase):
    """Version and licence."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window,
            f"mediadesk {__version__}",
            text="One private, encrypted workspace for AI text, images, video and audio, "
            "with your own keys.",
            icon="aperture",
            name="about-dialog",
        )
        facts = f"Qt for Python {pyside_version}, Python {platform.python_version()}. MIT licence."
        self.body.addWidget(role_label(facts, "muted", wrap=True))
        self.add_button(Button("Close", name="about-close"), result=0)
