"""The dialog for many runs: prompts, settings to vary, each price and the total."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPlainTextEdit, QWidget

from mediadesk.domain.batches import MOST_AXES, BatchQuote, RunQuote
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.field import StateLine, line_edit
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.words import estimate_words, first_line

if TYPE_CHECKING:
    from mediadesk.ui.panes.create.batch_view_model import BatchViewModel


class BatchDialog(DialogBase):
    """Call ``open()``; it closes once the runs are queued."""

    def __init__(self, window: QWidget, view_model: BatchViewModel) -> None:
        super().__init__(
            window,
            tr("Several runs"),
            text=tr("One prompt to a line. All runs are queued together, or none."),
            icon="layers",
            name="batch-dialog",
        )
        self._view_model = view_model
        self._prompts = QPlainTextEdit(view_model.text)
        self._prices = QPlainTextEdit()
        self._total = role_label("", "title")
        self._problem = StateLine(self)
        self._queue = PrimaryButton(tr("Queue"), size="default", name="batch-queue")
        self._build()
        self._connect()

    def _build(self) -> None:
        describe(self._prompts, name="batch-prompts", accessible=tr("Prompts, one to a line"))
        self._prompts.setTabChangesFocus(True)
        self._prompts.setFixedHeight(theme().px(110))
        self.body.addWidget(self._prompts)
        browse = Button(tr("Open a text or CSV file"), size="small", icon="file-input")
        browse.setObjectName("batch-open")
        browse.clicked.connect(self._browse)
        self.body.addWidget(browse, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(role_label(tr("Vary settings"), "label"))
        for number in range(1, MOST_AXES + 1):
            self.body.addLayout(self._axis(number))
        describe(self._prices, name="batch-prices", accessible=tr("Each run and its price"))
        self._prices.setReadOnly(True)
        self._prices.setTabChangesFocus(True)
        self._prices.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._prices.setFixedHeight(theme().px(110))
        self.body.addWidget(self._prices)
        self.body.addWidget(self._total)
        self.body.addWidget(self._problem)
        self.add_button(Button(tr("Cancel"), name="batch-cancel"), result=0)
        self.add_button(self._queue)
        self._queue.setEnabled(False)
        self._prompts.setFocus()

    def _connect(self) -> None:
        view_model = self._view_model
        self._prompts.textChanged.connect(lambda: view_model.set_text(self._prompts.toPlainText()))
        self._queue.clicked.connect(view_model.queue)
        view_model.quoted.connect(self._show_quote)
        view_model.refused.connect(lambda text: self._problem.show_text(text, "error"))
        view_model.prompts_read.connect(self._prompts.setPlainText)
        view_model.queued.connect(self.accept)

    def _axis(self, number: int) -> QHBoxLayout:
        box = QComboBox()
        label = tr("Setting {number} to vary").format(number=number)
        describe(box, name=f"batch-setting-{number}", accessible=label)
        box.addItem(tr("None"), "")
        for spec in self._view_model.choices:
            box.addItem(tr_sentence(spec.label), spec.name)
        values = line_edit(
            tr("Values of setting {number}").format(number=number), name=f"batch-values-{number}"
        )
        values.setEnabled(False)
        box.currentIndexChanged.connect(partial(self._on_axis, number, box, values))
        values.textChanged.connect(partial(self._on_axis, number, box, values))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(box, 2)
        row.addWidget(values, 3)
        return row

    def _on_axis(self, number: int, box: QComboBox, values: QWidget, *_changed: object) -> None:
        name = str(box.currentData())
        values.setEnabled(bool(name))
        values.setProperty("placeholderText", self._view_model.hint(name))
        self._view_model.set_axis(number, name, str(values.property("text")))

    def _show_quote(self, quote: BatchQuote) -> None:
        lines = [self._line(*numbered) for numbered in enumerate(quote.runs, 1)]
        self._prices.setPlainText("\n".join(lines))
        count = len(quote.runs)
        self._queue.setText(tr("Queue %Ln run(s)", n=count) if count else tr("Queue"))
        self._queue.setEnabled(bool(count) and not quote.problem)
        price = estimate_words(quote.expected_micro, quote.upper_micro)
        words = tr("%Ln run(s), {price} in all", n=count).format(price=price)
        self._total.setText(words if count else "")

    def _line(self, number: int, run: RunQuote) -> str:
        price = run.problem or estimate_words(run.expected_micro, run.upper_micro)
        varied = self._view_model.varied(run.request.parameters)
        prompt = first_line(run.request.prompt, 44 - min(24, len(varied)))
        words = f"{prompt}, {varied}" if varied else prompt
        return tr("{number}. {price}: {run}").format(number=number, price=price, run=words)

    def _browse(self) -> None:
        dialog = QFileDialog(self.window(), tr("Open a list of prompts"))
        dialog.setObjectName("batch-file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._view_model.read_file(Path(name)))
        dialog.open()
