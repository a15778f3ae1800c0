"""Sample text as a stream: composed at once, told piece by piece."""

from __future__ import annotations

from mediadesk.domain.errors import ProviderErrorKind
from mediadesk.domain.generation import Usage
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest
from mediadesk.providers.sample.failures import failure
from mediadesk.providers.sample.media.text import compose_text, pieces

_SHORTEST_PAUSE_S = 0.02


async def write_text(
    request: ProviderRequest,
    context: GenerationContext,
    seed: int,
    failing: ProviderErrorKind | None,
) -> GenerationResult:
    """Stream the text over ``delay_s``; it breaks off half-way if it is to be interrupted."""
    values = request.parameters
    text = compose_text(
        _clean(f"{request.prompt}\n{values.get('points', '')}"),
        seed,
        str(values.get("form", "auto")),
        str(values.get("length", "medium")),
        [_clean(turn.text) for turn in request.turns if turn.role == "user"],
        _clean(str(values.get("audience", ""))),
    )
    parts = list(pieces(text))
    delay = values.get("delay_s", 0.0)
    pause = float(delay) / len(parts) if isinstance(delay, int | float) else 0.0
    owed = 0.0
    for number, part in enumerate(parts):
        if failing is not None and number == len(parts) // 2:
            raise failure(failing)
        context.text(part)
        owed += pause
        if owed >= _SHORTEST_PAUSE_S:
            await context.sleep(owed)
            owed = 0.0
    return GenerationResult(
        texts=(text,),
        usage=Usage(input_tokens=_tokens(request.prompt), output_tokens=_tokens(text)),
        notes={"seed": str(seed), "origin": "simulation"},
    )


def _clean(text: str) -> str:
    """Without lone surrogates, which no file can hold."""
    return text.encode("utf-8", "replace").decode()


def _tokens(text: str) -> int:
    """A rough count: four letters are about one token."""
    return max(1, round(len(text) / 4))
