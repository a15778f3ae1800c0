"""What every registration of Google's API shares: each is an account of its own over one wire."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from mediadesk.domain.catalog import AudioKind, ModelSpec
from mediadesk.domain.generation import GenerationType, RemoteJob
from mediadesk.domain.remote import RemoteItem, RemoteItemKind
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
from mediadesk.providers.google.api import (
    DEFAULT_BASE_URL,
    RESULT_HOSTS,
    check_key,
    list_models,
    make_endpoint,
)
from mediadesk.providers.google.files import delete_file
from mediadesk.providers.google.images import generate_image
from mediadesk.providers.google.interactions import Connection, cancel, forget, look_up, resume
from mediadesk.providers.google.jobs import make_image, make_music, make_speech, make_video
from mediadesk.providers.google.legacy import (
    operation_exists,
    predict_images,
    resume_video,
    start_video,
)
from mediadesk.providers.google.models import google_model, is_legacy, merged
from mediadesk.providers.google.speech import speak
from mediadesk.providers.google.text import stream_text
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.policy import DownloadPolicy


class GoogleProvider(BaseProvider):
    """Google's generative API; a subclass names itself and the kinds that it offers."""

    default_base_url: ClassVar[str | None] = DEFAULT_BASE_URL
    capabilities: ClassVar[Capabilities] = Capabilities(
        cancels=True, resumes=True, looks_up=True, lists_models=True
    )
    key_services: ClassVar[tuple[str, ...]] = ("google",)
    key_page: ClassVar[str] = "https://aistudio.google.com/apikey"

    def __init__(self, account: Account, http: HttpRoom) -> None:
        super().__init__(account, http)
        endpoint = make_endpoint(account, self.label)
        policy = DownloadPolicy(RESULT_HOSTS, endpoint.origin, self.label)
        self._connection = Connection(http, endpoint, policy)

    async def generate(
        self, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Make one billable call and deliver its results. Raises ``ProviderError``."""
        connection = self._connection
        if request.type is GenerationType.TEXT:
            return await stream_text(self.http, connection.endpoint, request, context)
        if is_legacy(request.model.id):
            is_video = request.type is GenerationType.VIDEO
            call = start_video if is_video else predict_images
            return await call(connection, request, context)
        if request.type is GenerationType.VIDEO:
            return await make_video(connection, request, context)
        if request.type is GenerationType.IMAGE:
            if request.parameters.get("background"):
                return await make_image(connection, request, context)
            return await generate_image(self.http, connection.endpoint, request, context)
        if request.model.audio_kind is AudioKind.MUSIC:
            return await make_music(connection, request, context)
        if request.parameters.get("file_format", "wav") != "wav":
            return await make_speech(connection, request, context)
        return await speak(self.http, connection.endpoint, request, context)

    async def resume(
        self, job: RemoteJob, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Go on with an accepted job after a restart; never submits again."""
        if job.data.get("operation"):
            return await resume_video(self._connection, job, request, context)
        return await resume(self._connection, job, request, context)

    async def cancel(self, job: RemoteJob) -> CancelOutcome:
        """Stop a remote job; the older protocol has no way to."""
        if job.data.get("operation"):
            return CancelOutcome.NOT_POSSIBLE
        return await cancel(self._connection, job)

    async def forget(self, item: RemoteItem) -> None:
        """Delete a stored interaction or a file."""
        if item.kind is RemoteItemKind.FILE:
            await delete_file(self.http, self._connection.endpoint, item)
        else:
            await forget(self._connection, item)

    async def look_up(self, job: RemoteJob | None, request_id: str | None) -> RemoteJob | None:
        """The job if it is still known there; without its id it cannot be found."""
        if job is None:
            return None
        if job.data.get("operation"):
            return job if await operation_exists(self._connection, job) else None
        return await look_up(self._connection, job)

    async def available_models(self) -> Sequence[ModelSpec]:
        """Models that this account can use now."""
        live = await list_models(self.http, self._connection.endpoint, ("v1", "v1beta"))
        return merged(self.id, live, self.types)

    async def check_key(self) -> KeyStatus:
        """Check the key by listing models."""
        return await check_key(
            self.http,
            self._connection.endpoint,
            lambda model_id: bool(merged(self.id, [model_id], self.types)),
        )

    def model_named(self, model_id: str, type: GenerationType) -> ModelSpec | None:
        """A model by its id, also where the table does not know it."""
        model = google_model(self.id, model_id)
        fits = model is not None and type in model.types and type in self.types
        return model if fits else None
