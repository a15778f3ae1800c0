"""fal's curated models as facts: families of arguments, dated prices. The live list has more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mediadesk.domain.catalog import AudioKind, ModelSpec
from mediadesk.domain.generation import GenerationType, JsonValue
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import Choice, ParameterKind, ParameterSpec
from mediadesk.providers.fal_facts import parameters_of, roles_of
from mediadesk.providers.fal_prices import pricing_of
from mediadesk.providers.json_reply import as_text

FAL = ProviderId("fal")
_AS_OF = "2026-11-22"
_PUBLISHED = "public price data and fal.ai model pages"
_PROMPT_LENGTH = 20_000
_SECONDS_TYPICAL = {
    GenerationType.IMAGE: 10.0,
    GenerationType.VIDEO: 120.0,
    GenerationType.AUDIO: 15.0,
}
Field = dict[str, JsonValue]

QUEUE_PARAMETERS = (
    ParameterSpec(
        "queue_priority",
        ParameterKind.CHOICE,
        "Place in the queue",
        "Low lets other runs of this account go first.",
        choices=(Choice("normal", "Normal"), Choice("low", "Low")),
        advanced=True,
    ),
    ParameterSpec(
        "start_timeout",
        ParameterKind.INTEGER,
        "Give up if not started",
        minimum=1,
        maximum=86_400,
        unit="s",
        advanced=True,
    ),
    ParameterSpec(
        "media_lifetime",
        ParameterKind.CHOICE,
        "Keep the result at fal",
        "Results are fetched at once; a copy stays there for this long.",
        default="604800",
        choices=(Choice("3600", "An hour"), Choice("86400", "A day"), Choice("604800", "A week")),
        advanced=True,
    ),
    ParameterSpec(
        "store_payload",
        ParameterKind.FLAG,
        "Keep prompt and answer at fal",
        "Lets a lost result be found again later.",
        advanced=True,
    ),
)
"""Settings of the queue rather than of a model; they become headers."""


def make_model(
    model_id: str, label: str, type: GenerationType, facts: Mapping[str, JsonValue]
) -> ModelSpec:
    """The spec of an endpoint from its facts."""
    kind = as_text(facts.get("sound"))
    is_audio = type is GenerationType.AUDIO
    note = "fal does not list this endpoint now." if facts.get("missing") is True else ""
    return ModelSpec(
        FAL,
        model_id,
        label,
        (type,),
        (*parameters_of(facts), *QUEUE_PARAMETERS),
        roles_of(facts),
        pricing_of(facts),
        maximum_results=8,
        maximum_prompt_length=_PROMPT_LENGTH,
        audio_kind=(AudioKind(kind) if kind in list(AudioKind) else AudioKind.SPEECH)
        if is_audio
        else None,
        is_resumable=True,
        typical_seconds=_SECONDS_TYPICAL[type],
        note=note,
        facts=facts,
    )


def unlisted_model(model_id: str, type: GenerationType) -> ModelSpec:
    """A curated model, else any endpoint id with its prompt alone: the rest as extra fields."""
    for model in MODELS:
        if model.id == model_id and type in model.types:
            return model
    facts: dict[str, JsonValue] = {"prompt": "prompt", "fields": [], "roles": []}
    return replace(make_model(model_id, model_id, type, facts), is_known=False)


def choice(
    name: str, values: Sequence[str], default: str | None = None, send_as: str = ""
) -> Field:
    """A field with fixed values; ``send_as`` “integer” or “seconds” where it is not text."""
    field: Field = {"name": name, "kind": "choice", "values": list(values)}
    if default is not None:
        field["default"] = default
    return field | ({"as": send_as} if send_as else {})


def number(name: str, low: float, high: float, default: float | None = None) -> Field:
    """A number between two limits, whole if the limits are whole."""
    is_whole = isinstance(low, int) and isinstance(high, int)
    field: Field = {"name": name, "kind": "integer" if is_whole else "number"}
    field |= {"min": low, "max": high}
    return field | ({} if default is None else {"default": default})


def plain(name: str, kind: str, default: JsonValue = None) -> Field:
    """A field without limits."""
    field: Field = {"name": name, "kind": kind}
    return field if default is None else {**field, "default": default}


def role(
    name: str, field: str, type: str = "image", *, many: bool = False, required: bool = True
) -> Field:
    """A file that becomes an address in ``field``."""
    return {"name": name, "field": field, "type": type, "many": many, "required": required}


def rate(unit: str, usd: str, **when: str) -> Field:
    """One curated price."""
    made: Field = {"unit": unit, "usd": usd}
    return made | ({"when": dict(when)} if when else {})


SEED = plain("seed", "seed")
SIZES = (
    "landscape_4_3", "square_hd", "square", "portrait_4_3", "portrait_16_9", "landscape_16_9",
)  # fmt: skip
RATIOS = ("1:1", "21:9", "16:9", "3:2", "4:3", "5:4", "4:5", "3:4", "2:3", "9:16")
WIDE = ("16:9", "9:16")
_FORMAT = choice("output_format", ("jpeg", "png"))
_SAFETY = plain("enable_safety_checker", "flag")
_FLUX: list[Field] = [
    choice("image_size", SIZES, "landscape_4_3"), _FORMAT, number("num_inference_steps", 1, 50),
    number("guidance_scale", 1.0, 20.0), SEED, _SAFETY,
    choice("acceleration", ("none", "regular", "high")),
]  # fmt: skip
_ULTRA: list[Field] = [
    choice("aspect_ratio",
           ("21:9", "16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "9:21"), "16:9"),
    _FORMAT, plain("raw", "flag"), SEED, _SAFETY,
]  # fmt: skip
_NEGATIVE = plain("negative_prompt", "long_text")
_STABLE: list[Field] = [*_FLUX[:-1], _NEGATIVE]
_BANANA: list[Field] = [
    choice("aspect_ratio", ("auto", *RATIOS), "1:1"),
    choice("resolution", ("1K", "2K", "4K"), "1K"),
    choice("output_format", ("png", "jpeg", "webp")),
    choice("safety_tolerance", tuple("123456")), SEED,
]  # fmt: skip
_GPT: list[Field] = [
    choice("image_size", SIZES, "square_hd"),
    choice("quality", ("low", "medium", "high"), "medium"),
    choice("background", ("auto", "opaque", "transparent")),
    choice("output_format", ("png", "jpeg", "webp")),
]  # fmt: skip
_VEO: list[Field] = [
    choice("duration", ("4", "6", "8"), "8", "seconds"),
    choice("resolution", ("720p", "1080p", "4k"), "720p"),
    plain("generate_audio", "flag", True), _NEGATIVE, SEED, plain("auto_fix", "flag"),
]  # fmt: skip
VEO_TEXT: list[Field] = [choice("aspect_ratio", WIDE, "16:9"), *_VEO]
VEO_PICTURE: list[Field] = [choice("aspect_ratio", ("auto", *WIDE), "auto"), *_VEO]
_KLING: list[Field] = [
    choice("duration", [str(n) for n in range(3, 16)], "5"),
    choice("aspect_ratio", ("16:9", "9:16", "1:1"), "16:9"),
    plain("generate_audio", "flag", True), _NEGATIVE, number("cfg_scale", 0.0, 1.0),
]  # fmt: skip
_SEEDANCE: list[Field] = [
    choice("duration", [str(n) for n in range(4, 16)], "5"),
    choice("resolution", ("480p", "720p", "1080p", "4k"), "720p"),
    choice("aspect_ratio", ("16:9", "21:9", "4:3", "1:1", "3:4", "9:16"), "16:9"),
    plain("generate_audio", "flag", True), SEED,
]  # fmt: skip
_H3: list[Field] = [
    choice("duration", ("5", "6", "10"), "6", "integer"),
    choice("resolution", ("480p", "768p", "2k", "4k"), "768p"),
]
_KOKORO: list[Field] = [
    choice("voice", (
        "af_heart", "af_alloy", "af_aoede", "af_bella", "af_jessica", "af_kore", "af_nicole",
        "af_nova", "af_river", "af_sarah", "af_sky", "am_adam", "am_echo", "am_eric", "am_fenrir",
        "am_liam", "am_michael", "am_onyx", "am_puck", "am_santa",
    )),
    number("speed", 0.1, 5.0),
]  # fmt: skip
_ELEVEN: list[Field] = [
    plain("voice", "text"), number("stability", 0.0, 1.0), number("similarity_boost", 0.0, 1.0),
    number("speed", 0.7, 1.2),
]  # fmt: skip
_MINIMAX_SPEECH: list[Field] = [
    plain("voice_setting.voice_id", "text"), number("voice_setting.speed", 0.5, 2.0),
    number("voice_setting.vol", 0.01, 10.0), number("voice_setting.pitch", -12, 12),
]  # fmt: skip
VEO_RATES: list[Field] = [
    rate("second", "0.40"), rate("second", "0.20", generate_audio="False"),
    rate("second", "0.60", resolution="4k"),
    rate("second", "0.40", resolution="4k", generate_audio="False"),
]  # fmt: skip
VEO_FAST_RATES: list[Field] = [
    rate("second", "0.15"), rate("second", "0.10", generate_audio="False"),
    rate("second", "0.35", resolution="4k"),
    rate("second", "0.30", resolution="4k", generate_audio="False"),
]  # fmt: skip
VEO_LITE_RATES: list[Field] = [rate("second", "0.08")]


def _made(
    model_id: str,
    label: str,
    type: GenerationType,
    fields: Sequence[Field],
    rates: Sequence[Field] = (),
    roles: Sequence[Field] = (),
    **more: JsonValue,
) -> ModelSpec:
    facts: dict[str, JsonValue] = {
        "prompt": "prompt",
        "fields": list(fields),
        "roles": list(roles),
        "count": "num_images" if type is GenerationType.IMAGE else "",
        **more,
    }
    if rates:
        facts |= {"rates": list(rates), "source": _PUBLISHED, "rates_as_of": _AS_OF}
    return make_model(model_id, label, type, facts)


_I, _V, _A = GenerationType.IMAGE, GenerationType.VIDEO, GenerationType.AUDIO
_PICTURES = (role("image", "image_urls", many=True),)
_PICTURE = (role("image", "image_url"),)
_BANANA_RATES = [
    rate("image", "0.08"), rate("image", "0.12", resolution="2K"),
    rate("image", "0.16", resolution="4K"),
]  # fmt: skip
_PRO_RATES = [rate("image", "0.15"), rate("image", "0.30", resolution="4K")]
_SEEDANCE_RATES = [
    rate("second", "1.555"), rate("second", "0.135", resolution="480p"),
    rate("second", "0.303", resolution="720p"), rate("second", "0.682", resolution="1080p"),
]  # fmt: skip
_H3_RATES = [
    rate("second", "0.16"), rate("second", "0.05", resolution="480p"),
    rate("second", "0.06", resolution="768p"), rate("second", "0.13", resolution="2k"),
]  # fmt: skip

MODELS: tuple[ModelSpec, ...] = (
    _made("fal-ai/flux/schnell", "FLUX.1 schnell", _I, _FLUX, [rate("image", "0.003")]),
    _made("fal-ai/flux/dev", "FLUX.1 dev", _I, _FLUX, [rate("image", "0.025")]),
    _made("fal-ai/flux/dev/image-to-image", "FLUX.1 dev, from a picture", _I,
          [number("strength", 0.01, 1.0), *_FLUX[1:]], (), _PICTURE),
    _made("fal-ai/flux-pro/v1.1", "FLUX1.1 pro", _I, _FLUX[:2] + _FLUX[4:6],
          [rate("image", "0.04")]),
    _made("fal-ai/flux-pro/v1.1-ultra", "FLUX1.1 pro ultra", _I, _ULTRA, [rate("image", "0.06")]),
    _made("fal-ai/flux-2", "FLUX.2", _I, _FLUX),
    _made("fal-ai/stable-diffusion-v35-large", "Stable Diffusion 3.5 Large", _I, _STABLE,
          [rate("image", "0.065")]),
    _made("fal-ai/stable-diffusion-v35-medium", "Stable Diffusion 3.5 Medium", _I, _STABLE,
          [rate("image", "0.0398")]),
    _made("fal-ai/nano-banana-2", "Nano Banana 2", _I, _BANANA, _BANANA_RATES),
    _made("fal-ai/nano-banana-2/edit", "Nano Banana 2, edit", _I, _BANANA, _BANANA_RATES,
          _PICTURES),
    _made("fal-ai/nano-banana-pro", "Nano Banana Pro", _I, _BANANA, _PRO_RATES),
    _made("fal-ai/nano-banana-pro/edit", "Nano Banana Pro, edit", _I, _BANANA, _PRO_RATES,
          _PICTURES),
    _made("openai/gpt-image-2.5/flare/text-to-image", "GPT Image 2.5 Flare", _I, _GPT),
    _made("openai/gpt-image-2.5/sunburst/text-to-image", "GPT Image 2.5 Sunburst", _I, _GPT),
    _made("openai/gpt-image-2.5/flare/edit", "GPT Image 2.5 Flare, edit", _I, _GPT, (),
          (*_PICTURES, role("mask", "mask_url", required=False))),
    _made("fal-ai/recraft/v3/text-to-image", "Recraft V3", _I,
          [choice("image_size", SIZES, "square_hd"),
           choice("style", ("realistic_image", "digital_illustration", "vector_illustration"))],
          [rate("image", "0.04"), rate("image", "0.08", style="vector_illustration")]),
    _made("fal-ai/ideogram/v3", "Ideogram V3", _I,
          [choice("image_size", SIZES, "square_hd"),
           choice("rendering_speed", ("TURBO", "BALANCED", "QUALITY")), _NEGATIVE, SEED],
          [rate("image", "0.09"), rate("image", "0.06", rendering_speed="BALANCED"),
           rate("image", "0.03", rendering_speed="TURBO")]),
    _made("fal-ai/veo3.1/lite", "Veo 3.1 Lite", _V, VEO_TEXT, VEO_LITE_RATES),
    _made("fal-ai/veo3.1", "Veo 3.1", _V, VEO_TEXT, VEO_RATES),
    _made("fal-ai/veo3.1/fast", "Veo 3.1 Fast", _V, VEO_TEXT, VEO_FAST_RATES),
    _made("fal-ai/veo3.1/image-to-video", "Veo 3.1, from a picture", _V, VEO_PICTURE, VEO_RATES,
          (role("first_frame", "image_url"),)),
    _made("fal-ai/veo3.1/first-last-frame-to-video", "Veo 3.1, between two pictures", _V,
          VEO_PICTURE, VEO_RATES,
          (role("first_frame", "first_frame_url"), role("last_frame", "last_frame_url"))),
    _made("fal-ai/veo3.1/reference-to-video", "Veo 3.1, with references", _V, VEO_PICTURE,
          VEO_RATES,
          (role("reference", "image_urls", many=True),)),
    _made("fal-ai/kling-video/v3/standard/text-to-video", "Kling 3 Standard", _V, _KLING),
    _made("fal-ai/kling-video/v3/standard/image-to-video", "Kling 3 Standard, from a picture", _V,
          _KLING, (), (role("first_frame", "start_image_url"),)),
    _made("bytedance/seedance-2.0/text-to-video", "Seedance 2.0", _V, _SEEDANCE, _SEEDANCE_RATES),
    _made("bytedance/seedance-2.0/image-to-video", "Seedance 2.0, from a picture", _V, _SEEDANCE,
          _SEEDANCE_RATES, (role("first_frame", "image_url"),)),
    _made("minimax/h3", "MiniMax H3", _V, _H3, _H3_RATES,
          (role("reference", "reference_image_urls", many=True, required=False),)),
    _made("fal-ai/kokoro/american-english", "Kokoro", _A, _KOKORO, sound="speech"),
    _made("fal-ai/elevenlabs/tts/eleven-v3", "ElevenLabs v3", _A, _ELEVEN, prompt="text",
          sound="speech"),
    _made("fal-ai/minimax/speech-2.8-hd", "MiniMax Speech 2.8 HD", _A, _MINIMAX_SPEECH,
          prompt="prompt", sound="speech"),
    _made("fal-ai/elevenlabs/music", "ElevenLabs Music", _A,
          [number("music_length_ms", 3_000, 600_000, 30_000)], sound="music"),
    _made("fal-ai/stable-audio-25/text-to-audio", "Stable Audio 2.5", _A,
          [number("seconds_total", 1, 190, 30), number("num_inference_steps", 4, 8),
           number("guidance_scale", 1.0, 25.0), SEED], sound="music"),
    _made("fal-ai/elevenlabs/sound-effects/v2", "ElevenLabs sound effects", _A,
          [number("duration_seconds", 0.5, 22.0, 5.0), plain("loop", "flag")], prompt="text",
          sound="effects"),
)  # fmt: skip
"""The first of each type is the default. The live list says which of them an account can use."""
