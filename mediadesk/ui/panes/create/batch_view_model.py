"""Many runs of the form: which prompts, which values, what they cost, and queueing them."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.batches import BatchQuote, read_prompts, spread
from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.parameters import ParameterKind
from mediadesk.ui.over_budget import FormWish
from mediadesk.ui.support.debounce import Debouncer
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from mediadesk.domain.generation import GenerationRequest
    from mediadesk.domain.parameters import ParameterSpec, ParameterValue
    from mediadesk.ui.workspace import Workspace

QUOTE_DELAY_MS = 150
_LONG = frozenset({ParameterKind.LONG_TEXT, ParameterKind.TEXT})


class Form(Protocol):
    """What a batch needs of the form that it was opened from."""

    def start(self, coroutine: Coroutine[Any, Any, object]) -> None:
        """Run a coroutine until it ends or the form closes."""


class BatchViewModel(QObject):
    """``quoted`` carries a ``BatchQuote``; ``refused`` a sentence; ``queued`` is the end.

    ``prompts_read`` carries the prompts of a file as text, ``changed`` the form's request where the
    user chose a cheaper setting.
    """

    quoted = Signal(object)
    changed = Signal(object)
    refused = Signal(str)
    prompts_read = Signal(str)
    queued = Signal()

    def __init__(
        self,
        form: Form,
        workspace: Workspace,
        request: GenerationRequest,
        specs: Sequence[ParameterSpec],
    ) -> None:
        super().__init__()
        self._form = form
        self._workspace = workspace
        self._services = workspace.services
        self._request = request
        self._text = request.prompt
        self._axes: dict[int, tuple[str, str]] = {}
        self._is_queueing = False
        self._quote = BatchQuote()
        self.choices = [spec for spec in specs if spec.kind not in _LONG]
        self._specs = {spec.name: spec for spec in self.choices}
        self._debounce = Debouncer(QUOTE_DELAY_MS, self)
        self._debounce.fired.connect(self._price)
        self._debounce.trigger()

    @property
    def text(self) -> str:
        """The prompts, one to a line."""
        return self._text

    def set_text(self, text: str) -> None:
        """The user changed the prompts."""
        self._text = text
        self._debounce.trigger()

    def set_axis(self, number: int, name: str, values: str) -> None:
        """Vary a setting over values with commas between; "" varies none."""
        self._axes[number] = (name, values)
        self._debounce.trigger()

    def hint(self, name: str) -> str:
        """What may be written as the values of a setting."""
        spec = self._specs.get(name)
        if spec is None:
            return ""
        if spec.choices:
            return ", ".join(choice.value for choice in spec.choices)
        if spec.kind is ParameterKind.FLAG:
            return tr("true, false")
        if spec.minimum is None or spec.maximum is None:
            return tr("Values with commas between")
        middle = (spec.minimum + spec.maximum) / 2
        return f"{spec.minimum:g}, {middle:g}, {spec.maximum:g}"

    def varied(self, parameters: Mapping[str, ParameterValue]) -> str:
        """The settings that differ between the runs, in words."""
        names = [name for name, values in self._axes.values() if name and values.strip()]
        return ", ".join(
            f"{self._specs[name].label} {parameters[name]}" for name in names if name in parameters
        )

    def read_file(self, path: Path) -> None:
        """Take the prompts of a file."""
        self._form.start(self._read_file(path))

    def queue(self) -> None:
        """Queue all runs; ``queued`` or ``refused`` follows."""
        if self._quote.runs and not self._quote.problem and not self._is_queueing:
            self._is_queueing = True
            self._form.start(self._queue())

    def _price(self) -> None:
        try:
            requests = spread(self._request, read_prompts(self._text), self._grid())
        except MediadeskError as error:
            self._show(BatchQuote(), tr_sentence(error.sentence()))
        else:
            self._form.start(self._price_all(requests, self._text))

    def _grid(self) -> dict[str, list[ParameterValue]]:
        grid: dict[str, list[ParameterValue]] = {}
        for name, words in self._axes.values():
            values = [value.strip() for value in words.split(",") if value.strip()]
            if name and values:
                grid[name] = [self._specs[name].parse(value) for value in values]
        return grid

    async def _price_all(self, requests: list[GenerationRequest], text: str) -> None:
        quote = await self._services.batches.quote(requests)
        if text == self._text:
            self._show(quote, quote.problem)

    def _show(self, quote: BatchQuote, problem: str) -> None:
        self._quote = quote
        self.quoted.emit(quote)
        self.refused.emit(problem)

    async def _read_file(self, path: Path) -> None:
        try:
            prompts = await self._services.batches.read_file(path)
        except MediadeskError as error:
            self.refused.emit(tr_sentence(error.sentence()))
        else:
            self.prompts_read.emit("\n".join(" ".join(prompt.split()) for prompt in prompts))

    async def _queue(self) -> None:
        prompts, grid = read_prompts(self._text), self._grid()
        wish = FormWish(
            self._request,
            lambda request: spread(request, prompts, grid),
            lambda runs, once: self._services.batches.start(runs, over_cap_once=once),
            self._take_change,
        )
        try:
            batch = await self._workspace.budgets.send(wish)
        except MediadeskError as error:
            self.refused.emit(tr_sentence(error.sentence()))
        else:
            words = tr("Queued as “{name}”, a saved view of the library.")
            self._workspace.tell(words.format(name=batch.name), "ok")
            self.queued.emit()
        finally:
            self._is_queueing = False

    def _take_change(self, request: GenerationRequest) -> None:
        self._request = request
        self.changed.emit(request)
        self._debounce.trigger()
