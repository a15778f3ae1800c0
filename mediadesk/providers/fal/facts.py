"""The form of a fal endpoint: from its OpenAPI schema to facts, from facts to specs.

Facts are plain JSON, so that they survive in the cached list; the curated models are written in the
same way. A field is ``{name, kind, values, min, max, default, help}``, a role is ``{name, field,
type, many, required}``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from mediadesk.domain.catalog import InputRole
from mediadesk.domain.generation import GenerationType, JsonValue
from mediadesk.domain.parameters import Choice, ParameterKind, ParameterSpec
from mediadesk.providers.network.json_reply import as_dict, as_list, as_text
from mediadesk.providers.openai.parameters import value_words

PROMPT_FIELDS = ("prompt", "text", "input_text", "script", "gen_text", "input")
COUNT_FIELDS = ("num_images", "num_videos", "num_samples")
OWNED = frozenset({"sync_mode", "webhook_url", *COUNT_FIELDS})
"""Arguments that decide how many results come, and where they go: never the user's."""
_BASIC = frozenset(
    {
        *("image_size", "aspect_ratio", "resolution", "duration", "generate_audio", "quality"),
        *("style", "voice", "voice_setting.voice_id", "lyrics", "negative_prompt", "speed"),
        *("duration_seconds", "seconds_total", "music_length_ms", "rendering_speed"),
    }
)
_SENT_DEFAULTS = frozenset(
    {
        *("image_size", "aspect_ratio", "resolution", "duration", "generate_audio", "quality"),
        *("duration_seconds", "seconds_total", "music_length_ms"),
    }
)
"""What changes the price is always sent, so that the estimate and the call mean the same."""
_LABELS: Mapping[str, str] = {
    "image_size": "Size",
    "aspect_ratio": "Aspect ratio",
    "generate_audio": "Sound",
    "num_inference_steps": "Steps",
    "guidance_scale": "Prompt strength",
    "cfg_scale": "Prompt strength",
    "enable_safety_checker": "Content filter",
    "output_format": "File format",
    "negative_prompt": "Negative prompt",
    "voice_setting.voice_id": "Voice",
    "voice_setting.speed": "Speed",
    "music_length_ms": "Length",
    "seconds_total": "Length",
    "duration_seconds": "Length",
}
_UNITS: Mapping[str, str] = {
    "duration": "s",
    "seconds_total": "s",
    "duration_seconds": "s",
    "music_length_ms": "ms",
}
_KINDS = {kind.value: kind for kind in ParameterKind}
_MEDIA_WORDS: tuple[tuple[GenerationType, tuple[str, ...]], ...] = (
    (GenerationType.VIDEO, ("video",)),
    (GenerationType.AUDIO, ("audio", "voice", "speech", "song", "sound")),
    (GenerationType.IMAGE, ("image", "mask", "frame", "picture", "photo", "face")),
)
_MIMES: Mapping[GenerationType, tuple[str, ...]] = {
    GenerationType.IMAGE: ("image/png", "image/jpeg", "image/webp"),
    GenerationType.VIDEO: ("video/mp4", "video/webm"),
    GenerationType.AUDIO: ("audio/mpeg", "audio/wav", "audio/ogg", "audio/flac"),
}
_MOST_FIELDS = 60
_MOST_VALUES = 120
_MOST_FILES = 8
_MIB = 1024 * 1024
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,59}")
_SECONDS = re.compile(r"\d+s")


def facts_of_schema(openapi: object) -> dict[str, JsonValue]:
    """What an endpoint takes, from its OpenAPI document; empty where that cannot be read."""
    schema, schemas = _input_schema(as_dict(openapi))
    properties = as_dict(schema.get("properties"))
    required = {as_text(name) for name in as_list(schema.get("required"))}
    prompt = next((name for name in PROMPT_FIELDS if name in properties), "")
    fields: list[JsonValue] = []
    roles: list[JsonValue] = []
    facts: dict[str, JsonValue] = {}
    order = [as_text(name) for name in as_list(schema.get("x-fal-order-properties"))]
    names = [*(name for name in order if name in properties), *properties]
    for name in list(dict.fromkeys(names))[:_MOST_FIELDS]:
        described = _resolved(as_dict(properties[name]), schemas)
        if not _NAME.fullmatch(name) or name == prompt or name in OWNED:
            continue
        role = _role(name, described, is_required=name in required)
        field = None if role else _field(name, described)
        if role is not None:
            roles.append(role)
        elif field is not None:
            fields.append(field)
    if not properties:
        return {}
    count = next((name for name in COUNT_FIELDS if name in properties), "")
    return {**facts, "prompt": prompt, "fields": fields, "roles": roles, "count": count}


def parameters_of(facts: Mapping[str, JsonValue]) -> tuple[ParameterSpec, ...]:
    """The specs of a form."""
    return tuple(
        spec
        for field in as_list(facts.get("fields"))
        if (spec := _spec(as_dict(field))) is not None
    )


def roles_of(facts: Mapping[str, JsonValue]) -> tuple[InputRole, ...]:
    """The input roles of a form."""
    roles = []
    for told in map(as_dict, as_list(facts.get("roles"))):
        kind = _media_type(as_text(told.get("type")))
        name = as_text(told.get("name"))
        limit = 20 if kind is GenerationType.IMAGE else 90
        roles.append(
            InputRole(
                name,
                name.replace("_", " ").capitalize(),
                (kind,),
                _MIMES[kind],
                maximum_count=_MOST_FILES if told.get("many") is True else 1,
                maximum_bytes=limit * _MIB,
                required=told.get("required") is True,
            )
        )
    return tuple(roles)


