"""Pages of PDFs, counted in the picture worker: a real process and real files, hostile ones too."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import pytest

from mediadesk.system.worker_client import WorkerError, WorkerProcesses
from tests.workers.papers import CATALOGUE, PAGE, packed, printed, stream, tree, written

ReadAt = Callable[[int, int], bytes]
Reader = Callable[[bytes], ReadAt]

_INDEX = stream(b"/Type /XRef /Root 1 0 R", b"\1\2\3")
_OUTER = written(CATALOGUE, tree(b"3 0 R", b"4 0 R"), PAGE, PAGE)
_CHANGED = b"4 0 obj\n" + PAGE + b"\nendobj\n5 0 obj\n" + PAGE + b"\nendobj\n2 0 obj\n"
COUNTED = {
    "as a program writes it": (printed(3), 3),
    "one page": (written(CATALOGUE, tree(b"3 0 R"), PAGE), 1),
    "a tree of several levels": (
        written(CATALOGUE, tree(b"3 0 R", b"6 0 R"), tree(b"4 0 R", b"5 0 R"), PAGE, PAGE, PAGE),
        3,
    ),
    "packed objects": (
        written(packed(CATALOGUE, tree(b"3 0 R", b"4 0 R"), PAGE, PAGE, first=1), end=b"")
        .replace(b"1 0 obj", b"9 0 obj")
        .replace(b"%PDF-1.7\n", b"%PDF-1.7\n8 0 obj\n" + _INDEX + b"\nendobj\n"),
        2,
    ),
    "a list of pages elsewhere": (
        written(
            CATALOGUE, b"<< /Type /Pages /Kids 3 0 R /Count 2 >>", b"[ 4 0 R 5 0 R ]", PAGE, PAGE
        ),
        2,
    ),
    "changed and saved again": (
        _OUTER + _CHANGED + tree(b"3 0 R", b"4 0 R", b"5 0 R") + b"\nendobj\n%%EOF\n",
        4,
    ),
    "one page shown three times": (written(CATALOGUE, tree(b"3 0 R", b"3 0 R", b"3 0 R"), PAGE), 3),
    "a count that says more": (written(CATALOGUE, tree(b"3 0 R", count=40), PAGE), 40),
    "a count that says less": (
        written(CATALOGUE, tree(b"3 0 R", b"4 0 R", count=0), PAGE, PAGE),
        2,
    ),
    "pages inside an attachment are skipped": (
        written(CATALOGUE, tree(b"3 0 R"), PAGE, stream(b"/Type /EmbeddedFile", _OUTER * 3)),
        1,
    ),
    "no page at all": (written(CATALOGUE, tree()), 1),
}


@pytest.mark.parametrize("name", COUNTED)
def test_pages_are_counted(pictures: WorkerProcesses, reader: Reader, name: str) -> None:
    data, pages = COUNTED[name]
    assert asked(pictures, reader, data) == pages


_LOOP = written(CATALOGUE, tree(b"2 0 R", b"2 0 R"))
_BOMB = zlib.compress(bytes(300 << 20), 9)
REFUSED = {
    "nothing": (b"", "broken"),
    "a head alone": (b"%PDF-1.7\n", "broken"),
    "cut": (printed(3)[:400], "broken"),
    "encrypted": (_OUTER.replace(b"/Root", b"/Encrypt 9 0 R /Root"), "unsupported"),
    "a tree that holds itself": (_LOOP, "too_large"),
    "no tree": (written(b"<< /Type /Catalog >>"), "broken"),
    "a node without pages": (written(CATALOGUE, b"<< /Type /Pages /Count 3 >>"), "broken"),
    "a bomb": (
        written(stream(b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", _BOMB)),
        "too_large",
    ),
    "damaged packing": (
        written(stream(b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", b"junk")),
        "broken",
    ),
    "packed twice": (
        written(packed(PAGE, first=1, head=b"/Filter [ /FlateDecode /ASCIIHexDecode ]")),
        "unsupported",
    ),
    "objects without an end": (b"1 0 obj << stream\n" * 100_000, "broken"),
    "marks without an end": (b"1 0 obj" * 1_000_000, "broken"),
    "a number without an end": (b"9" * 5_000_000, "broken"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_hides_its_pages_is_not_counted(
    pictures: WorkerProcesses, reader: Reader, name: str
) -> None:
    data, kind = REFUSED[name]
    with pytest.raises(WorkerError) as caught:
        asked(pictures, reader, data)
    assert caught.value.kind == kind
    assert asked(pictures, reader, printed(2)) == 2


def asked(pictures: WorkerProcesses, reader: Reader, data: bytes) -> int:
    request = {"do": "pages", "size": len(data)}
    return int(pictures.call(request, source=reader(data), timeout_s=15).facts["pages"])
