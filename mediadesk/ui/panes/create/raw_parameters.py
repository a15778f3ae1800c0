"""Raw extra parameters: one more field of the form, whose text is a JSON object."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mediadesk.domain.errors import InvalidParameterError
from mediadesk.domain.parameters import ParameterKind, ParameterSpec, ParameterValue
from mediadesk.domain.raw_parameters import read_raw
from mediadesk.ui.support.translation import QT_TR_NOOP, tr

if TYPE_CHECKING:
    from mediadesk.domain.generation import JsonValue

NAME = "extra-parameters"
"""No provider has a parameter of this name."""
_LABEL = QT_TR_NOOP("Raw parameters")
_HELP = QT_TR_NOOP("A JSON object that is sent as it is. What it adds to the price is not known.")


class RawParameters:
    """What was typed, and what it means."""

    def __init__(self) -> None:
        self.text = ""

    def read(self) -> dict[str, JsonValue]:
        """The object; an empty one where the text is none."""
        try:
            return read_raw(self.text, NAME)
        except InvalidParameterError:
            return {}

    def problem(self) -> InvalidParameterError | None:
        """Why the text is no object."""
        try:
            read_raw(self.text, NAME)
        except InvalidParameterError as error:
            return error
        return None

    def values(self) -> dict[str, ParameterValue]:
        """The field's value, as far as there is one."""
        return {NAME: self.text} if self.text else {}


def raw_spec() -> ParameterSpec:
    """The field as the form shows it."""
    return ParameterSpec(NAME, ParameterKind.LONG_TEXT, tr(_LABEL), tr(_HELP), advanced=True)


def as_text(extra: Mapping[str, JsonValue]) -> str:
    """What the field shows."""
    import json

    return json.dumps(extra, ensure_ascii=False, indent=1) if extra else ""


def without_raw(values: Mapping[str, ParameterValue]) -> dict[str, ParameterValue]:
    """The values of the model's own parameters."""
    return {name: value for name, value in values.items() if name != NAME}
