"""What the actions of the Create page do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from mediadesk.domain.generation import GenerationType
from mediadesk.services.export import ExportMode

if TYPE_CHECKING:
    from mediadesk.ui.panes.create.composer import Composer
    from mediadesk.ui.panes.create.composer_view_model import ComposerViewModel
    from mediadesk.ui.panes.create.full_view import FullView
    from mediadesk.ui.panes.create.history_strip import HistoryStrip
    from mediadesk.ui.panes.create.result_questions import ResultQuestions
    from mediadesk.ui.panes.create.stage import Stage
    from mediadesk.ui.panes.create.stage_view_model import StageViewModel
    from mediadesk.ui.workspace import Workspace


class CreateParts(Protocol):
    """The parts of the Create page that actions reach."""

    composer_model: ComposerViewModel
    stage_model: StageViewModel
    composer: Composer
    history: HistoryStrip
    stage: Stage
    full_view: FullView
    questions: ResultQuestions

    def toggle_panel(self, panel: str) -> None:
        """Turn a panel over."""

    def continue_text(self) -> None:
        """Go on with the shown text."""


def create_wishes(page: CreateParts, workspace: Workspace) -> dict[str, Callable[[], object]]:
    """What each action of the page does, by the action's name."""
    composer, stage = page.composer_model, page.stage_model
    handlers: dict[str, Callable[[], object]] = {
        "run": composer.submit,
        "run-one": lambda: composer.submit(only_one=True),
        "compare-models": partial(_compare, composer, workspace),
        "batch-runs": page.composer.open_batch,
        "presets": page.composer.open_presets,
        "improve-prompt": page.composer.open_improve,
        "paste-input": page.composer.paste_input,
        "advanced": page.composer.toggle_advanced,
        "reset-advanced": page.composer.reset_advanced,
        "choose-model": page.composer.open_picker,
        "focus-prompt": page.composer.prompt_edit.setFocus,
        "prompt-key": page.composer.prompt_edit.setFocus,
        "more-results": lambda: composer.set_count(composer.count + 1),
        "fewer-results": lambda: composer.set_count(composer.count - 1),
        "next-result": lambda: page.history.step(1),
        "previous-result": lambda: page.history.step(-1),
        "next-variation": lambda: stage.step(1),
        "previous-variation": lambda: stage.step(-1),
        "favourite": stage.toggle_favourite,
        "mark": stage.mark,
        "full-view": page.full_view.toggle,
        "leave-full-view": lambda: page.full_view.set_on(False),
        "use-as-input": partial(_use_as_input, page),
        "remix": stage.reuse,
        "retry": stage.retry,
        "continue": page.continue_text,
        "copy-prompt": stage.copy_prompt,
        "copy-id": stage.copy_id,
        "copy-result": page.stage.copy_result,
        "copy-plain": page.stage.copy_plain,
        "save": page.questions.save,
        "save-marked": partial(page.questions.save, ExportMode.MARKED),
        "save-clean": partial(page.questions.save, ExportMode.CLEAN),
        "tag": page.questions.ask_tags,
        "project-picture": stage.use_as_project_picture,
        "details-key": lambda: page.toggle_panel("details"),
        "delete": stage.delete,
        "cancel": stage.cancel,
        "open-trash": lambda: workspace.page_wanted.emit("trash"),
        "fix-key": lambda: workspace.page_wanted.emit("settings/keys"),
    }
    for kind in GenerationType:
        handlers[f"type-{kind.value}"] = partial(page.composer.choose_type, kind)
    for stars in range(6):
        handlers[f"rate-{stars}"] = partial(stage.rate, stars)
    return handlers


def _use_as_input(page: CreateParts) -> None:
    """The shown result; of a video, which models take as a picture, the frame that is seen."""
    asset = page.stage_model.asset
    if asset is not None and asset.type is GenerationType.VIDEO:
        frame = page.stage.canvas.video.current_image()
        if not frame.isNull():
            page.composer_model.inputs.add_frame(frame)
            return
    page.stage_model.use_as_input()


def _compare(composer: ComposerViewModel, workspace: Workspace) -> None:
    request = composer.checked_request(count=1, needs_prompt=False)
    if request is not None:
        workspace.compare_wanted.emit(request)
