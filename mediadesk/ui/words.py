"""Numbers, times, prices and states as people read them, in their language. No widget, no I/O."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale

from mediadesk.domain.catalog import ModelSpec, Price, PriceUnit
from mediadesk.domain.endings import ENDING, ending_of, note_of
from mediadesk.domain.errors import ProviderErrorKind
from mediadesk.domain.events import CameBack
from mediadesk.domain.generation import (
    Asset,
    Attempt,
    AttemptState,
    FinishReason,
    Generation,
    GenerationStatus,
    GenerationType,
)
from mediadesk.domain.money import AmountMark, format_usd, format_usd_exact
from mediadesk.ui.support.present import present
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import QT_TR_NOOP, tr

_MARKS = {
    AmountMark.ESTIMATED: QT_TR_NOOP("estimated"),
    AmountMark.REPORTED: QT_TR_NOOP("reported"),
    AmountMark.CORRECTED: QT_TR_NOOP("corrected"),
}
TYPE_ICONS = {
    GenerationType.TEXT: "type",
    GenerationType.IMAGE: "image",
    GenerationType.VIDEO: "clapperboard",
    GenerationType.AUDIO: "audio-lines",
}
TYPE_LABELS = {
    GenerationType.TEXT: QT_TR_NOOP("Text"),
    GenerationType.IMAGE: QT_TR_NOOP("Image"),
    GenerationType.VIDEO: QT_TR_NOOP("Video"),
    GenerationType.AUDIO: QT_TR_NOOP("Audio"),
}
_ONE_OF_KIND = {
    GenerationType.TEXT: QT_TR_NOOP("text"),
    GenerationType.IMAGE: QT_TR_NOOP("image"),
    GenerationType.VIDEO: QT_TR_NOOP("video"),
    GenerationType.AUDIO: QT_TR_NOOP("audio"),
}
_UNIT_WORDS = {
    PriceUnit.IMAGE: QT_TR_NOOP("per image"),
    PriceUnit.MEGAPIXEL: QT_TR_NOOP("per megapixel"),
    PriceUnit.SECOND: QT_TR_NOOP("per second"),
    PriceUnit.MINUTE: QT_TR_NOOP("per minute"),
    PriceUnit.CHARACTER: QT_TR_NOOP("per million characters"),
}


def noun(kind: GenerationType, count: int = 1) -> str:
    """“image”, “4 images”."""
    if count == 1:
        return tr(_ONE_OF_KIND[kind])
    if kind is GenerationType.TEXT:
        return tr("%Ln text(s)", n=count)
    if kind is GenerationType.IMAGE:
        return tr("%Ln image(s)", n=count)
    if kind is GenerationType.VIDEO:
        return tr("%Ln video(s)", n=count)
    return tr("%Ln sound(s)", n=count)


def limit_words(micro: int) -> str:
    """“$15”, “$7.50”: a round amount without cents."""
    return format_usd(micro).removesuffix(".00") if micro else "$0"


def file_size(size_bytes: int) -> str:
    """“5.8 MB”; powers of 1,000 as file managers use them."""
    size = float(size_bytes)
    if size < 1000:
        return tr("{count} bytes").format(count=size_bytes)
    for unit in ("KB", "MB", "GB"):
        size /= 1000
        if size < 999.5 or unit == "GB":
            return f"{_decimal(size, 0 if size >= 99.5 or unit == 'KB' else 1)} {unit}"
    return f"{_decimal(size, 1)} GB"


def _decimal(value: float, places: int) -> str:
    return QLocale().toString(value, "f", places)


def duration(milliseconds: int) -> str:
    """How long something took: “7.9 s”, “2 m 41 s”."""
    seconds = milliseconds / 1000
    if seconds < 60:
        return f"{_decimal(seconds, 1)} s"
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
    today = (now or present()).astimezone().date()
    if local.date() == today:
        return tr("Today {time}").format(time=f"{local:%H:%M}")
    if local.date() == today - timedelta(days=1):
        return tr("Yesterday {time}").format(time=f"{local:%H:%M}")
    if local.year == today.year:
        return date_words(local, tr("ddd d MMM", "date"))
    return date_words(local, tr("d MMM yyyy", "date"))


def date_words(day: date, pattern: str) -> str:
    """A day in Qt's pattern, with names of days and months in the user's language."""
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def price_words(model: ModelSpec) -> tuple[str, str]:
    """Price and unit of a model: (“$0.06”, “per image”), (“$3 / $15”, “per million tokens”)."""
    if model.pricing.is_free:
        return tr("Free"), ""
    by_unit: dict[PriceUnit, list[Price]] = {}
    for price in model.pricing.prices:
        by_unit.setdefault(price.unit, []).append(price)
    for unit, words in _UNIT_WORDS.items():
        if unit in by_unit:
            amounts = [price.micro for price in by_unit[unit]]
            amount = _short_usd(min(amounts))
            shown = tr("from {amount}").format(amount=amount) if len(set(amounts)) > 1 else amount
            is_other = unit is PriceUnit.IMAGE and GenerationType.IMAGE not in model.types
            return shown, tr("each") if is_other else tr(words)
    tokens = [
        _short_usd(by_unit[unit][0].micro)
        for unit in (PriceUnit.INPUT_TOKEN, PriceUnit.OUTPUT_TOKEN)
        if unit in by_unit
    ]
    if tokens:
        return " / ".join(tokens), tr("per million tokens")
    return tr("Price not known"), ""


def ending_words(model: ModelSpec, today: date) -> str:
    """“Ends 14 Jan 2027, then gpt-6-luna”, “Ended, use gpt-6-luna”; empty where nothing ends."""
    if model.ends_on is None:
        return ""
    if model.has_ended(today):
        if not model.replaced_by:
            return tr("Ended")
        return tr("Ended, use {model}").format(model=model.replaced_by)
    when = tr("Ends {day}").format(day=date_words(model.ends_on, tr("d MMM yyyy", "date")))
    if not model.replaced_by:
        return when
    return tr("{when}, then {model}").format(when=when, model=model.replaced_by)


def _short_usd(micro: int) -> str:
    exact = format_usd_exact(micro)
    return exact.removesuffix(".00")


def estimate_words(expected: int | None, upper: int | None) -> str:
    """“$0.24”, “$0.01 to $0.03”, “under $0.01”, “Price not known”."""
    if expected is None or upper is None:
        return tr("Price not known")
    if upper == 0:
        return tr("Free")
    low, high = format_usd(expected), format_usd(upper)
    if low == high:
        return high
    if low.startswith("under"):
        return tr("up to {high}").format(high=high)
    return tr("{low} to {high}").format(low=low, high=high)


def cost_words(generation: Generation) -> str:
    """What a generation cost or may cost, in one or two words."""
    if generation.charged_micro is not None:
        free = generation.charged_micro == 0
        return tr("Free") if free else format_usd(generation.charged_micro)
    if generation.held_micro:
        return tr("{amount} held").format(amount=format_usd(generation.held_micro))
    if generation.estimate_micro == 0:
        return tr("Free")
    ended = generation.status in (GenerationStatus.FAILED, GenerationStatus.CANCELLED)
    return "$0.00" if ended else tr("Price not known")


def mark_words(generation: Generation) -> str:
    """Where an amount comes from, “reported”; empty where none was charged."""
    is_told = bool(generation.charged_micro) and generation.charge_mark is not None
    return tr(_MARKS[generation.charge_mark]) if is_told and generation.charge_mark else ""


def marked_cost(generation: Generation, amount: str = "") -> str:
    """“$0.04, reported”: the cost, or ``amount`` in its place, with where it comes from."""
    return ", ".join(
        part for part in (amount or cost_words(generation), mark_words(generation)) if part
    )


def status_words(generation: Generation) -> tuple[str, str, str]:
    """Words, chip kind and icon for a generation's status."""
    ready = sum(1 for asset in generation.assets if not asset.is_deleted)
    status, total = generation.status, generation.result_count
    if status is GenerationStatus.COMPLETED:
        return tr("Done"), "ok", "check"
    if status is GenerationStatus.PARTIAL:
        return (
            tr("{ready} of {total} arrived").format(ready=ready, total=total),
            "warn",
            "triangle-alert",
        )
    if status is GenerationStatus.FAILED:
        return tr("Failed"), "err", "triangle-alert"
    if status is GenerationStatus.CANCELLED:
        return tr("Cancelled"), "idle", "ban"
    if status is GenerationStatus.UNCERTAIN:
        return tr("Outcome unknown"), "warn", "triangle-alert"
    if ready:
        return tr("{ready} of {total} ready").format(ready=ready, total=total), "run", "loader"
    if status is GenerationStatus.QUEUED:
        waiting = any(attempt.wait_reason for attempt in generation.attempts)
        return (tr("Waiting"), "warn", "timer") if waiting else (tr("Queued"), "idle", "clock")
    if any(a.is_resumed and a.state is not AttemptState.COMPLETED for a in generation.attempts):
        return tr("Resumed"), "res", "rotate-cw"
    if any(a.state is AttemptState.FETCHING for a in generation.attempts):
        return tr("Receiving"), "run", "loader"
    return (
        (tr("Streaming") if generation.type is GenerationType.TEXT else tr("Running")),
        "run",
        "loader",
    )


