"""Accounts beside keys: shared keys, what is left, what stays at the provider, the network page."""

import asyncio
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSpinBox, QWidget

from mediadesk.app.headless import POLL_S, find, press, type_text, until
from mediadesk.domain.generation import GenerationRequest, GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.services.account_info import AccountInfo
from mediadesk.ui.widgets.segmented import SegmentedControl
from mediadesk.ui.widgets.switch import Switch
from tests.simulator.server import Simulator
from tests.ui.panes.conftest import WAIT_S, OpenSettings
from tests.ui.panes.test_settings_keys import choose, open_menu

GEMINI, BANANA = ProviderName("gemini"), ProviderName("nano-banana")
OPENAI, OPENROUTER = ProviderName("openai"), ProviderName("openrouter")
KEY = "AIza-good-0123456789abcd"
no_plugin_notes = pytest.mark.qt_log_ignore("This plugin does not support")


async def add_gemini(settings: OpenSettings, simulator: Simulator) -> AccountInfo:
    accounts = settings.services.accounts
    made = await accounts.add(GEMINI, name="Studio", key=KEY, base_url=simulator.root_url)
    await settings.reads("Studio")
    return made


async def make(settings: OpenSettings, provider: ProviderName, type: Any, model: str) -> None:
    services = settings.services
    project = await services.projects.default()
    request = GenerationRequest(
        type, provider, model, "A cat", project.id, max_cost_micro=9_000_000
    )
    await services.generations.wait(await services.generations.submit(request))


async def test_another_accounts_key_is_chosen_tested_and_shown(
    settings: OpenSettings, simulator: Simulator
) -> None:
    source = await add_gemini(settings, simulator)
    await settings.click("add-key-nano-banana")
    await until(lambda: settings.has("new-account-source"), "the choice", wait_s=WAIT_S)
    box = settings.part(QComboBox, "new-account-source")
    box.setCurrentIndex(1)
    assert not settings.part(QWidget, "new-account-key").isEnabled()
    await settings.type("new-account-url", simulator.root_url)
    await settings.click("new-account-save")
    await settings.reads("Uses the key of Gemini “Studio”.")
    await settings.reads("Its key is also used by Nano Banana “Default”.")
    (user,) = await settings.services.accounts.list(BANANA)
    assert user.uses is not None
    assert (user.uses.id, user.check_status) == (source.id, "works")


@no_plugin_notes
async def test_removing_a_shared_key_says_who_goes_with_it(
    settings: OpenSettings, simulator: Simulator
) -> None:
    source = await add_gemini(settings, simulator)
    accounts = settings.services.accounts
    await accounts.add(BANANA, key=None, base_url=simulator.root_url, uses=source.id)
    await settings.reads("Its key is also used by Nano Banana")
    (source,) = await accounts.list(GEMINI)
    open_menu(settings, source)
    choose(settings, "Remove")
    await settings.reads("which goes with it")
    await settings.click("remove-key-confirm")
    await until(lambda: "Studio" not in settings.text(), "both to go", wait_s=WAIT_S)
    assert await accounts.list() == []


async def test_where_no_key_fits_nothing_is_offered(
    settings: OpenSettings, simulator: Simulator
) -> None:
    await add_gemini(settings, simulator)
    await settings.click("add-key-openai")
    await until(lambda: settings.has("new-account-key"), "the form", wait_s=WAIT_S)
    assert not settings.has("new-account-source")


async def test_what_is_missing_is_told_without_moving_the_buttons(settings: OpenSettings) -> None:
    await settings.click("add-key-openai")
    await until(lambda: settings.has("new-account-save"), "the form", wait_s=WAIT_S)
    save = settings.part(QWidget, "new-account-save")
    form = save.parentWidget()
    assert form is not None
    await until(lambda: save.isVisible() and form.height() > 100, "the layout", wait_s=WAIT_S)
    before = (save.geometry(), form.height())
    await settings.click("new-account-save")
    await settings.reads("Paste the key first.")
    await asyncio.sleep(POLL_S)  # a turn in which Qt lays out
    assert (save.geometry(), form.height()) == before


async def test_credit_and_limits_are_shown(settings: OpenSettings, simulator: Simulator) -> None:
    accounts = settings.services.accounts
    url = f"{simulator.root_url}/api/v1"
    made = await accounts.add(OPENROUTER, key="sk-or-v1-0123456789", base_url=url)
    await accounts.test(made.id)
    await settings.reads(" left")
    told = {"x-ratelimit-limit": "20", "x-ratelimit-remaining": "7"}
    simulator.plan("/chat/completions", headers=told)
    await make(settings, OPENROUTER, GenerationType.TEXT, "openai/gpt-6-luna")
    settings.pane.show_page("keys")
    await accounts.edit(made.id, name="Work")
    await settings.reads("7 of 20 requests")


