"""The composer: kind, model, prompt, inputs, settings; below them estimate, count and Generate."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from mediadesk.domain.catalog import AudioKind
from mediadesk.domain.generation import Generation, GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.ui.panes.create.batch_dialog import BatchDialog
from mediadesk.ui.panes.create.catalogue_words import unused_words
from mediadesk.ui.panes.create.estimate_box import EstimateBox
from mediadesk.ui.panes.create.fallback_box import FallbackBox
from mediadesk.ui.panes.create.improve_dialog import ImproveDialog
from mediadesk.ui.panes.create.inputs_box import InputsBox
from mediadesk.ui.panes.create.model_card import ModelCard
from mediadesk.ui.panes.create.model_picker import ModelPicker
from mediadesk.ui.panes.create.presets_dialog import PresetsDialog
from mediadesk.ui.panes.create.prompt_box import PromptBox, is_partner
from mediadesk.ui.panes.create.prompt_header import PromptHeader
from mediadesk.ui.panes.create.raw_parameters import raw_spec
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.buttons import PrimaryButton
from mediadesk.ui.widgets.card import MessageBar, MessageKind
from mediadesk.ui.widgets.keycaps import ctrl_name
from mediadesk.ui.widgets.labels import line, role_label
from mediadesk.ui.widgets.parameter_controls import ParameterControls
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl
from mediadesk.ui.widgets.stepper import Stepper
from mediadesk.ui.words import TYPE_ICONS, TYPE_LABELS, first_line, noun

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.parameters import ParameterValue
    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.panes.create.composer_view_model import ComposerViewModel
    from mediadesk.ui.panes.create.cost_preview import EstimateState
    from mediadesk.ui.panes.create.scripts_view_model import ScriptState

BAR = 10
"""How wide a scroll bar is."""
_PLACEHOLDERS = {
    GenerationType.TEXT: QT_TR_NOOP("Ask or describe the text you want."),
    GenerationType.IMAGE: QT_TR_NOOP(
        "Describe the picture you want. Subject, setting, light, lens."
    ),
    GenerationType.VIDEO: QT_TR_NOOP(
        "Describe the clip you want. Subject, movement, camera, light."
    ),
    GenerationType.AUDIO: QT_TR_NOOP("Write what is to be said, or describe the sound."),
}


class Composer(QWidget):
    """The form. Its state lives in the view model. ``wanted`` names an action of the page."""

    wanted = Signal(str)

    def __init__(
        self,
        view_model: ComposerViewModel,
        thumbnails: ThumbnailLoader,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        describe(self, name="composer", accessible=tr("Composer"))
        set_style(self, surface="window")
        self._tabs = SegmentedControl(
            [
                Segment(
                    kind.value,
                    tr(TYPE_LABELS[kind]),
                    TYPE_ICONS[kind],
                    tr("Alt+{number}").format(number=number),
                )
                for number, kind in enumerate(GenerationType, start=1)
            ],
            value=view_model.type.value,
            label=tr("Type"),
            name="type",
        )
        self._card = ModelCard()
        self._no_key = MessageBar("", "warn", icon="key-round", name="no-key")
        self._header = PromptHeader()
        self._prompt = PromptBox()
        self._parent_bar = MessageBar("", "run", icon="corner-down-right", action=tr("Start anew"))
        self._script_bar = MessageBar("", "run", action=tr("Send again"), name="script-bar")
        self._inputs = InputsBox(view_model.inputs, thumbnails)
        self._parameters_label = role_label(tr("Parameters"), "label")
        self._parameters = ParameterControls()
        self._unused = role_label("", "caption")
        self._fallback = FallbackBox(view_model)
        self._estimate = EstimateBox()
        self._error = MessageBar("", "err", name="run-error")
        self._stepper = Stepper(tr("How many results"), name="count")
        self._generate = PrimaryButton(tr("Generate"), shortcut=f"{ctrl_name()} ↵", name="generate")
        self._price = ""
        self._build()
        self._connect()
        self.refresh()

    @property
    def prompt_edit(self) -> QWidget:
        """The editor, for the focus."""
        return self._prompt.edit

    @property
    def generate_button(self) -> QWidget:
        """What starts the run, for the focus."""
        return self._generate

    @cached_property
    def _picker(self) -> ModelPicker:
        view_model = self._view_model
        picker = ModelPicker(view_model, view_model.picker, self)
        picker.chosen.connect(
            lambda provider, model: view_model.choose_model(ProviderName(provider), model)
        )
        return picker

    def make_picker(self) -> object:
        """Make the model picker ahead of its first opening."""
        return self._picker

    def open_picker(self) -> None:
        """Open the model picker."""
        self._picker.open_at(self._card)

    def choose_type(self, kind: GenerationType) -> None:
        """Switch the kind and keep the focus in the prompt."""
        self._tabs.set_value(kind.value)
        self._view_model.set_type(kind)
        self._prompt.edit.setFocus()

    def open_batch(self) -> None:
        """Ask which prompts and values to run; all are priced first."""
        model = self._view_model.batch()
        if model is not None:
            BatchDialog(self.window(), model).open()

    def open_presets(self) -> None:
        """Show the saved prompts."""
        PresetsDialog(self.window(), self._view_model.presets).open()

    def open_improve(self) -> None:
        """Have the prompt rewritten by a text model."""
        model = self._view_model.improve()
        if model is not None:
            dialog = ImproveDialog(self.window(), model)
            dialog.accepted_text.connect(self._prompt.edit.replace_text)
            dialog.open()

    def paste_input(self) -> None:
        """Take what is on the clipboard as an input."""
        self._inputs.paste()

    def toggle_advanced(self) -> None:
        """Fold or unfold the advanced settings."""
        self._parameters.toggle_advanced()

    def reset_advanced(self) -> None:
        """Set the advanced settings back."""
        self._parameters.reset_advanced()

    def refresh(self) -> None:
        """Show everything anew."""
        self._show_type(self._view_model.type)
        self._show_model(self._view_model.model)
        self._inputs.refresh()
        self._fallback.refresh()

    # -------------------------------------------------------------------------------- building

    def _build(self) -> None:
        scroll = QScrollArea(self)
        form = QWidget()
        form.setProperty("bare", True)
        scroll.setWidget(form)
        column = QVBoxLayout(form)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(18)
        first, settings = QVBoxLayout(), QVBoxLayout()
        for part in (first, settings):
            part.setSpacing(12)
        first.addWidget(self._tabs)
        first.addWidget(self._card)
        first.addWidget(self._no_key)
        first.addSpacing(2)
        first.addLayout(self._prompt_section())
        column.addLayout(first)
        column.addWidget(self._inputs)
        column.addLayout(settings)
        settings.addWidget(self._parameters_label)
        settings.addWidget(self._parameters)
        settings.addWidget(self._unused)
        column.addWidget(self._fallback)
        column.addStretch(1)
        # The bar lies in the margin: what it scrolls keeps its width.
        bar = scroll.verticalScrollBar()
        bar.rangeChanged.connect(
            lambda _low, high: column.setContentsMargins(16, 12, 16 - (BAR if high else 0), 16)
        )
        describe(scroll, name="composer-form", accessible=tr("Settings of the next run"))
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(line())
        layout.addWidget(self._footer())

    def _prompt_section(self) -> QVBoxLayout:
        section = QVBoxLayout()
        section.setSpacing(4)
        section.addWidget(self._header)
        section.addWidget(self._parent_bar)
        section.addWidget(self._prompt)
        section.addWidget(self._script_bar)
        self._header.label.setBuddy(self._prompt.edit)
        self._parent_bar.hide()
        self._script_bar.hide()
        return section

    def _footer(self) -> QWidget:
        footer = QWidget()
        layout = QVBoxLayout(footer)
        layout.setContentsMargins(16, 13, 16, 16)
        layout.setSpacing(13)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._stepper)
        row.addWidget(self._generate, 1)
        layout.addWidget(self._error)
        layout.addWidget(self._estimate)
        layout.addLayout(row)
        self._error.hide()
        return footer

    def _connect(self) -> None:
        view_model = self._view_model
        edit = self._prompt.edit
        self._tabs.value_changed.connect(lambda value: view_model.set_type(GenerationType(value)))
        self._card.clicked.connect(self.open_picker)
        self._no_key.action_clicked.connect(
            lambda: view_model.key_wanted.emit(str(view_model.provider))
        )
        edit.textChanged.connect(lambda: view_model.set_prompt(edit.toPlainText()))
        edit.run_requested.connect(lambda only_one: view_model.submit(only_one=only_one))
        edit.history_requested.connect(view_model.recall)
        edit.media_pasted.connect(self._inputs.take)
        self._parent_bar.action_clicked.connect(view_model.stop_continuing)
        for part in (self._parameters.value_changed, self._prompt.partner_changed):
            part.connect(lambda _name: view_model.set_values(self._form_values()))
        self._estimate.ceiling_changed.connect(view_model.set_ceiling)
        view_model.ceiling_changed.connect(self._estimate.show_ceiling)
        self._stepper.value_changed.connect(view_model.set_count)
        self._header.wanted.connect(self.wanted)
        self._header.recent_wanted.connect(self._show_recent)
        self._generate.clicked.connect(lambda: view_model.submit())
        view_model.type_changed.connect(self._show_type)
        view_model.model_changed.connect(self._show_model)
        view_model.values_replaced.connect(self._show_values)
        view_model.prompt_replaced.connect(edit.replace_text)
        view_model.count_changed.connect(self._show_count)
        view_model.parent_changed.connect(self._show_parent)
        view_model.estimate_changed.connect(self._show_estimate)
        view_model.can_submit_changed.connect(self._generate.setEnabled)
        view_model.field_error.connect(self._show_error)
        view_model.scripts.changed.connect(self._show_script)
        self._script_bar.action_clicked.connect(view_model.scripts.send_again)
        view_model.errors_cleared.connect(self._clear_errors)

    # -------------------------------------------------------------------------------- showing

    def _show_type(self, kind: GenerationType) -> None:
        self._tabs.set_value(kind.value)
        self._prompt.edit.setPlaceholderText(tr(_PLACEHOLDERS[kind]))
        self._prompt.edit.viewport().update()
        self._show_count(self._view_model.count)

    def _show_model(self, model: ModelSpec) -> None:
        view_model = self._view_model
        info = view_model.provider_info(view_model.provider)
        self._card.show_model(model, info)
        self._show_missing_key(info)
        self._header.show_model(model)
        self._prompt.show_model(model, view_model.values)
        self._parameters.set_specs(
            [*(spec for spec in model.parameters if not is_partner(spec)), raw_spec()],
            view_model.form_values,
        )
        self._unused.setText(unused_words(view_model.unused_count))
        self._unused.setVisible(bool(view_model.unused_count))
        self._stepper.set_range(1, max(1, model.maximum_results))
        self._show_count(view_model.count)

    def _show_missing_key(self, info: ProviderInfo | None) -> None:
        needs = info is not None and (info.needs_key or info.needs_base_url)
        is_missing = info is not None and needs and not info.has_account
        if info is not None and is_missing:
            what, action = (
                ("key", tr("Add key")) if info.needs_key else ("address", tr("Add endpoint"))
            )
            self._no_key.show_message(
                tr("{label} has no {what} yet.").format(label=info.label, what=what),
                "warn",
                icon="key-round",
                action=action,
            )
        self._no_key.setVisible(is_missing)

    def _show_values(self) -> None:
        self._prompt.partners.set_values(self._view_model.values)
        self._parameters.set_values(self._view_model.form_values)

    def _show_count(self, count: int) -> None:
        self._stepper.set_value(count)
        speaks = self._view_model.model.audio_kind is AudioKind.SPEECH and count == 1
        words = tr("speech") if speaks else noun(self._view_model.type, count)
        self._generate.setText(tr("Generate {results}").format(results=words))
        self._name_price()
        self._generate.setEnabled(self._view_model.can_submit())

    def _show_estimate(self, state: EstimateState) -> None:
        self._estimate.show_state(state)
        self._price = state.words()
        self._name_price()

    def _name_price(self) -> None:
        """The button says its price too, to whoever hears it and to whoever points at it."""
        text = self._generate.text()
        priced = tr("{action}, {price}").format(action=text, price=self._price)
        self._generate.setAccessibleName(priced if self._price else text)
        self._generate.setToolTip(priced if self._price else text)

    def _show_parent(self, generation: Generation | None) -> None:
        self._parent_bar.setVisible(generation is not None)
        if generation is not None:
            text = tr("Goes on with “{text}”").format(text=first_line(generation.prompt, 40))
            self._parent_bar.show_message(text, "run", action=tr("Start anew"))

    def _show_script(self, state: ScriptState) -> None:
        self._script_bar.setVisible(bool(state.words))
        action = tr("Send again") if state.can_send_again else ""
        level: MessageKind = "warn" if state.level == "warn" else "run"
        self._script_bar.show_message(state.words, level, action=action)

    def _show_error(self, field: str, text: str) -> None:
        if field == "prompt":
            self._prompt.set_error(text)
            self._prompt.edit.setFocus()
        elif field == "inputs":
            self._inputs.set_error(text)
        elif field.startswith("parameter:"):
            name = field.removeprefix("parameter:")
            if not self._prompt.partners.set_error(name, text):
                self._parameters.set_error(name, text)
        else:
            self._error.show_message(text, "warn" if field == "cap" else "err")
            self._error.show()

    def _clear_errors(self) -> None:
        self._prompt.set_error("")
        self._inputs.set_error("")
        self._prompt.partners.clear_errors()
        self._parameters.clear_errors()
        self._error.hide()

    def _form_values(self) -> dict[str, ParameterValue]:
        return {**self._prompt.partners.values(), **self._parameters.values()}

    def _show_recent(self, anchor: QWidget) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for prompt in self._view_model.history.recent(12):
            action = menu.addAction(first_line(prompt, 60).replace("&", "&&"))
            action.triggered.connect(partial(self._prompt.edit.replace_text, prompt))
        if menu.isEmpty():
            menu.addAction(tr("No prompts yet")).setEnabled(False)
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))
