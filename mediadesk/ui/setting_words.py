"""The settings of a run in the words of its model's form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from mediadesk.ui.support.sentences import tr_sentence, tr_spec
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.generation import Generation
    from mediadesk.domain.parameters import ParameterSpec, ParameterValue

Rows = tuple[tuple[str, str], ...]


def setting_rows(generation: Generation, model: ModelSpec | None) -> Rows:
    """Name and value of each setting, in the order of the form; what the ``model`` does not know
    any more comes last, then the raw parameters."""
    given = dict(generation.parameters)
    specs = () if model is None else model.parameters
    known = [(tr_spec(spec), given.pop(spec.name)) for spec in specs if spec.name in given]
    rows = [(spec.label, value_words(spec, value)) for spec, value in known]
    rows += [(_title(name), _value(value)) for name, value in given.items()]
    return (*rows, *((_title(name), str(value)) for name, value in generation.extra.items()))


def parameter_label(model: ModelSpec | None, name: str) -> str:
    """What the form calls a parameter."""
    specs = () if model is None else model.parameters
    return next((tr_sentence(one.label) for one in specs if one.name == name), _title(name))


def value_words(spec: ParameterSpec, value: ParameterValue) -> str:
    """A value as the form shows it, with its unit."""
    words = next((one.label for one in spec.choices if one.value == value), _value(value))
    return f"{words} {spec.unit}" if spec.unit and not spec.choices else words


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _value(value: ParameterValue) -> str:
    if isinstance(value, bool):
        return tr("On") if value else tr("Off")
    return QLocale().toString(value, "g", 6) if isinstance(value, float) else str(value)
