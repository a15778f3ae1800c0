"""The inputs of the next run, and which role of the model each takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mediadesk.domain.catalog import InputRole, ModelSpec
from mediadesk.domain.generation import Asset
from mediadesk.ui.support.translation import tr
from mediadesk.ui.words import file_size, noun


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

    def add(self, model: ModelSpec, asset: Asset, role_name: str = "") -> str:
        """Give ``asset`` a role, else the first with room. Returns why not, "" once it is added."""
        roles = [role for role in model.input_roles if role_name in ("", role.name)]
        problem = refusal(model, asset, roles)
        if problem:
            return problem
        for role in roles:
            if takes(role, asset) and self._count(role) < role.maximum_count:
                self._items.append(ComposerInput(asset, role.name))
                return ""
        return tr("{model} takes no more {kind} inputs. Remove one first.").format(
            model=model.label, kind=noun(asset.type)
        )

    def set_role(self, index: int, role: str) -> None:
        """Give an input another role."""
        self._items[index] = replace(self._items[index], role=role)

    def remove(self, index: int) -> None:
        """Take an input out of the list."""
        del self._items[index]

    def replace(self, items: Iterable[ComposerInput]) -> None:
        """Take other inputs instead."""
        self._items = list(items)

    def _count(self, role: InputRole) -> int:
        return sum(1 for item in self._items if item.role == role.name)


def mask_role(model: ModelSpec) -> InputRole | None:
    """The role that says where a picture may be changed; None where the model has none."""
    return next((role for role in model.input_roles if "mask" in role.name), None)


def takes(role: InputRole, asset: Asset) -> bool:
    """Whether a role takes something of this type, format and size."""
    is_fitting = asset.type in role.types and (not role.mimes or asset.mime in role.mimes)
    return is_fitting and asset.size_bytes <= role.maximum_bytes


def refusal(model: ModelSpec, asset: Asset, roles: list[InputRole]) -> str:
    """Why none of ``roles`` takes ``asset`` and what to do, "" where one does."""
    name = asset.file_name or tr("This item")
    if not roles:
        return tr("{model} takes no inputs. Choose another model.").format(model=model.label)
    of_type = [role for role in roles if asset.type in role.types]
    if not of_type:
        kinds = sorted({noun(kind) for role in roles for kind in role.types})
        return tr("{model} takes no {kind} inputs, only {kinds}.").format(
            model=model.label, kind=noun(asset.type), kinds=", ".join(kinds)
        )
    of_format = [role for role in of_type if not role.mimes or asset.mime in role.mimes]
    if not of_format:
        formats = sorted({mime.rpartition("/")[2] for role in of_type for mime in role.mimes})
        return tr("{name} is {mime}, which {model} does not take. Use {formats}.").format(
            name=name, mime=asset.mime, model=model.label, formats=", ".join(formats)
        )
    largest = max(role.maximum_bytes for role in of_format)
    if asset.size_bytes > largest:
        return tr("{name} has {size}, the limit of {model} is {limit}. Use a smaller file.").format(
            name=name, size=file_size(asset.size_bytes), model=model.label, limit=file_size(largest)
        )
    return ""
