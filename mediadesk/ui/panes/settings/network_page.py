"""Network: the proxy, and where each provider is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediadesk.ui.panes.settings.rows import SettingsPage
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import IconButton
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.chip import Badge
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
        view_model.changed.connect(self._rebuild)
        view_model.load()

    def _add_offline(self) -> None:
        model = self._view_model
        switch = Switch(tr("Work offline"), checked=model.is_offline, name="network-offline")
        switch.toggled.connect(model.set_offline)
        self.add_group().add_row(
            tr("Work offline"),
            tr("No provider is asked and nothing is sent; servers on this computer still answer."),
            switch,
        )

    def _add_proxy(self) -> None:
        model = self._view_model
        proxy = SegmentedControl(
            [Segment("system", tr("System setting")), Segment("none", tr("None"))],
            value="system" if model.uses_system_proxy else "none",
            label=tr("Proxy"),
            name="network-proxy",
        )
        proxy.value_changed.connect(lambda value: model.set_uses_system_proxy(value == "system"))
        self.add_group(tr("Proxy")).add_row(
            tr("Use"),
            tr(
                "Applies when mediadesk is started again. Addresses on this computer are always "
                "reached directly."
            ),
            proxy,
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
