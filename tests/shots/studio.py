"""A studio's library with two months of history: every provider, budgets, failures, doubts.

All of it goes through the real services at the real list prices, on a clock that is set; only what
a provider would send back is made up.
"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from mediadesk.bootstrap import Services, open_services
from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.generation import Generation, GenerationRequest, GenerationType, InputRef
from mediadesk.domain.ids import AssetId, GenerationId, ProjectId, ProviderName
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.services.library_access import LibraryAccess, UnlockedLibrary
from mediadesk.system.clock import to_ms
from tests.fakes.set_clock import SetClock
from tests.shots.answers import REVOKED, Answers, made_up_adapters, make_answers

NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
DAYS = 52
USD = 1_000_000
MONTH_USD = 30
MOST_FILMS = 8
"""Their budget is nearly used up by then."""
CERAMICS, NORDLYS, FILM_PROJECT = "Ceramics catalogue", "Nordlys campaign", "Lighthouse film"
COPY, RADIO, TEXTURES = "Product site copy", "Slow Radio podcast", "Texture studies"
PROJECTS = (
    (CERAMICS, 15, CapPeriod.TOTAL),
    (NORDLYS, 40, CapPeriod.TOTAL),
    (FILM_PROJECT, 18, CapPeriod.TOTAL),
    (COPY, 10, CapPeriod.MONTH),
    (RADIO, 10, CapPeriod.MONTH),
    (TEXTURES, None, CapPeriod.TOTAL),
)
ARCHIVED = ("Winter window", "Old portfolio")
VASES = (
    "Three stoneware vases on a travertine plinth, terracotta dip glaze and sage, raking "
    "late-afternoon window light, soft long shadows on a warm plaster wall, 85 mm, "
    "catalogue photograph"
)
PROMPTS = {
    CERAMICS: (
        VASES,
        "Two vases and a low bowl, sage rim, plaster wall",
        "Dark still life, black vases, one shaft of light",
        "Terracotta vases in a kiln, close",
    ),
    NORDLYS: (
        "Aurora over a mountain lake at night, wide",
        "One lit tent under aurora, wide",
        "Aurora above fishing boats, fog",
    ),
    FILM_PROJECT: ("A lighthouse at night, heavy sea, slow push in",),
    COPY: (
        "Introduce the autumn stoneware in three short paragraphs, with a price table",
        "Care instructions for hand-glazed stoneware",
    ),
    RADIO: ("Good evening from the harbour, slow and warm",),
    TEXTURES: (
        "Mid-century pattern, rust, navy and cream, flat",
        "Marbled paper, teal and oxide",
        "Mediterranean tile pattern, seamless",
    ),
}
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


KEYS = (
    ("openai", "Personal", "sk-proj-0123456789abcdef9c1d"),
    ("openai", "Work", f"sk-proj-0123456789abcdef{REVOKED}"),
    ("anthropic", "Studio", "sk-ant-api03-0123456789abcdefLm3w"),
    ("gemini", "Studio", "AIzaSy0123456789abcdef0123456789abcA8xQ"),
    ("openrouter", "Studio", "sk-or-v1-0123456789abcdef0123456789abcdef77b0"),
    ("fal", "Studio", "0123456789ab:0123456789abcdef0123e91c"),
    ("nano-banana", "Studio", "gemini Studio"),
    ("veo3", "Studio", "gemini Studio"),
)
"""Provider, name, and the key or the account whose key it is."""
FILM = Habit(FILM_PROJECT, "veo3", "publishers/google/models/veo-3.1-generate-001", _V, 3, 95.0)
TRAILER = Habit(NORDLYS, "veo3", "publishers/google/models/veo-3.1-fast-generate-001", _V, 4, 50.0)
AURORA = Habit(NORDLYS, "gemini", "gemini-3-pro-image", _I, 9, 9.0)
FAST = Habit(NORDLYS, "fal", "fal-ai/flux-pro/v1.1-ultra", _I, 6, 4.0)
NANO = Habit(CERAMICS, "nano-banana", "gemini-nano-banana-2.1", _I, 12, 11.0)
FLARE = Habit(CERAMICS, "openai", "gpt-image-2.6-flare", _I, 10, 14.0)
OPUS = Habit(COPY, "anthropic", "claude-opus-5-5", _T, 10, 6.0)
SOL = Habit(COPY, "openai", "gpt-6.2-sol", _T, 6, 4.0)
SPEECH = Habit(RADIO, "gemini", "lyria-3.5", _A, 7, 16.0)
ROUTED = Habit(TEXTURES, "openrouter", "google/gemini-nano-banana-2.1", _I, 8, 7.0)
FLUX = Habit(TEXTURES, "fal", "fal-ai/flux/dev", _I, 10, 3.0)
HABITS = (FILM, TRAILER, AURORA, FAST, NANO, FLARE, OPUS, SOL, SPEECH, ROUTED, FLUX)
TAGS = ("catalogue", "hero", "spring", "draft")


class Studio:
    """Fills a library day by day, and makes what a picture needs."""

    def __init__(self, services: Services, answers: Answers) -> None:
        self.services = services
        self._answers = answers
        self._chance = answers.chance
        self._projects: dict[str, ProjectId] = {}
        self._films = 0
        self._covers: dict[ProjectId, AssetId] = {}

    async def live(self) -> None:
        """Two months of work, with budgets that bind from the start."""
        money = self.services.money
        self._answers.clock.at_ms = to_ms(NOW - timedelta(days=DAYS + 1))
        await self._add_keys()
        for name, limit, period in PROJECTS:
            project = await self.services.projects.create(name)
            self._projects[name] = project.id
            if limit is not None:
                scope = CapScope.PROJECT
                await money.set_cap(scope, period, limit * USD, project_id=project.id)
        for name in ARCHIVED:
            await self.services.projects.archive(
                (await self.services.projects.create(name)).id, True
            )
        await money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, MONTH_USD * USD)
        for day in range(DAYS, -1, -1):
            date = NOW - timedelta(days=day)
            is_free = date.weekday() >= 5
            await self._one_day(date, self._chance.randrange(*((1, 3) if is_free else (3, 9))))
        self._answers.clock.at_ms = to_ms(NOW)
        for project_id, asset_id in self._covers.items():
            await self.services.projects.edit(project_id, thumbnail_asset_id=asset_id)

    async def _add_keys(self) -> None:
        accounts = self.services.accounts
        for provider, name, key in KEYS:
            known = {f"{one.provider} {one.name}": one.id for one in await accounts.list()}
            whose = known.get(key)
            await accounts.add(
                ProviderName(provider), name=name, key=None if whose else key, uses=whose
            )

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

    def project(self, name: str) -> ProjectId:
        """One of ``PROJECTS``."""
        return self._projects[name]

    async def make(
        self,
        habit: Habit,
        prompt: str = "",
        *,
        count: int | None = None,
        project: str = "",
        inputs: tuple[InputRef, ...] = (),
        **parameters: Any,
    ) -> Generation:
        """Make something and wait for it."""
        self._answers.seconds = habit.seconds
        request = self.request(habit, prompt, count=count, project=project, **parameters)
        request = replace(request, inputs=inputs)
        generations = self.services.generations
        return await generations.wait(await generations.submit(request))

    async def begin(
        self, story: str, habit: Habit, prompt: str, *, count: int = 1, project: str = ""
    ) -> GenerationId:
        """Ask for something that stays half way, as the story says."""
        self._answers.stories[prompt] = story
        request = self.request(habit, prompt, count=count, project=project)
        return await self.services.generations.submit(request)

    def request(
        self,
        habit: Habit,
        prompt: str = "",
        *,
        count: int | None = None,
        project: str = "",
        **parameters: Any,
    ) -> GenerationRequest:
        """What is asked for; without a prompt one that the project is used to."""
        some = self._chance.choice((1, 2, 4)) if habit.kind is _I else 1
        return GenerationRequest(
            habit.kind,
            ProviderName(habit.provider),
            habit.model,
            prompt or self._chance.choice(PROMPTS[habit.project]),
            self._projects[project or habit.project],
            dict(habit.parameters) | parameters,
            result_count=count or some,
        )

    async def _keep_or_not(self, made: Generation) -> None:
        assets = self.services.assets
        for result in made.assets:
            self._covers.setdefault(made.project_id, result.id)
            fate = self._chance.random()
            if fate < 0.3:
                await assets.delete([result.id])
            elif fate < 0.75:
                await assets.set_rating([result.id], self._chance.randrange(2, 6))
            if fate > 0.9:
                await assets.add_tags([result.id], self._chance.sample(TAGS, 2))


@asynccontextmanager
async def open_studio(
    folder: Path, passphrase: str
) -> AsyncIterator[tuple[Services, UnlockedLibrary, LibraryAccess, Studio]]:
    """The services of a studio's library, made in ``folder``; its clock says ``NOW``."""
    clock = SetClock()
    answers = await make_answers(clock)
    access = LibraryAccess(folder, use_keyring=False)
    unlocked, _ = await access.create(
        name="Studio library", passphrase=passphrase, use_keyring=False
    )
    adapters = made_up_adapters(answers)
    async with open_services(unlocked, environment={}, adapters=adapters, clock=clock) as services:
        studio = Studio(services, answers)
        await studio.live()
        yield services, unlocked, access, studio
