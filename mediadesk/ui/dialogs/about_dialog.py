"""What this program is, which version, on what it stands."""

from __future__ import annotations

import platform

from PySide6 import __version__ as pyside_version
from PySide6.QtWidgets import QWidget

from mediadesk import __version__
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.labels import role_label


class AboutDialog(DialogBase):
    """Version and licence."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window,
            f"mediadesk {__version__}",
            text=tr(
                "One private, encrypted workspace for AI text, images, video and audio, "
                "with your own keys."
            ),
            icon="aperture",
            name="about-dialog",
        )
        facts = tr("Qt for Python {qt}, Python {python}. MIT licence.").format(
            qt=pyside_version, python=platform.python_version()
        )
        self.body.addWidget(role_label(facts, "muted", wrap=True))
        self.add_button(Button(tr("Close"), name="about-close"), result=0)
