"""OpenRouter: hundreds of models of many makers behind one key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.generation import GenerationType, JsonValue, RemoteJob
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
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.policy import DownloadPolicy, check_base_url
from mediadesk.providers.openrouter.api import check_key, make_endpoint
from mediadesk.providers.openrouter.audio import chat_sound, speak
from mediadesk.providers.openrouter.catalog import list_models
from mediadesk.providers.openrouter.chat import stream_chat
from mediadesk.providers.openrouter.images import chat_image, generate_images
from mediadesk.providers.openrouter.models import (
    IMAGES,
    MODELS,
    OPENROUTER,
    SPEECH,
    make_model,
    unlisted_model,
    wire_of,
)
from mediadesk.providers.openrouter.video import follow_video, make_video

_RESULT_HOSTS = ("openrouter.ai", ".openrouter.ai")


class OpenRouterProvider(BaseProvider):
    """Every kind of result that OpenRouter's lists name."""

    id: ClassVar[ProviderId] = OPENROUTER
    label: ClassVar[str] = "OpenRouter"
    short_label: ClassVar[str] = "Or"
    types: ClassVar[tuple[GenerationType, ...]] = tuple(GenerationType)
    default_base_url: ClassVar[str | None] = "https://openrouter.ai/api/v1"
    capabilities: ClassVar[Capabilities] = Capabilities(lists_models=True, resumes=True)
    models: ClassVar[tuple[ModelSpec, ...]] = MODELS
    key_prefixes: ClassVar[tuple[str, ...]] = ("sk-or-",)
    key_page: ClassVar[str] = "https://openrouter.ai/settings/keys"

    def __init__(self, account: Account, http: HttpRoom) -> None:
        super().__init__(account, http)
        base_url = check_base_url(account.base_url or self.default_base_url or "")
        self._endpoint = make_endpoint(account, base_url, self.label)
        self._policy = DownloadPolicy(_RESULT_HOSTS, self._endpoint.origin, self.label)

    async def generate(
        self, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Make one billable call and deliver its results. Raises ``ProviderError``."""
        wire = wire_of(request.model)
        if request.type is GenerationType.VIDEO:
            return await make_video(self.http, self._endpoint, request, context, self._policy)
        if request.type is GenerationType.TEXT:
            return await stream_chat(self.http, self._endpoint, request, context)
        if request.type is GenerationType.IMAGE:
            make_image = generate_images if wire == IMAGES else chat_image
            return await make_image(self.http, self._endpoint, request, context)
        make_sound = speak if wire == SPEECH else chat_sound
        return await make_sound(self.http, self._endpoint, request, context)

    async def resume(
        self, job: RemoteJob, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Go on polling a video job. Raises ``ProviderError``."""
        return await follow_video(self.http, self._endpoint, job, request, context, self._policy)

    async def available_models(self) -> Sequence[ModelSpec]:
        """Every model of the live lists, once for each kind of result."""
        return await list_models(self.http, self._endpoint)

    async def check_key(self) -> KeyStatus:
        """Check the key by asking for its own data."""
        return await check_key(self.http, self._endpoint)

    def model_named(self, model_id: str, type: GenerationType) -> ModelSpec | None:
        """Any id, for the kind that the user says it makes."""
        return unlisted_model(model_id, type)

    def model_remembered(
        self, model_id: str, type: GenerationType, facts: Mapping[str, JsonValue]
    ) -> ModelSpec | None:
        """A listed model from its facts."""
        return make_model(model_id, model_id, type, facts) if facts else None
