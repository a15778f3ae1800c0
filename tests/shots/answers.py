"""What providers send back to the studio: pictures, a film, speech and texts, and calls that stay
half way for as long as a picture of them is taken."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import ClassVar

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import GenerationType, JsonValue, RemoteJob, Usage
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
from tests.fakes.set_clock import SetClock

SLOW, STREAMING, ROUGH = "slow", "streaming", "rough"
LIMITED, REFUSED, SILENT = "limited", "refused", "silent"
SQUARE, WIDE, TALL = (1024, 1024), (1152, 864), (864, 1152)
SUBJECTS: dict[str, tuple[tuple[str, tuple[int, int], int], ...]] = {
    "vases": (
        ("Three stoneware vases on a plinth, warm window light", SQUARE, 3),
        ("Three stoneware vases on a plinth, warm window light", SQUARE, 4),
        ("Terracotta vases, raking light", SQUARE, 5),
        ("Three stoneware vases, soft shadows", SQUARE, 8),
    ),
    "aurora": (
        ("Aurora over a mountain lake at night", WIDE, 2),
        ("Mountains in layers of mist, early light", WIDE, 6),
        ("Dunes at dusk, long shadows", TALL, 1),
    ),
    "lighthouse": (("A lighthouse on a cliff at dusk", WIDE, 2),),
    "pattern": (
        ("Mid-century pattern, rust, navy, cream", SQUARE, 5),
        ("Botanical leaves, deep green", TALL, 3),
        ("Coral reef in clear water", WIDE, 7),
    ),
}
ANSWER = """## Autumn stoneware

Each piece leaves the wheel **slightly different**. We glaze by hand, in small batches, so the
line where terracotta meets sage is never quite the same twice.

| Piece | Height | Glaze | Price |
|---|---|---|---|
| Tall bottle | 31 cm | Speckled oat | $84 |
| Round vase | 19 cm | Terracotta dip | $62 |
| Low bowl | 12 cm | Sage rim | $48 |

1. Throw, then dry for four days under cloth.
2. First firing at 980 °C, glaze, second firing at 1,240 °C.
3. Sand the foot, number it, wrap it in paper.

> Hand wash. Small crackles in the glaze are part of the piece.

```python
def price(height_cm: float, hours: float) -> float:
    \"\"\"Clay by height, work by the hour.\"\"\"
    return round(0.9 * height_cm + 22 * hours, 2)
```
"""
OTHER_ANSWER = """## Stoneware for autumn

Thrown in one studio, fired twice, finished by hand. The glaze runs a little further on some
pieces than on others; we like it **that way**.

- **Tall bottle**, 31 cm, speckled oat: $84
- **Round vase**, 19 cm, terracotta dip: $62
- **Low bowl**, 12 cm, sage rim: $48

The collection is small. When a form is sold it comes back with the next firing, in four weeks.
"""


@dataclass
class Answers:
    """What comes back, and how long it takes by the set clock.

    ``stories``: what the call for a prompt does instead of answering, by a word above.
    """

    clock: SetClock
    pictures: dict[str, list[bytes]]
    film: bytes
    speech: bytes
    seconds: float = 1.0
    chance: random.Random = field(default_factory=lambda: random.Random(7))
    stories: dict[str, str] = field(default_factory=dict)
    calls: Counter[str] = field(default_factory=Counter)

    def media(self, request: ProviderRequest) -> tuple[str, bytes]:
        """(MIME type, bytes) of a result."""
        if request.type is GenerationType.VIDEO:
            return "video/x-msvideo", self.film
        if request.type is GenerationType.AUDIO:
            return "audio/wav", self.speech
        words = request.prompt.lower()
        subject = next((name for name in self.pictures if name in words), "pattern")
        return "image/jpeg", self.chance.choice(self.pictures[subject])

    def text(self, request: ProviderRequest) -> str:
        """The whole answer of a text model."""
        return OTHER_ANSWER if "gpt" in request.model.id else ANSWER

    def usage(self, request: ProviderRequest) -> Usage:
        """What the call used."""
        chance = self.chance
        if request.type is GenerationType.TEXT:
            return Usage(
                input_tokens=chance.randrange(900, 9_000),
                output_tokens=chance.randrange(400, 2_500),
            )
        return Usage(
            input_tokens=chance.randrange(40, 400),
            output_tokens=1_700 * request.result_count,
            images=request.result_count,
            seconds=8.0 if request.type is GenerationType.VIDEO else 30.0,
            megapixels=request.result_count,
        )


async def make_answers(clock: SetClock) -> Answers:
    """Paint the pictures, shoot the film and speak the line."""
    pictures = {
        name: [
            await _rendered("image", prompt, seed, width=w, height=h, file_format="jpeg")
            for prompt, (w, h), seed in subjects
        ]
        for name, subjects in SUBJECTS.items()
    }
    film = await _rendered("video", "A lighthouse at night", 1, seconds=4)
    line = "Good evening from the harbour. The tide is out, and the boats lie on the sand."
    return Answers(clock, pictures, film, await _rendered("voice", line, 1))


async def _rendered(kind: str, prompt: str, seed: int, **options: JsonValue) -> bytes:
    async def ignore(_share: float) -> None:
        """Nobody looks."""

    wanted: dict[str, JsonValue] = {
        "kind": kind,
        "prompt": prompt,
        "seed": seed,
        "options": options,
    }
    return await render(wanted, (), ignore, lambda _preview: None)


REVOKED = "4f2a"


class MadeUpProvider(BaseProvider):
    """Stands in for a provider: its models and prices are real, its answers are not."""

    answers: ClassVar[Answers]

    async def generate(
        self, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Take a while by the set clock, then fail or deliver; or do what the story says."""
        answers = self.answers
        await context.submitting()
        story = _STORIES.get(answers.stories.get(request.prompt, ""))
        if story is not None:
            await story(answers, request, context)
        answers.clock.at_ms += int(1000 * answers.seconds * answers.chance.lognormvariate(0, 0.4))
        if story is None and answers.chance.random() < (0.07 if self.id == "openai" else 0.02):
            kind = ProviderErrorKind.BLOCKED
            raise ProviderError(kind, "The prompt was refused.", billed=Billed.FREE)
        reported = None
        if self.id == "openrouter":
            reported = 33_600 * request.result_count + answers.chance.randrange(900)
        usage = answers.usage(request)
        if request.type is GenerationType.TEXT:
            return GenerationResult((answers.text(request),), usage=usage, reported_micro=reported)
        for index in range(request.result_count):
            mime, data = answers.media(request)
            sink = await context.sink(index, mime)
            await sink.write(data)
            await sink.finish()
        return GenerationResult(usage=usage, reported_micro=reported)

    async def check_key(self) -> KeyStatus:
        """Nothing is asked; one key is a revoked one."""
        if (self.account.key or "").endswith(REVOKED):
            words = f"{self.label} refused this key (401). It may have been revoked."
            return KeyStatus(False, words)
        return KeyStatus(True, "The key works.", model_count=42)

    async def cancel(self, job: RemoteJob) -> CancelOutcome:
        """Nothing was charged."""
        return CancelOutcome.FREE


