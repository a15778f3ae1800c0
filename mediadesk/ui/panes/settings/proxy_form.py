"""The user's own proxy: type, host, port, and who it lets through."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.services import own_limits
from mediadesk.ui.panes.settings.network_view_model import NetworkViewModel
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.card import MessageBar
from mediadesk.ui.widgets.field import Field, line_edit

USUAL_PORT = "3128"


class ProxyForm(QWidget):
    """What is typed counts once it is whole. ``chosen``: an own proxy is in use now."""

    chosen = Signal()

    def __init__(self, view_model: NetworkViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        self._scheme = QComboBox()
        describe(self._scheme, name="proxy-type", accessible=tr("Type of the proxy"))
        for scheme in ("http", "https"):
            self._scheme.addItem(scheme.upper(), scheme)
        self._host = line_edit(tr("Host of the proxy"), name="proxy-host")
        self._port = line_edit(tr("Port of the proxy"), name="proxy-port")
        self._user = line_edit(tr("User of the proxy"), name="proxy-user")
        self._password = line_edit(tr("Password of the proxy"), name="proxy-password", secret=True)
        self._host_field = Field(tr("Host"), self._host)
        self._message = MessageBar("", "ok", name="proxy-tested")
        self._message.hide()
        self._test = Button(tr("Test"), name="proxy-test")
        self._build()
        self._read()
        self._connect()

    def _build(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(8)
        told = (
            (Field(tr("Type"), self._scheme), 92, 0),
            (self._host_field, 0, 3),
            (Field(tr("Port"), self._port), 76, 0),
            (Field(tr("User"), self._user), 0, 1),
            (Field(tr("Password"), self._password), 0, 1),
        )
        for column, (field, width, stretch) in enumerate(told):
            fields.addWidget(field, 0, column)
            fields.setColumnStretch(column, stretch)
            if width:
                field.setFixedWidth(theme().px(width))
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._message, 1)
        foot.addStretch(0)
        foot.addWidget(self._test)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(fields)
        layout.addLayout(foot)

    def _read(self) -> None:
        model = self._view_model
        parts = urlsplit(model.text(own_limits.PROXY))
        self._scheme.setCurrentIndex(max(0, self._scheme.findData(parts.scheme)))
        self._host.setText(parts.hostname or "")
        self._port.setText(str(parts.port or USUAL_PORT))
        self._user.setText(model.text(own_limits.PROXY_USER))
        self._password.setText(model.text(own_limits.PROXY_PASSWORD))

    def _connect(self) -> None:
        model = self._view_model
        for edit in (self._host, self._port):
            edit.editingFinished.connect(self._keep_address)
        self._scheme.activated.connect(lambda _index: self._keep_address())
        self._user.editingFinished.connect(
            lambda: model.keep(own_limits.PROXY_USER, self._user.text().strip())
        )
        self._password.editingFinished.connect(
            lambda: model.keep(own_limits.PROXY_PASSWORD, self._password.text())
        )
        model.refused.connect(self._on_kept)
        model.tested.connect(self._show_test)
        self._test.clicked.connect(self._begin_test)

    def _keep_address(self) -> None:
        host, port = self._host.text().strip(), self._port.text().strip()
        if host:
            host = f"[{host}]" if ":" in host else host
            self._view_model.keep(own_limits.PROXY, f"{self._scheme.currentData()}://{host}:{port}")

    def _on_kept(self, key: str, problem: str) -> None:
        if key != own_limits.PROXY:
            return
        if problem:
            self._host_field.set_error(problem)
        else:
            self._host_field.clear_state()
            self.chosen.emit()

    def _begin_test(self) -> None:
        self._test.setEnabled(False)
        self._view_model.test()

    def _show_test(self, words: str, is_well: bool) -> None:
        self._test.setEnabled(True)
        self._test.setText(tr("Test again"))
        self._message.show_message(words, "ok" if is_well else "err")
        self._message.show()
