"""Run the simulator alone: ``python -m tests.simulator [--port N] [--tls]``.

It prints its address; with ``--tls`` then also the variable that makes mediadesk trust it.
"""

import argparse
import asyncio
import contextlib
import tempfile
from pathlib import Path

from mediadesk.providers.network.loopback_tls import VARIABLE
from tests.simulator.server import SimulatorServer


async def main(port: int, *, tls: bool) -> None:
    """Serve until interrupted."""
    from tests.simulator.certificates import make_certificates

    with tempfile.TemporaryDirectory(prefix="mediadesk-simulator-") as folder:
        made = make_certificates(Path(folder)) if tls else None
        server = SimulatorServer()
        await server.start(port, made.context if made else None)
        print(f"{server.base_url}/v1", flush=True)
        if made:
            print(f"{VARIABLE}={made.authority}", flush=True)
        try:
            await asyncio.Event().wait()
        finally:
            await server.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1; 0 takes a free one")
    parser.add_argument(
        "--tls", action="store_true", help="speak https, with an authority of its own"
    )
    arguments = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(main(arguments.port, tls=arguments.tls))
