"""Favourite models and those chosen last: kept in the library, shown by every window on it."""

from collections.abc import Callable
from typing import Any

from mediadesk.domain.events import SettingsChanged
from mediadesk.services.model_marks import FAVOURITES, MOST_RECENT, RECENT

ONE, TWO = ("openai", "gpt-6-luna"), ("openrouter", "meta/llama")


async def test_marks_are_still_there_when_the_library_is_opened_again(
    open_desk: Callable[..., Any],
) -> None:
    async with open_desk() as desk:
        marks = desk.services.models.marks
        heard: list[str] = []
        desk.services.events.subscribe(SettingsChanged, lambda event: heard.append(event.key))
        await marks.set_favourite(ONE, True)
        await marks.set_favourite(TWO, True)
        await marks.set_favourite(ONE, False)
        await marks.note_chosen(ONE)
        await marks.note_chosen(TWO)
        await marks.note_chosen(ONE)
        assert marks.favourites == (TWO,)
        assert marks.recent == (ONE, TWO)
        assert set(heard) == {FAVOURITES, RECENT}
    async with open_desk() as desk:
        marks = desk.services.models.marks
        assert (marks.favourites, marks.recent) == ((TWO,), (ONE, TWO))


async def test_only_the_last_choices_are_remembered(open_desk: Callable[..., Any]) -> None:
    async with open_desk() as desk:
        marks = desk.services.models.marks
        for number in range(MOST_RECENT + 5):
            await marks.note_chosen(("makers", f"m-{number}"))
        assert len(marks.recent) == MOST_RECENT
        assert marks.recent[0] == ("makers", f"m-{MOST_RECENT + 4}")
