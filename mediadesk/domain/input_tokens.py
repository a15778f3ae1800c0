"""How many input tokens a request can come to: what to expect, and the most it can be.

A provider counts text by its own tokeniser, pictures by area, sound and film by time, documents by
page. The most that can be is what a hold is made of, so it errs upwards only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.result_extent import started_megapixels

PDF_MIME = "application/pdf"
CHARACTERS_PER_TOKEN = 3
"""To expect: English has about four. At most, each byte is a token of its own."""
FRAME_TOKENS = 16
"""What surrounds each message or file: roles, marks, names."""
HIDDEN_TOKENS = 512
"""What a provider may put before a request: rules for thinking or for an answer by a schema."""

# where a file's duration is not measured yet: the thinnest stream that still plays
_LEAST_AUDIO_BYTES_PER_SECOND = 500
_LEAST_VIDEO_BYTES_PER_SECOND = 2_000
_USUAL_AUDIO_BYTES_PER_SECOND = 16_000
_USUAL_VIDEO_BYTES_PER_SECOND = 250_000
# pages share their parts, so a page can be small; an ordinary one is not
_LEAST_PAGE_BYTES = 32
_USUAL_PAGE_BYTES = 50_000


@dataclass(frozen=True, slots=True)
class InputExtent:
    """How large one input is: bytes, pixels, time, pages; None where not measured (yet)."""

    type: GenerationType
    mime: str
    size_bytes: int
    width: int | None = None
    height: int | None = None
    duration_ms: int | None = None
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class InputTokens:
    """Input tokens of one call: what to expect and the most that it can be.

    ``megapixels`` is the size of the pictures among it, each rounded up; None where one of them
    was not measured.
    """

    expected: int
    most: int
    megapixels: int | None = 0

    def __add__(self, other: InputTokens) -> InputTokens:
        sizes = (self.megapixels, other.megapixels)
        total = None if None in sizes else sum(size or 0 for size in sizes)
        return InputTokens(self.expected + other.expected, self.most + other.most, total)


NO_TOKENS = InputTokens(0, 0)


@dataclass(frozen=True, slots=True)
class TokenRates:
    """The most tokens that a family of models counts for each kind of input.

    A picture counts ``tile_tokens`` for every started square of ``tile_pixels``, at least
    ``small_picture`` and never more than ``picture``; ``tile_pixels`` 0: its size does not matter.
    """

    picture: int
    small_picture: int = 0
    tile_pixels: int = 0
    tile_tokens: int = 0
    page: int = 8_000
    pages: int = 1_000
    audio_second: int = 100
    video_second: int = 1_500


CAUTIOUS_RATES = TokenRates(picture=50_000)
"""For models of which nothing is known: more than any known model counts."""


def text_tokens(characters: int, size_bytes: int) -> InputTokens:
    """Tokens of a text: a tokeniser on bytes makes at most one token of each byte."""
    return InputTokens(characters // CHARACTERS_PER_TOKEN + FRAME_TOKENS, size_bytes + FRAME_TOKENS)


def prompt_tokens(texts: Iterable[str]) -> InputTokens:
    """Tokens of the words of a request, with what a provider may add to them."""
    total = InputTokens(0, HIDDEN_TOKENS)
    for text in texts:
        # half of a surrogate pair is refused later; until then it counts as it would be replaced
        total += text_tokens(len(text), len(text.encode("utf-8", "replace")))
    return total


def file_tokens(extent: InputExtent, rates: TokenRates) -> InputTokens:
    """Tokens of one input."""
    if extent.type is GenerationType.IMAGE:
        most = _picture_tokens(extent, rates)
        found = InputTokens(min(most, 2_000), most, _megapixels(extent))
    elif extent.type is GenerationType.TEXT and extent.mime != PDF_MIME:
        found = text_tokens(extent.size_bytes, extent.size_bytes)
    elif extent.type is GenerationType.TEXT:
        most = min(rates.pages, extent.pages or extent.size_bytes // _LEAST_PAGE_BYTES + 1)
        usual = min(most, extent.pages or extent.size_bytes // _USUAL_PAGE_BYTES + 1)
        found = InputTokens(usual * rates.page // 3, most * rates.page)
    elif extent.type is GenerationType.AUDIO:
        usual = _seconds(extent, _USUAL_AUDIO_BYTES_PER_SECOND)
        longest = _seconds(extent, _LEAST_AUDIO_BYTES_PER_SECOND)
        found = InputTokens(usual * rates.audio_second, longest * rates.audio_second)
    else:
        usual = _seconds(extent, _USUAL_VIDEO_BYTES_PER_SECOND)
        longest = _seconds(extent, _LEAST_VIDEO_BYTES_PER_SECOND)
        found = InputTokens(usual * rates.video_second, longest * rates.video_second)
    return found + InputTokens(FRAME_TOKENS, FRAME_TOKENS)


def _picture_tokens(extent: InputExtent, rates: TokenRates) -> int:
    if not rates.tile_pixels or not extent.width or not extent.height:
        return rates.picture
    tiles = -(-extent.width // rates.tile_pixels) * -(-extent.height // rates.tile_pixels)
    return min(rates.picture, max(rates.small_picture, tiles * rates.tile_tokens))


def _megapixels(extent: InputExtent) -> int | None:
    is_measured = extent.width and extent.height
    return started_megapixels(extent.width or 0, extent.height or 0) if is_measured else None


def _seconds(extent: InputExtent, bytes_per_second: int) -> int:
    """Started seconds: as measured, with one to spare, else as the size allows."""
    if extent.duration_ms is not None:
        return extent.duration_ms // 1000 + 2
    return extent.size_bytes // bytes_per_second + 1