Story = Callable[[Answers, ProviderRequest, GenerationContext], Awaitable[None]]


async def _slow(_answers: Answers, _request: ProviderRequest, context: GenerationContext) -> None:
    await context.accepted(RemoteJob("job-1"))
    await context.progress(0.43, "Rendering")
    await asyncio.Event().wait()


async def _streaming(
    answers: Answers, request: ProviderRequest, context: GenerationContext
) -> None:
    context.text(answers.text(request)[:420])
    await asyncio.Event().wait()


async def _rough(answers: Answers, request: ProviderRequest, context: GenerationContext) -> None:
    """The first two calls deliver, the third shows a rough picture, the rest wait."""
    answers.calls[request.prompt] += 1
    if answers.calls[request.prompt] > 2:
        if answers.calls[request.prompt] == 3:
            rough = answers.media(request)[1]
            while True:  # whoever looks later sees it too
                await context.progress(0.62, "Rendering")
                context.preview(rough)
                await context.sleep(0.3)
        await asyncio.Event().wait()


async def _limited(_answers: Answers, _request: ProviderRequest, _: GenerationContext) -> None:
    kind, words = ProviderErrorKind.RATE_LIMIT, "Rate limit: 5 images a minute."
    raise ProviderError(kind, words, status=429, retry_after_s=18.0, billed=Billed.FREE)


async def _refused(_answers: Answers, _request: ProviderRequest, _: GenerationContext) -> None:
    kind = ProviderErrorKind.BLOCKED
    raise ProviderError(
        kind,
        "The prompt was refused by the safety system.",
        provider_code="content_policy_violation",
        status=400,
        request_id="req_0f31b77c",
        billed=Billed.FREE,
        provider_answered=True,
    )


async def _silent(_answers: Answers, _request: ProviderRequest, _: GenerationContext) -> None:
    raise ProviderError(ProviderErrorKind.TIMEOUT, "No answer came within 300 s.")


_STORIES: dict[str, Story] = {
    SLOW: _slow,
    STREAMING: _streaming,
    ROUGH: _rough,
    LIMITED: _limited,
    REFUSED: _refused,
    SILENT: _silent,
}


_KEPT = (
    *("id", "label", "short_label", "types", "models", "default_base_url"),
    *("key_prefixes", "key_services", "key_page"),
)


def made_up_adapters(answers: Answers) -> tuple[type[BaseProvider], ...]:
    """Every provider with a price list, with answers made up; the rest as they are."""
    made = []
    for adapter in ADAPTERS:
        if adapter.capabilities.needs_key:
            members = {name: getattr(adapter, name) for name in _KEPT}
            members |= {"answers": answers, "capabilities": adapter.capabilities}
            made.append(type(f"MadeUp{adapter.__name__}", (MadeUpProvider,), members))
        else:
            made.append(adapter)
    return tuple(made)
