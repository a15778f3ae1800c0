"""A studio's library with two months of history: every provider, budgets, failures, doubts.

All of it goes through the real services at the real list prices, on a clock that is set; only what
a provider would send back is made up here.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import random
import wave
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

from mediadesk.bootstrap import Services, open_services
from mediadesk.domain.errors import Billed, MediadeskError, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import (
    Generation,
    GenerationRequest,
    GenerationType,
    JsonValue,
    RemoteJob,
    Usage,
)
from mediadesk.domain.ids import AssetId, ProjectId, ProviderName
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.providers.base import (
    BaseProvider,
    CancelOutcome,
    GenerationContext,
    GenerationResult,
    KeyStatus,
    ProviderRequest,
)
from mediadesk.providers.factory import ADAPTERS
from mediadesk.providers.sample.render import render
from mediadesk.services.library_access import LibraryAccess, UnlockedLibrary
from mediadesk.system.clock import to_ms
from tests.bench import made_up
from tests.fakes.set_clock import SetClock

NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
DAYS = 52
USD = 1_000_000
PROJECTS = (
    ("Ceramics catalogue", 15, CapPeriod.TOTAL),
    ("Nordlys campaign", 40, CapPeriod.TOTAL),
    ("Lighthouse film", 18, CapPeriod.TOTAL),
    ("Product site copy", 10, CapPeriod.MONTH),
    ("Slow Radio podcast", 10, CapPeriod.MONTH),
    ("Texture studies", None, CapPeriod.TOTAL),
)
MONTH_USD = 30
MOST_FILMS = 8
"""Their budget is nearly used up by then."""
SLOW_PROMPT = "A kiln door, opening slowly"
_I, _V, _T, _A = (
    GenerationType.IMAGE,
    GenerationType.VIDEO,
    GenerationType.TEXT,
    GenerationType.AUDIO,
)


@dataclass(frozen=True, slots=True)
class Habit:
    """What the studio makes again and again; ``weight`` is how often."""

    project: str
    provider: str
    model: str
    kind: GenerationType
    weight: int
    seconds: float
    parameters: tuple[tuple[str, Any], ...] = ()


FILM = Habit(
    "Lighthouse film", "veo3", "publishers/google/models/veo-3.1-generate-001", _V, 3, 95.0
)
TRAILER = Habit(
    "Nordlys campaign", "veo3", "publishers/google/models/veo-3.1-fast-generate-001", _V, 4, 50.0
)
HABITS = (
    FILM,
    TRAILER,
    Habit("Nordlys campaign", "gemini", "gemini-3-pro-image", _I, 9, 9.0),
    Habit("Nordlys campaign", "fal", "fal-ai/flux-pro/v1.1-ultra", _I, 6, 4.0),
    Habit("Ceramics catalogue", "nano-banana", "gemini-nano-banana-2.1", _I, 12, 11.0),
    Habit("Ceramics catalogue", "openai", "gpt-image-2.6-flare", _I, 10, 14.0),
    Habit("Product site copy", "anthropic", "claude-opus-5-5", _T, 10, 6.0),
    Habit("Product site copy", "openai", "gpt-6.2-sol", _T, 6, 4.0),
    Habit("Slow Radio podcast", "gemini", "lyria-3.5", _A, 7, 16.0),
    Habit("Texture studies", "openrouter", "google/gemini-nano-banana-2.1", _I, 8, 7.0),
    Habit("Texture studies", "fal", "fal-ai/flux/dev", _I, 10, 3.0),
)


class MadeUpAnswers:
    """What providers send back: pictures, a film, a tone and texts."""

    def __init__(self, clock: SetClock, film: bytes) -> None:
        self.chance = random.Random(7)
        self.clock = clock
        self.seconds = 1.0
        self._pictures = [made_up.picture(self.chance) for _ in range(16)]
        self._film, self._tone = film, _tone()

    def media(self, kind: GenerationType) -> tuple[str, bytes]:
        """(MIME type, bytes) of a result."""
        if kind is _V:
            return "video/x-msvideo", self._film
        if kind is _A:
            return "audio/wav", self._tone
        return "image/jpeg", self.chance.choice(self._pictures)

    def usage(self, request: ProviderRequest) -> Usage:
        """What the call used."""
        chance = self.chance
        if request.type is _T:
            return Usage(
                input_tokens=chance.randrange(900, 9_000),
                output_tokens=chance.randrange(400, 2_500),
            )
        return Usage(
            input_tokens=chance.randrange(40, 400),
            output_tokens=1_700 * request.result_count,
            images=request.result_count,
            seconds=8.0 if request.type is _V else 30.0,
            megapixels=request.result_count,
        )


class MadeUpProvider(BaseProvider):
    """Stands in for a provider: its models and prices are real, its answers are not."""

    answers: ClassVar[MadeUpAnswers]

    async def generate(
        self, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Take a while by the set clock, then fail or deliver."""
        answers = self.answers
        await context.submitting()
        if request.prompt == SLOW_PROMPT:
            await context.accepted(RemoteJob("job-1"))
            await asyncio.Event().wait()
        answers.clock.at_ms += int(1000 * answers.seconds * answers.chance.lognormvariate(0, 0.4))
        if answers.chance.random() < (0.07 if self.id == "openai" else 0.02):
            kind = ProviderErrorKind.BLOCKED
            raise ProviderError(kind, "The prompt was refused.", billed=Billed.FREE)
        reported = None
        if self.id == "openrouter":
            reported = 33_600 * request.result_count + answers.chance.randrange(900)
        if request.type is _T:
            text = made_up.text(answers.chance)
            return GenerationResult((text,), usage=answers.usage(request), reported_micro=reported)
        for index in range(request.result_count):
            mime, data = answers.media(request.type)
            sink = await context.sink(index, mime)
            await sink.write(data)
            await sink.finish()
        return GenerationResult(usage=answers.usage(request), reported_micro=reported)

    async def check_key(self) -> KeyStatus:
        """Nothing is asked."""
        return KeyStatus(True, "The key works.")

    async def cancel(self, job: RemoteJob) -> CancelOutcome:
        """Nothing was charged."""
        return CancelOutcome.FREE


