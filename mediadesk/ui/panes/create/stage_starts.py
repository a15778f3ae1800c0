"""What the page of a project without results leads to: a prompt, files, settings of another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from mediadesk.ui.support.file_question import ask_files_to_import

if TYPE_CHECKING:
    from mediadesk.domain.generation import GenerationRequest
    from mediadesk.ui.panes.create.composer_view_model import ComposerViewModel
    from mediadesk.ui.panes.create.stage_start import StageStart
    from mediadesk.ui.panes.create.start_view_model import StartViewModel


class StageStarts(QObject):
    """Grants the wishes of the start page; lives as long as ``page``."""

    def __init__(
        self,
        page: QWidget,
        start: StageStart,
        view_model: StartViewModel,
        composer: ComposerViewModel,
        prompt: QWidget,
    ) -> None:
        super().__init__(page)
        self._page, self._view_model = page, view_model
        self._composer, self._prompt = composer, prompt
        start.starter_chosen.connect(self._start_with)
        start.import_wanted.connect(lambda: ask_files_to_import(page, view_model.take_in))
        start.copy_wanted.connect(self._show_projects)
        view_model.settings_found.connect(self._take_settings)
        view_model.sources_changed.connect(self._tell)
        self._start = start
        self._tell()

    def _tell(self) -> None:
        self._start.show_copy(bool(self._view_model.sources()))
        self._start.show_first(self._view_model.is_first)

    def _start_with(self, prompt: str) -> None:
        self._composer.set_prompt(prompt)
        self._composer.prompt_replaced.emit(prompt)
        self._focus_prompt()

    def _show_projects(self, anchor: QWidget) -> None:
        menu = QMenu(self._page)
        menu.setObjectName("copy-settings-menu")
        menu.aboutToHide.connect(menu.deleteLater)
        for project in self._view_model.sources():
            action = menu.addAction(project.name.replace("&", "&&"))
            action.triggered.connect(
                lambda _on=False, chosen=project: self._view_model.copy_settings(chosen)
            )
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def _take_settings(self, request: GenerationRequest) -> None:
        """Model and settings; the words stay those that were typed here."""
        self._composer.apply(replace(request, prompt=self._composer.prompt))
        self._focus_prompt()

    def _focus_prompt(self) -> None:
        self._prompt.setFocus()
