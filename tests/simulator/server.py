"""The server: reads a request, takes the plan for it, logs it, answers or misbehaves."""

import asyncio
import contextlib
import json
import ssl
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, ClassVar, Self, TypeVar

from tests.simulator.faults import CLOSING, FAULTS, send
from tests.simulator.plans import Plan, Plans
from tests.simulator.wire import (
    Desk,
    Request,
    Response,
    error_response,
    json_response,
    read_request,
)
from tests.simulator.wires import wire_of

Value = TypeVar("Value")
GATE_LIMIT_S = 60.0
"""How long a request waits at most for the ``gate`` (a threading.Event) of its plan."""


class SimulatorServer:
    """The simulator on one event loop; ``Simulator`` gives it a thread."""

    def __init__(self) -> None:
        self.plans = Plans()
        self.log: list[dict[str, Any]] = []
        self.desk = Desk()
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    async def start(self, port: int = 0, tls: ssl.SSLContext | None = None) -> None:
        """Listen on 127.0.0.1; port 0 takes a free one."""
        self._server = await asyncio.start_server(
            self._serve, "127.0.0.1", port, ssl=tls, limit=1 << 20
        )
        chosen = self._server.sockets[0].getsockname()[1]
        self.desk.base_url = f"{'https' if tls else 'http'}://127.0.0.1:{chosen}"

    @property
    def base_url(self) -> str:
        """The address without a path."""
        return self.desk.base_url

    async def stop(self) -> None:
        """Stop listening and drop every connection."""
        assert self._server is not None
        self._server.close()
        for task in self._connections:
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        try:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                while (request := await read_request(reader)) is not None:
                    if not await self._respond(request, writer):
                        break
        except asyncio.CancelledError:
            writer.transport.abort()
        finally:
            self._connections.discard(task)
            writer.close()

    async def _respond(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; False ends the connection."""
        if request.path.startswith("/_control"):
            await send(writer, self._control(request))
            return True
        plan = self.plans.take(request.method, request.path)
        connection = writer.get_extra_info("peername")[1]
        entry = {**request.describe(), "fault": plan.fault, "connection": connection, "status": 0}
        entry |= {"began_s": time.monotonic(), "ended_s": None}
        self.log.append(entry)
        await asyncio.sleep(plan.options.get("latency_s", 0))
        if "gate" in plan.options:
            await asyncio.to_thread(plan.options["gate"].wait, GATE_LIMIT_S)
        wire = wire_of(request)
        response = wire.answer(request, plan.options, self.desk)
        entry["status"] = response.status
        response.headers |= plan.options.get("headers", {})
        try:
            if plan.fault:
                fault = wire.faults.get(plan.fault) or FAULTS[plan.fault]
                await fault(writer, response, plan.options)
                return plan.fault not in CLOSING and response.framing != "close"
            await send(writer, response)
            return response.framing != "close"
        finally:
            entry["ended_s"] = time.monotonic()

    def _control(self, request: Request) -> Response:
        if request.method == "GET" and request.path == "/_control/log":
            posts = sum(entry["method"] == "POST" for entry in self.log)
            return json_response({"requests": self.log, "submissions": posts})
        if request.method == "GET":
            return json_response({"plans": self.plans.describe(), "faults": sorted(FAULTS)})
        document = request.json
        if document.get("reset"):
            self.plans.clear()
            self.log.clear()
            self.desk.clear()
            return json_response({"ok": True})
        plan = Plan.of(document)
        if plan.fault and plan.fault not in FAULTS:
            return error_response(400, f"Unknown fault {plan.fault}.", None)
        self.plans.add(plan)
        return json_response({"ok": True})


class Simulator:
    """The simulator in a thread of this process, for ``with Simulator() as simulator``."""

    started: ClassVar[list["Simulator"]] = []
    """All that were made; whoever watches over them empties the list."""

    def __init__(self, port: int = 0, tls: ssl.SSLContext | None = None) -> None:
        self._server = SimulatorServer()
        self.started.append(self)
        self._port = port
        self._tls = tls
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="simulator")
        self._ready = threading.Event()
        self._stopping = asyncio.Event()

    @property
    def base_url(self) -> str:
        """The address to give to an account (with /v1)."""
        return f"{self._server.base_url}/v1"

    @property
    def root_url(self) -> str:
        """The bare address of the server."""
        return self._server.base_url

    def forget(self) -> None:
        """Forget jobs and files, as a provider does after a while."""
        self._call(self._server.desk.clear)

    def plan(
        self, path: str, fault: str = "", count: int = 1, method: str = "", **options: Any
    ) -> None:
        """Let the next ``count`` requests on ``path`` meet a fault or get options."""
        plan = Plan(path, fault, count, method, options)
        self._call(lambda: self._server.plans.add(plan))

    @property
    def requests(self) -> list[dict[str, Any]]:
        """Everything that was asked for so far (not the control calls)."""
        return self._call(lambda: json.loads(json.dumps(self._server.log)))

    @property
    def log(self) -> list[dict[str, Any]]:
        """The same, also once the server has stopped."""
        return self._server.log

    @property
    def submissions(self) -> list[dict[str, Any]]:
        """The billable requests among them."""
        return [entry for entry in self.requests if entry["method"] == "POST"]

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join(10)

    def _call(self, work: Callable[[], Value]) -> Value:
        async def run() -> Value:
            return work()

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._main())
        self._loop.close()

    async def _main(self) -> None:
        await self._server.start(self._port, self._tls)
        self._ready.set()
        await self._stopping.wait()
        await self._server.stop()
