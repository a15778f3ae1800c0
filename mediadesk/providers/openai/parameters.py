"""Parameters and input roles of the OpenAI wire format, by model family."""

from __future__ import annotations

from mediadesk.domain.catalog import InputRole
from mediadesk.domain.cost_calculator import DEFAULT_OUTPUT_TOKENS
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.parameters import Choice, ParameterKind, ParameterSpec, ParameterValue

_MIB = 1024 * 1024
VOICES = (
    "alloy", "ash", "ballad", "coral", "echo", "fable", "nova", "onyx", "sage", "shimmer",
    "verse", "marin", "cedar",
)  # fmt: skip
CLASSIC_VOICES = tuple(
    voice for voice in VOICES if voice not in ("ballad", "verse", "marin", "cedar")
)
EFFORTS = ("none", "minimal", "low", "medium", "high", "xhigh")
SIZES = ("1024x1024", "1536x1024", "1024x1536")
OWN_SIZE = "own"
QUALITIES = ("low", "medium", "high")

PICTURE_INPUT = InputRole(
    "image",
    "Picture",
    (GenerationType.IMAGE,),
    ("image/png", "image/jpeg", "image/webp", "image/gif"),
    maximum_count=10,
    maximum_bytes=20 * _MIB,
)
EDIT_INPUTS = (
    InputRole("image", "Picture to change", maximum_count=16, maximum_bytes=50 * _MIB - 1),
    InputRole(
        "mask",
        "Mask",
        mimes=("image/png",),
        maximum_bytes=4 * _MIB - 1,
    ),
)
MARKED_INPUTS = (
    *EDIT_INPUTS,
    InputRole("markup", "Drawing over it", mimes=("image/png",), maximum_bytes=50 * _MIB - 1),
)
"""For models that also follow what is drawn over the picture, on a transparent PNG of its size."""


_FORMATS = frozenset(
    {"aac", "avif", "flac", "gif", "jpeg", "jpg", "mp3", "mp4", "ogg", "pcm", "png", "wav"}
)


def value_words(value: str, unit: str = "") -> str:
    """The words for a value that the provider names: “1024 × 1024”, “4K”, “MP3”, “8 s”, “High”."""
    width, times, height = value.partition("x")
    if times and width.isdigit() and height.isdigit():
        return f"{width} × {height}"
    if value[:-1].isdigit() and value[-1] in "kK":
        return value.upper()
    if value.lower() in _FORMATS:
        return value.upper()
    known = {"own": "Own size", "xhigh": "Very high", "webp": "WebP"}.get(value)
    if known is not None:
        return known
    if any(one.isdigit() for one in value):
        return f"{value} {unit}".strip()
    return value.replace("_", " ").capitalize()


def choice(
    name: str,
    label: str,
    values: tuple[str, ...],
    *,
    default: str | None = None,
    help: str = "",
    advanced: bool = False,
    depends_on: tuple[str, tuple[ParameterValue, ...]] | None = None,
    unit: str = "",
) -> ParameterSpec:
    """A CHOICE whose words are its values."""
    choices = tuple(Choice(value, value_words(value, unit)) for value in values)
    return ParameterSpec(
        name,
        ParameterKind.CHOICE,
        label,
        help,
        default=default,
        choices=choices,
        advanced=advanced,
        depends_on=depends_on,
    )


def number(
    name: str,
    label: str,
    minimum: float,
    maximum: float,
    help: str,
    depends_on: tuple[str, tuple[ParameterValue, ...]] | None = None,
) -> ParameterSpec:
    """An advanced NUMBER that is only sent once the user sets it."""
    return ParameterSpec(
        name,
        ParameterKind.NUMBER,
        label,
        help,
        minimum=minimum,
        maximum=maximum,
        step=0.05,
        advanced=True,
        depends_on=depends_on,
    )


def token_limit(name: str, maximum: int, default: int = DEFAULT_OUTPUT_TOKENS) -> ParameterSpec:
    """The limit that makes the cost of a text an upper bound; always sent."""
    return ParameterSpec(
        name,
        ParameterKind.INTEGER,
        "Longest answer",
        "The most that one answer may use. Hidden reasoning counts too.",
        default=default,
        minimum=1,
        maximum=maximum,
        step=256,
        unit="tokens",
    )


SYSTEM_PROMPT = ParameterSpec(
    "system_prompt",
    ParameterKind.LONG_TEXT,
    "System prompt",
    "How to answer: role, tone, form.",
    max_length=32_000,
)
DETAIL = choice(
    "detail",
    "Picture detail",
    ("auto", "low", "high"),
    help="How closely input pictures are read. High costs more.",
    advanced=True,
)
STOP = ParameterSpec(
    "stop",
    ParameterKind.LONG_TEXT,
    "Stop at",
    "Up to 4 texts, one a line; the answer ends before any of them.",
    max_length=1_000,
    advanced=True,
)
SEED = ParameterSpec(
    "seed",
    ParameterKind.SEED,
    "Seed",
    "The same seed makes similar answers likelier.",
    minimum=0,
    maximum=2**31 - 1,
    advanced=True,
)
SERVICE_TIER = choice(
    "service_tier",
    "Speed",
    ("default", "flex", "priority"),
    help="Flex is slower at half the price, priority faster at twice the price.",
    advanced=True,
)
INTERFACE = ParameterSpec(
    "interface",
    ParameterKind.CHOICE,
    "Interface",
    "Which of OpenAI's two interfaces for text is used. Both cost the same.",
    choices=(Choice("chat", "Chat completions"), Choice("responses", "Responses")),
    advanced=True,
)
VERBOSITY = choice("verbosity", "Length of the answer", ("low", "medium", "high"))