def _input_schema(openapi: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    schemas = as_dict(as_dict(openapi.get("components")).get("schemas"))
    for path in as_dict(openapi.get("paths")).values():
        body = as_dict(as_dict(as_dict(path).get("post")).get("requestBody"))
        content = as_dict(as_dict(body.get("content")).get("application/json"))
        schema = _resolved(as_dict(content.get("schema")), schemas)
        if schema:
            return schema, schemas
    return {}, schemas


def _resolved(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema behind a reference; of several alternatives the first that a form can show."""
    for _ in range(4):
        reference = as_text(schema.get("$ref"))
        parts = as_list(schema.get("anyOf")) or as_list(schema.get("allOf"))
        if reference:
            target = as_dict(schemas.get(reference.rpartition("/")[2]))
            schema = {**target, **{name: schema[name] for name in schema if name != "$ref"}}
        elif parts:
            usable = [as_dict(part) for part in parts if as_dict(part).get("type") != "null"]
            chosen = next(
                (part for part in usable if part.get("enum")), usable[0] if usable else {}
            )
            outer = {name: schema[name] for name in schema if name not in ("anyOf", "allOf")}
            schema = {**chosen, **outer}
        else:
            break
    return schema


def _role(name: str, described: Mapping[str, Any], *, is_required: bool) -> JsonValue | None:
    many = described.get("type") == "array" and name.endswith("_urls")
    if not (many or (described.get("type") == "string" and name.endswith("_url"))):
        return None
    bare = name.removesuffix("_urls").removesuffix("_url")
    words = bare.lower()
    kind = next((kind for kind, known in _MEDIA_WORDS if any(w in words for w in known)), None)
    if kind is None:
        return None
    return {
        "name": bare,
        "field": name,
        "type": kind.value,
        "many": many,
        "required": is_required,
    }


def _field(name: str, described: Mapping[str, Any]) -> JsonValue | None:
    kind = as_text(described.get("type"))
    field: dict[str, JsonValue] = {"name": name}
    values = [value for value in as_list(described.get("enum")) if isinstance(value, str | int)]
    if values:
        field |= _choice(values[:_MOST_VALUES], described.get("default"))
    elif name == "seed" and kind == "integer":
        field["kind"] = "seed"
    elif kind in ("integer", "number"):
        field["kind"] = kind
        _add_range(field, described)
    elif kind == "boolean":
        field["kind"] = "flag"
    elif kind == "string":
        is_long = name in ("negative_prompt", "lyrics", "lyrics_prompt", "system_prompt")
        field["kind"] = "long_text" if is_long else "text"
    else:
        return None
    default = described.get("default")
    if (
        name in _SENT_DEFAULTS
        and "default" not in field
        and isinstance(default, bool | int | float)
    ):
        field["default"] = default
    if text := as_text(described.get("description")):
        line = "".join(c if c.isprintable() else " " for c in text).strip()
        field["help"] = line if len(line) <= 160 else line[:159] + "…"
    return field


def _choice(values: list[str | int], default: object) -> dict[str, JsonValue]:
    texts = [str(value) for value in values]
    field: dict[str, JsonValue] = {"kind": "choice"}
    if all(isinstance(value, int) for value in values):
        field["as"] = "integer"
    elif all(_SECONDS.fullmatch(text) for text in texts):
        # plain numbers, so that the estimate can count them
        field["as"] = "seconds"
        texts = [text.removesuffix("s") for text in texts]
    field["values"] = list(texts)
    wanted = str(default).removesuffix("s") if field.get("as") == "seconds" else str(default)
    if wanted in texts:
        field["default"] = wanted
    return field


def _add_range(field: dict[str, JsonValue], described: Mapping[str, Any]) -> None:
    for ours, theirs in (("min", ("minimum", "exclusiveMinimum")), ("max", ("maximum",))):
        for name in theirs:
            value = described.get(name)
            if isinstance(value, int | float) and not isinstance(value, bool):
                field[ours] = value
                break


def _spec(field: Mapping[str, Any]) -> ParameterSpec | None:
    name, kind = as_text(field.get("name")), _KINDS.get(as_text(field.get("kind")))
    if not name or kind is None:
        return None
    unit = _UNITS.get(name, "")
    choices = tuple(
        Choice(value, value_words(value, unit)) for value in map(str, as_list(field.get("values")))
    )
    low, high = field.get("min"), field.get("max")
    default = field.get("default") if name in _SENT_DEFAULTS or field.get("always") else None
    return ParameterSpec(
        name,
        kind,
        _LABELS.get(name, name.rpartition(".")[2].replace("_", " ").capitalize()),
        as_text(field.get("help")),
        default=default if isinstance(default, str | int | float) else None,
        choices=choices,
        minimum=low if isinstance(low, int | float) else None,
        maximum=high if isinstance(high, int | float) else None,
        unit=unit if kind is not ParameterKind.CHOICE else "",
        max_length=20_000 if kind in (ParameterKind.TEXT, ParameterKind.LONG_TEXT) else None,
        advanced=name not in _BASIC,
    )


def _media_type(name: str) -> GenerationType:
    is_media = name in {kind.value for kind in _MIMES}
    return GenerationType(name) if is_media else GenerationType.IMAGE
