"""Network: the proxy, and where each provider is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from mediadesk.services import own_limits
from mediadesk.ui.panes.settings.proxy_form import ProxyForm
from mediadesk.ui.panes.settings.rows import SettingsPage
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import IconButton
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.chip import Badge
from mediadesk.ui.widgets.field import Field, line_edit
from mediadesk.ui.widgets.labels import ElideLabel, role_label
from mediadesk.ui.widgets.provider_tile import ProviderTile, series_color_name
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl
from mediadesk.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from mediadesk.ui.panes.settings.network_view_model import NetworkViewModel, ProviderAddress


class NetworkPage(SettingsPage):
    """``address_wanted``: somebody wants to change the address of a provider."""

    address_wanted = Signal(str)

    def __init__(self, view_model: NetworkViewModel) -> None:
        super().__init__(tr("Network"), tr("How mediadesk reaches the providers."))
        self._view_model = view_model
        self._add_offline()
        self._add_proxy()
        self._addresses = self.add_group(tr("Addresses"))
        self._add_limits()
        self._add_security()
        view_model.changed.connect(self._rebuild)
        view_model.load()

    def _add_offline(self) -> None:
        model = self._view_model
        switch = Switch(tr("Work offline"), checked=model.is_offline, name="network-offline")
        switch.toggled.connect(model.set_offline)
        switch.setToolTip(
            tr("No provider is asked and nothing is sent; servers on this computer still answer.")
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(role_label(tr("Work offline"), "secondary"))
        row.addWidget(switch)
        self.head.addLayout(row)

    def _add_proxy(self) -> None:
        model = self._view_model
        proxy = SegmentedControl(
            [
                Segment("system", tr("System setting")),
                Segment("none", tr("None")),
                Segment("manual", tr("Manual")),
            ],
            value=model.proxy,
            label=tr("Proxy"),
            name="network-proxy",
        )
        group = self.add_group(tr("Proxy"))
        group.add_row(
            tr("Use"), tr("Addresses on this computer are always reached directly."), proxy
        )
        self._form = ProxyForm(model)
        self._form_line = group.add_widget(self._form)
        self._show_form(model.proxy == "manual")
        proxy.value_changed.connect(self._choose_proxy)

    def _choose_proxy(self, value: str) -> None:
        self._show_form(value == "manual")
        if value != "manual":
            self._view_model.leave_proxy(value == "system")

    def _show_form(self, is_shown: bool) -> None:
        for part in (self._form, self._form_line):
            if part is not None:
                part.setVisible(is_shown)

    def _add_limits(self) -> None:
        group = self.add_group(tr("Limits"))
        group.add_row(
            tr("Jobs at once"),
            tr("A provider’s own rate limit always comes first."),
            self._numbers(),
        )
        tries = [(str(number), _tries_words(number)) for number in (0, 1, 2, 3, 4, 5)]
        group.add_row(
            tr("Try again after a failure"),
            tr("Only when it is safe: no request that may have been billed is sent twice."),
            self._choice(own_limits.TRIES, tr("Try again after a failure"), tries),
        )
        waits = [
            (str(number), tr("{count} seconds").format(count=number))
            for number in (60, own_limits.USUAL_WAIT_S, 300, 600)
        ]
        group.add_row(
            tr("Wait for an answer"),
            tr("For the first word of a text; pictures, sound and video get more in proportion."),
            self._choice(own_limits.WAIT_S, tr("Wait for an answer"), waits),
        )

    def _numbers(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for key, words, accessible, most in (
            (own_limits.AT_ONCE, tr("In all"), tr("Jobs at once in all"), own_limits.MOST_AT_ONCE),
            (
                own_limits.PER_PROVIDER,
                tr("Each provider"),
                tr("Jobs at once with each provider"),
                own_limits.MOST_PER_PROVIDER,
            ),
        ):
            box = QSpinBox()
            describe(box, name=f"network-{key.partition('.')[2]}", accessible=accessible)
            box.setKeyboardTracking(False)
            box.setRange(0, most)
            box.setSpecialValueText(tr("Usual"))
            box.setValue(int(self._view_model.text(key) or 0))
            box.setFixedWidth(theme().px(84))
            box.valueChanged.connect(
                lambda number, key=key: self._view_model.keep(key, str(number) if number else "")
            )
            row.addWidget(role_label(words, "muted"))
            row.addWidget(box)
        return holder

    def _choice(self, key: str, label: str, choices: list[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        describe(box, name=f"network-{key.partition('.')[2]}", accessible=label)
        kept = self._view_model.text(key)
        if kept not in [value for value, _words in choices]:
            choices = [*choices, (kept, tr("{count} seconds").format(count=kept))]
        for value, words in choices:
            box.addItem(words, value)
        box.setCurrentIndex(box.findData(kept))
        box.setFixedWidth(theme().px(160))
        box.activated.connect(lambda index: self._view_model.keep(key, str(box.itemData(index))))
        return box

    def _add_security(self) -> None:
        edit = line_edit(
            tr("File of the authority"),
            placeholder=tr("None"),
            name="network-authority",
        )
        edit.setText(self._view_model.text(own_limits.AUTHORITY))
        edit.setMinimumWidth(theme().px(260))
        field = Field("", edit)
        edit.editingFinished.connect(
            lambda: self._view_model.keep(own_limits.AUTHORITY, edit.text().strip())
        )

        def on_kept(key: str, problem: str) -> None:
            if key == own_limits.AUTHORITY:
                field.set_error(problem) if problem else field.clear_state()

        self._view_model.refused.connect(on_kept)
        group = self.add_group(tr("Security"))
        group.add_row(
            tr("Trust one more authority"),
            tr(
                "A PEM file, for a gateway with a certificate of its own. Certificates are always "
                "checked."
            ),
            field,
        )

    def _rebuild(self) -> None:
        clear_layout(self._addresses.body)
        for address in self._view_model.addresses:
            self._addresses.add_widget(self._row(address))

    def _row(self, address: ProviderAddress) -> QWidget:
        info = address.info
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(
            ProviderTile(info.short_label, series_color_name(info.provider_id), size=22)
        )
        layout.addWidget(ElideLabel(info.label), 2)
        layout.addWidget(ElideLabel(address.url or tr("no address yet"), "mono"), 5)
        plain = role_label(tr("Default") if address.url else "", "muted")
        layout.addWidget(Badge(tr("Custom")) if address.is_own else plain)
        edit = IconButton(
            "pencil",
            tr("Change the address of {label}").format(label=info.label),
            name=f"address-{info.name}",
        )
        edit.clicked.connect(lambda: self.address_wanted.emit(str(info.name)))
        layout.addWidget(edit)
        return row


def _tries_words(number: int) -> str:
    if number == 0:
        return tr("Never")
    return tr("Once") if number == 1 else tr("Up to {count} times").format(count=number)