def made_up_adapters(answers: MadeUpAnswers) -> tuple[type[BaseProvider], ...]:
    """Every provider with a price list, with answers made up; the rest as they are."""
    made = []
    for adapter in ADAPTERS:
        if adapter.capabilities.needs_key:
            members = {
                name: getattr(adapter, name)
                for name in ("id", "label", "short_label", "types", "models")
            }
            ready = replace(adapter.capabilities, needs_key=False)
            members |= {"answers": answers, "capabilities": ready}
            made.append(type(f"MadeUp{adapter.__name__}", (MadeUpProvider,), members))
        else:
            made.append(adapter)
    return tuple(made)


class Studio:
    """Fills a library day by day."""

    def __init__(self, services: Services, answers: MadeUpAnswers) -> None:
        self._services = services
        self._answers = answers
        self._chance = answers.chance
        self._projects: dict[str, ProjectId] = {}
        self._films = 0
        self._covers: dict[ProjectId, AssetId] = {}

    async def live(self) -> None:
        """Two months of work, with budgets that bind from the start."""
        money = self._services.money
        for name, limit, period in PROJECTS:
            project = await self._services.projects.create(name)
            self._projects[name] = project.id
            if limit is not None:
                scope = CapScope.PROJECT
                await money.set_cap(scope, period, limit * USD, project_id=project.id)
        await money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, MONTH_USD * USD)
        for day in range(DAYS, -1, -1):
            date = NOW - timedelta(days=day)
            count = (
                self._chance.randrange(1, 3)
                if date.weekday() >= 5
                else self._chance.randrange(3, 9)
            )
            await self._one_day(date, count)
        self._answers.clock.at_ms = to_ms(NOW)
        for project_id, asset_id in self._covers.items():
            await self._services.projects.edit(project_id, thumbnail_asset_id=asset_id)

    async def _one_day(self, date: datetime, count: int) -> None:
        for number in range(count):
            hour = min(9 + number, 14)
            self._answers.clock.at_ms = to_ms(
                date.replace(hour=hour, minute=self._chance.randrange(25))
            )
            habit = self._chance.choices(HABITS, [habit.weight for habit in HABITS])[0]
            if habit is FILM:
                self._films += 1
                if self._films > MOST_FILMS:
                    continue
            with contextlib.suppress(MediadeskError):  # a budget that is used up ends the day
                await self._keep_or_not(await self.make(habit))

    async def make(self, habit: Habit, prompt: str = "") -> Generation:
        """Make something and wait for it."""
        self._answers.seconds = habit.seconds
        generations = self._services.generations
        request = self.request(habit, prompt or made_up.prompt(self._chance))
        return await generations.wait(await generations.submit(request))

    def request(self, habit: Habit, prompt: str) -> GenerationRequest:
        """What is asked for."""
        return GenerationRequest(
            habit.kind,
            ProviderName(habit.provider),
            habit.model,
            prompt,
            self._projects[habit.project],
            dict(habit.parameters),
            result_count=self._chance.choice((1, 2, 4)) if habit.kind is _I else 1,
        )

    async def _keep_or_not(self, made: Generation) -> None:
        assets = self._services.assets
        for result in made.assets:
            self._covers.setdefault(made.project_id, result.id)
            fate = self._chance.random()
            if fate < 0.3:
                await assets.delete([result.id])
            elif fate < 0.75:
                await assets.set_rating([result.id], self._chance.randrange(2, 6))


@asynccontextmanager
async def open_studio(folder: Path) -> AsyncIterator[tuple[Services, UnlockedLibrary, Studio]]:
    """The services of a studio's library, made in ``folder``; its clock says ``NOW``."""
    clock = SetClock()
    answers = MadeUpAnswers(clock, await _film())
    unlocked = await LibraryAccess.create_throwaway(folder)
    adapters = made_up_adapters(answers)
    async with open_services(unlocked, environment={}, adapters=adapters, clock=clock) as services:
        studio = Studio(services, answers)
        await studio.live()
        yield services, unlocked, studio


async def _film() -> bytes:
    async def ignore(_share: float) -> None:
        """Nobody looks."""

    wanted: dict[str, JsonValue] = {
        "kind": "video",
        "prompt": "waves",
        "seed": 1,
        "options": {"seconds": 4},
    }
    return await render(wanted, (), ignore, lambda _preview: None)


def _tone() -> bytes:
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8_000)
        file.writeframes(bytes(16_000))
    return data.getvalue()
