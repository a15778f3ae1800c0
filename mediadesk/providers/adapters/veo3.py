"""Veo: video under a key of its own, made by the Gemini API, the Agent Platform or fal.

The model says which of them makes it; the key and the base address say which of them an account
can use. A key is never shown to a service that it does not belong to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import ClassVar

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.errors import UsageError
from mediadesk.domain.generation import GenerationType, JsonValue, RemoteJob
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.remote import RemoteItem
from mediadesk.providers.base import (
    Account,
    CancelOutcome,
    GenerationContext,
    GenerationResult,
    KeyStatus,
    ProviderRequest,
)
from mediadesk.providers.fal import api as fal_api
from mediadesk.providers.fal import queue as fal_queue
from mediadesk.providers.google.api import RESULT_HOSTS, make_endpoint
from mediadesk.providers.google.interactions import Connection
from mediadesk.providers.google.provider import GoogleProvider
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.policy import DownloadPolicy, Origin
from mediadesk.providers.veo import agent_platform as google_agent_platform
from mediadesk.providers.veo.models import MODELS, VEO, is_fal_model, video_model


class BackEnd(StrEnum):
    """Who makes the video; the value is shown to people."""

    GEMINI = "the Gemini API"
    AGENT_PLATFORM = "the Agent Platform"
    FAL = "fal"


_HOSTS: Mapping[str, BackEnd] = {
    "generativelanguage.googleapis.com": BackEnd.GEMINI,
    "aiplatform.googleapis.com": BackEnd.AGENT_PLATFORM,
    "fal.run": BackEnd.FAL,
    "fal.ai": BackEnd.FAL,
}


class Veo3Provider(GoogleProvider):
    """Video models; the back end follows from model, key and base address."""

    id: ClassVar[ProviderId] = VEO
    label: ClassVar[str] = "Veo"
    short_label: ClassVar[str] = "Ve"
    types: ClassVar[tuple[GenerationType, ...]] = (GenerationType.VIDEO,)
    models: ClassVar[tuple[ModelSpec, ...]] = MODELS
    key_prefixes: ClassVar[tuple[str, ...]] = ()
    key_services: ClassVar[tuple[str, ...]] = ("google", "fal")

    def __init__(self, account: Account, http: HttpRoom) -> None:
        super().__init__(account, http)
        agent = make_endpoint(account, self.label, google_agent_platform.DEFAULT_BASE_URL)
        policy = DownloadPolicy(RESULT_HOSTS, agent.origin, self.label)
        self._agent = Connection(http, agent, policy)
        self._fal = fal_api.make_service(account, self.label)
        self._usable = _usable(account)

    async def generate(
        self, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Make one video. Raises ``ProviderError``, ``UsageError`` for a key of another service."""
        back_end = self._check(back_end_of(request.model.id))
        if back_end is BackEnd.FAL:
            return await fal_queue.run_job(self.http, self._fal, request, context)
        if back_end is BackEnd.AGENT_PLATFORM:
            return await google_agent_platform.start_video(self._agent, request, context)
        return await super().generate(request, context)

    async def resume(
        self, job: RemoteJob, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Go on with an accepted job after a restart; never submits again."""
        back_end = self._check(_back_end_of_job(job))
        if back_end is BackEnd.FAL:
            return await fal_queue.follow_job(self.http, self._fal, job, request, context)
        if back_end is BackEnd.AGENT_PLATFORM:
            return await google_agent_platform.resume_video(self._agent, job, request, context)
        return await super().resume(job, request, context)

    async def cancel(self, job: RemoteJob) -> CancelOutcome:
        """Stop a remote job; the Agent Platform has no way to."""
        back_end = self._check(_back_end_of_job(job))
        if back_end is BackEnd.FAL:
            return await fal_queue.cancel_job(self.http, self._fal, job)
        if back_end is BackEnd.AGENT_PLATFORM:
            return CancelOutcome.NOT_POSSIBLE
        return await super().cancel(job)

    async def forget(self, item: RemoteItem) -> None:
        """Delete what stays at the back end that the account is for."""
        if BackEnd.FAL in self._usable and BackEnd.GEMINI not in self._usable:
            await fal_api.forget_run(self.http, self._fal, item)
        else:
            await super().forget(item)

    async def look_up(self, job: RemoteJob | None, request_id: str | None) -> RemoteJob | None:
        """The job if it is still known there; the next poll tells for fal and the platform."""
        if job is None or _back_end_of_job(job) is not BackEnd.GEMINI:
            return job
        return await super().look_up(job, request_id)

    async def available_models(self) -> Sequence[ModelSpec]:
        """What the account's back ends offer; only the Gemini API has a list for it."""
        found = [model for model in MODELS if back_end_of(model.id) in self._usable]
        if BackEnd.GEMINI not in self._usable:
            return found
        others = [model for model in found if back_end_of(model.id) is not BackEnd.GEMINI]
        return [*await super().available_models(), *others]

    async def check_key(self) -> KeyStatus:
        """Check the key where it belongs, by calls that cost nothing."""
        if BackEnd.GEMINI in self._usable:
            return await super().check_key()
        if BackEnd.AGENT_PLATFORM in self._usable:
            return await google_agent_platform.check_key(self.http, self._agent.endpoint)
        return await fal_api.check_key(self.http, self._fal)

    def model_named(self, model_id: str, type: GenerationType) -> ModelSpec | None:
        """A model by its id, also where the table does not know it."""
        return video_model(model_id) if type is GenerationType.VIDEO else None

    def model_remembered(
        self, model_id: str, type: GenerationType, facts: Mapping[str, JsonValue]
    ) -> ModelSpec | None:
        """A listed model again."""
        return self.model_named(model_id, type)

    def _check(self, back_end: BackEnd) -> BackEnd:
        """Refuse before anything is sent where the key or the address belongs elsewhere."""
        if back_end in self._usable:
            return back_end
        names = " or ".join(sorted(one.value for one in self._usable))
        raise UsageError(
            f"This model is made by {back_end.value}, but the {self.label} account is for {names}.",
            "Choose another model, or add a key for that service.",
        )


def back_end_of(model_id: str) -> BackEnd:
    """Who makes a model's results."""
    if is_fal_model(model_id):
        return BackEnd.FAL
    if google_agent_platform.is_model(model_id):
        return BackEnd.AGENT_PLATFORM
    return BackEnd.GEMINI


def _back_end_of_job(job: RemoteJob) -> BackEnd:
    if "endpoint_id" in job.data:
        return BackEnd.FAL
    is_agent = job.data.get("back_end") == google_agent_platform.BACK_END
    return BackEnd.AGENT_PLATFORM if is_agent else BackEnd.GEMINI


def _usable(account: Account) -> frozenset[BackEnd]:
    """Which back ends an account can use: by its address, else by the shape of its key."""
    host = Origin.of(account.base_url).host if account.base_url else ""
    for known, back_end in _HOSTS.items():
        if host == known or host.endswith((f".{known}", f"-{known}")):
            return frozenset({back_end})
    if not account.key:
        return frozenset(BackEnd)
    # a fal key is “id:secret”, a Google key never holds a colon
    if ":" in account.key:
        return frozenset({BackEnd.FAL})
    return frozenset({BackEnd.GEMINI, BackEnd.AGENT_PLATFORM})
