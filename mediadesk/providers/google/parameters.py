"""Parameters and input roles of Google's models, by kind."""

from __future__ import annotations

from dataclasses import replace

from mediadesk.domain.catalog import InputRole
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.parameters import ParameterKind, ParameterSpec
from mediadesk.providers.openai.parameters import SYSTEM_PROMPT, choice, number, token_limit

_MIB = 1024 * 1024
RATIOS = ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9")
VOICES = tuple(
    "Kore Zephyr Puck Charon Fenrir Leda Orus Aoede Callirrhoe Autonoe Enceladus Iapetus Umbriel"
    " Algieba Despina Erinome Algenib Rasalgethi Laomedeia Achernar Alnilam Schedar Gacrux"
    " Pulcherrima Achird Zubenelgenubi Vindemiatrix Sadachbia Sadaltager Sulafat".split()
)
THRESHOLDS = (
    *("BLOCK_LOW_AND_ABOVE", "BLOCK_MEDIUM_AND_ABOVE", "BLOCK_ONLY_HIGH", "BLOCK_NONE", "OFF"),
)
SAFETY = {
    "safety_harassment": ("HARM_CATEGORY_HARASSMENT", "Harassment"),
    "safety_hate": ("HARM_CATEGORY_HATE_SPEECH", "Hate speech"),
    "safety_sexual": ("HARM_CATEGORY_SEXUALLY_EXPLICIT", "Sexual content"),
    "safety_dangerous": ("HARM_CATEGORY_DANGEROUS_CONTENT", "Dangerous content"),
    "safety_civic": ("HARM_CATEGORY_CIVIC_INTEGRITY", "Elections"),
}
"""Parameter name → category on the wire, and its words."""
INLINE_LIMIT = 4 * _MIB
"""A larger input is uploaded first."""

_IMAGE_MIMES = ("image/png", "image/jpeg", "image/webp")
_VIDEO_MIMES = ("video/mp4", "video/webm", "video/x-msvideo")
_AUDIO_MIMES = ("audio/mpeg", "audio/wav", "audio/ogg", "audio/flac", "audio/aac", "audio/mp4")
_AUDIO = (GenerationType.AUDIO,)
_VIDEO = (GenerationType.VIDEO,)
TEXT_INPUTS = (
    InputRole("image", "Picture", maximum_count=16, maximum_bytes=20 * _MIB),
    InputRole(
        "document",
        "Document",
        (GenerationType.TEXT,),
        ("application/pdf", "text/plain", "text/markdown"),
        maximum_count=5,
        maximum_bytes=50 * _MIB,
    ),
    InputRole("audio", "Sound", _AUDIO, _AUDIO_MIMES, maximum_count=4, maximum_bytes=200 * _MIB),
    InputRole("video", "Video", _VIDEO, _VIDEO_MIMES, maximum_count=4, maximum_bytes=500 * _MIB),
)
MUSIC_INPUTS = (InputRole("image", "Picture", maximum_count=10, maximum_bytes=20 * _MIB),)
VIDEO_INPUTS = (
    InputRole("first_frame", "First picture", maximum_bytes=20 * _MIB),
    InputRole("last_frame", "Last picture", maximum_bytes=20 * _MIB),
    InputRole("reference", "Reference picture", maximum_count=6, maximum_bytes=20 * _MIB),
    InputRole("video", "Video to change", _VIDEO, ("video/mp4",), maximum_bytes=200 * _MIB),
    InputRole(
        "video_reference",
        "Reference video",
        _VIDEO,
        ("video/mp4",),
        maximum_count=3,
        maximum_bytes=100 * _MIB,
    ),
)
LEGACY_VIDEO_INPUTS = (*VIDEO_INPUTS[:2], replace(VIDEO_INPUTS[2], maximum_count=3))


def image_inputs(count: int) -> tuple[InputRole, ...]:
    """Pictures that are changed or combined."""
    return (InputRole("image", "Picture", maximum_count=count, maximum_bytes=20 * _MIB),)


def _safety() -> tuple[ParameterSpec, ...]:
    return tuple(
        choice(name, f"Filter: {words.lower()}", THRESHOLDS, advanced=True)
        for name, (_, words) in SAFETY.items()
    )


_SAMPLING = (
    number("temperature", "Temperature", 0, 2, "Higher is more varied."),
    number("top_p", "Top P", 0, 1, "Choose only among the likeliest words."),
    ParameterSpec(
        "top_k",
        ParameterKind.INTEGER,
        "Top K",
        "Choose only among so many likeliest words.",
        minimum=1,
        maximum=1_000,
        advanced=True,
    ),
    ParameterSpec(
        "stop",
        ParameterKind.LONG_TEXT,
        "Stop at",
        "Up to 5 texts, one a line; the answer ends before any of them.",
        max_length=1_000,
        advanced=True,
    ),
    ParameterSpec(
        "seed",
        ParameterKind.SEED,
        "Seed",
        "The same seed makes similar answers likelier.",
        minimum=0,
        maximum=2**31 - 1,
        advanced=True,
    ),
)
_SCHEMA = ParameterSpec(
    "output_schema",
    ParameterKind.LONG_TEXT,
    "Answer as JSON",
    "A JSON schema that the answer shall follow.",
    max_length=32_000,
    advanced=True,
)
_THOUGHTS = ParameterSpec(
    "include_thoughts",
    ParameterKind.FLAG,
    "Think aloud",
    "Lets the model send summaries while it thinks. They are not part of the answer.",
    advanced=True,
)
BACKGROUND = ParameterSpec(
    "background",
    ParameterKind.FLAG,
    "In the background",
    "The result can be fetched even if mediadesk was closed. Google keeps it for a while.",
    advanced=True,
)


