"""The layout table: sidebar, composer, details and history at every width."""

from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from mediadesk.app.headless import click
from mediadesk.domain.generation import GenerationType
from mediadesk.ui.main_window import MINIMUM, width_class
from mediadesk.ui.panes.create.pane import CreatePane
from mediadesk.ui.support.present import present
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.card import ClickableCard
from mediadesk.ui.words import date_words
from tests.ui.window.conftest import OpenWindow, until


def test_width_classes() -> None:
    assert [width_class(width) for width in (960, 1199, 1200, 1679, 1680)] == [
        "narrow",
        "narrow",
        "normal",
        "normal",
        "wide",
    ]


@pytest.mark.parametrize(
    ("width", "sidebar", "composer"), [(1024, 56, 340), (1440, 232, 368), (1800, 248, 408)]
)
async def test_columns_follow_the_width(
    opened: OpenWindow, width: int, sidebar: int, composer: int
) -> None:
    opened.window.resize(width, 900)
    await until(lambda: opened.part(QWidget, "sidebar").width() == sidebar, "the sidebar")
    assert opened.part(QWidget, "composer").width() == composer


async def test_the_smallest_window_fits_its_parts(opened: OpenWindow) -> None:
    await opened.made(opened.request(GenerationType.IMAGE, "A small thing"))
    opened.window.resize(*MINIMUM)
    await until(lambda: opened.window.width() == MINIMUM[0], "the size")
    for part in ("pages", "toolbar"):
        widget = opened.part(QWidget, part)
        await until(partial(_fits, widget), f"room for {part}")


def _fits(widget: QWidget) -> bool:
    hint = widget.minimumSizeHint()
    return hint.width() <= widget.width() and hint.height() <= widget.height()


async def test_the_history_is_slim_for_text_and_tall_for_pictures(opened: OpenWindow) -> None:
    history = opened.part(QWidget, "history")
    await opened.made(opened.request(GenerationType.TEXT, "A note"))
    await until(lambda: history.height() == theme().px(44), "the slim history")
    await opened.made(opened.request(GenerationType.IMAGE, "A stone"))
    await until(lambda: history.height() >= theme().px(150), "the tall history")


async def test_a_choice_by_hand_wins_over_the_table(opened: OpenWindow) -> None:
    page = opened.session.page("create")
    assert isinstance(page, CreatePane)
    await opened.made(opened.request(GenerationType.IMAGE, "A stone"))
    assert page.is_panel_shown("details")
    await click(opened.part(QPushButton, "show-details"))
    await until(lambda: not page.is_panel_shown("details"), "the closed details")
    await opened.made(opened.request(GenerationType.IMAGE, "Another stone"))
    assert not page.is_panel_shown("details")


async def test_larger_text_keeps_the_parts_in_the_window(opened: OpenWindow) -> None:
    await opened.made(opened.request(GenerationType.IMAGE, "A stone"))
    opened.window.actions_["text-larger"].trigger()
    assert theme().scale == pytest.approx(1.1)
    await until(lambda: opened.part(QWidget, "sidebar").width() == theme().px(232), "the sidebar")
    generate = opened.part(QPushButton, "generate")
    assert opened.window.rect().contains(
        generate.mapTo(opened.window, generate.rect().bottomRight())
    )


async def test_starters_stand_under_each_other_where_there_is_no_room(opened: OpenWindow) -> None:
    """In a narrow window they lay over each other, and the last one was cut off."""
    for width, is_row in ((1440, True), (1024, False)):
        opened.window.resize(width, 700)
        stage = opened.part(QWidget, "stage-start")
        await until(lambda width=width: opened.window.width() == width, "the size")  # type: ignore[misc]
        cards = stage.findChildren(ClickableCard)
        assert len(cards) == 3
        await until(partial(_are_apart, cards), "cards apart from each other")
        assert (cards[0].y() == cards[1].y()) is is_row
        assert all(_area(card).right() <= opened.window.width() for card in cards)


def _area(card: QWidget) -> QRect:
    return QRect(card.mapTo(card.window(), QPoint()), card.size())


def _are_apart(cards: list[ClickableCard]) -> bool:
    areas = [_area(card) for card in cards]
    return not any(a.intersects(b) for a, b in pairwise(areas))


async def test_the_foot_of_the_sidebar_names_the_month(opened: OpenWindow) -> None:
    block = opened.part(QWidget, "status-block")
    month = date_words(present().astimezone(), "MMMM")
    await until(
        lambda: month in [label.text() for label in block.findChildren(QLabel)], "the month"
    )


async def test_a_bar_says_that_nothing_can_be_reached_and_how_to_go_on(opened: OpenWindow) -> None:
    settings = opened.session.services.settings
    bar = opened.part(QWidget, "offline-bar")
    assert not bar.isVisible()
    await settings.set("network.offline", True)
    await until(bar.isVisible, "the bar")
    words = [label.text() for label in opened.part(QWidget, "status-block").findChildren(QLabel)]
    assert "Offline" in words
    await click(opened.part(QPushButton, "offline-try"))
    await until(lambda: not bar.isVisible(), "the way back")
    assert settings.get("network.offline") is False
