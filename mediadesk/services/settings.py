"""SettingsService: each setting is declared once, with its type, default and a line of help."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from mediadesk.domain.errors import UsageError
from mediadesk.domain.events import SettingsChanged
from mediadesk.providers.network.choices import check_authority, check_proxy
from mediadesk.services import own_limits
from mediadesk.services.price_book import LONGEST_NOTICE_DAYS, NOTICE_SETTING, USUAL_NOTICE_DAYS
from mediadesk.services.runner_rules import MAXIMUM_TRIES
from mediadesk.storage import settings
from mediadesk.system.clock import time_zone

if TYPE_CHECKING:
    from mediadesk.services.event_bus import EventBus
    from mediadesk.storage.database import Database
    from mediadesk.system.clock import Clock

SettingValue = bool | str


@dataclass(frozen=True, slots=True)
class Setting:
    """One declaration; a value has the type of the default."""

    key: str
    default: SettingValue
    help: str
    check_text: Callable[[str], None] = lambda _text: None
    """Raises ``UsageError`` for words that this setting does not take."""
    check_here: Callable[[str], None] = lambda _text: None
    """As ``check_text``, but asked only when it is set: it looks at files of this computer."""
    is_secret: bool = False
    """Never printed, and never taken from an argument."""

    def check(self, value: object) -> SettingValue:
        """The value in this setting's type. Raises ``UsageError``."""
        if isinstance(value, bool) and isinstance(self.default, bool):
            return value
        if isinstance(value, str) and isinstance(self.default, str):
            self.check_text(value)
            return value
        allowed = "true, false" if isinstance(self.default, bool) else "text"
        raise UsageError(f"“{value}” does not fit the setting {self.key}.", f"Use: {allowed}.")


def _check_time_zone(name: str) -> None:
    if name and time_zone(name) is None:
        raise UsageError(
            f"There is no time zone “{name}” on this computer.", "Use one like Europe/London."
        )


def _check_notice_days(words: str) -> None:
    if words and not (words.isdigit() and 0 < int(words) < LONGEST_NOTICE_DAYS):
        raise UsageError(f"“{words}” is not a number of days.", "Give a whole number like 30.")


def _check_whole(least: int, most: int, words: str) -> None:
    own_limits.check_whole(words, least, most)


NAME_SETTING = "library.name"
"""The name is the user's own words, so it lies in the database and not beside it."""

KEPT = "window."
"""The keys of what the window keeps for itself begin so."""

DECLARATIONS = (
    Setting(NAME_SETTING, "", "Name of the library; the folder's where empty"),
    Setting(own_limits.SYSTEM_PROXY, False, "Use the proxy of the system"),
    Setting(own_limits.PROXY, "", "Proxy to use instead, like http://host:3128", check_proxy),
    Setting(own_limits.PROXY_USER, "", "Name that the proxy asks for"),
    Setting(own_limits.PROXY_PASSWORD, "", "Password that the proxy asks for", is_secret=True),
    Setting(
        own_limits.AUTHORITY,
        "",
        "PEM file with one more authority to trust",
        check_here=check_authority,
    ),
    Setting(
        own_limits.WAIT_S,
        str(own_limits.USUAL_WAIT_S),
        "Seconds to wait for the first word of a text; other kinds in proportion",
        partial(_check_whole, *own_limits.WAITS_S),
    ),
    Setting(own_limits.OFFLINE, False, "Work offline: only servers on this computer are reached"),
    Setting(
        own_limits.AT_ONCE,
        "",
        "Jobs that run at once; as many as the providers take where empty",
        partial(_check_whole, 1, own_limits.MOST_AT_ONCE),
    ),
    Setting(
        own_limits.PER_PROVIDER,
        "",
        "Jobs that run at once with each provider; its usual number where empty",
        partial(_check_whole, 1, own_limits.MOST_PER_PROVIDER),
    ),
    Setting(
        own_limits.TRIES,
        str(MAXIMUM_TRIES),
        "How often a job is sent again after a failure that is safe to repeat",
        partial(_check_whole, 0, MAXIMUM_TRIES),
    ),
    Setting(
        NOTICE_SETTING,
        str(USUAL_NOTICE_DAYS),
        "Days after which a price is said to be old",
        _check_notice_days,
    ),
    Setting(
        settings.TIME_ZONE,
        "",
        "Time zone of days and months in budgets and statistics; the system's where empty",
        _check_time_zone,
    ),
    Setting(
        settings.NEVER_OVER,
        False,
        "Never go over a budget: no one-time exceptions, not even when asked",
    ),
)
_BY_KEY = {setting.key: setting for setting in DECLARATIONS}


class SettingsService:
    """Settings of one library. Reading is from memory once they are loaded."""

    def __init__(self, database: Database, bus: EventBus, clock: Clock) -> None:
        self._database = database
        self._bus = bus
        self._clock = clock
        self._values: dict[str, SettingValue] = {}
        self._kept: dict[str, object] = {}

    def load(self) -> None:
        """Read all settings; a stored value that no longer fits gives way to its default."""
        stored = self._database.read_raw_sync(settings.all_settings)
        for key, value in stored.items():
            if key.startswith(KEPT):
                self._kept[key] = value
                continue
            try:
                self._values[key] = _declared(key).check(value)
            except UsageError:
                continue

    def get(self, key: str) -> SettingValue:
        """The value of a declared setting. Raises ``UsageError`` for another key."""
        return self._values.get(key, _declared(key).default)

    def kept(self, key: str) -> object:
        """What ``keep`` stored under this key; None for nothing."""
        return self._kept.get(key)

    async def keep(self, key: str, value: object) -> None:
        """Store something of the window's own, in JSON, that is no setting of the user's.

        Raises ``StorageError`` and its kinds.
        """
        now = self._clock.now_ms()
        await self._database.write(lambda c: settings.put_setting(c, key, value, now))
        self._kept[key] = value

    def all(self) -> Mapping[str, SettingValue]:
        """Every setting with its value."""
        return {key: self.get(key) for key in _BY_KEY}

    def help(self) -> Mapping[str, str]:
        """What each setting means, in a line."""
        return {key: setting.help for key, setting in _BY_KEY.items()}

    def is_secret(self, key: str) -> bool:
        """Whether a setting is never printed. Raises ``UsageError`` for an unknown key."""
        return _declared(key).is_secret

    async def set(self, key: str, value: SettingValue) -> None:
        """Store a value. Raises ``UsageError`` where it does not fit."""
        checked = _declared(key).check(value)
        if isinstance(checked, str):
            await asyncio.to_thread(_declared(key).check_here, checked)
        now = self._clock.now_ms()
        await self._database.write(lambda c: settings.put_setting(c, key, checked, now))
        self._values[key] = checked
        self._bus.publish(SettingsChanged(key))


def _declared(key: str) -> Setting:
    if key not in _BY_KEY:
        raise UsageError(f"There is no setting “{key}”.", f"Known: {', '.join(_BY_KEY)}.")
    return _BY_KEY[key]
