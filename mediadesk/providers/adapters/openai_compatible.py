"""Any server that speaks the OpenAI format: Ollama, LM Studio, llama.cpp, vLLM, gateways."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from mediadesk.domain.catalog import FREE_PRICING, UNKNOWN_PRICING, ModelSpec, Pricing
from mediadesk.domain.errors import UsageError
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import ParameterKind, ParameterSpec
from mediadesk.providers.base import (
    Account,
    BaseProvider,
    Capabilities,
    GenerationContext,
    GenerationResult,
    KeyStatus,
    ProviderRequest,
)
from mediadesk.providers.network.endpoint import OWN_SERVER_TEXT
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.policy import DownloadPolicy, check_base_url, is_loopback_host
from mediadesk.providers.openai import models, parameters
from mediadesk.providers.openai.api import check_key, list_models, make_endpoint
from mediadesk.providers.openai.chat import stream_chat
from mediadesk.providers.openai.images import generate_images
from mediadesk.providers.openai.speech import speak

_ID = ProviderId("openai-compatible")
_IMAGE_NAMES = re.compile(r"image|flux|diffusion|sdxl|dall-e|dream", re.IGNORECASE)
_SPEECH_NAMES = re.compile(r"tts|speech|kokoro|piper|bark|voice", re.IGNORECASE)
_USAGE = ParameterSpec(
    "include_usage",
    ParameterKind.FLAG,
    "Ask for token counts",
    "Switch off for servers that refuse “stream_options”.",
    default=True,
    advanced=True,
)
_TEXT_PARAMETERS = (
    parameters.SYSTEM_PROMPT,
    parameters.token_limit("max_tokens", 1_000_000),
    *parameters.sampling(),
    parameters.STOP,
    parameters.SEED,
    parameters.DETAIL,
    _USAGE,
)
_IMAGE_PARAMETERS = (
    parameters.choice(
        "size", "Size", ("256x256", "512x512", *parameters.SIZES), default="1024x1024"
    ),
    parameters.choice("response_format", "Delivery", ("b64_json", "url"), advanced=True),
)
_SPEECH_PARAMETERS = (
    ParameterSpec("voice", ParameterKind.TEXT, "Voice", default="alloy", max_length=200),
    parameters.choice(
        "response_format", "File format", ("mp3", "wav", "opus", "flac"), default="mp3"
    ),
    parameters.number("speed", "Speed", 0.25, 4, "1 is the natural speed."),
)


class OpenAICompatibleProvider(BaseProvider):
    """The user's own endpoint, with or without a key."""

    id: ClassVar[ProviderId] = _ID
    label: ClassVar[str] = "Compatible endpoint"
    short_label: ClassVar[str] = "Ce"
    types: ClassVar[tuple[GenerationType, ...]] = (
        GenerationType.TEXT,
        GenerationType.IMAGE,
        GenerationType.AUDIO,
    )
    capabilities: ClassVar[Capabilities] = Capabilities(
        lists_models=True, needs_key=False, needs_base_url=True, takes_headers=True
    )

    def __init__(self, account: Account, http: HttpRoom) -> None:
        super().__init__(account, http)
        if not account.base_url:
            raise UsageError(
                "The compatible endpoint has no base address.",
                "Add one, for example http://localhost:11434/v1.",
            )
        base_url = check_base_url(account.base_url, allows_private_http=True)
        self._endpoint = make_endpoint(account, base_url, self.label)
        origin = self._endpoint.origin
        self._policy = DownloadPolicy((origin.host,), origin, self.label)

    async def generate(
        self, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Make one billable call and deliver its results. Raises ``ProviderError``."""
        if request.type is GenerationType.TEXT:
            return await stream_chat(self.http, self._endpoint, request, context, OWN_SERVER_TEXT)
        if request.type is GenerationType.IMAGE:
            return await generate_images(self.http, self._endpoint, request, context, self._policy)
        return await speak(self.http, self._endpoint, request, context)

    async def available_models(self) -> Sequence[ModelSpec]:
        """What the server lists; kinds are guessed from names, text where they say nothing."""
        listed = await list_models(self.http, self._endpoint)
        return tuple(self.model_named(model_id, _kind(model_id)) for model_id in sorted(listed))

    async def check_key(self) -> KeyStatus:
        """Check address and key by listing models."""
        return await check_key(self.http, self._endpoint)

    def model_named(self, model_id: str, type: GenerationType) -> ModelSpec:
        """Any id, for the kind that the user says it makes."""
        if type is GenerationType.IMAGE:
            found = models.image_model(model_id, model_id, _IMAGE_PARAMETERS, provider_id=_ID)
        elif type is GenerationType.AUDIO:
            found = models.speech_model(
                model_id,
                model_id,
                _SPEECH_PARAMETERS,
                provider_id=_ID,
                maximum_prompt_length=16_000,
            )
        else:
            found = models.text_model(
                model_id,
                model_id,
                _TEXT_PARAMETERS,
                provider_id=_ID,
                context_tokens=None,
                maximum_output_tokens=None,
            )
        return replace(found, pricing=self._pricing(), is_known=False)

    def _pricing(self) -> Pricing:
        if is_loopback_host(self._endpoint.origin.host):
            return replace(FREE_PRICING, source="your own endpoint")
        return UNKNOWN_PRICING


def _kind(model_id: str) -> GenerationType:
    if _SPEECH_NAMES.search(model_id):
        return GenerationType.AUDIO
    return GenerationType.IMAGE if _IMAGE_NAMES.search(model_id) else GenerationType.TEXT
