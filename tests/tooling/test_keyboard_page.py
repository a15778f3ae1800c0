"""docs/keyboard.md says what the table of actions says."""

from tests.tooling.keyboard_page import PAGE, page


def test_the_page_of_keys_is_as_the_table() -> None:
    told = PAGE.read_text(encoding="utf-8")
    assert told == page(), "write it again: python -m tests.tooling.keyboard_page"
