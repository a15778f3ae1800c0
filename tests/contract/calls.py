"""The calls that are compared with the official client: by capture, and live."""

from dataclasses import dataclass, field
from typing import Any

from mediadesk.domain.generation import GenerationType
from tests.contract.conftest import picture
from tests.simulator.media import png

DOT = png(1, 1, 3) + bytes(max(0, 70 - len(png(1, 1, 3))))
assert len(DOT) == 70


@dataclass(frozen=True)
class Call:
    """One call of ours, and the name of the recorded one that it must equal."""

    capture: str
    type: GenerationType
    model: str
    prompt: str
    parameters: dict[str, Any]
    more: dict[str, Any] = field(default_factory=dict)


CALLS = (
    Call(
        "chat_completions_stream",
        GenerationType.TEXT,
        "gpt-6-luna",
        "Say hi",
        {"system_prompt": "Be brief.", "max_completion_tokens": 256, "reasoning_effort": "low"},
    ),
    Call(
        "images_generate",
        GenerationType.IMAGE,
        "gpt-image-2.6-flare",
        "A red cube",
        {
            "background": "auto",
            "moderation": "auto",
            "output_format": "png",
            "quality": "low",
            "size": "1024x1024",
        },
    ),
    Call(
        "images_generate_stream",
        GenerationType.IMAGE,
        "gpt-image-2.6-flare",
        "A red cube",
        {
            "output_compression": 80,
            "output_format": "jpeg",
            "partial_images": 2,
            "quality": "low",
            "size": "1024x1024",
        },
    ),
    Call(
        "images_edit_single",
        GenerationType.IMAGE,
        "gpt-image-2.6-flare",
        "Make it blue",
        {"quality": "low", "size": "1024x1024"},
        {"inputs": (picture(DOT, "in.png"),)},
    ),
    Call(
        "images_edit_multi_mask",
        GenerationType.IMAGE,
        "gpt-image-2.6-flare",
        "Combine",
        {"output_format": "webp"},
        {
            "inputs": (
                picture(DOT, "a.png"),
                picture(DOT, "b.png"),
                picture(DOT, "m.png", "mask"),
            )
        },
    ),
    Call(
        "audio_speech",
        GenerationType.AUDIO,
        "gpt-4o-mini-tts",
        "Hello",
        {"voice": "coral", "instructions": "Cheerful", "response_format": "mp3", "speed": 1.0},
    ),
    Call(
        "chat_audio",
        GenerationType.AUDIO,
        "gpt-audio-1.5",
        "Hello",
        {"voice": "coral", "response_format": "wav"},
    ),
)
