"""A long script of the form: its parts, how far they are, and sending a broken one again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.events import GenerationFinished
from mediadesk.domain.generation import GenerationRequest
from mediadesk.ui.over_budget import Wish
from mediadesk.ui.support.debounce import Throttle
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediadesk.domain.generation import Asset
    from mediadesk.domain.ids import GenerationId
    from mediadesk.domain.scripts import Script
    from mediadesk.ui.workspace import Workspace

FOLLOW_MS = 120
"""Jobs that end together are looked at once."""


@dataclass(frozen=True, slots=True)
class ScriptState:
    """What is to be told of the newest script that is not one sound yet; "" = nothing."""

    words: str = ""
    level: str = "run"
    can_send_again: bool = False


class ScriptsViewModel(ViewModel):
    """``changed`` carries a ``ScriptState``; ``joined`` the sound that the parts became."""

    changed = Signal(object)
    joined = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._services = workspace.services
        self._script: Script | None = None
        self._soon = Throttle(FOLLOW_MS, self)
        self._soon.fired.connect(lambda: self.start(self._follow()))
        self.subscribe(
            self._services.events, GenerationFinished, lambda _event: self._soon.trigger()
        )
        self.start(self._follow())

    def parts(self, request: GenerationRequest) -> list[GenerationRequest]:
        """The runs that a prompt is too long for one of; none where it is not."""
        return self._services.scripts.parts(request)

    def runs(self, request: GenerationRequest) -> list[GenerationRequest]:
        """The parts of a prompt that is too long for one run, else the run itself."""
        return self.parts(request) or [request]

    async def queue(self, runs: Sequence[GenerationRequest], over_cap_once: bool) -> GenerationId:
        """Queue all runs, or none; the first of them. Raises what ``submit`` raises."""
        if len(runs) == 1:
            return await self._services.generations.submit(runs[0], over_cap_once=over_cap_once)
        script = await self._services.scripts.start(runs, over_cap_once=over_cap_once)
        await self._follow()
        return script.parts[0].id

    def send_again(self) -> None:
        """Speak the broken parts once more; the others stay."""
        if self._script is not None:
            self.start(self._send_again(self._script))

    async def _follow(self) -> None:
        for sound in await self._services.scripts.join_ready():
            self._tell_joined(sound)
        waiting = await self._services.scripts.unjoined()
        self._script = waiting[0] if waiting else None
        self.changed.emit(_state(self._script))

    def _tell_joined(self, sound: Asset) -> None:
        self._workspace.tell(tr("The parts of the script are one sound now."), "ok")
        self.joined.emit(sound)

    async def _send_again(self, script: Script) -> None:
        calls = [one for _, part in script.broken for one in part.attempts if one.can_be_repeated]
        ids, send = [one.id for one in calls], self._services.generations.send_all_again
        wish = Wish(lambda once: send(ids, over_cap_once=once), run_count=len(script.broken))
        try:
            await self._workspace.budgets.send(wish)
        except MediadeskError as error:
            self._workspace.tell(tr_sentence(error.sentence()), "error")
        await self._follow()


def _state(script: Script | None) -> ScriptState:
    if script is None or script.is_ready:
        return ScriptState()
    count = len(script.parts)
    words = tr("Script: {ready} of {count} parts are ready.").format(
        ready=script.ready_count, count=count
    )
    broken = script.broken
    if not broken or script.ready_count + len(broken) < count:
        return ScriptState(words)
    numbers = ", ".join(str(number) for number, _ in broken)
    failed = tr("{words} Missing: {numbers}. The others are kept.").format(
        words=words, numbers=numbers
    )
    return ScriptState(failed, "warn", can_send_again=True)
