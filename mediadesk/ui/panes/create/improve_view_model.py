"""“Improve prompt”: a text model rewrites the prompt, as an ordinary run with its price first."""

from __future__ import annotations

from collections.abc import Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.catalog import TOKEN_UNITS
from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.generation import GenerationRequest, GenerationStatus, GenerationType
from mediadesk.domain.word_diff import word_diff
from mediadesk.ui.over_budget import Wish
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr
from mediadesk.ui.words import estimate_words

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.generation import Generation
    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.workspace import Workspace

MOST_MODELS = 60
_UNKNOWN_RATE = 1 << 60
_WISH = """Rewrite the prompt below so that an AI model makes a better {kind} from it. Be concrete \
about what the {kind} needs: subject, setting, light, composition and mood for pictures and \
film; reader, form, length and tone for text; voice, pace and instruments for sound. Keep its \
language, its facts and its intent; add no names and no brands. Answer with the new prompt alone, \
without quotation marks and without a comment.

Prompt:
{prompt}"""


@dataclass(frozen=True, slots=True)
class Writer:
    """A text model that can rewrite."""

    provider: ProviderInfo
    model: ModelSpec

    @property
    def label(self) -> str:
        """Model and provider."""
        return f"{self.model.label}, {self.provider.label}"


class Form(Protocol):
    """What is needed of the form: its prompt, its kind, and somebody who runs things."""

    @property
    def type(self) -> GenerationType:
        """The kind that it makes."""

    @property
    def prompt(self) -> str:
        """The prompt as typed."""

    def start(self, coroutine: Coroutine[Any, Any, object]) -> None:
        """Run a coroutine until it ends or the form closes."""


class ImproveViewModel(QObject):
    """``priced`` (words, may run), ``running`` (on), ``improved`` (pieces, text), ``refused``."""

    priced = Signal(str, bool)
    running = Signal(bool)
    improved = Signal(object, str)
    refused = Signal(str)

    def __init__(self, form: Form, workspace: Workspace) -> None:
        super().__init__()
        self._form = form
        self._workspace = workspace
        self._services = workspace.services
        self._before = form.prompt.strip()
        self._kind = form.type
        self.writers = self._find_writers()
        self._writer = self.writers[0]
        self._is_running = False

    def choose(self, index: int) -> None:
        """Have it rewritten by another model; ``priced`` follows."""
        self._writer = self.writers[index]
        self._form.start(self._price(self._writer))

    def run(self) -> None:
        """Start the run; ``improved`` or ``refused`` follows."""
        if not self._is_running:
            self._is_running = True
            self.running.emit(True)
            self._form.start(self._run())

    def _request(self, writer: Writer) -> GenerationRequest:
        return GenerationRequest(
            GenerationType.TEXT,
            writer.provider.name,
            writer.model.id,
            _WISH.format(kind=self._kind.value, prompt=self._before),
            self._workspace.project.id,
            fallback=(),
        )

    def _find_writers(self) -> list[Writer]:
        """Models that can be used now, the cheapest first; what is made up offline comes last."""
        catalogue, kind = self._services.models, GenerationType.TEXT
        today = catalogue.today()
        infos = [info for info in catalogue.providers() if kind in info.types]
        ready = [info for info in infos if info.has_account and not info.is_offline]
        found = [
            Writer(info, model)
            for info in ready
            for model in catalogue.models(kind, info.name)
            if not model.has_ended(today)
        ]
        found.sort(key=lambda writer: _rate(writer.model))
        offline = [
            Writer(info, model)
            for info in infos
            if info.is_offline
            for model in catalogue.models(kind, info.name)
        ]
        if self._workspace.prefers_sample:
            return [*offline, *found[:MOST_MODELS]]
        return [*found[:MOST_MODELS], *offline]

    async def _price(self, writer: Writer) -> None:
        try:
            found = await self._services.generations.estimate(self._request(writer))
        except MediadeskError as error:
            self.refused.emit(tr_sentence(error.sentence()))
            self.priced.emit("", False)
            return
        words = estimate_words(found.expected_micro, found.upper_micro)
        self.priced.emit(words, found.upper_micro is not None)

    async def _run(self) -> None:
        generations = self._services.generations
        try:
            request = self._request(self._writer)
            wish = Wish(lambda once: generations.submit(request, over_cap_once=once))
            made = await self._workspace.budgets.send(wish)
            await self._show(await generations.wait(made))
        except MediadeskError as error:
            self.refused.emit(tr_sentence(error.sentence()))
        finally:
            self._is_running = False
            self.running.emit(False)

    async def _show(self, run: Generation) -> None:
        if run.status is not GenerationStatus.COMPLETED or not run.assets:
            why = next((one.error_message for one in run.attempts if one.error_message), None)
            self.refused.emit(why or tr("The run ended without a text."))
            return
        text = (await self._services.assets.text(run.assets[0].id)).strip()
        self.improved.emit(word_diff(self._before, text), text)


def _rate(model: ModelSpec) -> int:
    """Micro-USD for a million tokens read and as many written; the unknown counts as dearest."""
    if model.pricing.is_free:
        return 0
    rates = [price.micro for price in model.pricing.prices if price.unit in TOKEN_UNITS]
    return sum(rates) if rates else _UNKNOWN_RATE
