"""Run the simulator alone: ``python -m tests.simulator [--port N]``; it prints its address."""

import argparse
import asyncio
import contextlib

from tests.simulator.server import SimulatorServer


async def main(port: int) -> None:
    """Serve until interrupted."""
    server = SimulatorServer()
    await server.start(port)
    print(f"{server.base_url}/v1", flush=True)
    try:
        await asyncio.Event().wait()
    finally:
        await server.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1; 0 takes a free one")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(main(parser.parse_args().port))
