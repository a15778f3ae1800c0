"""The language of the window: chosen once, before the first paint, until the window is closed.

English is the language of the source; its own file holds plural forms alone. Developers see with
``MEDIADESK_LANGUAGE=pseudo`` what is cut off or was never translated, and with ``pseudo-rtl`` the
same from right to left.
"""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from mediadesk.ui.support import sentences
from mediadesk.ui.support.resource_files import resource
from mediadesk.ui.support.translation import set_pseudo

SYSTEM = "system"
LANGUAGES = {"en": "English", "de": "Deutsch"}
"""Each language by its code and its own name. docs/translations.md adds one."""
_TERRITORIES = {"en": "en_GB", "de": "de_DE"}
"""Where the system speaks another language, its numbers and months would look foreign."""
PSEUDO, PSEUDO_RTL = "pseudo", "pseudo-rtl"
VARIABLE = "MEDIADESK_LANGUAGE"

_installed: list[QTranslator] = []


def install_language(app: QApplication, choice: str = SYSTEM) -> str:
    """Speak ``choice``: “system”, a code of LANGUAGES, or what the environment says instead.

    Returns the code spoken now. What is shown already keeps its words.
    """
    wanted = os.environ.get(VARIABLE) or choice
    is_pseudo = wanted in (PSEUDO, PSEUDO_RTL)
    code = "en" if is_pseudo else _code_of(wanted)
    for old in _installed:
        QCoreApplication.removeTranslator(old)
    _installed.clear()
    set_pseudo(is_pseudo)
    _set_locale(code)
    if code != "en":
        _load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    _load(f"mediadesk_{code}", str(resource("translations")))
    sentences.speak(code)
    right_to_left = (
        wanted == PSEUDO_RTL or QLocale(code).textDirection() == Qt.LayoutDirection.RightToLeft
    )
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    return code


def _code_of(wanted: str) -> str:
    if wanted in LANGUAGES:
        return wanted
    spoken = (name.partition("-")[0].lower() for name in QLocale.system().uiLanguages())
    return next((code for code in spoken if code in LANGUAGES), "en")


def _set_locale(code: str) -> None:
    system = QLocale.system()
    speaks = QLocale.languageToCode(system.language()) == code
    QLocale.setDefault(QLocale(system.name()) if speaks else QLocale(_TERRITORIES[code]))


def _load(name: str, folder: str) -> None:
    translator = QTranslator(QCoreApplication.instance())
    if translator.load(name, folder):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)
