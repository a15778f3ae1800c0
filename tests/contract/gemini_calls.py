"""Calls of Gemini that several tests make."""

import asyncio
import base64
from typing import Any

import pytest

from mediadesk.domain.errors import ProviderError
from mediadesk.domain.generation import GenerationType, RemoteJob
from mediadesk.domain.remote import RemoteItem
from mediadesk.providers.base import BaseProvider, GenerationResult, ProviderInput, ProviderRequest
from tests.contract.canonical import camel, captured
from tests.contract.conftest import make_request
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

TEXT, IMAGE = "gemini-3.8-flash", "gemini-nano-banana-2.1"
SPEECH, MP3_SPEECH = "gemini-3.8-flash-lite-tts", "gemini-3.8-flash-tts"
OMNI, MUSIC = "gemini-omni-1.2-flash", "lyria-3.5"
VEO, IMAGEN = "veo-3.1-generate-preview", "imagen-4.0-generate-001"
STREAM, GENERATE, JOBS = ":streamGenerateContent", ":generateContent", "/interactions"
LEGACY = ":predictLongRunning"
DOT = base64.b64decode("iVBORw==")


def given(data: bytes, type: GenerationType, mime: str, role: str) -> ProviderInput:
    """An input with these bytes."""

    async def read() -> bytes:
        return data

    return ProviderInput(role, type, mime, len(data), "private name.bin", read)


def blank(role: str, type: GenerationType = GenerationType.VIDEO, size: int = 100) -> ProviderInput:
    """An input without meaning."""
    mime = "video/mp4" if type is GenerationType.VIDEO else "image/png"
    return given(bytes(size), type, mime, role)


async def make(
    provider: BaseProvider, type: GenerationType, model: str, prompt: str = "Hello", **more: Any
) -> tuple[GenerationResult, FakeContext]:
    """One call with checked parameters."""
    return await made(provider, make_request(provider, type, model, prompt, **more))


def video(provider: BaseProvider, prompt: str = "A cat", **more: Any) -> ProviderRequest:
    """A request for an Omni video."""
    return make_request(provider, GenerationType.VIDEO, OMNI, prompt, **more)


async def made(
    provider: BaseProvider, request: ProviderRequest
) -> tuple[GenerationResult, FakeContext]:
    """The result of one call, and everything that went through its door."""
    context = FakeContext()
    return await provider.generate(request, context), context


async def failure(provider: BaseProvider, request: ProviderRequest) -> ProviderError:
    """The error that one call ends with."""
    with pytest.raises(ProviderError) as caught:
        await provider.generate(request, FakeContext())
    return caught.value


def expected_of(name: str) -> dict[str, Any]:
    """A recorded request; the official client mixes two spellings of field names, we use one."""
    found = captured(name, "gemini")
    return {**found, "body": {"json": camel(found["body"]["json"])}}


async def submitted(gemini: BaseProvider, simulator: Simulator, **options: Any) -> RemoteJob:
    """A job that was accepted when the program was killed."""
    simulator.plan(JOBS, **{"polls": 3, **options})
    accepted: list[RemoteJob] = []

    class Killed(FakeContext):
        async def accepted(self, job: RemoteJob, *stays: RemoteItem) -> None:
            accepted.append(job)
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await gemini.generate(video(gemini), Killed())
    return accepted[0]
