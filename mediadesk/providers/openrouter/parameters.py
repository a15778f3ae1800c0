"""Parameters of OpenRouter: what a model's list entry says it takes becomes its form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from mediadesk.domain.catalog import InputRole
from mediadesk.domain.generation import GenerationType, JsonValue
from mediadesk.domain.parameters import Choice, ParameterKind, ParameterSpec
from mediadesk.providers.network.json_reply import as_dict, as_list, as_text
from mediadesk.providers.openai import parameters as common
from mediadesk.providers.openai.parameters import choice, number

_MIB = 1024 * 1024
LONGEST_ANSWER = 1_000_000
ROUTING_SORT = "provider_sort"
ROUTING_FIELDS: Mapping[str, str] = {
    ROUTING_SORT: "sort",
    "data_collection": "data_collection",
    "allow_fallbacks": "allow_fallbacks",
    "require_parameters": "require_parameters",
    "provider_order": "order",
    "provider_only": "only",
    "provider_ignore": "ignore",
}
"""Our parameter → field of the ``provider`` object."""
ROUTING_LISTS = frozenset({"provider_order", "provider_only", "provider_ignore"})
REASONING_FIELDS: Mapping[str, str] = {
    "reasoning_effort": "effort",
    "reasoning_max_tokens": "max_tokens",
    "reasoning_exclude": "exclude",
}


def _names(name: str, label: str, help: str) -> ParameterSpec:
    return ParameterSpec(name, ParameterKind.TEXT, label, help, max_length=500, advanced=True)


def _flag(name: str, label: str, help: str) -> ParameterSpec:
    return ParameterSpec(name, ParameterKind.FLAG, label, help, advanced=True)


ROUTING = (
    replace(
        choice(ROUTING_SORT, "Choose the host by", ("price", "throughput", "latency")),
        advanced=True,
        help="Several hosts may run a model; the first one in this order gets the request.",
    ),
    replace(
        choice("data_collection", "Hosts that keep data", ("allow", "deny")),
        advanced=True,
        help="Deny uses only hosts that do not store or train on prompts.",
    ),
    _flag("allow_fallbacks", "Use another host", "If the first host fails."),
    _flag(
        "require_parameters",
        "Only hosts that know every setting",
        "Other hosts leave out silently what they do not know.",
    ),
    _names("provider_order", "Hosts in this order", "Names with commas between them."),
    _names("provider_only", "Only these hosts", "Names with commas between them."),
    _names("provider_ignore", "Never these hosts", "Names with commas between them."),
)

_REASONING = (
    choice(
        "reasoning_effort",
        "Reasoning",
        ("none", "minimal", "low", "medium", "high", "xhigh"),
        help="How long it thinks before it answers.",
    ),
    ParameterSpec(
        "reasoning_max_tokens",
        ParameterKind.INTEGER,
        "Longest reasoning",
        "Instead of a level of reasoning.",
        minimum=1,
        maximum=LONGEST_ANSWER,
        unit="tokens",
        advanced=True,
    ),
    _flag("reasoning_exclude", "Leave out the reasoning", "It still counts."),
)
_BY_NAME: Mapping[str, tuple[ParameterSpec, ...]] = {
    "reasoning": _REASONING,
    "verbosity": (common.VERBOSITY,),
    "temperature": (number("temperature", "Temperature", 0, 2, "Higher is more varied."),),
    "top_p": (number("top_p", "Top P", 0, 1, "Choose only among the likeliest words."),),
    "top_k": (
        ParameterSpec(
            "top_k",
            ParameterKind.INTEGER,
            "Top K",
            "Choose only among so many words.",
            minimum=0,
            maximum=1_000,
            advanced=True,
        ),
    ),
    "min_p": (number("min_p", "Min P", 0, 1, "Leave out words far less likely than the best."),),
    "top_a": (number("top_a", "Top A", 0, 1, "Like Min P, by the square of the best."),),
    "presence_penalty": (
        number("presence_penalty", "New topics", -2, 2, "Higher seeks new topics."),
    ),
    "frequency_penalty": (
        number("frequency_penalty", "Fewer repeats", -2, 2, "Higher repeats less."),
    ),
    "repetition_penalty": (
        number("repetition_penalty", "Repetition penalty", 0, 2, "1 leaves it as it is."),
    ),
    "seed": (common.SEED,),
    "stop": (common.STOP,),
    "response_format": (_flag("json_answer", "Answer as JSON", "Say so in the prompt too."),),
}
_USUAL = ("temperature", "top_p", "presence_penalty", "frequency_penalty", "seed", "stop")


def text_parameters(
    supported: tuple[str, ...] | None, longest: int | None
) -> tuple[ParameterSpec, ...]:
    """Parameters of a text model; ``supported`` None where no list told them."""
    names = _USUAL if supported is None else supported
    is_classic = "max_tokens" in names and "max_completion_tokens" not in names
    limit_name = "max_tokens" if is_classic else "max_completion_tokens"
    maximum = max(1, min(longest or LONGEST_ANSWER, LONGEST_ANSWER))
    limit = common.token_limit(limit_name, maximum, min(maximum, 4_096))
    found = [spec for name, specs in _BY_NAME.items() if name in names for spec in specs]
    return (common.SYSTEM_PROMPT, limit, *found, *ROUTING)


CHAT_IMAGE_PARAMETERS = (
    choice(
        "aspect_ratio",
        "Aspect ratio",
        ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"),
    ),
    choice("image_size", "Resolution", ("1K", "2K", "4K")),
    *ROUTING,
)
IMAGE_PARAMETERS: Mapping[str, JsonValue] = {
    "aspect_ratio": {
        "type": "enum",
        "values": ["1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"],
    },
    "resolution": {"type": "enum", "values": ["1K", "2K", "4K"]},
    "input_references": {"type": "range", "min": 0, "max": 10},
}
"""What most image models take; the list of a model replaces it."""
_LABELS: Mapping[str, str] = {
    "aspect_ratio": "Aspect ratio",
    "resolution": "Resolution",
    "size": "Size",
    "quality": "Quality",
    "background": "Background",
    "output_format": "File format",
    "output_compression": "File quality",
    "seed": "Seed",
    "stream": "Show previews",
}
_BASIC = ("aspect_ratio", "resolution", "size", "quality", "background", "output_format")
_NOT_SHOWN = frozenset({"n", "model", "prompt", "input_references"})


def described_parameters(described: Mapping[str, JsonValue]) -> tuple[ParameterSpec, ...]:
    """Specs for ``supported_parameters`` of an image model: enum, range or boolean each."""
    names = [name for name in _BASIC if name in described]
    names += sorted(name for name in described if name not in _BASIC)
    made = [_described(name, as_dict(described[name])) for name in names if name not in _NOT_SHOWN]
    return (*(spec for spec in made if spec is not None), *ROUTING)


def _described(name: str, description: Mapping[str, JsonValue]) -> ParameterSpec | None:
    label = _LABELS.get(name, name.replace("_", " ").capitalize())
    maker = _DESCRIBED.get(as_text(description.get("type")))
    is_usable = name.isidentifier() and len(name) <= 60
    spec = maker(name, label, description) if maker is not None and is_usable else None
    return None if spec is None else replace(spec, advanced=name not in _BASIC)


def _enum(name: str, label: str, description: Mapping[str, JsonValue]) -> ParameterSpec | None:
    values = [as_text(value) for value in as_list(description.get("values"))]
    kept = tuple(value for value in values if value and len(value) <= 100)[:60]
    return choice(name, label, kept) if kept else None


def _range(name: str, label: str, description: Mapping[str, JsonValue]) -> ParameterSpec | None:
    low, high = description.get("min"), description.get("max")
    is_number = isinstance(low, int | float) and isinstance(high, int | float)
    if not is_number or isinstance(low, bool) or isinstance(high, bool):
        return None
    assert isinstance(low, int | float)
    assert isinstance(high, int | float)
    is_whole = isinstance(low, int) and isinstance(high, int)
    kind = ParameterKind.INTEGER if is_whole else ParameterKind.NUMBER
    if name == "seed":
        kind = ParameterKind.SEED
    return ParameterSpec(name, kind, label, minimum=low, maximum=high) if low <= high else None


def _boolean(name: str, label: str, description: Mapping[str, JsonValue]) -> ParameterSpec | None:
    del description
    return common.SEED if name == "seed" else ParameterSpec(name, ParameterKind.FLAG, label)


_Maker = Callable[[str, str, Mapping[str, JsonValue]], ParameterSpec | None]
_DESCRIBED: Mapping[str, _Maker] = {"enum": _enum, "range": _range, "boolean": _boolean}


def video_parameters(facts: Mapping[str, JsonValue]) -> tuple[ParameterSpec, ...]:
    """Parameters of a video model from the facts that its list entry left."""
    specs: list[ParameterSpec] = []
    for name, key, label in (
        ("duration", "durations", "Duration"),
        ("resolution", "resolutions", "Resolution"),
        ("aspect_ratio", "aspect_ratios", "Aspect ratio"),
        ("size", "sizes", "Size"),
    ):
        values = tuple(str(value) for value in as_list(facts.get(key)))
        if not values:
            continue
        unit = "s" if name == "duration" else ""
        choices = tuple(Choice(value, common.value_words(value, unit)) for value in values)
        is_open = name == "size"
        specs.append(
            ParameterSpec(
                name,
                ParameterKind.CHOICE,
                label,
                default=None if is_open else values[0],
                choices=choices,
                advanced=is_open,
            )
        )
    if facts.get("audio") is not False:
        specs.append(
            ParameterSpec(
                "generate_audio", ParameterKind.FLAG, "Sound", "Costs more on some models."
            )
        )
    if facts.get("seed") is not False:
        specs.append(common.SEED)
    return tuple(specs)


def speech_parameters(voices: tuple[str, ...]) -> tuple[ParameterSpec, ...]:
    """Parameters of a speech model."""
    if voices:
        voice = choice("voice", "Voice", voices, default=voices[0])
        voice = replace(voice, choices=tuple(Choice(name, name) for name in voices))
    else:
        voice = ParameterSpec("voice", ParameterKind.TEXT, "Voice", default="alloy", max_length=200)
    wav = Choice("pcm", "WAV")
    return (
        voice,
        ParameterSpec(
            "instructions",
            ParameterKind.LONG_TEXT,
            "Manner",
            "How to speak: mood, pace, accent.",
            max_length=4_096,
        ),
        replace(
            choice("response_format", "File format", ("mp3",), default="mp3"),
            choices=(Choice("mp3", "MP3"), wav),
        ),
        number("speed", "Speed", 0.25, 4, "1 is the natural speed."),
    )


def chat_audio_parameters() -> tuple[ParameterSpec, ...]:
    """Parameters of a chat model that answers with sound."""
    return (
        choice("voice", "Voice", common.VOICES, default="coral"),
        choice("response_format", "File format", ("wav", "mp3", "flac", "opus"), default="wav"),
        common.token_limit("max_tokens", 16_384),
        *ROUTING,
    )


TEXT_INPUTS: Mapping[str, InputRole] = {
    "image": common.PICTURE_INPUT,
    "file": InputRole(
        "document", "Document", (GenerationType.TEXT,), ("application/pdf",), maximum_count=5
    ),
    "audio": InputRole(
        "audio", "Sound", (GenerationType.AUDIO,), ("audio/mpeg", "audio/wav"), maximum_count=4
    ),
    "video": InputRole(
        "video", "Clip", (GenerationType.VIDEO,), ("video/mp4", "video/webm"), maximum_count=1
    ),
}
REFERENCE = "image"


def reference_input(count: int) -> InputRole:
    """Pictures that an image model changes or takes as a model."""
    return InputRole(REFERENCE, "Picture to change", maximum_count=max(1, min(count, 16)))


FRAME_INPUTS: Mapping[str, InputRole] = {
    "first_frame": InputRole("first_frame", "First frame", maximum_bytes=20 * _MIB),
    "last_frame": InputRole("last_frame", "Last frame", maximum_bytes=20 * _MIB),
}
VIDEO_REFERENCE = InputRole("reference", "Reference picture", maximum_count=3)
