"""The sample provider's models as data: free, offline, plainly labelled as a simulation."""

from __future__ import annotations

from mediadesk.domain.catalog import FREE_PRICING, AudioKind, InputRole, ModelSpec
from mediadesk.domain.errors import ProviderErrorKind
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import Choice, ParameterKind, ParameterSpec, ParameterValue
from mediadesk.providers.sample.media.words import MOTIF_WORDS

SAMPLE = ProviderId("sample")
SIMULATION = "Simulation: made on this computer from the words of the prompt, without an AI model."
NO_FAILURE = "none"

_BADGE = ("Simulation", "Offline")
_SIDES = {"small": 512, "1k": 1024, "2k": 2048}
_RATIOS = {"1:1": (1, 1), "4:3": (4, 3), "3:4": (3, 4), "16:9": (16, 9), "9:16": (9, 16)}


def picture_size(aspect_ratio: str, size: str) -> tuple[int, int]:
    """Width and height in pixels; the longer side is the one that ``size`` names."""
    across, down = _RATIOS[aspect_ratio]
    side = _SIDES[size]
    longest = max(across, down)
    return side * across // longest, side * down // longest


def _choices(**labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(value, label) for value, label in labels.items())


def _pick(
    name: str, label: str, choices: tuple[Choice, ...], default: str, *, help: str = ""
) -> ParameterSpec:
    return ParameterSpec(name, ParameterKind.CHOICE, label, help, default=default, choices=choices)


def _range(
    name: str,
    label: str,
    limits: tuple[float, float],
    default: ParameterValue | None,
    *,
    kind: ParameterKind = ParameterKind.NUMBER,
    step: float = 0.05,
    unit: str = "",
    help: str = "",
    advanced: bool = False,
) -> ParameterSpec:
    low, high = limits
    return ParameterSpec(
        name, kind, label, help, default, (), low, high, step, unit, advanced=advanced
    )


def _failure_choices() -> tuple[Choice, ...]:
    kinds = tuple(
        Choice(kind.value, kind.value.replace("_", " ").capitalize()) for kind in ProviderErrorKind
    )
    return (Choice(NO_FAILURE, "Succeed"), *kinds)


_SEED = ParameterSpec(
    "seed",
    ParameterKind.SEED,
    "Seed",
    "The same prompt and seed give the same result.",
    minimum=0,
    maximum=2**31 - 1,
    advanced=True,
)
_FAILURE = ParameterSpec(
    "simulate_failure",
    ParameterKind.CHOICE,
    "Simulate failure",
    "Shows how mediadesk handles this problem.",
    default=NO_FAILURE,
    choices=_failure_choices(),
    advanced=True,
)
_STYLES = (
    Choice("auto", "From the prompt"),
    *(Choice(name, name.replace("_", " ").capitalize()) for name in MOTIF_WORDS),
)
_MOTIF = _pick(
    "style", "Motif", _STYLES, "auto", help="What to paint, if not what the prompt says."
)


def _common(delay_s: float) -> tuple[ParameterSpec, ...]:
    delay = _range(
        "delay_s",
        "Added waiting",
        (0, 120),
        delay_s,
        step=0.5,
        unit="s",
        help="Makes the simulation as slow as a real service.",
        advanced=True,
    )
    return (_SEED, delay, _FAILURE)


TEXT_MODEL = ModelSpec(
    SAMPLE,
    "sample-text",
    "Sample text (simulation)",
    (GenerationType.TEXT,),
    (
        _pick(
            "form",
            "Form",
            _choices(
                auto="From the prompt",
                article="Article",
                list="List",
                table="Table",
                code="Code",
                poem="Poem",
                story="Story",
            ),
            "auto",
        ),
        _pick("length", "Length", _choices(short="Short", medium="Medium", long="Long"), "medium"),
        ParameterSpec(
            "audience", ParameterKind.TEXT, "Written for", "For example: new colleagues.",
            max_length=120,
        ),
        ParameterSpec(
            "points", ParameterKind.LONG_TEXT, "Points to include", "One to a line.",
            max_length=4_000, advanced=True,
        ),
        *_common(1.5),
    ),
    pricing=FREE_PRICING,
    context_tokens=100_000,
    maximum_output_tokens=4_000,
    streams_text=True,
    can_continue=True,
    typical_seconds=2,
    note=SIMULATION,
    badges=_BADGE,
)  # fmt: skip

