"""OpenAI: text over either interface, images and edits, speech."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.generation import GenerationType, RemoteJob
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.remote import RemoteItem
from mediadesk.providers.base import (
    Account,
    BaseProvider,
    CancelOutcome,
    Capabilities,
    GenerationContext,
    GenerationResult,
    KeyStatus,
    ProviderRequest,
)
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.policy import DownloadPolicy, check_base_url
from mediadesk.providers.openai import background as openai_background
from mediadesk.providers.openai.api import check_key, list_models, make_endpoint
from mediadesk.providers.openai.chat import chat_speech, stream_chat
from mediadesk.providers.openai.images import generate_images
from mediadesk.providers.openai.models import MODELS, OPENAI, merged, openai_model
from mediadesk.providers.openai.responses import stream_response
from mediadesk.providers.openai.speech import speak


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
    capabilities: ClassVar[Capabilities] = Capabilities(
        cancels=True, resumes=True, lists_models=True, takes_headers=True
    )
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
            by_response = request.parameters.get("interface") == "responses"
            call = stream_response if by_response else stream_chat
            return await call(self.http, self._endpoint, request, context)
        if request.type is GenerationType.IMAGE:
            if request.parameters.get("in_background"):
                return await openai_background.draw(self.http, self._endpoint, request, context)
            return await generate_images(self.http, self._endpoint, request, context, self._policy)
        if request.model.id.startswith("gpt-audio"):
            return await chat_speech(self.http, self._endpoint, request, context)
        return await speak(self.http, self._endpoint, request, context)

    async def resume(
        self, job: RemoteJob, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Go on with a picture in the background after a restart; never submits again."""
        return await openai_background.follow(self.http, self._endpoint, job, request, context)

    async def cancel(self, job: RemoteJob) -> CancelOutcome:
        """Stop a picture in the background."""
        return await openai_background.cancel(self.http, self._endpoint, job)

    async def forget(self, item: RemoteItem) -> None:
        """Delete a stored response."""
        await openai_background.forget(self.http, self._endpoint, item)

    async def look_up(self, job: RemoteJob | None, request_id: str | None) -> RemoteJob | None:
        """The job if it is still kept there; without its id it cannot be found."""
        if job is None:
            return None
        return await openai_background.look_up(self.http, self._endpoint, job)

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
