"""A reply's body: ceilings hold in every step, and media are capped one by one."""

import gzip
import zlib
from collections.abc import AsyncIterator

import pytest

from mediadesk.domain.errors import ProviderError
from mediadesk.providers.base import Account
from mediadesk.providers.network.endpoint import IMAGE_LIMIT, MIB
from mediadesk.providers.network.http_reply import Reply
from mediadesk.providers.openai.api import make_endpoint
from mediadesk.providers.replies.base64_stream import MediaPiece
from mediadesk.providers.replies.media_reply import MediaWriter
from tests.fakes.context import FakeContext

ENDPOINT = make_endpoint(Account(), "https://api.example.com", "Example")


def reply(*chunks: bytes, limit: int = MIB, **headers: str) -> Reply:
    """A reply whose body comes in these network reads."""

    async def raw() -> AsyncIterator[bytes]:
        for chunk in chunks:
            yield chunk

    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(200, named, raw(), ENDPOINT, limit)


async def test_one_network_read_never_becomes_a_huge_piece() -> None:
    bomb = gzip.compress(bytes(32 * MIB), 9)
    answer = reply(bomb, limit=64 * MIB, content_encoding="gzip")
    sizes = [len(piece) async for piece in answer.chunks()]
    assert sum(sizes) == 32 * MIB
    assert max(sizes) <= 64 * 1024


async def test_decoded_size_counts() -> None:
    answer = reply(gzip.compress(bytes(2 * MIB)), content_encoding="gzip")
    with pytest.raises(ProviderError, match="larger than 1 MB"):
        await answer.read(MIB)


async def test_announced_size_counts_before_anything_is_read() -> None:
    answer = reply(b"{}", content_length=str(2 * MIB))
    with pytest.raises(ProviderError, match="larger than 1 MB"):
        await answer.read(MIB)


@pytest.mark.parametrize("window", [zlib.MAX_WBITS | 16, zlib.MAX_WBITS], ids=["gzip", "deflate"])
async def test_compression_in_any_cut(window: int) -> None:
    packer = zlib.compressobj(wbits=window)
    packed = packer.compress(b"[1, 2, 3]") + packer.flush()
    name = "gzip" if window > zlib.MAX_WBITS else "deflate"
    pieces = [bytes((byte,)) for byte in packed]
    assert await reply(*pieces, content_encoding=name).json() == [1, 2, 3]
    with pytest.raises(ProviderError, match="cut short"):
        await reply(*pieces[:-1], content_encoding=name).json()


@pytest.mark.parametrize(
    ("encoding", "why"), [("br", "encoded as"), ("gzip, gzip", "encoded as"), ("gzip", "broken")]
)
async def test_other_compression_is_refused(encoding: str, why: str) -> None:
    with pytest.raises(ProviderError, match=why):
        await reply(b"not compressed", content_encoding=encoding).read()


async def test_one_picture_has_a_limit_of_its_own() -> None:
    context = FakeContext()
    writer = MediaWriter(context, "image/png", 2, reply())
    for _ in range(IMAGE_LIMIT // MIB):
        await writer.write(MediaPiece(0, bytes(MIB)))
    with pytest.raises(ProviderError, match="larger than 64 MB"):
        await writer.write(MediaPiece(0, b"x"))
    assert context.results == []


async def test_empty_picture_is_no_result() -> None:
    writer = MediaWriter(FakeContext(), "image/png", 1, reply())
    with pytest.raises(ProviderError, match="empty"):
        await writer.write(MediaPiece(0, b"", is_last=True))


async def test_more_pictures_than_asked_for_are_refused() -> None:
    context = FakeContext()
    writer = MediaWriter(context, "image/png", 1, reply())
    await writer.write(MediaPiece(0, b"x", is_last=True))
    with pytest.raises(ProviderError, match="more results than were asked for"):
        await writer.write(MediaPiece(1, b"y", is_last=True))
    assert context.results == [b"x"]
