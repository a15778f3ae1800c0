"""The stage before the first result: what to do, and prompts to start from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mediadesk.domain.generation import GenerationType
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.empty_state import EmptyState, Starter

_STARTERS = {
    GenerationType.IMAGE: (
        Starter(
            QT_TR_NOOP(
                "A dark stoneware vase on a pale plinth, raking side light, plain plaster wall, "
                "85 mm catalogue photograph"
            ),
            QT_TR_NOOP("Object on a plinth"),
            QT_TR_NOOP("Side light, plain wall, 85 mm"),
            "plinth.jpg",
        ),
        Starter(
            QT_TR_NOOP(
                "Wide mountain landscape at dawn, layers of mist in the valleys, cold blue air, "
                "first light on the ridges"
            ),
            QT_TR_NOOP("Wide landscape"),
            QT_TR_NOOP("Layers of mist, early light"),
            "landscape.jpg",
        ),
        Starter(
            QT_TR_NOOP(
                "Printed botanical poster, agave leaves, four flat inks, no outlines, paper grain"
            ),
            QT_TR_NOOP("Printed poster"),
            QT_TR_NOOP("Four flat inks, no outlines"),
            "poster.jpg",
        ),
    ),
    GenerationType.TEXT: (
        Starter(
            QT_TR_NOOP(
                "Write a short launch note for a small ceramics studio. Plain and warm, with a "
                "care table at the end."
            ),
            QT_TR_NOOP("Launch note"),
            QT_TR_NOOP("Plain and warm, with a table"),
        ),
        Starter(
            QT_TR_NOOP(
                "Explain how a kiln firing curve works, in five short steps with temperatures."
            ),
            QT_TR_NOOP("Explanation"),
            QT_TR_NOOP("Five steps with numbers"),
        ),
        Starter(
            QT_TR_NOOP("Give me ten titles for a quiet evening radio programme about harbours."),
            QT_TR_NOOP("Ten titles"),
            QT_TR_NOOP("A list to pick from"),
        ),
    ),
    GenerationType.VIDEO: (
        Starter(
            QT_TR_NOOP(
                "Blue hour over wide dunes, one canvas tent lit from inside, slow dolly to the "
                "right"
            ),
            QT_TR_NOOP("Slow dolly"),
            QT_TR_NOOP("Dunes at the blue hour"),
            "dunes.jpg",
        ),
        Starter(
            QT_TR_NOOP(
                "Rain on a harbour at night, lights in the water, static camera, soft focus"
            ),
            QT_TR_NOOP("Static shot"),
            QT_TR_NOOP("Harbour in the rain"),
            "harbour.jpg",
        ),
        Starter(
            QT_TR_NOOP("A paper boat drifting down a stream, close to the water, dappled light"),
            QT_TR_NOOP("Close to the water"),
            QT_TR_NOOP("A paper boat in a stream"),
            "stream.jpg",
        ),
    ),
    GenerationType.AUDIO: (
        Starter(
            QT_TR_NOOP(
                "It is early, and the harbour has not made up its mind. Somewhere behind the fog a "
                "bell keeps the time for boats that are not there."
            ),
            QT_TR_NOOP("Cold open"),
            QT_TR_NOOP("A calm voice, a foggy harbour"),
        ),
        Starter(
            QT_TR_NOOP("Slow ambient pad, warm, with distant bells and soft rain"),
            QT_TR_NOOP("Ambient"),
            QT_TR_NOOP("Warm pad, distant bells"),
        ),
        Starter(
            QT_TR_NOOP(
                "A short welcome message for visitors of a small museum, friendly and clear"
            ),
            QT_TR_NOOP("Welcome"),
            QT_TR_NOOP("Friendly and clear"),
        ),
    ),
}


class StageStart(QWidget):
    """``starter_chosen`` carries a prompt; ``copy_wanted`` the button that a menu belongs to."""

    starter_chosen = Signal(str)
    import_wanted = Signal()
    copy_wanted = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="stage-start", accessible=tr("Make something new"))
        set_style(self, surface="window")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll, inside = QScrollArea(), QWidget()
        describe(scroll, name="stage-start-scroll", accessible=tr("Make something new"))
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside.setProperty("bare", True)
        outer.addWidget(scroll)
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._type: GenerationType | None = None
        self._can_copy = False
        self._is_first = False
        self._copy: Button | None = None
        self._empty: EmptyState | None = None
        self.show_type(GenerationType.IMAGE)

    def show_type(self, kind: GenerationType) -> None:
        """Offer starters for a kind."""
        if kind is self._type:
            return
        self._type = kind
        clear_layout(self._layout)
        empty = EmptyState(
            tr("Make something new"),
            tr("Write a prompt and press Ctrl ↵, or start from one of these."),
            starters=tuple(
                Starter(tr(one.value), tr(one.title), tr(one.text), one.picture)
                for one in _STARTERS[kind]
            ),
            name="create-empty",
        )
        empty.starter_chosen.connect(self.starter_chosen)
        bring = Button(tr("Import files"), icon="file-down", name="start-import")
        bring.clicked.connect(self.import_wanted)
        copy = Button(
            tr("Copy settings from a project"), kind="quiet", icon="copy", name="start-copy"
        )
        copy.clicked.connect(lambda: self.copy_wanted.emit(copy))
        copy.setVisible(self._can_copy)
        for button in (bring, copy):
            empty.add_action(button)
        self._copy, self._empty = copy, empty
        self.show_first(self._is_first)
        # Narrower than its starters in a row: they stand under each other then.
        empty.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._layout.addWidget(empty)

    def show_first(self, is_first: bool) -> None:
        """Say that nothing was made in this project yet."""
        self._is_first = is_first
        title = tr("Make the first one") if is_first else tr("Make something new")
        if self._empty is not None:
            self._empty.set_texts(
                title, tr("Write a prompt and press Ctrl ↵, or start from one of these.")
            )

    def show_copy(self, can_copy: bool) -> None:
        """Offer the settings of other projects only where there are any."""
        self._can_copy = can_copy
        if self._copy is not None:
            self._copy.setVisible(can_copy)
