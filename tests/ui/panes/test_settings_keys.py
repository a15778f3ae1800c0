"""The page of API keys, against a simulated provider."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from mediadesk.app.headless import find, press, until
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.services.account_info import AccountInfo
from mediadesk.ui.panes.create.model_choice import ModelChoice
from mediadesk.ui.panes.settings.page_mark import MARK_ROLE
from tests.simulator.server import Simulator
from tests.ui.panes.conftest import WAIT_S, OpenSettings

OPENAI = ProviderName("openai")
GOOD, REFUSED = "sk-good-0123456789abcd", "sk-wrong-0123456789efgh"


async def accounts(settings: OpenSettings) -> list[AccountInfo]:
    return await settings.services.accounts.list()


async def add(settings: OpenSettings, simulator: Simulator, key: str, name: str) -> None:
    await settings.click("add-key-openai")
    await settings.type("new-account-name", name)
    await settings.type("new-account-key", key)
    await settings.type("new-account-url", simulator.base_url)
    await settings.click("new-account-save")


def choose(settings: OpenSettings, words: str) -> None:
    """Use an entry of the menu that is open."""
    menus = [menu for menu in settings.window.findChildren(QMenu) if menu.isVisible()]
    entries: list[QAction] = [entry for menu in menus for entry in menu.actions()]
    next(entry for entry in entries if entry.text() == words).trigger()
    for menu in menus:
        menu.close()


def open_menu(settings: OpenSettings, account: AccountInfo) -> None:
    row = settings.part(QWidget, f"account-{account.id}")
    find(row, QAbstractButton, "account-more").click()


def badge_of(settings: OpenSettings, account: AccountInfo) -> bool:
    row = settings.window.findChild(QWidget, f"account-{account.id}")
    return isinstance(row, QWidget) and row.findChild(QWidget, "badge") is not None


async def test_a_key_that_works_is_saved_and_masked(
    settings: OpenSettings, simulator: Simulator
) -> None:
    await add(settings, simulator, GOOD, "Work")
    await settings.reads("••••abcd")
    await until(lambda: not settings.has("new-account-key"), "the form to close", wait_s=WAIT_S)
    await settings.reads("Works")
    assert "Not tested" not in settings.text(), "it was tested a moment ago"
    await settings.click("account-test")
    await settings.reads("Works")
    assert GOOD not in settings.text()
    found = (await accounts(settings))[0]
    assert (found.name, found.base_url, found.is_default) == ("Work", simulator.base_url, True)


async def test_a_refused_key_stays_in_its_form_and_may_be_kept_anyway(
    settings: OpenSettings, simulator: Simulator
) -> None:
    await add(settings, simulator, REFUSED, "Old")
    await settings.reads("does not accept the key")
    assert await accounts(settings) == []
    await settings.click("new-account-save-anyway")
    await settings.reads("••••efgh")
    await settings.click("account-test")
    await settings.reads("Not accepted")
    assert settings.has("account-message")


async def test_a_pasted_key_opens_the_form_of_its_provider(settings: OpenSettings) -> None:
    """Only choosing the provider first led to a field; the shape of the key was not looked at."""
    await settings.reads("OpenAI")
    assert not settings.part(QAbstractButton, "keys-test-all").isEnabled()
    QGuiApplication.clipboard().setText("sk-ant-api03-0123456789abcdef")
    pages = settings.part(QWidget, "settings-pages")
    await press(pages, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: settings.has("new-account-key"), "the form", wait_s=WAIT_S)
    assert settings.part(QLineEdit, "new-account-key").text() == "sk-ant-api03-0123456789abcdef"
    assert "anthropic" in settings.part(QLineEdit, "new-account-url").placeholderText()
    QGuiApplication.clipboard().clear()


async def test_a_key_of_another_provider_is_noticed_in_the_form(settings: OpenSettings) -> None:
    await settings.click("add-key-openai")
    await settings.type("new-account-key", "sk-ant-api03-0123456789abcdef")
    await settings.reads("This looks like a key of Anthropic.")
    await settings.click("new-account-move-key")
    url = "new-account-url"
    await until(
        lambda: "anthropic" in settings.part(QLineEdit, url).placeholderText(),
        "the other form",
        wait_s=WAIT_S,
    )
    assert settings.part(QLineEdit, "new-account-key").text() == "sk-ant-api03-0123456789abcdef"
    assert not settings.has("new-account-move-key")
    await settings.click("new-account-key-page")
    await settings.reads("https://platform.claude.com/settings/keys")


async def test_the_first_key_takes_the_place_of_the_sample(settings: OpenSettings) -> None:
    """The form stayed with the sample until it was chosen away."""
    kind, services = GenerationType.IMAGE, settings.services
    choice = ModelChoice(services.models, prefers_sample=False)
    assert choice.of(kind)[0] == "sample"
    await services.accounts.add(OPENAI, key=GOOD)
    choice.refresh()
    assert choice.of(kind)[0] == OPENAI
    sample = services.models.spec(ProviderName("sample"), "sample-image", kind)
    choice.set(kind, ProviderName("sample"), sample)
    choice.refresh()
    assert choice.of(kind)[0] == "sample", "chosen by hand beside a key"


async def test_without_a_key_nothing_is_sent(settings: OpenSettings, simulator: Simulator) -> None:
    before = len(simulator.requests)
    await settings.click("add-key-openai")
    await settings.type("new-account-url", simulator.base_url)
    await settings.click("new-account-save")
    await settings.reads("Paste the key first.")
    assert len(simulator.requests) == before
    await settings.click("new-account-cancel")
    await until(lambda: not settings.has("new-account-key"), "the form to close", wait_s=WAIT_S)


async def test_a_new_key_replaces_the_old_one_only_if_it_works(
    settings: OpenSettings, simulator: Simulator
) -> None:
    await settings.services.accounts.add(OPENAI, key=GOOD, base_url=simulator.base_url)
    await settings.click("account-rotate")
    await settings.type("account-new-key", REFUSED)
    await settings.click("account-rotate-save")
    await settings.reads("The old key was kept.")
    assert (await accounts(settings))[0].masked_key == "••••abcd"
    await settings.click("account-rotate")
    await settings.type("account-new-key", "sk-good-9876543210wxyz")
    await settings.click("account-rotate-save")
    await settings.reads("••••wxyz")
    await settings.reads("Works")


@pytest.mark.qt_log_ignore("This plugin does not support")
async def test_another_default_and_removal(settings: OpenSettings, simulator: Simulator) -> None:
    manager = settings.services.accounts
    first = await manager.add(OPENAI, name="First", key=GOOD, base_url=simulator.base_url)
    second = await manager.add(OPENAI, name="Second", key=GOOD, base_url=simulator.base_url)
    await settings.reads("Second")
    open_menu(settings, second)
    choose(settings, "Use as default")
    await until(lambda: badge_of(settings, second), "the badge", wait_s=WAIT_S)
    open_menu(settings, first)
    choose(settings, "Remove")
    await settings.click("remove-key-confirm")
    await until(lambda: "First" not in settings.text(), "the key to go", wait_s=WAIT_S)
    left = await accounts(settings)
    assert [(one.name, one.is_default) for one in left] == [("Second", True)]


@pytest.mark.qt_log_ignore("This plugin does not support")
async def test_a_compatible_endpoint_needs_an_address_and_no_key(
    settings: OpenSettings, simulator: Simulator
) -> None:
    await settings.click("add-key-openai-compatible")
    await settings.click("new-account-save")
    await settings.reads("Type the address of the endpoint first.")
    await settings.type("new-account-url", simulator.base_url)
    await settings.click("new-account-add-headers")
    settings.part(QPlainTextEdit, "new-account-headers").setPlainText("Host: elsewhere")
    await settings.click("new-account-save")
    await settings.reads("The header Host is set by mediadesk itself.")
    settings.part(QPlainTextEdit, "new-account-headers").setPlainText("X-Gate: gate-0123456789")
    await settings.click("new-account-save")
    await settings.reads(simulator.base_url)
    found = (await accounts(settings))[0]
    assert (found.masked_key, found.base_url) == ("", simulator.base_url)
    assert simulator.requests[-1]["headers"]["x-gate"] == "gate-0123456789"
    open_menu(settings, found)
    choose(settings, "Edit name, address and headers")
    edit = settings.part(QPlainTextEdit, "edit-account-headers")
    assert edit.toPlainText() == "X-Gate: ••••"
    edit.appendPlainText("X-Org: blue")
    await settings.click("edit-account-save")
    await settings.reads("Extra headers: X-Gate, X-Org.")
    await settings.click("account-test")
    await until(lambda: "x-org" in simulator.requests[-1]["headers"], "the test", wait_s=WAIT_S)
    assert simulator.requests[-1]["headers"]["x-gate"] == "gate-0123456789"


async def test_typing_starts_at_once_and_stays_when_the_list_changes(
    settings: OpenSettings,
) -> None:
    """The cursor was nowhere, and another account being tested wiped what was typed."""
    await settings.click("add-key-openai")
    await until(lambda: settings.has("new-account-key"), "the form", wait_s=WAIT_S)
    edit = settings.part(QLineEdit, "new-account-key")
    settings.window.activateWindow()
    await until(edit.hasFocus, "the cursor", wait_s=WAIT_S)
    edit.insert(GOOD)
    await settings.services.accounts.add(ProviderName("gemini"), key="AIza-0123456789abcdefgh")
    await settings.reads("••••efgh")
    assert settings.part(QLineEdit, "new-account-key").text() == GOOD
    assert edit.hasFocus()


async def test_a_refused_key_is_marked_beside_the_page(
    settings: OpenSettings, simulator: Simulator
) -> None:
    kept = settings.services.accounts
    made = await kept.add(OPENAI, name="Old", key=REFUSED, base_url=simulator.base_url)
    await settings.reads("Old")
    pages = settings.part(QListWidget, "settings-pages")
    assert not pages.item(0).data(MARK_ROLE)
    await kept.test(made.id)
    await until(lambda: "Old" in (pages.item(0).data(MARK_ROLE) or ""), "the sign", wait_s=WAIT_S)
