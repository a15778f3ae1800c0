"""What a person sees of a run while it goes on: progress on standard error, text as it arrives."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mediadesk.cli.console import CLEAR_LINE, one_line, say, write
from mediadesk.domain.events import AttemptProgressed, Notice, RouteChanged, TextStreamed
from mediadesk.domain.generation import AttemptState
from mediadesk.domain.ids import GenerationId

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services

LINE_LENGTH = 78
PAUSED_WORDS = "New jobs are paused: let them start with “mediadesk jobs unpause”."
_WORDS = {
    AttemptState.QUEUED: "Waiting",
    AttemptState.SUBMITTING: "Sending",
    AttemptState.ACCEPTED: "Accepted by the provider",
    AttemptState.RUNNING: "Working",
    AttemptState.FETCHING: "Receiving the result",
}


@contextmanager
def telling(services: Services) -> Iterator[None]:
    """Say what the services want the person to know for the length of a block."""

    def tell(event: Notice) -> None:
        say(f"mediadesk: {event.message} {event.next_step}".rstrip())

    stop = services.events.subscribe(Notice, tell)
    try:
        yield
    finally:
        stop()


class RunView:
    """Shows one generation. ``streams_text``: its text goes to standard output as it arrives."""

    def __init__(self, generation_id: GenerationId, *, streams_text: bool) -> None:
        self._generation_id = generation_id
        self._streams_text = streams_text
        self._shows_progress = sys.stderr.isatty()
        self._has_line = False
        self.streamed = ""

    @contextmanager
    def following(self, services: Services) -> Iterator[None]:
        """Listen to the run for the length of a block."""
        stops = (
            services.events.subscribe(AttemptProgressed, self._on_progress),
            services.events.subscribe(TextStreamed, self._on_text),
            services.events.subscribe(RouteChanged, self._on_route),
        )
        try:
            yield
        finally:
            for stop in stops:
                stop()
            self.clear()

    def finish_text(self, text: str) -> None:
        """Write what of ``text`` has not been streamed yet."""
        if text.startswith(self.streamed):
            write(text[len(self.streamed) :])
        else:
            write(f"\n{text}")
        if not text.endswith("\n"):
            write("\n")

    def clear(self) -> None:
        """Take the progress line away."""
        if self._has_line:
            sys.stderr.write(CLEAR_LINE)
            sys.stderr.flush()
            self._has_line = False

    def _on_progress(self, event: AttemptProgressed) -> None:
        if event.generation_id != self._generation_id or not self._shows_progress or self.streamed:
            return
        percent = "" if event.fraction is None else f" {event.fraction:4.0%}"
        line = one_line(
            event.stage or _WORDS.get(event.state, event.state.value), LINE_LENGTH - len(percent)
        )
        sys.stderr.write(f"{CLEAR_LINE}{line}{percent}")
        sys.stderr.flush()
        self._has_line = True

    def _on_route(self, event: RouteChanged) -> None:
        if event.generation_id == self._generation_id:
            self.clear()
            say(f"{event.ended.name} ended without a charge; going on with {event.next.name}.")

    def _on_text(self, event: TextStreamed) -> None:
        if event.generation_id == self._generation_id and self._streams_text:
            self.clear()
            self.streamed += event.delta
            write(event.delta)
