"""What assistive technology is told: everything, in order, not all at once."""

from pytestqt.qtbot import QtBot

from mediadesk.ui.support.announcer import Announcer


def test_what_comes_too_soon_is_said_later(qtbot: QtBot) -> None:
    """The second of two messages within two seconds was never said."""
    announcer, said = Announcer(every_ms=1), list[str]()
    announcer.spoken.connect(said.append)
    for text in ("Started.", "Saved.", "Copied.", "Saved."):
        announcer.say(text)
    assert said == ["Started."]
    qtbot.waitUntil(lambda: len(said) > 1)
    announcer.say("Done.")
    qtbot.waitUntil(lambda: len(said) > 2)
    assert said == ["Started.", "Saved. Copied.", "Done."]
