"""fal: a queue in front of hundreds of image, video and sound models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.generation import GenerationType, JsonValue, RemoteJob
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
from mediadesk.providers.fal import queue as fal_queue
from mediadesk.providers.fal.api import QUEUE_URL, check_key, forget_run, make_service
from mediadesk.providers.fal.catalog import list_models
from mediadesk.providers.fal.models import FAL, MODELS, make_model, unlisted_model
from mediadesk.providers.network.http import HttpRoom


class FalProvider(BaseProvider):
    """Every media endpoint of fal, through its queue."""

    id: ClassVar[ProviderId] = FAL
    label: ClassVar[str] = "fal"
    short_label: ClassVar[str] = "Fa"
    types: ClassVar[tuple[GenerationType, ...]] = (
        GenerationType.IMAGE,
        GenerationType.VIDEO,
        GenerationType.AUDIO,
    )
    default_base_url: ClassVar[str | None] = QUEUE_URL
    capabilities: ClassVar[Capabilities] = Capabilities(
        cancels=True, resumes=True, lists_models=True
    )
    models: ClassVar[tuple[ModelSpec, ...]] = MODELS
    key_services: ClassVar[tuple[str, ...]] = ("fal",)
    key_page: ClassVar[str] = "https://fal.ai/dashboard/keys"

    def __init__(self, account: Account, http: HttpRoom) -> None:
        super().__init__(account, http)
        self._service = make_service(account, self.label)

    async def generate(
        self, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Submit one job and deliver its results. Raises ``ProviderError``."""
        return await fal_queue.run_job(self.http, self._service, request, context)

    async def resume(
        self, job: RemoteJob, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Go on polling a job. Raises ``ProviderError``."""
        return await fal_queue.follow_job(self.http, self._service, job, request, context)

    async def cancel(self, job: RemoteJob) -> CancelOutcome:
        """Take the job out of the queue, or ask it to stop."""
        return await fal_queue.cancel_job(self.http, self._service, job)

    async def forget(self, item: RemoteItem) -> None:
        """Delete what fal keeps of a run."""
        await forget_run(self.http, self._service, item)

    async def available_models(self) -> Sequence[ModelSpec]:
        """Every active media endpoint, with its form and price."""
        return await list_models(self.http, self._service)

    async def check_key(self) -> KeyStatus:
        """Check the key by asking for one price."""
        return await check_key(self.http, self._service)

    def model_named(self, model_id: str, type: GenerationType) -> ModelSpec | None:
        """Any endpoint id, for the kind that the user says it makes."""
        return unlisted_model(model_id, type) if type in self.types else None

    def model_remembered(
        self, model_id: str, type: GenerationType, facts: Mapping[str, JsonValue]
    ) -> ModelSpec | None:
        """A listed endpoint from its facts."""
        return make_model(model_id, model_id, type, facts) if facts else None
