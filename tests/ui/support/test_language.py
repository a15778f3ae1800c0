"""What the window says in a language, and what the layers below say in it."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from mediadesk.ui.support.language import VARIABLE, install_language
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.words import date_words, file_size


@pytest.fixture(autouse=True)
def english_again(themed_app: QApplication) -> Iterator[None]:
    yield
    install_language(themed_app, "en")


@pytest.fixture
def german(themed_app: QApplication) -> None:
    assert install_language(themed_app, "de") == "de"


@pytest.mark.usefixtures("german")
def test_german_words_numbers_and_dates() -> None:
    assert tr("Settings") == "Einstellungen"
    assert tr("%Ln item(s)", n=1) == "1 Objekt"
    assert tr("%Ln item(s)", n=1234) == "1.234 Objekte"
    assert number(1234567) == "1.234.567"
    assert file_size(5_800_000) == "5,8 MB"
    day = date(2026, 3, 2)
    assert date_words(day, tr("d MMM yyyy", "date")) == "2. März 2026"


@pytest.mark.usefixtures("german")
def test_the_words_of_qt_itself_are_german() -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.buttons()[0].text().replace("&", "") == "Abbrechen"
    box.deleteLater()


def test_english_has_plurals_without_brackets() -> None:
    assert tr("%Ln item(s)", n=1) == "1 item"
    assert tr("%Ln item(s)", n=2) == "2 items"
    assert tr("%Ln entry(ies)", n=1000) == "1,000 entries"


@pytest.mark.usefixtures("german")
def test_a_sentence_of_the_layers_below_keeps_its_values() -> None:
    said = "OpenAI did not answer in time. Try again."
    assert tr_sentence(said) == "OpenAI antwortete nicht in der erwarteten Zeit. Erneut versuchen."
    assert tr_sentence("The disk that holds /a b is full.") == "Das Laufwerk mit /a b ist voll."
    assert tr_sentence("Quota of org-1 exceeded. Try again.") == (
        "Quota of org-1 exceeded. Erneut versuchen."
    )


def test_english_sentences_stay_as_they_come() -> None:
    assert tr_sentence("There is no file “{x}”. Try again.") == "There is no file “{x}”. Try again."


def test_the_environment_brings_the_pseudo_locale(
    themed_app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "pseudo-rtl")
    install_language(themed_app, "de")
    assert tr("Save {name}").startswith("[!! Šàvé {name}")
    assert themed_app.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert tr_sentence("Try again.").startswith("[!! ")
    monkeypatch.delenv(VARIABLE)
    install_language(themed_app, "en")
    assert tr("Save {name}") == "Save {name}"
    assert themed_app.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_an_unknown_choice_falls_back_to_the_system(themed_app: QApplication) -> None:
    assert install_language(themed_app, "xx") in ("en", "de")
