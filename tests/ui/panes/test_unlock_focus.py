"""The unlock page: typing starts at once."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediadesk.services.library_access import LibraryAccess
from mediadesk.ui.panes.unlock.pane import UnlockPane
from mediadesk.ui.panes.unlock.view_model import UnlockViewModel
from mediadesk.vault.keyslots import MIN_LOG2_N, ScryptParameters
from mediadesk.vault.vault import Vault


async def test_keys_reach_the_passphrase_field(qtbot: QtBot, tmp_path: Path) -> None:
    """A user typed the passphrase right after the start and nothing arrived."""
    folder = tmp_path / "library"
    Vault.create(folder, passphrase="correct horse", scrypt=ScryptParameters(MIN_LOG2_N))
    model = UnlockViewModel(LibraryAccess(folder, use_keyring=False))
    window = QWidget()
    qtbot.addWidget(window)
    pane = UnlockPane(model)
    QVBoxLayout(window).addWidget(pane)
    window.show()
    pane.setFocus()
    focused = window.focusWidget()
    assert isinstance(focused, QLineEdit)
    qtbot.keyClicks(focused, "correct horse")
    assert focused.text() == "correct horse"
    await model.close()
