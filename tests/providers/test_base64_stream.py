"""Media inside JSON: the same bytes whatever the document looks like and however it is cut."""

import base64
import json
import tracemalloc
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mediadesk.providers.network.json_reply import MalformedJsonError
from mediadesk.providers.replies.base64_stream import Base64Scanner, decode_base64

PATH = ("data", None, "b64_json")


def scan(document: bytes, size: int = 7, path: tuple[str | None, ...] = PATH) -> tuple[Any, Any]:
    """Media and rest of a document that arrives in pieces of ``size``."""
    scanner = Base64Scanner(path)
    media: dict[int, bytes] = {}
    ends = []
    for at in range(0, len(document), size):
        for piece in scanner.feed(document[at : at + size]):
            media[piece.index] = media.get(piece.index, b"") + piece.data
            if piece.is_last:
                ends.append(piece.index)
    rest = scanner.finish()
    assert ends == list(range(len(media)))
    return list(media.values()), rest


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.binary(max_size=40), min_size=1, max_size=3),
    json_values,
    st.integers(1, 40),
    st.sampled_from([None, 1]),
    st.booleans(),
)
def test_media_and_rest_survive(
    pictures: list[bytes], noise: Any, size: int, indent: int | None, ascii_only: bool
) -> None:
    data = [{"noise": noise, "b64_json": base64.b64encode(p).decode()} for p in pictures]
    document = {"b64_json": "not here", "n": noise, "data": data, "usage": {"data": noise}}
    text = json.dumps(document, indent=indent, ensure_ascii=ascii_only)
    media, rest = scan(text.encode("utf-8", "surrogatepass"), size)
    assert media == pictures
    for entry in data:
        entry["b64_json"] = ""
    assert rest == document


def test_keys_that_look_alike_are_left_alone() -> None:
    document = {"data": [{"x": {"b64_json": "!!"}, "b64_json": "AAAA"}], "other": ["b64_json"]}
    media, rest = scan(json.dumps(document).encode())
    assert media == [b"\0\0\0"]
    assert rest["data"][0]["x"]["b64_json"] == "!!"


@pytest.mark.parametrize("text", ["AA", "AA==", "\\/\\/8=", "AAA\\n"])
def test_padding_and_escapes(text: str) -> None:
    expected = base64.b64decode(text.replace("\\/", "/").replace("\\n", "") + "==")
    for size in (1, 2, 3, 50):
        media, _ = scan(f'{{"data":[{{"b64_json":"{text}"}}]}}'.encode(), size)
        assert media == [expected]


def test_null_is_no_media() -> None:
    media, rest = scan(b'{"data":[{"b64_json":null,"url":"u"}]}')
    assert media == []
    assert rest["data"][0]["url"] == "u"


@pytest.mark.parametrize(
    "document",
    [
        b'{"data":[{"b64_json":"A*AA"}]}',
        b'{"data":[{"b64_json":"AAAA****AAAA"}]}',
        b'{"data":[{"b64_json":"AAA=AAAA"}]}',
        b'{"data":[{"b64_json":"A"}]}',
        b'{"data":[{"b64_json":"AA\\u0041A"}]}',
        b'{"data":[{"b64_json":"AAAA',
        b'{"data":[{"b64_json":"AAAA"}]',
        b'{"data":[oops]}',
        b"]",
        b"",
        b'{"a":NaN}',
        b"[" * 100 + b"]" * 100,
        b'{"a":"' + b"x" * 1_100_000 + b'"}',
        b" " * 1_100_000,
    ],
)
def test_broken_documents_are_told(document: bytes) -> None:
    with pytest.raises(MalformedJsonError):
        scan(document, 50_000)


@pytest.mark.parametrize(
    ("beginning", "why"),
    [
        (b"[" * 100, "nested"),
        (b"]", "not valid JSON"),
        (b'{"data":[{"b64_json":"data:' + b"x" * 10_000, "not valid base64"),
    ],
)
def test_broken_beginnings_are_told_before_the_end(beginning: bytes, why: str) -> None:
    with pytest.raises(MalformedJsonError, match=why):
        list(Base64Scanner(PATH).feed(beginning))


def test_an_end_inside_the_media_is_told() -> None:
    scanner = Base64Scanner(PATH)
    list(scanner.feed(b'{"data":[{"b64_json":"AAAA'))
    with pytest.raises(MalformedJsonError, match="ends inside the media"):
        scanner.finish()


def test_memory_stays_flat() -> None:
    piece = base64.b64encode(bytes(range(256)) * 192)
    scanner = Base64Scanner(PATH)
    list(scanner.feed(b'{"data":[{"b64_json":"'))
    tracemalloc.start()
    size = sum(len(part.data) for _ in range(400) for part in scanner.feed(piece))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size == 400 * 256 * 192
    assert peak < 1_000_000


def test_single_value() -> None:
    assert decode_base64(b"AAAA") == b"\0\0\0"
    with pytest.raises(MalformedJsonError):
        decode_base64(b"data:image/png;base64,AAAA")


@pytest.mark.parametrize("size", [1, 3, 1_000])
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("data:image/png;base64,aGVsbG8=", b"hello"),
        ("data:;base64,aGVsbG8", b"hello"),
        ("data", b"u\xabZ"),
        ("dat", b"u\xab"),
    ],
)
def test_data_urls_lose_their_beginning(value: str, expected: bytes, size: int) -> None:
    raw = json.dumps({"a": value}).encode()
    scanner = Base64Scanner(("a",))
    pieces = [
        piece for at in range(0, len(raw), size) for piece in scanner.feed(raw[at : at + size])
    ]
    assert b"".join(piece.data for piece in pieces) == expected
    assert [piece.is_last for piece in pieces].count(True) == 1
    assert scanner.finish() == {"a": ""}


@pytest.mark.parametrize("value", ["data:", "data:image/png", "data:" + "x" * 400, "https://a/b"])
def test_other_addresses_are_no_media(value: str) -> None:
    scanner = Base64Scanner(("a",))
    with pytest.raises(MalformedJsonError):
        list(scanner.feed(json.dumps({"a": value}).encode()))
