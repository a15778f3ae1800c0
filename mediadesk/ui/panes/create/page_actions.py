"""The actions of the Create page: their keys, their deeds, and what is there for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mediadesk.domain.generation import GenerationStatus, GenerationType
from mediadesk.ui.action_table import CREATE_ACTIONS, STAGE_ACTIONS
from mediadesk.ui.actions import ActionSet
from mediadesk.ui.panes.create.wishes import create_wishes

if TYPE_CHECKING:
    from mediadesk.domain.generation import Asset, Generation
    from mediadesk.ui.panes.create.wishes import CreateParts
    from mediadesk.ui.workspace import Workspace

_OPEN = (GenerationStatus.QUEUED, GenerationStatus.RUNNING)


class PageActions(QObject):
    """Follows what the stage shows."""

    def __init__(self, owner: QWidget, page: CreateParts, workspace: Workspace) -> None:
        super().__init__(owner)
        self._stage = page.stage_model
        self._wishes = create_wishes(page, workspace)
        self.sets = (ActionSet(owner, CREATE_ACTIONS), ActionSet(page.stage, STAGE_ACTIONS))
        for actions in self.sets:
            actions.set_handlers(self._wishes)
        for changed in (self._stage.generation_changed, self._stage.asset_changed):
            changed.connect(self._tell_facts)

    def run(self, wish: str) -> None:
        """Grant a wish of a part of the page, by its name and maybe “:argument”."""
        name, _, argument = wish.partition(":")
        if name == "retry-without":
            self._stage.retry(without_parameter=argument)
        else:
            self._wishes[name]()

    def _tell_facts(self, _changed: object) -> None:
        facts = _facts(self._stage.generation, self._stage.asset)
        for actions in self.sets:
            actions.set_facts(facts)


def _facts(generation: Generation | None, asset: Asset | None) -> list[str]:
    """What the stage shows, in the words of the action table."""
    facts = []
    if generation is not None:
        facts.append("run")
        if generation.status in _OPEN:
            facts.append("running")
        if generation.type is GenerationType.TEXT:
            facts.append("text")
    if asset is not None:
        facts.append("result")
    return facts