def text_parameters(
    maximum_tokens: int, levels: tuple[str, ...] = (), *, has_budget: bool = False
) -> tuple[ParameterSpec, ...]:
    """Parameters of a text model; ``levels`` of thinking, or a budget for the older family."""
    level = choice(
        "thinking_level", "Thinking", levels, help="How long it thinks before it answers."
    )
    budget = ParameterSpec(
        "thinking_budget",
        ParameterKind.INTEGER,
        "Thinking budget",
        "The most that it may think; -1 lets the model decide.",
        minimum=-1,
        maximum=32_768,
        unit="tokens",
        advanced=True,
    )
    return (
        SYSTEM_PROMPT,
        *((level,) if levels else ()),
        token_limit("max_output_tokens", maximum_tokens),
        *((budget,) if has_budget else ()),
        *((_THOUGHTS,) if levels or has_budget else ()),
        *_SAMPLING,
        _SCHEMA,
        *_safety(),
    )


def image_parameters(
    ratios: tuple[str, ...], sizes: tuple[str, ...], levels: tuple[str, ...] = ()
) -> tuple[ParameterSpec, ...]:
    """Parameters of an image model; no ``sizes``: it knows a single one."""
    size = choice("image_size", "Size", sizes, default="1K" if sizes else None)
    level = choice(
        "thinking_level",
        "Planning",
        levels,
        help="How long it plans the picture before drawing.",
        advanced=True,
    )
    answer = choice(
        "modalities",
        "Answer",
        ("image", "image_and_text"),
        help="Whether the model may also write a few words.",
        advanced=True,
    )
    return (
        choice("aspect_ratio", "Aspect ratio", ratios),
        *((size,) if sizes else ()),
        *((level,) if levels else ()),
        answer,
        *_safety(),
        BACKGROUND,
    )


def _text(name: str, label: str, help: str, length: int) -> ParameterSpec:
    kind = ParameterKind.TEXT
    return ParameterSpec(name, kind, label, help, max_length=length, advanced=True)


def speech_parameters(*, has_style: bool) -> tuple[ParameterSpec, ...]:
    """Parameters of a speech model; ``has_style``: the family that takes style and own voices."""
    style = ParameterSpec(
        "style", ParameterKind.LONG_TEXT, "Manner", "How to speak: mood, pace.", max_length=1_000
    )
    custom = _text("custom_voice", "Own voice", "Id of a voice of your own, instead.", 200)
    rate = ParameterSpec(
        "sample_rate",
        ParameterKind.INTEGER,
        "Sample rate",
        minimum=8_000,
        maximum=48_000,
        unit="Hz",
        advanced=True,
        depends_on=("file_format", ("mp3", "ogg_opus")),
    )
    bits = ParameterSpec(
        "bit_rate",
        ParameterKind.INTEGER,
        "Bit rate",
        minimum=16_000,
        maximum=320_000,
        unit="bit/s",
        advanced=True,
        depends_on=("file_format", ("mp3", "ogg_opus")),
    )
    return (
        choice("voice", "Voice", VOICES, default="Kore"),
        *((style,) if has_style else ()),
        choice("file_format", "File format", ("wav", "mp3", "ogg_opus"), default="wav"),
        _text("language", "Language", "A tag such as en-GB; found out if left empty.", 20),
        _text("speaker", "First speaker", "Name in front of the first speaker’s lines.", 40),
        _text("second_speaker", "Second speaker", "Name in front of the other’s lines.", 40),
        choice("second_voice", "Second voice", VOICES, advanced=True),
        *((custom,) if has_style else ()),
        rate,
        bits,
    )


MUSIC_PARAMETERS = (
    choice("file_format", "File format", ("mp3", "wav"), default="mp3"),
    BACKGROUND,
)


def video_parameters(longest_s: int) -> tuple[ParameterSpec, ...]:
    """Parameters of Omni video; sound always comes with it."""
    return (
        _duration(3, longest_s),
        choice("aspect_ratio", "Aspect ratio", ("16:9", "9:16"), default="16:9"),
        choice("resolution", "Resolution", ("360p", "720p", "1080p", "4k"), default="720p"),
        choice(
            "task",
            "With a given video",
            ("edit", "extend", "upscale"),
            help="What to do with the video to change.",
            advanced=True,
        ),
    )


def _duration(shortest_s: int, longest_s: int) -> ParameterSpec:
    return ParameterSpec(
        "duration",
        ParameterKind.INTEGER,
        "Duration",
        default=8 if longest_s >= 8 else longest_s,
        minimum=shortest_s,
        maximum=longest_s,
        step=1,
        unit="s",
    )


_PERSONS = ("dont_allow", "allow_adult", "allow_all")
LEGACY_IMAGE_PARAMETERS = (
    choice("aspect_ratio", "Aspect ratio", ("1:1", "3:4", "4:3", "9:16", "16:9"), default="1:1"),
    choice("image_size", "Size", ("1K", "2K"), default="1K"),
    choice("file_format", "File format", ("png", "jpeg"), default="png"),
    choice("person_generation", "People", _PERSONS, advanced=True),
)
LEGACY_VIDEO_PARAMETERS = (
    choice("duration", "Duration", ("4", "6", "8"), default="8", unit="s"),
    choice("aspect_ratio", "Aspect ratio", ("16:9", "9:16"), default="16:9"),
    choice("resolution", "Resolution", ("720p", "1080p", "4k"), default="720p"),
    ParameterSpec(
        "negative_prompt",
        ParameterKind.LONG_TEXT,
        "Negative prompt",
        "What shall not be seen.",
        max_length=1_000,
    ),
    choice("person_generation", "People", _PERSONS, advanced=True),
)
