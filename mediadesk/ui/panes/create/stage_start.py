"""The stage before the first result: what to do, and prompts to start from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediadesk.domain.generation import GenerationType
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.empty_state import EmptyState, Starter

_STARTERS = {
    GenerationType.IMAGE: (
        Starter(
            "A dark stoneware vase on a pale plinth, raking side light, plain plaster wall, "
            "85 mm catalogue photograph",
            "Object on a plinth",
            "Side light, plain wall, 85 mm",
        ),
        Starter(
            "Wide mountain landscape at dawn, layers of mist in the valleys, cold blue air, "
            "first light on the ridges",
            "Wide landscape",
            "Layers of mist, early light",
        ),
        Starter(
            "Printed botanical poster, agave leaves, four flat inks, no outlines, paper grain",
            "Printed poster",
            "Four flat inks, no outlines",
        ),
    ),
    GenerationType.TEXT: (
        Starter(
            "Write a short launch note for a small ceramics studio. Plain and warm, with a care "
            "table at the end.",
            "Launch note",
            "Plain and warm, with a table",
        ),
        Starter(
            "Explain how a kiln firing curve works, in five short steps with temperatures.",
            "Explanation",
            "Five steps with numbers",
        ),
        Starter(
            "Give me ten titles for a quiet evening radio programme about harbours.",
            "Ten titles",
            "A list to pick from",
        ),
    ),
    GenerationType.VIDEO: (
        Starter(
            "Blue hour over wide dunes, one canvas tent lit from inside, slow dolly to the right",
            "Slow dolly",
            "Dunes at the blue hour",
        ),
        Starter(
            "Rain on a harbour at night, lights in the water, static camera, soft focus",
            "Static shot",
            "Harbour in the rain",
        ),
        Starter(
            "A paper boat drifting down a stream, close to the water, dappled light",
            "Close to the water",
            "A paper boat in a stream",
        ),
    ),
    GenerationType.AUDIO: (
        Starter(
            "It is early, and the harbour has not made up its mind. Somewhere behind the fog a "
            "bell keeps the time for boats that are not there.",
            "Cold open",
            "A calm voice, a foggy harbour",
        ),
        Starter(
            "Slow ambient pad, warm, with distant bells and soft rain",
            "Ambient",
            "Warm pad, distant bells",
        ),
        Starter(
            "A short welcome message for visitors of a small museum, friendly and clear",
            "Welcome",
            "Friendly and clear",
        ),
    ),
}


class StageStart(QWidget):
    """``starter_chosen`` carries a prompt."""

    starter_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="stage-start", accessible="Make something new")
        set_style(self, surface="window")
        self._layout = QVBoxLayout(self)
        self._type: GenerationType | None = None
        self.show_type(GenerationType.IMAGE)

    def show_type(self, kind: GenerationType) -> None:
        """Offer starters for a kind."""
        if kind is self._type:
            return
        self._type = kind
        clear_layout(self._layout)
        empty = EmptyState(
            "Make something new",
            "Write a prompt and press Ctrl ↵, or start from one of these.",
            starters=_STARTERS[kind],
            name="create-empty",
        )
        empty.starter_chosen.connect(self.starter_chosen)
        self._layout.addWidget(empty)
