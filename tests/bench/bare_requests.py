"""``python -m tests.bench.bare_requests URL COUNT POOL``: the same requests through bare httpx.

Prints how many seconds they took, POOL at a time.
"""

import asyncio
import sys
import time

import httpx

BODY = {
    "model": "bench-text",
    "messages": [{"role": "user", "content": "Tell of the light over a quiet harbour"}],
    "stream": True,
    "stream_options": {"include_usage": True},
}


async def main(url: str, count: int, pool: int) -> float:
    """Send them all; seconds."""
    async with httpx.AsyncClient(timeout=60, limits=httpx.Limits(max_connections=pool)) as client:
        gate = asyncio.Semaphore(pool)

        async def one() -> None:
            async with gate:
                reply = await client.post(f"{url}/chat/completions", json=BODY)
                reply.raise_for_status()

        started = time.monotonic()
        await asyncio.gather(*(one() for _ in range(count)))
        return time.monotonic() - started


if __name__ == "__main__":
    print(asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))))
