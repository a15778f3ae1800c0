"""PDF files put together by hand, in the ways that writers of such files have."""

from __future__ import annotations

import io
import zlib

from PIL import Image


def printed(pages: int) -> bytes:
    """As a program writes it: a picture on each page."""
    output = io.BytesIO()
    picture = Image.new("RGB", (10, 10))
    picture.save(output, "PDF", save_all=True, append_images=[picture] * (pages - 1))
    return output.getvalue()


def written(*objects: bytes, end: bytes = b"trailer << /Root 1 0 R >>\n%%EOF\n") -> bytes:
    """Objects one after the other, numbered from 1; ``end`` names the catalogue."""
    numbered = (b"%d 0 obj\n%s\nendobj\n" % (at, text) for at, text in enumerate(objects, 1))
    return b"%PDF-1.7\n" + b"".join(numbered) + end


def tree(*kids: bytes, count: int | None = None) -> bytes:
    """A node of the tree of pages."""
    told = len(kids) if count is None else count
    return b"<< /Type /Pages /Kids [ %s ] /Count %d >>" % (b" ".join(kids), told)


def stream(head: bytes, data: bytes) -> bytes:
    """A stream with its length."""
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(data), data)


def packed(*objects: bytes, first: int, head: bytes = b"/Filter /FlateDecode") -> bytes:
    """A stream that holds objects, numbered from ``first``."""
    index, at = [], 0
    for number, text in enumerate(objects, first):
        index.append(b"%d %d" % (number, at))
        at += len(text) + 1
    listed = b" ".join(index) + b" "
    data = zlib.compress(listed + b" ".join(objects))
    told = b"/Type /ObjStm /N %d /First %d %s" % (len(objects), len(listed), head)
    return stream(told, data)


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGE = b"<< /Type /Page /Parent 2 0 R >>"