_PICTURE = InputRole("reference", "Picture to start from", maximum_count=2)
IMAGE_MODEL = ModelSpec(
    SAMPLE,
    "sample-image",
    "Sample image (simulation)",
    (GenerationType.IMAGE,),
    (
        _pick("aspect_ratio", "Aspect ratio", tuple(Choice(r, r) for r in _RATIOS), "1:1"),
        _pick(
            "size", "Size", (Choice("small", "512"), Choice("1k", "1K"), Choice("2k", "2K")), "1k"
        ),
        _MOTIF,
        _range("texture", "Texture", (0, 1), 0.5, help="Grain of the picture."),
        _range(
            "strength",
            "Strength",
            (0, 1),
            0.5,
            help="How far a picture to start from is changed.",
        ),
        _pick("file_format", "Format", _choices(png="PNG", jpeg="JPEG", webp="WebP"), "png"),
        *_common(0.0),
    ),
    (_PICTURE,),
    FREE_PRICING,
    results_per_call=2,
    maximum_results=8,
    typical_seconds=2,
    note=SIMULATION,
    badges=_BADGE,
)

_FILM_SIZES = ("640x360", "854x480", "1280x720", "360x640", "480x480")
VIDEO_MODEL = ModelSpec(
    SAMPLE,
    "sample-video",
    "Sample video (simulation)",
    (GenerationType.VIDEO,),
    (
        _pick(
            "size",
            "Size",
            tuple(Choice(size, size.replace("x", " × ")) for size in _FILM_SIZES),
            "640x360",
        ),
        _range("duration", "Duration", (4, 8), 5, kind=ParameterKind.INTEGER, step=1, unit="s"),
        _MOTIF,
        _range("motion", "Camera movement", (0, 1), 0.8),
        ParameterSpec("sound", ParameterKind.FLAG, "Sound", "Music to the film.", default=True),
        _range(
            "frames_per_second",
            "Frames per second",
            (12, 30),
            24,
            kind=ParameterKind.INTEGER,
            step=1,
            advanced=True,
        ),
        *_common(1.0),
    ),
    (InputRole("first_frame", "First frame"),),
    FREE_PRICING,
    typical_seconds=12,
    is_resumable=True,
    note=SIMULATION,
    badges=_BADGE,
)

MUSIC_MODEL = ModelSpec(
    SAMPLE,
    "sample-music",
    "Sample music (simulation)",
    (GenerationType.AUDIO,),
    (
        _range("duration", "Duration", (3, 30), 8.0, step=0.5, unit="s"),
        _range(
            "tempo",
            "Tempo",
            (50, 180),
            None,
            kind=ParameterKind.INTEGER,
            step=1,
            unit="bpm",
            help="Left empty, the prompt's mood decides.",
        ),
        *_common(1.0),
    ),
    pricing=FREE_PRICING,
    audio_kind=AudioKind.MUSIC,
    typical_seconds=4,
    is_resumable=True,
    note=SIMULATION,
    badges=_BADGE,
)

_VOICES = _choices(warm="Warm", bright="Bright", deep="Deep", young="Young")
VOICE_MODEL = ModelSpec(
    SAMPLE,
    "sample-voice",
    "Sample voice (simulation)",
    (GenerationType.AUDIO,),
    (
        _pick("voice", "Voice", _VOICES, "warm"),
        _range("pace", "Pace", (0.7, 1.5), 1.0),
        *_common(0.0),
    ),
    pricing=FREE_PRICING,
    maximum_prompt_length=4_096,
    audio_kind=AudioKind.SPEECH,
    typical_seconds=2,
    note=SIMULATION,
    badges=_BADGE,
)

MODELS = (TEXT_MODEL, IMAGE_MODEL, VIDEO_MODEL, MUSIC_MODEL, VOICE_MODEL)
LONG_JOBS = frozenset({VIDEO_MODEL.id, MUSIC_MODEL.id})
"""Models that work like a remote service: accepted, polled, and picked up after a restart."""
