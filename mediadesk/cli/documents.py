"""The JSON documents of the command line: a public interface, described in docs/cli.md.

Amounts are integer micro-USD, times ISO 8601 in UTC, sizes bytes or pixels, durations milliseconds.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from mediadesk.cli.console import one_line
from mediadesk.cli.route_documents import call_document, chains_document, route_document
from mediadesk.domain.money import format_usd_exact

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec, Pricing
    from mediadesk.domain.generation import Asset, Attempt, Generation
    from mediadesk.domain.parameters import ParameterSpec
    from mediadesk.domain.projects import Project

Document = dict[str, Any]


def time_text(moment: datetime | None) -> str | None:
    """ISO 8601 with milliseconds."""
    return None if moment is None else moment.isoformat(timespec="milliseconds")


def generation_document(generation: Generation) -> Document:
    """One generation with its results and attempts."""
    return {
        "id": str(generation.id),
        "type": generation.type.value,
        "status": generation.status.value,
        "provider": generation.provider,
        "model": generation.model,
        "prompt": generation.prompt,
        "project_id": str(generation.project_id),
        "parent_id": _text(generation.parent_id),
        "parameters": dict(generation.parameters),
        "extra": dict(generation.extra),
        "inputs": [{"asset_id": str(ref.asset_id), "role": ref.role} for ref in generation.inputs],
        "result_count": generation.result_count,
        "created_at": time_text(generation.created_at),
        "completed_at": time_text(generation.completed_at),
        "latency_ms": generation.latency_ms,
        "cost": {
            "estimate_micro_usd": generation.estimate_micro,
            "held_micro_usd": generation.held_micro,
            "charged_micro_usd": generation.charged_micro,
            "charged_mark": generation.charge_mark,
        },
        "tokens": {"input": generation.input_tokens, "output": generation.output_tokens},
        "error": _error(generation.error_kind, generation.error_message),
        "is_deleted": generation.is_deleted,
        "assets": [asset_document(asset) for asset in generation.assets],
        "route": route_document(generation),
        "attempts": [
            attempt_document(attempt) | call_document(generation, attempt)
            for attempt in generation.attempts
        ],
    }


def asset_document(asset: Asset) -> Document:
    """One result or imported file."""
    return {
        "id": str(asset.id),
        "type": asset.type.value,
        "origin": asset.origin,
        "mime": asset.mime,
        "extension": asset.extension,
        "size_bytes": asset.size_bytes,
        "sha256": asset.digest_hex,
        "width": asset.width,
        "height": asset.height,
        "duration_ms": asset.duration_ms,
        "pages": asset.pages,
        "position": asset.position,
        "generation_id": _text(asset.generation_id),
        "project_id": str(asset.project_id),
        "file_name": asset.file_name,
        "text_preview": asset.text_preview,
        "is_favourite": asset.is_favourite,
        "rating": asset.rating,
        "tags": list(asset.tags),
        "notes": asset.notes,
        "is_deleted": asset.is_deleted,
        "is_damaged": asset.is_damaged,
        "created_at": time_text(asset.created_at),
    }


def attempt_document(attempt: Attempt) -> Document:
    """One billable call."""
    return {
        "id": str(attempt.id),
        "number": attempt.number,
        "state": attempt.state.value,
        "result_count": attempt.result_count,
        "progress": attempt.progress,
        "stage": attempt.stage,
        "wait_reason": attempt.wait_reason,
        "not_before": time_text(attempt.not_before),
        "tries": attempt.tries,
        "is_resumed": attempt.is_resumed,
        "error": _error(attempt.error_kind, attempt.error_message),
        "error_parameter": attempt.error_parameter,
        "billed": None if attempt.billed is None else attempt.billed.value,
        "settled_as": attempt.settled_as,
        "finish_reason": None if attempt.finish_reason is None else attempt.finish_reason.value,
        "notes": dict(attempt.notes),
        "request_id": attempt.request_id,
        "hold_micro_usd": attempt.hold_micro,
    }


def project_document(project: Project) -> Document:
    """One project with its counts and money."""
    return {
        "id": str(project.id),
        "name": project.name,
        "description": project.description,
        "thumbnail_asset_id": _text(project.thumbnail_asset_id),
        "is_default": project.is_default,
        "is_archived": project.is_archived,
        "is_deleted": project.is_deleted,
        "item_count": project.item_count,
        "spent_micro_usd": project.spent_micro,
        "held_micro_usd": project.held_micro,
        "budget_micro_usd": project.budget_micro,
        "fallback": chains_document(project.fallback),
        "created_at": time_text(project.created_at),
    }


def price_document(pricing: Pricing, *, is_stale: bool) -> Document:
    """What a model costs, and where that was read."""
    return {
        "is_free": pricing.is_free,
        "prices": [
            {"unit": price.unit.value, "micro_usd": price.micro, "when": dict(price.when)}
            for price in pricing.prices
        ],
        "prices_as_of": pricing.as_of.isoformat() if pricing.as_of else None,
        "prices_source": pricing.source,
        "prices_are_stale": is_stale,
    }


def price_text(pricing: Pricing) -> str:
    """All rates in a line: “$0.10/input-1m, $0.50/output-1m”, “free”, “not known”."""
    if pricing.is_free:
        return "free"
    rates = (f"{format_usd_exact(price.micro)}/{price.unit.value}" for price in pricing.prices)
    return one_line(", ".join(rates) or "not known", 200)


def model_document(provider: str, model: ModelSpec, *, is_stale: bool) -> Document:
    """One model of one provider with its parameters, input roles and prices."""
    return {
        "provider": provider,
        "id": model.id,
        "label": model.label,
        "types": [kind.value for kind in model.types],
        "parameters": [_parameter_document(spec) for spec in model.parameters],
        "input_roles": [
            {
                "name": role.name,
                "label": role.label,
                "mimes": list(role.mimes),
                "maximum_count": role.maximum_count,
                "maximum_bytes": role.maximum_bytes,
                "required": role.required,
            }
            for role in model.input_roles
        ],
        **price_document(model.pricing, is_stale=is_stale),
        "maximum_results": model.maximum_results,
        "is_resumable": model.is_resumable,
        "ends_on": model.ends_on.isoformat() if model.ends_on else None,
        "replaced_by": model.replaced_by,
        "is_known": model.is_known,
    }


def _parameter_document(spec: ParameterSpec) -> Document:
    return {
        "name": spec.name,
        "kind": spec.kind.value,
        "label": spec.label,
        "help": spec.help,
        "default": spec.default,
        "choices": [choice.value for choice in spec.choices],
        "minimum": spec.minimum,
        "maximum": spec.maximum,
        "unit": spec.unit,
    }


def _error(kind: str | None, message: str | None) -> Document | None:
    return None if kind is None and message is None else {"kind": kind, "message": message}


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)
