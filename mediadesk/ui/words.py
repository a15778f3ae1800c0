"""Numbers, times, prices and states as people read them. No widget, no I/O."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from mediadesk.domain.catalog import ModelSpec, Price, PriceUnit
from mediadesk.domain.errors import ProviderErrorKind
from mediadesk.domain.events import CameBack
from mediadesk.domain.generation import (
    Asset,
    Attempt,
    AttemptState,
    Generation,
    GenerationStatus,
    GenerationType,
)
from mediadesk.domain.money import format_usd, format_usd_exact
from mediadesk.ui.support.translation import tr

TYPE_ICONS = {
    GenerationType.TEXT: "type",
    GenerationType.IMAGE: "image",
    GenerationType.VIDEO: "clapperboard",
    GenerationType.AUDIO: "audio-lines",
}
TYPE_LABELS = {
    GenerationType.TEXT: "Text",
    GenerationType.IMAGE: "Image",
    GenerationType.VIDEO: "Video",
    GenerationType.AUDIO: "Audio",
}
_PLURALS = {
    GenerationType.TEXT: "texts",
    GenerationType.IMAGE: "images",
    GenerationType.VIDEO: "videos",
    GenerationType.AUDIO: "sounds",
}
_SINGULARS = {
    GenerationType.TEXT: "text",
    GenerationType.IMAGE: "image",
    GenerationType.VIDEO: "video",
    GenerationType.AUDIO: "audio",
}
_UNIT_WORDS = {
    PriceUnit.IMAGE: "per image",
    PriceUnit.MEGAPIXEL: "per megapixel",
    PriceUnit.SECOND: "per second",
    PriceUnit.MINUTE: "per minute",
    PriceUnit.CHARACTER: "per million characters",
}


def noun(kind: GenerationType, count: int = 1) -> str:
    """“image”, “4 images”."""
    return _SINGULARS[kind] if count == 1 else f"{count} {_PLURALS[kind]}"


def counted(count: int, singular: str, plural: str = "") -> str:
    """“1 file”, “2 files”."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def limit_words(micro: int) -> str:
    """“$15”, “$7.50”: a round amount without cents."""
    return format_usd(micro).removesuffix(".00") if micro else "$0"


def file_size(size_bytes: int) -> str:
    """“5.8 MB”; powers of 1,000 as file managers use them."""
    size = float(size_bytes)
    if size < 1000:
        return f"{size_bytes} bytes"
    for unit in ("KB", "MB", "GB"):
        size /= 1000
        if size < 999.5 or unit == "GB":
            return f"{size:.0f} {unit}" if size >= 99.5 or unit == "KB" else f"{size:.1f} {unit}"
    return f"{size:.1f} GB"


def duration(milliseconds: int) -> str:
    """How long something took: “7.9 s”, “2 m 41 s”."""
    seconds = milliseconds / 1000
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} m {rest:02d} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} m"


def clock(milliseconds: int) -> str:
    """A length of sound or video: “0:16”, “1:02:03”."""
    seconds = round(milliseconds / 1000)
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"


def moment(when: datetime, now: datetime | None = None) -> str:
    """“Today 14:02”, “Yesterday 09:10”, “Fri 20 Nov”, “20 Nov 2025”, in local time."""
    local = when.astimezone()
    today = (now or datetime.now(local.tzinfo)).astimezone().date()
    if local.date() == today:
        return f"Today {local:%H:%M}"
    if local.date() == today - timedelta(days=1):
        return f"Yesterday {local:%H:%M}"
    if local.year == today.year:
        return f"{local:%a} {local.day} {local:%b}"
    return f"{local.day} {local:%b} {local.year}"


def price_words(model: ModelSpec) -> tuple[str, str]:
    """Price and unit of a model: (“$0.06”, “per image”), (“$3 / $15”, “per million tokens”)."""
    if model.pricing.is_free:
        return "Free", ""
    by_unit: dict[PriceUnit, list[Price]] = {}
    for price in model.pricing.prices:
        by_unit.setdefault(price.unit, []).append(price)
    for unit, words in _UNIT_WORDS.items():
        if unit in by_unit:
            amounts = [price.micro for price in by_unit[unit]]
            prefix = "from " if len(set(amounts)) > 1 else ""
            is_other = unit is PriceUnit.IMAGE and GenerationType.IMAGE not in model.types
            return f"{prefix}{_short_usd(min(amounts))}", "each" if is_other else words
    tokens = [
        _short_usd(by_unit[unit][0].micro)
        for unit in (PriceUnit.INPUT_TOKEN, PriceUnit.OUTPUT_TOKEN)
        if unit in by_unit
    ]
    return (" / ".join(tokens), "per million tokens") if tokens else ("Price not known", "")


def ending_words(model: ModelSpec, today: date) -> str:
    """“Ends 14 Jan 2027, then gpt-6-luna”, “Ended, use gpt-6-luna”; empty where nothing ends."""
    if model.ends_on is None:
        return ""
    if model.has_ended(today):
        return f"Ended, use {model.replaced_by}" if model.replaced_by else "Ended"
    when = f"Ends {model.ends_on.day} {model.ends_on:%b %Y}"
    return f"{when}, then {model.replaced_by}" if model.replaced_by else when


def _short_usd(micro: int) -> str:
    exact = format_usd_exact(micro)
    return exact.removesuffix(".00")