def sampling(
    depends_on: tuple[str, tuple[ParameterValue, ...]] | None = None,
) -> tuple[ParameterSpec, ...]:
    """Temperature and its kin."""
    return (
        number("temperature", "Temperature", 0, 2, "Higher is more varied.", depends_on),
        number("top_p", "Top P", 0, 1, "Choose only among the likeliest words.", depends_on),
        number("presence_penalty", "New topics", -2, 2, "Higher seeks new topics.", depends_on),
        number("frequency_penalty", "Fewer repeats", -2, 2, "Higher repeats less.", depends_on),
    )


def effort_parameters(efforts: tuple[str, ...], *, default: str) -> tuple[ParameterSpec, ...]:
    """Parameters of a reasoning model; sampling only where it can switch reasoning off."""
    can_switch_off = "none" in efforts
    return (
        SYSTEM_PROMPT,
        choice(
            "reasoning_effort",
            "Reasoning",
            efforts,
            default=default,
            help="How long it thinks before it answers.",
        ),
        VERBOSITY,
        token_limit("max_completion_tokens", 128_000),
        *(sampling(("reasoning_effort", ("none",))) if can_switch_off else ()),
        DETAIL,
        SERVICE_TIER,
        INTERFACE,
    )


CLASSIC_PARAMETERS = (
    SYSTEM_PROMPT,
    token_limit("max_completion_tokens", 16_384),
    *sampling(),
    STOP,
    SEED,
    DETAIL,
    SERVICE_TIER,
)


def _side(name: str, label: str, default: int) -> ParameterSpec:
    return ParameterSpec(
        name,
        ParameterKind.INTEGER,
        label,
        "In steps of 16; at most 3:1.",
        default=default,
        minimum=16,
        maximum=3_840,
        step=16,
        unit="px",
        depends_on=("size", (OWN_SIZE,)),
    )


_OWN_SIDES = (_side("width", "Width", 2_048), _side("height", "Height", 1_152))
IN_BACKGROUND = ParameterSpec(
    "in_background",
    ParameterKind.FLAG,
    "In the background",
    "The picture can be fetched even if mediadesk was closed. OpenAI keeps it for a while. "
    "A small text model passes your words on and may change them.",
    advanced=True,
)


def image_parameters(
    *, sizes: tuple[str, ...], qualities: tuple[str, ...], has_complexity: bool = False
) -> tuple[ParameterSpec, ...]:
    """Parameters of GPT image models."""
    complexity = choice(
        "complexity",
        "Planning",
        ("low", "medium", "high"),
        help="How long it plans the picture before drawing.",
        advanced=True,
    )
    has_own_size = len(sizes) > len(SIZES)
    named = ("auto", *sizes, *((OWN_SIZE,) if has_own_size else ()))
    return (
        choice("size", "Size", named, default="1024x1024"),
        *(_OWN_SIDES if has_own_size else ()),
        choice("quality", "Quality", ("auto", *qualities), default="medium"),
        choice("background", "Background", ("auto", "opaque", "transparent")),
        choice("output_format", "File format", ("png", "jpeg", "webp"), default="png"),
        ParameterSpec(
            "output_compression",
            ParameterKind.INTEGER,
            "File quality",
            "Smaller files at lower values.",
            minimum=0,
            maximum=100,
            unit="%",
            advanced=True,
            depends_on=("output_format", ("jpeg", "webp")),
        ),
        *((complexity,) if has_complexity else ()),
        choice(
            "moderation",
            "Content filter",
            ("auto", "low"),
            help="Low refuses less. Not used when a picture is changed.",
            advanced=True,
        ),
        ParameterSpec(
            "partial_images",
            ParameterKind.INTEGER,
            "Previews while it draws",
            "Each preview costs a little.",
            minimum=0,
            maximum=3,
            advanced=True,
        ),
        IN_BACKGROUND,
    )


def speech_parameters(
    voices: tuple[str, ...], *, default_voice: str, has_instructions: bool
) -> tuple[ParameterSpec, ...]:
    """Parameters of the speech endpoint."""
    instructions = ParameterSpec(
        "instructions",
        ParameterKind.LONG_TEXT,
        "Manner",
        "How to speak: mood, pace, accent.",
        max_length=4_096,
    )
    return (
        choice("voice", "Voice", voices, default=default_voice),
        *((instructions,) if has_instructions else ()),
        choice(
            "response_format", "File format", ("mp3", "wav", "opus", "aac", "flac"), default="mp3"
        ),
        number("speed", "Speed", 0.25, 4, "1 is the natural speed."),
    )


CHAT_SPEECH_PARAMETERS = (
    choice("voice", "Voice", VOICES, default="coral"),
    choice("response_format", "File format", ("wav", "mp3", "flac", "opus"), default="wav"),
    token_limit("max_completion_tokens", 16_384),
)