@no_plugin_notes
async def test_a_key_is_switched_off_renamed_and_on_again(
    settings: OpenSettings, simulator: Simulator
) -> None:
    account = await add_gemini(settings, simulator)
    open_menu(settings, account)
    choose(settings, "Switch off")
    await until(lambda: badge(settings, account) == "Off", "the badge", wait_s=WAIT_S)
    accounts = settings.services.accounts
    assert not any(info.has_account for info in settings.services.models.providers())
    open_menu(settings, account)
    choose(settings, "Switch on")
    await until(lambda: badge(settings, account) == "Default", "the badge", wait_s=WAIT_S)
    open_menu(settings, account)
    choose(settings, "Edit name and address")
    await settings.type("edit-account-name", "Home")
    await settings.type("edit-account-url", "")
    await settings.click("edit-account-save")
    await settings.reads("Home")
    (found,) = await accounts.list(GEMINI)
    assert (found.base_url, found.masked_key) == (None, "••••abcd")


@no_plugin_notes
async def test_what_stays_is_shown_and_deleted_one_by_one_and_all(
    settings: OpenSettings, simulator: Simulator
) -> None:
    await add_gemini(settings, simulator)
    simulator.plan("/interactions", polls=0)
    await make(settings, GEMINI, GenerationType.VIDEO, "gemini-omni-1.2-flash")
    await settings.services.accounts.edit((await settings.services.accounts.list())[0].id, name="S")
    await settings.reads("S")
    await settings.click("account-stored")
    await settings.reads("files/result1")
    simulator.plan("/v1/files/result1", "wrong_key")
    dialog = settings.part(QWidget, "stored-dialog")
    find(dialog, QAbstractButton, "stored-delete").click()
    await until(lambda: settings.has("stored-message"), "the problem", wait_s=WAIT_S)
    await settings.click("stored-delete-all")
    await settings.reads("Nothing is kept there.")
    assert await settings.services.stored_items.list() == []
    gone = [entry["path"] for entry in simulator.requests if entry["method"] == "DELETE"]
    assert set(gone[-2:]) == {"/v1/files/result1", "/v1/interactions/v1_job1"}
    await settings.click("stored-close")


async def test_the_network_page_keeps_the_proxy_and_shows_addresses(
    settings: OpenSettings, simulator: Simulator
) -> None:
    await add_gemini(settings, simulator)
    settings.pane.show_page("network")
    await settings.reads(simulator.root_url)
    await settings.reads("https://api.openai.com/v1")
    assert settings.services.settings.get("network.system_proxy") is False
    proxy = settings.part(SegmentedControl, "network-proxy")
    assert proxy.value() == "none"
    find(proxy, QAbstractButton, "network-proxy-system").click()
    await until(
        lambda: settings.services.settings.get("network.system_proxy") is True,
        "the setting",
        wait_s=WAIT_S,
    )
    settings.part(Switch, "network-offline").click()
    await until(
        lambda: settings.services.settings.get("network.offline") is True, "offline", wait_s=WAIT_S
    )
    await settings.click("address-gemini")
    assert settings.has("keys-test-all")


async def test_a_proxy_of_ones_own_is_kept_tested_and_left_again(
    settings: OpenSettings, simulator: Simulator
) -> None:
    await add_gemini(settings, simulator)
    settings.pane.show_page("network")
    await settings.reads(simulator.root_url)
    kept = settings.services.settings
    proxy = settings.part(SegmentedControl, "network-proxy")
    find(proxy, QAbstractButton, "network-proxy-manual").click()
    host, port = settings.part(QLineEdit, "proxy-host"), settings.part(QLineEdit, "proxy-port")
    await until(host.isVisible, "the form", wait_s=WAIT_S)
    port.setText("many")
    await type_text(host, "proxy.lan")
    await press(host, Qt.Key.Key_Return)
    await settings.reads("not the address of a proxy")
    port.setText("3128")
    await press(host, Qt.Key.Key_Return)
    await until(
        lambda: kept.get("network.proxy") == "http://proxy.lan:3128", "the proxy", wait_s=WAIT_S
    )
    await settings.click("proxy-test")
    await settings.reads("1 of 1 addresses answered")
    find(proxy, QAbstractButton, "network-proxy-none").click()
    await until(lambda: kept.get("network.proxy") == "", "no proxy", wait_s=WAIT_S)
    assert not host.isVisible()


async def test_the_limits_of_jobs_are_kept(settings: OpenSettings) -> None:
    settings.pane.show_page("network")
    kept = settings.services.settings
    box = settings.part(QSpinBox, "network-at_once")
    assert box.lineEdit().width() > box.fontMetrics().horizontalAdvance(box.text()), "it is read"
    box.setValue(3)
    await until(lambda: kept.get("jobs.at_once") == "3", "the number", wait_s=WAIT_S)
    authority = settings.part(QLineEdit, "network-authority")
    await type_text(authority, "/nowhere.pem")
    await press(authority, Qt.Key.Key_Return)
    await settings.reads("holds no certificate")
    assert kept.get("network.authority") == ""


def badge(settings: OpenSettings, account: AccountInfo) -> str:
    """What the row of an account is marked with."""
    row = settings.window.findChild(QWidget, f"account-{account.id}")
    found = row.findChild(QWidget, "badge") if isinstance(row, QWidget) else None
    return found.accessibleName() if isinstance(found, QWidget) else ""
