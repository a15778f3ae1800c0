"""How many pages a PDF has, counted without drawing anything. Runs in the picture worker.

Objects are taken as they stand in the file, the later of two with one number, and the tree of
pages is walked from the catalogue. What is told is never below what a reader finds: where the
tree, its own count and the pages that lie around disagree, the largest counts. A file that hides
its tree (encrypted, damaged, packed in an unusual way) is not counted at all.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field

from mediadesk.workers.serve import Source, UndecodableError

LARGEST_BYTES = 128 << 20
_UNPACKED_BYTES = 192 << 20
_MOST_PAGES = 100_000

_OBJECT = re.compile(rb"(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b")
_END = re.compile(rb"\bendobj\b|\bstream\r?\n")
_ROOT = re.compile(rb"/Root\s+(\d{1,10})\s+\d{1,5}\s+R\b")
_PAGES = re.compile(rb"/Pages\s+(\d{1,10})\s+\d{1,5}\s+R\b")
_KIDS = re.compile(rb"/Kids\s*(?:\[([^\]]*)\]|(\d{1,10})\s+\d{1,5}\s+R\b)")
_REFERENCE = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+R\b")
_NODE = re.compile(rb"/Type\s*/Pages\b")
_LEAF = re.compile(rb"/Type\s*/Page\b")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b")
_INDEX = re.compile(rb"/Type\s*/XRef\b")
_DEFLATED = re.compile(rb"/Filter\s*(?:/FlateDecode\b|\[\s*/FlateDecode\s*\])")


def count_pages(source: Source) -> int:
    """The pages of a PDF, rather too many than too few. Raises ``UndecodableError``."""
    if source.size > LARGEST_BYTES:
        raise UndecodableError("too_large", "The document is too large to count its pages.")
    paper = _Paper()
    paper.read(source.read_at(0, source.size))
    return paper.count()


@dataclass(slots=True)
class _Paper:
    """The objects of one file: their text up to a stream, by number."""

    objects: dict[int, bytes] = field(default_factory=dict)
    ends: list[bytes] = field(default_factory=list)
    """What may name the catalogue: trailers, and the heads of index streams."""
    leaves: int = 0
    left: int = _UNPACKED_BYTES

    def read(self, data: bytes) -> None:
        """Take in all objects of a file."""
        at = 0
        while (found := _OBJECT.search(data, at)) is not None:
            self.ends.append(data[at : found.start()])
            end = _END.search(data, found.end())
            if end is None:
                raise _broken()
            text = data[found.end() : end.start()]
            self._add(int(found[1]), text)
            at = end.end()
            if end[0] != b"endobj":
                at = self._read_stream(data, text, at)
        self.ends.append(data[at:])

    def count(self) -> int:
        """Walk every tree that the file names."""
        ends = b"\n".join(self.ends)
        if b"/Encrypt" in ends:
            raise UndecodableError("unsupported", "The document is encrypted.")
        roots = {int(number) for number in _ROOT.findall(ends)}
        counts = [self._count_tree(root) for root in roots]
        if not counts:
            raise _broken()
        return max(1, *counts, self.leaves)

    def _add(self, number: int, text: bytes) -> None:
        self.objects[number] = text
        self.leaves += _NODE.search(text) is None and _LEAF.search(text) is not None

    def _read_stream(self, data: bytes, text: bytes, start: int) -> int:
        """Unpack a stream that holds objects, skip every other one; returns where it ends."""
        length = _number(text, b"Length")
        end = -1 if length is None else start + length
        if end < 0 or not data[end : end + 20].lstrip().startswith(b"endstream"):
            end = data.find(b"endstream", start)
        if end < 0:
            raise _broken()
        if _INDEX.search(text):
            self.ends.append(text)
        elif _PACKED.search(text):
            self._unpack(text, data[start:end])
        return end

    def _unpack(self, text: bytes, packed: bytes) -> None:
        data = self._inflated(text, packed)
        count, first = _number(text, b"N"), _number(text, b"First")
        if count is None or first is None:
            raise _broken()
        head = data[:first].split()[: 2 * count]
        if len(head) < 2 * count or not all(word.isdigit() for word in head):
            raise _broken()
        places = [first + int(word) for word in head[1::2]]
        for number, start, end in zip(head[::2], places, [*places[1:], len(data)], strict=True):
            self._add(int(number), data[start:end])

    def _inflated(self, text: bytes, packed: bytes) -> bytes:
        if b"/Filter" not in text:
            return packed
        predictor = _number(text, b"Predictor")
        if _DEFLATED.search(text) is None or predictor not in (None, 1):
            raise UndecodableError("unsupported", "The document is packed in an unusual way.")
        try:
            data = zlib.decompressobj().decompress(packed, self.left)
        except zlib.error:
            raise _broken() from None
        self.left -= len(data)
        if self.left <= 0:
            raise UndecodableError("too_large", "The document is too large to count its pages.")
        return data

    def _count_tree(self, root: int) -> int:
        top = _PAGES.search(self.objects.get(root, b""))
        if top is None:
            raise _broken()
        waiting, pages, seen = [int(top[1])], 0, 0
        while waiting:
            seen += 1
            text = self.objects.get(waiting.pop(), b"")
            kids = self._kids(text)
            pages += kids is None
            waiting += kids or []
            if seen + len(waiting) > _MOST_PAGES:
                raise UndecodableError("too_large", "The document has too many pages to count.")
        told = _number(self.objects.get(int(top[1]), b""), b"Count") or 0
        return max(pages, min(told, _MOST_PAGES))

    def _kids(self, text: bytes) -> list[int] | None:
        """The numbers below a node of the tree; None for a page."""
        if _NODE.search(text) is None and _LEAF.search(text) is not None:
            return None
        found = _KIDS.search(text)
        if found is None:
            if _NODE.search(text) is not None:
                raise _broken()
            return None
        listed = found[1] if found[2] is None else self.objects.get(int(found[2]), b"")
        return [int(number) for number in _REFERENCE.findall(listed)]


def _number(text: bytes, name: bytes) -> int | None:
    """A whole number that stands directly under ``name``."""
    found = re.search(rb"/" + name + rb"\s+(\d{1,10})\b(?!\s+\d{1,5}\s+R\b)", text)
    return None if found is None else int(found[1])


def _broken() -> UndecodableError:
    return UndecodableError("broken", "The document is damaged.")
