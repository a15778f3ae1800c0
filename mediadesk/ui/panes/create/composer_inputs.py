"""The inputs of the next run, and which role of the model each takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mediadesk.domain.catalog import InputRole, ModelSpec
from mediadesk.domain.generation import Asset


@dataclass(frozen=True, slots=True)
class ComposerInput:
    """One input as the form shows it."""

    asset: Asset
    role: str


class ComposerInputs:
    """A list of inputs. What another model cannot take stays here until a model can again."""

    def __init__(self) -> None:
        self._items: list[ComposerInput] = []

    @property
    def items(self) -> tuple[ComposerInput, ...]:
        """The inputs in the order they were added."""
        return tuple(self._items)

    def usable_by(self, model: ModelSpec) -> list[ComposerInput]:
        """The inputs whose role ``model`` knows."""
        roles = {role.name for role in model.input_roles}
        return [item for item in self._items if item.role in roles]

    def add(self, model: ModelSpec, asset: Asset) -> str:
        """Give ``asset`` the first role with room. Returns why not, "" when it was added."""
        role = self._role_for(model, asset)
        if role is not None:
            self._items.append(ComposerInput(asset, role.name))
            return ""
        if not model.input_roles:
            return f"{model.label} takes no inputs. Choose another model."
        return f"{model.label} takes no more {asset.type.value} inputs."

    def set_role(self, index: int, role: str) -> None:
        """Give an input another role."""
        self._items[index] = replace(self._items[index], role=role)

    def remove(self, index: int) -> None:
        """Take an input out of the list."""
        del self._items[index]

    def replace(self, items: Iterable[ComposerInput]) -> None:
        """Take other inputs instead."""
        self._items = list(items)

    def _role_for(self, model: ModelSpec, asset: Asset) -> InputRole | None:
        for role in model.input_roles:
            taken = sum(1 for item in self._items if item.role == role.name)
            if asset.type in role.types and taken < role.maximum_count:
                return role
        return None
