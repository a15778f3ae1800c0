"""A generation context that remembers what an adapter did, in order."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from mediadesk.domain.generation import RemoteJob
from mediadesk.domain.ids import AttemptId, new_uuid7
from mediadesk.domain.remote import RemoteItem


@dataclass
class FakeSink:
    """One result in memory."""

    declared_mime: str
    data: bytearray = field(default_factory=bytearray)
    writes: int = 0
    largest_write: int = 0
    is_finished: bool = False

    async def write(self, data: bytes) -> None:
        """Append bytes."""
        assert not self.is_finished
        self.data += data
        self.writes += 1
        self.largest_write = max(self.largest_write, len(data))

    async def finish(self) -> None:
        """The result is whole."""
        assert not self.is_finished
        self.is_finished = True


class FakeContext:
    """The door of a generation, with everything that went through it."""

    submitted: ClassVar[int] = 0
    """How often any of them was told that a billable request is about to leave."""

    def __init__(self, on_text: Callable[[str], None] | None = None) -> None:
        self.events: list[str] = []
        self.deltas: list[str] = []
        self.previews: list[bytes] = []
        self.sinks: dict[int, FakeSink] = {}
        self.jobs: list[RemoteJob] = []
        self.remote_items: list[RemoteItem] = []
        self.sleeps: list[float] = []
        self.was_submitted = asyncio.Event()
        self._attempt_id = AttemptId(new_uuid7())
        self._on_text = on_text

    @property
    def attempt_id(self) -> AttemptId:
        """The attempt that is being made."""
        return self._attempt_id

    @property
    def results(self) -> list[bytes]:
        """The results that are whole, in order."""
        whole = sorted((index, sink) for index, sink in self.sinks.items() if sink.is_finished)
        return [bytes(sink.data) for _, sink in whole]

    @property
    def streamed(self) -> str:
        """All text so far."""
        return "".join(self.deltas)

    async def submitting(self) -> None:
        """Remember that the billable request is about to leave."""
        FakeContext.submitted += 1
        self.events.append("submitting")
        self.was_submitted.set()

    async def accepted(self, job: RemoteJob, *stays: RemoteItem) -> None:
        """Remember the job and what stays of it."""
        self.events.append("accepted")
        self.jobs.append(job)
        self.remote_items += stays

    async def stays(self, item: RemoteItem) -> None:
        """Remember what stays at the provider."""
        self.remote_items.append(item)

    async def gone(self, items: Sequence[RemoteItem]) -> None:
        """Forget what was deleted there."""
        deleted = {(item.kind, item.id) for item in items}
        self.remote_items = [
            item for item in self.remote_items if (item.kind, item.id) not in deleted
        ]

    async def progress(self, fraction: float | None, stage: str) -> None:
        """Remember the stage."""
        self.events.append(f"progress {stage}")

    async def fetching(self) -> None:
        """Remember that bytes are about to be read."""
        self.events.append("fetching")

    def text(self, delta: str) -> None:
        """Remember streamed text."""
        self.deltas.append(delta)
        if self._on_text is not None:
            self._on_text(delta)

    def preview(self, image: bytes) -> None:
        """Remember a preview."""
        self.previews.append(image)

    async def sink(self, index: int, declared_mime: str) -> FakeSink:
        """Open the sink of one result, anew where it was begun and not finished."""
        assert index not in self.sinks or not self.sinks[index].is_finished
        self.sinks[index] = FakeSink(declared_mime)
        return self.sinks[index]

    async def sleep(self, seconds: float) -> None:
        """Remember the wait without waiting."""
        self.sleeps.append(seconds)
        await asyncio.sleep(0)