def estimate_words(expected: int | None, upper: int | None) -> str:
    """“$0.24”, “$0.01 to $0.03”, “under $0.01”, “Price not known”."""
    if expected is None or upper is None:
        return "Price not known"
    if upper == 0:
        return "Free"
    low, high = format_usd(expected), format_usd(upper)
    if low == high:
        return high
    return f"up to {high}" if low.startswith("under") else f"{low} to {high}"


def cost_words(generation: Generation) -> str:
    """What a generation cost or may cost, in one or two words."""
    if generation.charged_micro is not None:
        return "Free" if generation.charged_micro == 0 else format_usd(generation.charged_micro)
    if generation.held_micro:
        return f"{format_usd(generation.held_micro)} held"
    if generation.estimate_micro == 0:
        return "Free"
    ended = generation.status in (GenerationStatus.FAILED, GenerationStatus.CANCELLED)
    return "$0.00" if ended else "Price not known"


def status_words(generation: Generation) -> tuple[str, str, str]:
    """Words, chip kind and icon for a generation's status."""
    ready = sum(1 for asset in generation.assets if not asset.is_deleted)
    status = generation.status
    if status is GenerationStatus.COMPLETED:
        return "Done", "ok", "check"
    if status is GenerationStatus.PARTIAL:
        return f"{ready} of {generation.result_count} arrived", "warn", "triangle-alert"
    if status is GenerationStatus.FAILED:
        return "Failed", "err", "triangle-alert"
    if status is GenerationStatus.CANCELLED:
        return "Cancelled", "idle", "ban"
    if status is GenerationStatus.UNCERTAIN:
        return "Outcome unknown", "warn", "triangle-alert"
    if ready:
        return f"{ready} of {generation.result_count} ready", "run", "loader"
    if status is GenerationStatus.QUEUED:
        waiting = any(attempt.wait_reason for attempt in generation.attempts)
        return ("Waiting", "warn", "timer") if waiting else ("Queued", "idle", "clock")
    if any(a.is_resumed and a.state is not AttemptState.COMPLETED for a in generation.attempts):
        return "Resumed", "res", "rotate-cw"
    if any(a.state is AttemptState.FETCHING for a in generation.attempts):
        return "Receiving", "run", "loader"
    return ("Streaming" if generation.type is GenerationType.TEXT else "Running"), "run", "loader"


def attempt_words(attempt: Attempt) -> str:
    """One line on an attempt that has not ended."""
    if attempt.route.link and attempt.state is AttemptState.QUEUED and not attempt.wait_reason:
        return f"Next, with {attempt.route.model} of the fallback chain"
    if attempt.state is AttemptState.QUEUED:
        if attempt.wait_reason:
            return f"{attempt.wait_reason} It is tried again by itself."
        return "Next, waits for a free slot"
    if attempt.is_resumed:
        return "Picked up at the provider, not sent twice"
    return attempt.stage or "Running"


def asset_facts(asset: Asset) -> str:
    """“PNG, 5.8 MB”, “1920 × 1080, MP4, 14.2 MB”."""
    facts = []
    if asset.width and asset.height:
        facts.append(f"{asset.width} × {asset.height}")
    if asset.duration_ms:
        facts.append(clock(asset.duration_ms))
    facts += [asset.extension.upper(), file_size(asset.size_bytes)]
    return ", ".join(facts)


_FAILURE_TITLES = {
    ProviderErrorKind.AUTH: "The key was refused",
    ProviderErrorKind.PERMISSION: "The key may not use this model",
    ProviderErrorKind.CREDIT: "The credit is used up",
    ProviderErrorKind.RATE_LIMIT: "Too many requests",
    ProviderErrorKind.BLOCKED: "The safety filter blocked this prompt",
    ProviderErrorKind.BAD_REQUEST: "The request was not accepted",
    ProviderErrorKind.NOT_FOUND: "This model is no longer offered",
    ProviderErrorKind.RETIRED: "This model is no longer offered",
    ProviderErrorKind.TOO_LARGE: "The input is too large",
    ProviderErrorKind.OVERLOADED: "The provider is not answering properly",
    ProviderErrorKind.SERVER: "The provider had a fault",
    ProviderErrorKind.TIMEOUT: "No answer came in time",
    ProviderErrorKind.NETWORK: "No connection",
    ProviderErrorKind.MALFORMED: "The answer could not be read",
    ProviderErrorKind.INTERRUPTED: "The answer broke off",
    ProviderErrorKind.EXPIRED: "The result is no longer at the provider",
}


def failure_title(kind: str | None) -> str:
    """What a stored error kind means, in a few words."""
    known = {value.value: title for value, title in _FAILURE_TITLES.items()}
    return known.get(kind or "", "This run failed")


def came_back_words(event: CameBack) -> str:
    """What was found of an earlier start, in a sentence or two."""
    forms = (
        (
            event.picked_up,
            tr("1 job was picked up at its provider, not sent twice."),
            tr("{count} jobs were picked up at their providers, not sent twice."),
        ),
        (event.finished, tr("1 result had arrived."), tr("{count} results had arrived.")),
        (
            event.unknown,
            tr("The outcome of 1 job is unknown."),
            tr("The outcome of {count} jobs is unknown."),
        ),
    )
    told = [
        (one if len(ids) == 1 else many).format(count=len(ids)) for ids, one, many in forms if ids
    ]
    return " ".join(told)


def plain_snippet(text: str) -> str:
    """The beginning of a Markdown text without its marks, for small previews."""
    lines = (line.lstrip("#>*- ").replace("**", "").replace("`", "") for line in text.splitlines())
    return "\n".join(line for line in lines if line.strip("|-: "))


def first_line(text: str, length: int = 60) -> str:
    """The beginning of a text as one line."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"
