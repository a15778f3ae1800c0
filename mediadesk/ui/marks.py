"""The results that the user marked to compare them: of one kind, in the order of marking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.comparisons import FEWEST_MODELS, MOST_MODELS
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from mediadesk.domain.generation import Asset
    from mediadesk.domain.ids import AssetId


class Marks(QObject):
    """``changed`` follows every mark."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._marked: dict[AssetId, Asset] = {}

    def __contains__(self, asset: object) -> bool:
        """Whether a result, given by itself, is marked."""
        return getattr(asset, "id", None) in self._marked

    @property
    def assets(self) -> tuple[Asset, ...]:
        """What is marked."""
        return tuple(self._marked.values())

    def toggle(self, assets: Sequence[Asset]) -> str:
        """Mark results, or take the marks away where all have one; a sentence that says so."""
        if all(asset in self for asset in assets):
            for asset in assets:
                del self._marked[asset.id]
        else:
            kept = [asset for asset in self.assets if asset.type is assets[0].type]
            self._marked = {asset.id: asset for asset in (*kept, *assets)}
        self.changed.emit()
        count = len(self._marked)
        if not count:
            return tr("Nothing is marked for comparing.")
        return tr("Marked for comparing: {count}.").format(count=count)

    def clear(self) -> None:
        """Take all marks away."""
        self._marked.clear()
        self.changed.emit()


def few_words() -> str:
    """How many can be compared: “Compare 2 to 8 items”."""
    return tr("Compare {fewest} to {most} items").format(fewest=FEWEST_MODELS, most=MOST_MODELS)


def why_not_comparable(assets: Sequence[Asset]) -> str:
    """Why these cannot be shown side by side, in a sentence; "" where they can."""
    if not FEWEST_MODELS <= len(assets) <= MOST_MODELS:
        return tr("Choose {fewest} to {most} results of one kind to compare them.").format(
            fewest=FEWEST_MODELS, most=MOST_MODELS
        )
    if len({asset.type for asset in assets}) > 1:
        return tr("Only results of one kind can be compared.")
    if any(asset.generation_id is None for asset in assets):
        return tr("Imported files cannot be compared, only results.")
    return ""
