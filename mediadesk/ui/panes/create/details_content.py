"""What the details panel says about a result: words only, nothing of Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mediadesk.domain.endings import MISSING, note_of
from mediadesk.domain.generation import Asset, Generation, GenerationType
from mediadesk.domain.money import format_usd_fine
from mediadesk.domain.route_view import route_of
from mediadesk.ui.setting_words import Rows, parameter_label, setting_rows
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import QT_TR_NOOP, number, tr
from mediadesk.ui.words import (
    clock,
    cost_words,
    duration,
    failure_title,
    file_size,
    finish_words,
    marked_cost,
    moment,
    status_words,
)

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.generation import Attempt


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a text took: given, made, and how much its model takes at most (0: not known)."""

    given: int
    made: int
    context: int


@dataclass(frozen=True, slots=True)
class DetailsContent:
    """Everything in the panel except lineage. ``failure`` and ``rating`` None: no such section."""

    prompt: str = field(repr=False)
    failure: Rows | None
    answer: str = field(repr=False)
    result: Rows
    settings: Rows = field(repr=False)
    rating: int | None
    tags: tuple[str, ...]
    tokens: Tokens | None = None


_NOTES = (
    (MISSING, QT_TR_NOOP("Missing")),
    ("revised_prompt", QT_TR_NOOP("Prompt as used")),
    ("answer", QT_TR_NOOP("Said beside it")),
    ("transcript", QT_TR_NOOP("Spoken words")),
    ("seed", QT_TR_NOOP("Seed used")),
)
"""What a provider may tell beside a result, in this order."""


def details_of(
    generation: Generation,
    asset: Asset | None,
    model: ModelSpec | None = None,
    provider: str = "",
) -> DetailsContent:
    """What to say of a generation and of one of its results, in the words of its ``model``."""
    failed = next((a for a in generation.attempts if a.error_message), None)
    is_failed = asset is None and failed is not None
    return DetailsContent(
        prompt=generation.prompt,
        failure=_failure(generation, failed, model) if is_failed and failed is not None else None,
        answer=(failed.error_message or "") if is_failed and failed is not None else "",
        result=_result(generation, asset, model, provider or generation.provider, is_failed),
        settings=setting_rows(generation, model),
        rating=None if asset is None else asset.rating,
        tags=() if asset is None else tuple(asset.tags),
        tokens=_tokens(generation, model),
    )


def _result(
    generation: Generation,
    asset: Asset | None,
    model: ModelSpec | None,
    provider: str,
    is_failed: bool,
) -> Rows:
    """Of a failed run what happened says the model and the cost."""
    rows = [] if is_failed else [(tr("Model"), _label(generation, model))]
    rows.append((tr("Provider"), provider))
    if generation.result_count > 1:
        rows.append((tr("Results"), str(generation.result_count)))
    if not is_failed:
        rows.append((tr("Cost"), _cost(generation)))
    if ending := finish_words(generation):
        rows.append((tr("Ending"), ending))
    told = ((label, note_of(generation, name)) for name, label in _NOTES)
    rows += [(tr(label), tr_sentence(text)) for label, text in told if text]
    if generation.latency_ms is not None:
        rows.append((tr("Time"), duration(generation.latency_ms)))
    tells_tokens = _tokens(generation, model) is None  # else they have a part of their own
    if tells_tokens and generation.input_tokens is not None:
        rows.append(
            (
                tr("Input"),
                tr("{input_tokens} tokens").format(input_tokens=number(generation.input_tokens)),
            )
        )
    if tells_tokens and generation.output_tokens is not None:
        rows.append(
            (
                tr("Output"),
                tr("{output_tokens} tokens").format(output_tokens=number(generation.output_tokens)),
            )
        )
    if asset is not None:
        rows += _file_rows(asset)
    rows.append((tr("Created"), moment(generation.created_at)))
    for stop in route_of(generation):
        rows.append(
            (tr("Route {link}").format(link=stop.link + 1), f"{stop.model.model} {stop.words()}")
        )
    return tuple(rows)


def _tokens(generation: Generation, model: ModelSpec | None) -> Tokens | None:
    given, made = generation.input_tokens, generation.output_tokens
    if generation.type is not GenerationType.TEXT or given is None or made is None:
        return None
    return Tokens(given, made, (model.context_tokens if model is not None else None) or 0)


def _file_rows(asset: Asset) -> list[tuple[str, str]]:
    rows = []
    if asset.width and asset.height:
        rows.append((tr("Size"), f"{asset.width} × {asset.height}"))
    if asset.duration_ms and asset.type is not GenerationType.IMAGE:
        rows.append((tr("Length"), clock(asset.duration_ms)))
    rows.append((tr("File"), f"{asset.extension.upper()}, {file_size(asset.size_bytes)}"))
    if asset.is_damaged:
        rows.append((tr("Damaged"), tr("The file is not what was stored")))
    return rows


def _failure(generation: Generation, attempt: Attempt, model: ModelSpec | None) -> Rows:
    status, _, _ = status_words(generation)
    tries = max(1, attempt.tries)
    rows = [
        (tr("Model"), _label(generation, model)),
        (tr("Status"), status),
        (tr("Reason"), failure_title(attempt.error_kind)),
    ]
    code = [str(attempt.error_status or ""), attempt.provider_code or ""]
    if any(code):
        rows.append((tr("Code"), ", ".join(filter(None, code))))
    rows += [
        (tr("Attempts"), tr("1, not repeated") if tries == 1 else str(tries)),
        (tr("Cost"), marked_cost(generation)),
    ]
    if attempt.error_parameter:
        rows.append((tr("Setting"), parameter_label(model, attempt.error_parameter)))
    if attempt.request_id:
        rows.append((tr("Request"), attempt.request_id))
    return tuple(rows)


def _label(generation: Generation, model: ModelSpec | None) -> str:
    return generation.model if model is None else model.label


def _cost(generation: Generation) -> str:
    if generation.charged_micro:
        return marked_cost(generation, format_usd_fine(generation.charged_micro))
    return cost_words(generation)
