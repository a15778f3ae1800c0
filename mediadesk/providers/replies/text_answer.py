"""One text answer, gathered from the events of a stream, whatever its wire format."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.domain.generation import FinishReason, Usage
from mediadesk.providers.base import GenerationContext, GenerationResult
from mediadesk.providers.network.endpoint import Endpoint
from mediadesk.providers.network.http_reply import Reply
from mediadesk.providers.network.json_reply import MalformedJsonError, as_dict, parse_json
from mediadesk.providers.network.sse import EVENT_LIMIT
from mediadesk.providers.replies.endings import ending_note, finish_of

THINKING = "Thinking"
WRITING = "Writing"


@dataclass(slots=True)
class TextAnswer:
    """The parts of one answer. ``finish`` None at the end means: the stream just stopped."""

    context: GenerationContext
    label: str
    usage: Usage = field(default_factory=Usage)
    finish: FinishReason | None = None
    request_id: str | None = None
    refusal: str = ""
    """A sentence about why the provider refused, if it told."""
    notes: dict[str, str] = field(default_factory=dict)
    _texts: list[str] = field(default_factory=list)
    _stage: str = ""

    @property
    def has_text(self) -> bool:
        """Whether anything was written so far."""
        return bool(self._texts)

    def add(self, delta: str) -> None:
        """Append text and hand it on."""
        if delta:
            # a lone surrogate (half of an escaped pair) cannot be stored as UTF-8
            if not delta.isascii():
                delta = delta.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            self._texts.append(delta)
            self.context.text(delta)

    async def stage(self, stage: str) -> None:
        """Tell what the model is doing, once per change."""
        if stage != self._stage:
            self._stage = stage
            await self.context.progress(None, stage)

    def end(self, word: str, known: Mapping[str, FinishReason], endpoint: Endpoint) -> None:
        """Take the provider's word for how it ended."""
        self.finish = finish_of(word, known)
        self.notes |= ending_note(self.finish, word, endpoint)

    def merge_usage(self, **counts: int | None) -> None:
        """Replace the counts that are told now; they are totals, not additions."""
        told: dict[str, Any] = {name: count for name, count in counts.items() if count is not None}
        self.usage = replace(self.usage, **told)

    def result(self) -> GenerationResult:
        """The finished answer. Raises ``ProviderError`` where it ended before any text."""
        finish = self.finish or FinishReason.INTERRUPTED
        if finish is FinishReason.INTERRUPTED and not self._texts:
            raise ProviderError(
                ProviderErrorKind.INTERRUPTED,
                f"{self.label} ended the answer before it began.",
                "Check at the provider whether this run was charged.",
                request_id=self.request_id,
            )
        missing = ""
        if not self._texts:
            missing = f"{self.label} answered without text."
            if finish is FinishReason.TRUNCATED:
                missing = f"{self.label} used up the token limit before it wrote anything."
        if finish is FinishReason.REFUSED:
            missing = self.refusal or f"{self.label} refused this request."
        return GenerationResult(
            texts=("".join(self._texts),) if self._texts else (),
            finish_reason=finish,
            usage=self.usage,
            request_id=self.request_id,
            notes=self.notes,
            missing=missing,
        )


async def json_events(
    reply: Reply, limit: int = EVENT_LIMIT
) -> AsyncIterator[tuple[str, Mapping[str, Any]]]:
    """Name and JSON object of each event until ``[DONE]`` or the end. Raises ``ProviderError``."""
    async for event in reply.events(limit):
        if event.data.strip() == b"[DONE]":
            return
        try:
            yield event.name, as_dict(parse_json(event.data))
        except MalformedJsonError as error:
            raise reply.malformed(str(error)) from None
