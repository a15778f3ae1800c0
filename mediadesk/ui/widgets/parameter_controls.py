"""The form of a model's parameters, built from their specs: basic first, the rest folded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mediadesk.domain.parameters import ParameterKind, ParameterSpec, ParameterValue
from mediadesk.ui.support.icons import icon_pixmap, set_icon
from mediadesk.ui.support.sentences import tr_spec
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.chip import Badge
from mediadesk.ui.widgets.field import StateLine
from mediadesk.ui.widgets.labels import line
from mediadesk.ui.widgets.parameter_editor import ParameterEditor
from mediadesk.ui.widgets.parameter_editors import (
    ROW_PX,
    make_editor,
    parameter_label,
)


class _ChangedDot(QLabel):
    """A dot beside the label of a changed parameter."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Changed"))
        self.setToolTip(tr("Changed from the usual value"))
        self._refresh()
        theme().changed.connect(self._refresh)

    def _refresh(self) -> None:
        side = theme().px(6)
        self.setPixmap(icon_pixmap("circle", "accent.text", side, filled=True))


class ParameterRow(QWidget):
    """Label, dot, editor, and the sentence below when something is wrong."""

    def __init__(
        self, spec: ParameterSpec, editor: ParameterEditor, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.spec = spec
        self.editor = editor
        self._line = StateLine()
        self._dot = _ChangedDot()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(4)
        self._label_box = QWidget()
        if spec.kind is not ParameterKind.LONG_TEXT:
            row.addWidget(self._label(), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(editor)
        column.addWidget(self._line)
        row.addLayout(column, 1)
        outer.addLayout(row)
        self._dot.hide()
        self._resize()
        theme().changed.connect(self._resize)

    def refresh(self) -> None:
        """Show whether the value differs from the default."""
        self._dot.setVisible(self.is_changed())

    def is_changed(self) -> bool:
        """Return whether the value differs from the default."""
        value, usual = self.editor.value(), self.spec.default
        if self.spec.kind is ParameterKind.FLAG:
            return bool(value) != bool(usual)
        return value != usual

    def error(self) -> str:
        """Return the sentence shown below."""
        return self._line.text()

    def set_error(self, text: str) -> None:
        """Mark the editor and say why; "" clears."""
        marked = self.editor.marked()
        set_style(marked, state="error" if text else None)
        marked.setAccessibleDescription(text or self.spec.help)
        self._line.show_text(text, "error")

    def set_reachable(self, reachable: bool, why: str) -> None:
        """Switch the editor off; the tooltip says why."""
        self.editor.setEnabled(reachable)
        self.editor.setToolTip("" if reachable else why)

    def _label(self) -> QWidget:
        layout = QHBoxLayout(self._label_box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        label = parameter_label(self.spec)
        label.setBuddy(self.editor.marked())
        layout.addWidget(label, 0)
        layout.addWidget(self._dot, 0)
        layout.addStretch(1)
        return self._label_box

    def _resize(self) -> None:
        self._label_box.setFixedWidth(theme().px(96))
        self._label_box.setMinimumHeight(self.editor.sizeHint().height())


class ParameterControls(QWidget):
    """Controls for a list of specs.

    ``value_changed`` carries the name of the parameter that the user changed. ``values()`` holds
    only what is set: a parameter that is left to the provider is absent.
    """

    value_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("parameter-controls")
        self.setAccessibleName(tr("Parameters"))
        self._rows: dict[str, ParameterRow] = {}
        self._specs: tuple[ParameterSpec, ...] = ()
        self._scale = theme().scale
        self._shown: tuple[tuple[ParameterSpec, ...], float] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self._basic = QVBoxLayout()
        self._basic.setSpacing(10)
        self._advanced_box = QWidget()
        self._advanced = QVBoxLayout(self._advanced_box)
        self._advanced.setContentsMargins(0, 4, 0, 0)
        self._advanced.setSpacing(10)
        self._header = self._make_header()
        layout.addLayout(self._basic)
        layout.addWidget(self._header)
        layout.addWidget(self._advanced_box)
        self._set_open(False)
        self._header.hide()
        theme().changed.connect(self._on_theme_changed)

    def set_specs(
        self,
        specs: Sequence[ParameterSpec],
        values: Mapping[str, ParameterValue] | None = None,
    ) -> bool:
        """Show the controls of another model, with values (else defaults).

        Controls that are shown already stay: a list of models that came anew seldom changes them.
        Returns whether there are new ones.
        """
        shown = (tuple(map(tr_spec, specs)), self._scale)
        is_other = shown != self._shown
        if is_other:
            self._shown = shown
            self._build_rows(specs, shown[0])
        self.set_values(values or {})
        return is_other

    def _build_rows(self, specs: Sequence[ParameterSpec], shown: Sequence[ParameterSpec]) -> None:
        clear_layout(self._basic)
        clear_layout(self._advanced)
        self._rows.clear()
        self._specs = tuple(specs)
        # Larger text in the same form leaves less room, so segments become a list.
        width = ROW_PX / max(1.0, self._scale) ** 2
        for spec in shown:
            box = self._advanced_box if spec.advanced else self
            row = ParameterRow(spec, make_editor(spec, width), box)
            self._rows[spec.name] = row
            row.editor.changed.connect(lambda name=spec.name: self._on_changed(name))
            (self._advanced if spec.advanced else self._basic).addWidget(row)
        self._header.setVisible(any(spec.advanced for spec in specs))
        self._advanced_box.setVisible(self.is_advanced_open() and not self._header.isHidden())

    def values(self) -> dict[str, ParameterValue]:
        """Return the values that are set and apply."""
        everything = self._all_values()
        return {
            name: value
            for name, value in everything.items()
            if value is not None and self._applies(self._rows[name].spec, everything)
        }

    def set_values(self, values: Mapping[str, ParameterValue]) -> None:
        """Show values without a signal; a name that is missing gets its default, others are left
        out."""
        for name, row in self._rows.items():
            row.editor.set_value(values.get(name, row.spec.default))
            row.set_error("")
        self._refresh()

    def set_error(self, name: str, text: str) -> bool:
        """Mark one control and say why; opens Advanced when it is there. False for an unknown
        name."""
        row = self._rows.get(name)
        if row is None:
            return False
        if text and row.spec.advanced:
            self._set_open(True)
        row.set_error(text)
        return True

    def clear_errors(self) -> None:
        """Take all errors away."""
        for row in self._rows.values():
            row.set_error("")

    def focus(self, name: str) -> None:
        """Put the focus on a control ("Show setting")."""
        row = self._rows.get(name)
        if row is not None:
            if row.spec.advanced:
                self._set_open(True)
            row.editor.marked().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changed_count(self) -> int:
        """Return how many advanced parameters differ from their defaults."""
        return sum(row.is_changed() for row in self._rows.values() if row.spec.advanced)

    def reset_advanced(self) -> None:
        """Set all advanced parameters back to their defaults."""
        for name, row in self._rows.items():
            if row.spec.advanced and row.is_changed():
                row.editor.set_value(row.spec.default)
                self._on_changed(name)

    def is_advanced_open(self) -> bool:
        """Return whether the advanced part is unfolded."""
        return self._toggle.isChecked()

    def toggle_advanced(self) -> None:
        """Fold or unfold the advanced part."""
        if not self._header.isHidden():
            self._set_open(not self.is_advanced_open())

    def row(self, name: str) -> ParameterRow:
        """Return the row of a parameter. Raises KeyError."""
        return self._rows[name]

    def _make_header(self) -> QWidget:
        header = QWidget()
        column = QVBoxLayout(header)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(line())
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        self._toggle = Button(tr("Advanced"), kind="quiet", checkable=True, name="advanced-toggle")
        set_style(self._toggle, kind="fold")
        self._toggle.clicked.connect(self._set_open)
        self._badge = Badge("", kind="accent")
        self._reset = Button(tr("Reset"), kind="link", size="small", name="advanced-reset")
        self._reset.clicked.connect(self.reset_advanced)
        row.addWidget(self._toggle)
        row.addStretch(1)
        row.addWidget(self._badge)
        row.addWidget(self._reset)
        column.addLayout(row)
        return header

    def _set_open(self, is_open: bool) -> None:
        self._toggle.setChecked(is_open)
        set_icon(self._toggle, "chevron-down" if is_open else "chevron-right", size=14)
        self._toggle.setAccessibleDescription(tr("Unfolded") if is_open else tr("Folded"))
        self._advanced_box.setVisible(is_open)
        self._refresh_header()

    def _on_theme_changed(self) -> None:
        if theme().scale != self._scale:
            self._scale = theme().scale
            self.set_specs(self._specs, self.values())

    def _on_changed(self, name: str) -> None:
        self._rows[name].set_error("")
        self._refresh()
        self.value_changed.emit(name)

    def _refresh(self) -> None:
        everything = self._all_values()
        for row in self._rows.values():
            row.refresh()
            row.set_reachable(self._applies(row.spec, everything), self._why_not(row.spec))
        self._refresh_header()

    def _refresh_header(self) -> None:
        count = self.changed_count()
        is_open = self.is_advanced_open()
        self._badge.set_text(tr("{count} changed").format(count=count))
        self._badge.setVisible(bool(count) and not is_open)
        self._reset.setText(tr("Reset %n change(s)", n=count))
        self._reset.setVisible(bool(count) and is_open)

    def _all_values(self) -> dict[str, ParameterValue | None]:
        return {name: row.editor.value() for name, row in self._rows.items()}

    def _applies(self, spec: ParameterSpec, values: Mapping[str, ParameterValue | None]) -> bool:
        if spec.depends_on is None:
            return True
        name, allowed = spec.depends_on
        return values.get(name) in allowed

    def _why_not(self, spec: ParameterSpec) -> str:
        if spec.depends_on is None:
            return ""
        name, allowed = spec.depends_on
        other = self._rows.get(name)
        label = other.spec.label if other is not None else name
        words = {choice.value: choice.label for choice in other.spec.choices} if other else {}
        needed = " or ".join(words.get(str(value), _spoken(value)) for value in allowed)
        return tr("Needs {label}: {needed}").format(label=label, needed=needed)


def _spoken(value: ParameterValue) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value)
