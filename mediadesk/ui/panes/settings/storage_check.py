"""The check of every file: its progress, and what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.widgets.progress import ProgressBar
from mediadesk.ui.words import file_size

if TYPE_CHECKING:
    from mediadesk.services.library import VerifyReport
    from mediadesk.ui.panes.settings.storage_view_model import StorageViewModel

_MOST_TOLD = 5


class CheckRow(QWidget):
    """Begins and stops the check."""

    def __init__(self, view_model: StorageViewModel) -> None:
        super().__init__()
        self._model = view_model
        self._title = role_label(tr("Check every file against its fingerprint"), wrap=True)
        self._told = role_label("", "muted", wrap=True)
        self._bar = ProgressBar(tr("Check"))
        self._bar.hide()
        self._button = Button(tr("Check now"), size="field", name="storage-check")
        self._button.clicked.connect(self._press)
        words = QVBoxLayout()
        words.setSpacing(6)
        for part in (self._title, self._bar, self._told):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self._button)
        self._told.setText(tr("Reads everything once. You can go on working."))
        view_model.progressed.connect(self._on_progress)
        view_model.checked.connect(self._on_checked)

    def _press(self) -> None:
        if self._model.is_checking:
            self._model.stop_check()
            return
        self._model.check()
        self._title.setText(tr("Checking every file against its fingerprint"))
        self._told.setText(tr("The database comes first. You can go on working."))
        self._bar.set_fraction(None)
        self._bar.show()
        self._button.setText(tr("Stop"))

    def _on_progress(self, done: int, total: int) -> None:
        self._bar.set_fraction(done / total if total else None)
        words = tr("{done} of {total} files. You can go on working.")
        self._told.setText(words.format(done=number(done), total=number(total)))

    def _on_checked(self, report: VerifyReport | None) -> None:
        self._bar.hide()
        self._button.setText(tr("Check now"))
        self._title.setText(tr("Check every file against its fingerprint"))
        self._told.setText(
            tr("Stopped. Nothing was changed.") if report is None else report_words(report)
        )


def report_words(report: VerifyReport) -> str:
    """What a check found, and what to do about damage."""
    read = tr("{files} read, {size}.").format(
        files=tr("%Ln file(s)", n=report.blobs_read), size=file_size(report.bytes_read)
    )
    if report.is_sound:
        return tr("Everything is as it was written. {read}").format(read=read)
    damage = [finding.message for finding in report.findings if finding.kind.is_damage]
    told = " ".join(dict.fromkeys(damage[:_MOST_TOLD]))
    words = tr("Found: {faults}. {told} {read} Restore what is damaged from a backup.")
    return words.format(faults=tr("%Ln fault(s)", n=len(damage)), told=told, read=read)
