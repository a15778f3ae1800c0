"""The window tells times by the clock of the library that is open in it."""

from datetime import UTC, datetime

from mediadesk.system.clock import Clock
from mediadesk.ui.support.present import present, tell_by
from mediadesk.ui.words import moment
from tests.fakes.set_clock import SetClock


def test_today_is_what_the_clock_of_the_library_says() -> None:
    noon = datetime(2031, 5, 6, 12, tzinfo=UTC)
    try:
        tell_by(SetClock(noon))
        assert present().date() == noon.date()
        assert moment(noon).startswith("Today")
    finally:
        tell_by(Clock())
    assert moment(noon) == "6 May 2031"
