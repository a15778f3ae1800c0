"""OpenAI: chat text, images and edits, speech."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.providers.base import (
    Account,
    BaseProvider,
    Capabilities,
    GenerationContext,
    GenerationResult,
    KeyStatus,
    ProviderRequest,
)
from mediadesk.providers.http import HttpRoom
from mediadesk.providers.network_policy import DownloadPolicy, check_base_url
from mediadesk.providers.openai_api import check_key, list_models, make_endpoint
from mediadesk.providers.openai_chat import chat_speech, stream_chat
from mediadesk.providers.openai_images import generate_images
from mediadesk.providers.openai_models import MODELS, OPENAI, merged, openai_model
from mediadesk.providers.openai_speech import speak


class OpenAIProvider(BaseProvider):
    """OpenAI's own API."""

    id: ClassVar[ProviderId] = OPENAI
    label: ClassVar[str] = "OpenAI"
    short_label: ClassVar[str] = "OA"
    types: ClassVar[tuple[GenerationType, ...]] = (
        GenerationType.TEXT,
        GenerationType.IMAGE,
        GenerationType.AUDIO,
    )
    default_base_url: ClassVar[str | None] = "https://api.openai.com/v1"
    capabilities: ClassVar[Capabilities] = Capabilities(lists_models=True)
    models: ClassVar[tuple[ModelSpec, ...]] = MODELS
    key_prefixes: ClassVar[tuple[str, ...]] = ("sk-",)
    key_page: ClassVar[str] = "https://platform.openai.com/api-keys"

    def __init__(self, account: Account, http: HttpRoom) -> None:
        super().__init__(account, http)
        base_url = check_base_url(account.base_url or self.default_base_url or "")
        self._endpoint = make_endpoint(account, base_url, self.label)
        # pictures come inside the answer; an address is only followed on the user's own server
        self._policy = DownloadPolicy((), self._endpoint.origin, self.label)

    async def generate(
        self, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Make one billable call and deliver its results. Raises ``ProviderError``."""
        if request.type is GenerationType.TEXT:
            return await stream_chat(self.http, self._endpoint, request, context)
        if request.type is GenerationType.IMAGE:
            return await generate_images(self.http, self._endpoint, request, context, self._policy)
        if request.model.id.startswith("gpt-audio"):
            return await chat_speech(self.http, self._endpoint, request, context)
        return await speak(self.http, self._endpoint, request, context)

    async def available_models(self) -> Sequence[ModelSpec]:
        """Models that this account can use now."""
        return merged(await list_models(self.http, self._endpoint))

    async def check_key(self) -> KeyStatus:
        """Check the key by listing models."""
        return await check_key(self.http, self._endpoint)

    def model_named(self, model_id: str, type: GenerationType) -> ModelSpec | None:
        """A model by its id, also where the table does not know it."""
        model = openai_model(model_id)
        return model if model is not None and type in model.types else None