def attempt_words(attempt: Attempt) -> str:
    """One line on an attempt that has not ended."""
    if attempt.route.link and attempt.state is AttemptState.QUEUED and not attempt.wait_reason:
        return tr("Next, with {model} of the fallback chain").format(model=attempt.route.model)
    if attempt.state is AttemptState.QUEUED:
        if attempt.wait_reason:
            return f"{tr_sentence(attempt.wait_reason)} {tr('It is tried again by itself.')}"
        return tr("Next, waits for a free slot")
    if attempt.is_resumed:
        return tr("Picked up at the provider, not sent twice")
    return tr_sentence(attempt.stage or "") or tr("Running")


def page_count(pages: int) -> str:
    """“1 page”, “12 pages”."""
    return tr("1 page") if pages == 1 else tr("{count} pages").format(count=pages)


def input_facts(asset: Asset) -> str:
    """“5.8 MB”, “12 pages, 1.2 MB”: what an input's price rests on."""
    size = file_size(asset.size_bytes)
    return f"{page_count(asset.pages)}, {size}" if asset.pages else size


def asset_facts(asset: Asset) -> str:
    """“PNG, 5.8 MB”, “1920 × 1080, MP4, 14.2 MB”."""
    facts = []
    if asset.width and asset.height:
        facts.append(f"{asset.width} × {asset.height}")
    if asset.duration_ms:
        facts.append(clock(asset.duration_ms))
    if asset.pages:
        facts.append(page_count(asset.pages))
    facts += [asset.extension.upper(), file_size(asset.size_bytes)]
    return ", ".join(facts)


