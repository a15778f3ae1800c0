"""Models as a provider's live list tells them, requests to them, and what went out."""

from typing import Any

import pytest

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.errors import ProviderError
from mediadesk.domain.parameters import check_parameters
from mediadesk.providers.base import BaseProvider, ProviderRequest
from tests.fakes.context import FakeContext
from tests.simulator import Simulator


async def models_of(provider: BaseProvider) -> dict[str, ModelSpec]:
    """The live list by id."""
    return {model.id: model for model in await provider.available_models()}


def ask(model: ModelSpec, prompt: str = "Hello", **more: Any) -> ProviderRequest:
    """A request to a model with checked parameters."""
    parameters = check_parameters(model.parameters, more.pop("parameters", {}))
    return ProviderRequest(model.types[0], model, prompt, parameters, **more)


async def failure(
    provider: BaseProvider, request: ProviderRequest, context: FakeContext | None = None
) -> ProviderError:
    """The error that one call ends with."""
    with pytest.raises(ProviderError) as caught:
        await provider.generate(request, context or FakeContext())
    return caught.value


def bodies(simulator: Simulator) -> list[Any]:
    """The JSON of every POST that carried some."""
    sent = [entry["body"] for entry in simulator.submissions]
    return [body["json"] for body in sent if "json" in body]
