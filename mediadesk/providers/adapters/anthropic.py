"""Anthropic: text, with pictures and documents as inputs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.providers.anthropic.api import check_key, list_models, make_endpoint
from mediadesk.providers.anthropic.messages import stream_message
from mediadesk.providers.anthropic.models import ANTHROPIC, MODELS, anthropic_model, listed_model
from mediadesk.providers.base import (
    Account,
    BaseProvider,
    Capabilities,
    GenerationContext,
    GenerationResult,
    KeyStatus,
    ProviderRequest,
)
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.policy import check_base_url


class AnthropicProvider(BaseProvider):
    """Anthropic's own API."""

    id: ClassVar[ProviderId] = ANTHROPIC
    label: ClassVar[str] = "Anthropic"
    short_label: ClassVar[str] = "An"
    types: ClassVar[tuple[GenerationType, ...]] = (GenerationType.TEXT,)
    default_base_url: ClassVar[str | None] = "https://api.anthropic.com"
    capabilities: ClassVar[Capabilities] = Capabilities(lists_models=True)
    models: ClassVar[tuple[ModelSpec, ...]] = MODELS
    key_prefixes: ClassVar[tuple[str, ...]] = ("sk-ant-",)
    key_page: ClassVar[str] = "https://platform.claude.com/settings/keys"

    def __init__(self, account: Account, http: HttpRoom) -> None:
        super().__init__(account, http)
        base_url = check_base_url(account.base_url or self.default_base_url or "")
        # the version is part of every path here, so an address that ends with it means the same
        self._endpoint = make_endpoint(account, base_url.removesuffix("/v1"), self.label)

    async def generate(
        self, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Make one billable call and deliver its text. Raises ``ProviderError``."""
        return await stream_message(self.http, self._endpoint, request, context)

    async def available_models(self) -> Sequence[ModelSpec]:
        """Models that this account can use now: the table's order first, then the others."""
        found = [listed_model(entry) for entry in await list_models(self.http, self._endpoint)]
        order = {model.id: position for position, model in enumerate(MODELS)}
        usable = [model for model in found if model is not None]
        return tuple(sorted(usable, key=lambda model: order.get(model.id, len(order))))

    async def check_key(self) -> KeyStatus:
        """Check the key by listing models."""
        return await check_key(self.http, self._endpoint)

    def model_named(self, model_id: str, type: GenerationType) -> ModelSpec | None:
        """A model by its id, also where the table does not know it."""
        model = anthropic_model(model_id)
        return model if model is not None and type in model.types else None