_FAILURE_TITLES = {
    ProviderErrorKind.AUTH: QT_TR_NOOP("The key was refused"),
    ProviderErrorKind.PERMISSION: QT_TR_NOOP("The key may not use this model"),
    ProviderErrorKind.CREDIT: QT_TR_NOOP("The credit is used up"),
    ProviderErrorKind.RATE_LIMIT: QT_TR_NOOP("Too many requests"),
    ProviderErrorKind.BLOCKED: QT_TR_NOOP("The safety filter blocked this prompt"),
    ProviderErrorKind.BAD_REQUEST: QT_TR_NOOP("The request was not accepted"),
    ProviderErrorKind.NOT_FOUND: QT_TR_NOOP("This model is no longer offered"),
    ProviderErrorKind.RETIRED: QT_TR_NOOP("This model is no longer offered"),
    ProviderErrorKind.TOO_LARGE: QT_TR_NOOP("The input is too large"),
    ProviderErrorKind.OVERLOADED: QT_TR_NOOP("The provider is not answering properly"),
    ProviderErrorKind.SERVER: QT_TR_NOOP("The provider had a fault"),
    ProviderErrorKind.TIMEOUT: QT_TR_NOOP("No answer came in time"),
    ProviderErrorKind.NETWORK: QT_TR_NOOP("No connection"),
    ProviderErrorKind.MALFORMED: QT_TR_NOOP("The answer could not be read"),
    ProviderErrorKind.INTERRUPTED: QT_TR_NOOP("The answer broke off"),
    ProviderErrorKind.EXPIRED: QT_TR_NOOP("The result is no longer at the provider"),
}


def failure_title(kind: str | None) -> str:
    """What a stored error kind means, in a few words."""
    known = {value.value: title for value, title in _FAILURE_TITLES.items()}
    return tr(known[kind]) if kind in known else tr("This run failed")


_ENDINGS = {
    FinishReason.TRUNCATED: QT_TR_NOOP("Cut at the token limit"),
    FinishReason.REFUSED: QT_TR_NOOP("The provider refused to go on"),
    FinishReason.INTERRUPTED: QT_TR_NOOP("Broke off before its end"),
    FinishReason.OTHER: QT_TR_NOOP("Ended by the provider with “{word}”"),
}


def finish_words(generation: Generation) -> str:
    """What a person has to know about results that are not whole; empty where all are."""
    reason = ending_of(generation)
    return "" if reason is None else tr(_ENDINGS[reason]).format(word=note_of(generation, ENDING))


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
