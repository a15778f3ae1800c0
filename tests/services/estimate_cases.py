"""What runs cost, written out by hand from the makers' prices: expected, and the most.

Each call reads 1,000 tokens, 2,000 at most, unless a case says otherwise; a text has 3,000
characters. A number is tokens, pictures or seconds; “@0.10” is US dollars for a million of them,
“$0.04” US dollars for one. An answer is expected at 600 tokens and has at most 4,096.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from mediadesk.domain.parameters import ParameterValue

TODAY = date(2026, 11, 23)
DECEMBER, NEXT_YEAR = date(2026, 12, 1), date(2027, 1, 1)


@dataclass(frozen=True)
class Case:
    """A run and what it costs; empty arithmetic: the price is not known, “0”: it is free."""

    model: str
    expected: str
    most: str
    parameters: dict[str, ParameterValue] = field(default_factory=dict)
    count: int = 1
    reads: tuple[int, int] = (1_000, 2_000)
    day: date = TODAY
    megapixels: int | None = 0


P = dict[str, ParameterValue]
PLAN = "4096 @30"
"""What an image model of OpenAI's may think beside each picture."""


def image(size: str, quality: str, **more: ParameterValue) -> P:
    return {"size": size, "quality": quality, **more}


OPENAI = (
    # what is read goes into the cache, at 1.25 times the input where the list says so
    Case("gpt-6-luna", "1000 @0.125 + 600 @0.50", "2000 @0.125 + 4096 @0.50"),
    Case("gpt-6.2-sol", "1000 @2 + 600 @10", "2000 @2 + 4096 @10"),
    Case("gpt-6.2-astra", "1000 @8 + 600 @40", "2000 @8 + 4096 @40"),
    Case("gpt-6.1-terra", "1000 @1.25 + 600 @5", "2000 @1.25 + 4096 @5"),
    Case("gpt-6.1-sol", "1000 @2.5 + 600 @10", "2000 @2.5 + 4096 @10"),
    Case("gpt-4o", "1000 @2.5 + 600 @10", "2000 @2.5 + 4096 @10"),
    Case("gpt-4o-mini", "1000 @0.15 + 600 @0.60", "2000 @0.15 + 4096 @0.60"),
    Case(
        "gpt-6-luna", "1000 @0.0625 + 600 @0.25", "2000 @0.0625 + 4096 @0.25",
        {"service_tier": "flex"},
    ),
    Case(
        "gpt-6.2-sol", "1000 @4 + 600 @20", "2000 @4 + 4096 @20", {"service_tier": "priority"}
    ),
    # the whole request costs twice in and half more out above 272,000 tokens, not at them
    Case(
        "gpt-6-luna", "272000 @0.125 + 600 @0.50", "272001 @0.25 + 4096 @0.75",
        reads=(272_000, 272_001),
    ),
    Case(
        "gpt-6.1-sol", "300000 @5 + 600 @15", "400000 @5 + 4096 @15", reads=(300_000, 400_000)
    ),
    Case(
        "gpt-6-luna", "1000 @0.125 + 100 @0.50", "2000 @0.125 + 100 @0.50",
        {"max_completion_tokens": 100},
    ),
    Case(
        "gpt-6-luna", "3 1000 @0.125 + 3 600 @0.50", "3 2000 @0.125 + 3 4096 @0.50", count=3
    ),
    Case(
        "gpt-image-2.6-flare", "1000 @5 + 1 $0.0059", f"2000 @8 + 1 $0.0059 + {PLAN}",
        image("1024x1024", "low"),
    ),
    Case(
        "gpt-image-2.6-flare", "1000 @5 + 1 $0.4003", f"2000 @8 + 1 $0.4003 + {PLAN}",
        image("3840x2160", "max"),
    ),
    Case(
        "gpt-image-2.6-flare", "4 1000 @5 + 4 $0.0103", f"4 2000 @8 + 4 $0.0103 + 4 {PLAN}",
        image("1024x1536", "medium"), count=4,
    ),
    # left to the model: “high” at the dearest usual size to expect, the dearest of all at most
    Case(
        "gpt-image-2.6-flare", "1000 @5 + 1 $0.0527", f"2000 @8 + 1 $0.4003 + {PLAN}",
        image("auto", "auto"),
    ),
    # three previews of 100 tokens at $30
    Case(
        "gpt-image-2.6-sunburst", "1000 @5 + 1 $0.0983 + 3 100 @30",
        f"2000 @8 + 1 $0.0983 + 3 100 @30 + {PLAN}",
        image("2560x1440", "xhigh", partial_images=3),
    ),
    Case(
        "gpt-image-2", "1000 @5 + 1 $0.0396", f"2000 @8 + 1 $0.0396 + {PLAN}",
        image("1920x1080", "high"),
    ),
    # pictures given have a dearer rate, which is expected for all that is read
    Case(
        "gpt-image-2", "1000 @8 + 1 $0.0059", f"2000 @8 + 1 $0.0059 + {PLAN}",
        image("1024x1024", "low"), megapixels=2,
    ),
    Case("tts-1", "3000 @15", "3000 @15"),
    Case("tts-1-hd", "3000 @30", "3000 @30"),
    # 12 characters a second to expect, 2 of figures and signs at least: 250 s and 1,500 s
    Case("gpt-4o-mini-tts", "250 $0.00025", "1500 $0.00025"),
    Case("gpt-4o-mini-tts", "125 $0.00025", "1500 $0.00025", {"speed": 2.0}),
    Case("gpt-4o-mini-tts", "500 $0.00025", "3000 $0.00025", {"speed": 0.5}),
    Case("gpt-audio-1.5", "1000 @2.5 + 600 @64", "2000 @2.5 + 4096 @64"),
    Case("gpt-9-comet", "", ""),
)  # fmt: skip
ANTHROPIC = (
    Case("claude-sonnet-5-5", "1000 @2 + 600 @10", "2000 @2 + 4096 @10"),
    Case("claude-haiku-5-5", "1000 @0.10 + 600 @0.50", "2000 @0.10 + 4096 @0.50"),
    Case("claude-opus-5-5", "1000 @4 + 600 @20", "2000 @4 + 4096 @20"),
    Case("claude-fable-5-2", "1000 @8 + 600 @40", "2000 @8 + 4096 @40"),
    Case("claude-opus-4-8", "1000 @5 + 600 @25", "2000 @5 + 4096 @25"),
    Case("claude-sonnet-4-6", "1000 @3 + 600 @15", "2000 @3 + 4096 @15"),
    Case("claude-haiku-4-5", "1000 @1 + 600 @5", "2000 @1 + 4096 @5"),
    # writing to the cache: 1.25 times the input, for an hour twice; “fast” doubles everything
    Case("claude-sonnet-5-5", "1000 @2.5 + 600 @10", "2000 @2.5 + 4096 @10", {"cache": "5m"}),
    Case("claude-sonnet-5-5", "1000 @4 + 600 @10", "2000 @4 + 4096 @10", {"cache": "1h"}),
    Case("claude-opus-5-5", "1000 @8 + 600 @40", "2000 @8 + 4096 @40", {"speed": "fast"}),
    Case(
        "claude-opus-5-5", "1000 @16 + 600 @40", "2000 @16 + 4096 @40",
        {"speed": "fast", "cache": "1h"},
    ),
    Case(
        "claude-haiku-5-5", "100000 @0.10 + 600 @0.50", "100001 @0.50 + 4096 @2.50",
        reads=(100_000, 100_001),
    ),
    # no more is read than the model takes: 200,000
    Case(
        "claude-sonnet-5-5", "200000 @2 + 600 @10", "200000 @2 + 4096 @10",
        reads=(300_000, 900_000),
    ),
    Case("claude-9-nova", "", ""),
)  # fmt: skip
GEMINI = (
    Case("gemini-3.8-flash", "1000 @0.75 + 600 @3.75", "2000 @0.75 + 4096 @3.75"),
    Case("gemini-3.8-flash", "1000 @1.5 + 600 @7.5", "2000 @1.5 + 4096 @7.5", day=NEXT_YEAR),
    Case("gemini-4-argon", "1000 @2 + 600 @10", "2000 @2 + 4096 @10"),
    Case("gemini-4-argon", "1000 @4 + 600 @20", "2000 @4 + 4096 @20", day=DECEMBER),
    Case("gemini-3.5-flash-lite", "1000 @0.30 + 600 @2.50", "2000 @0.30 + 4096 @2.50"),
    Case("gemini-3.1-pro-preview", "1000 @2 + 600 @12", "2000 @2 + 4096 @12"),
    Case(
        "gemini-3.1-pro-preview", "200000 @2 + 600 @12", "200001 @4 + 4096 @18",
        reads=(200_000, 200_001),
    ),
    Case("gemini-2.5-flash", "1000 @0.30 + 600 @2.50", "2000 @0.30 + 4096 @2.50"),
    Case(
        "gemini-2.5-pro", "250000 @2.50 + 600 @15", "300000 @2.50 + 4096 @15",
        reads=(250_000, 300_000),
    ),
    Case(
        "gemini-nano-banana-2.1", "1000 @1.5 + 1 $0.0336", "2000 @1.5 + 1 $0.0336 + 4096 @7.5",
        {"image_size": "1K"},
    ),
    Case(
        "gemini-nano-banana-2.1", "2 1000 @1.5 + 2 $0.076",
        "2 2000 @1.5 + 2 $0.076 + 2 4096 @7.5", {"image_size": "4K"}, count=2,
    ),
    Case(
        "gemini-3-pro-image", "1000 @2 + 1 $0.24", "2000 @2 + 1 $0.24 + 4096 @12",
        {"image_size": "4K"},
    ),
    Case(
        "gemini-3.1-flash-lite-image", "1000 @0.25 + 1 $0.0336",
        "2000 @0.25 + 1 $0.0336 + 4096 @1.5",
    ),
    Case("gemini-2.5-flash-image", "1000 @0.30 + 1 $0.039", f"2000 @0.30 + 1 $0.039 + {PLAN}"),
    Case("gemini-omni-1.2-flash", "8 $0.102", "8 $0.102", {"duration": 8, "resolution": "720p"}),
    Case("gemini-omni-1.2-flash", "4 $0.033", "4 $0.033", {"duration": 4, "resolution": "360p"}),
    Case("gemini-omni-1.2-flash", "15 $0.30", "15 $0.30", {"duration": 15, "resolution": "4k"}),
    Case("gemini-omni-1.1-flash", "10 $0.15", "10 $0.15", {"duration": 10, "resolution": "1080p"}),
    # sound is tokens: 16,384 at most
    Case("gemini-3.8-flash-lite-tts", "1000 @0.50 + 600 @6", "2000 @0.50 + 16384 @6"),
    Case("gemini-3.8-flash-tts", "1000 @0.50 + 600 @9", "2000 @0.50 + 16384 @9"),
    Case("gemini-3.8-flash-tts", "1000 @1 + 600 @18", "2000 @1 + 16384 @18", day=NEXT_YEAR),
    Case("lyria-3.5", "1 $0.08", "1 $0.08"),
    Case("lyria-3-clip-preview", "3 $0.04", "3 $0.04", count=3),
)  # fmt: skip
NANO_BANANA = (
    Case(
        "gemini-nano-banana-2.1", "1000 @1.5 + 1 $0.050", "2000 @1.5 + 1 $0.050 + 4096 @7.5",
        {"image_size": "2K"},
    ),
    Case(
        "gemini-3-pro-image", "1000 @2 + 1 $0.134", "2000 @2 + 1 $0.134 + 4096 @12",
        {"image_size": "1K"},
    ),
)  # fmt: skip
VEO = (
    Case("gemini-omni-1.2-flash", "5 $0.15", "5 $0.15", {"duration": 5, "resolution": "1080p"}),
    Case("agent/veo-3.1-generate-001", "8 $0.60", "8 $0.60", {"duration": "8", "resolution": "4k"}),
    Case(
        "agent/veo-3.1-fast-generate-001", "6 $0.12", "6 $0.12",
        {"duration": "6", "resolution": "1080p"},
    ),
    Case(
        "agent/veo-3.1-lite-generate-001", "4 $0.05", "4 $0.05",
        {"duration": "4", "resolution": "720p"},
    ),
    Case("fal-ai/veo3.1", "8 $0.40", "8 $0.40", {"duration": "8"}),
    Case("fal-ai/veo3.1/fast", "6 $0.10", "6 $0.10", {"duration": "6", "generate_audio": False}),
)  # fmt: skip
OPENROUTER = (
    Case("openai/gpt-6-luna", "1000 @0.125 + 600 @0.50", "2000 @0.125 + 4096 @0.50"),
    Case(
        "google/gemini-nano-banana-2.1", "1000 @1.5 + 1 $0.0336",
        f"2000 @1.5 + 1 $0.0336 + {PLAN}",
    ),
    Case("google/veo-3.1", "8 $0.40", "8 $0.40", {"duration": "8", "resolution": "720p"}),
    # 600 tokens of sound to expect, 16,384 at most
    Case(
        "google/gemini-3.8-flash-tts", "3000 @0.50 + 600 @18", "3000 @0.50 + 16384 @18",
    ),
    Case("someone/unheard-of", "", ""),
)  # fmt: skip
FAL = (
    # the preset sizes are a megapixel each
    Case("fal-ai/flux/schnell", "4 $0.003", "4 $0.003", {"image_size": "square_hd"}, count=4),
    Case("fal-ai/flux/dev", "1 $0.025", "1 $0.025"),
    Case("fal-ai/flux-pro/v1.1", "2 $0.04", "2 $0.04", count=2),
    Case("fal-ai/flux-pro/v1.1-ultra", "1 $0.06", "1 $0.06"),
    Case("fal-ai/stable-diffusion-v35-large", "1 $0.065", "1 $0.065"),
    Case("fal-ai/stable-diffusion-v35-medium", "1 $0.0398", "1 $0.0398"),
    Case("fal-ai/nano-banana-2", "1 $0.12", "1 $0.12", {"resolution": "2K"}),
    Case("fal-ai/nano-banana-2/edit", "1 $0.16", "1 $0.16", {"resolution": "4K"}),
    Case("fal-ai/nano-banana-pro", "2 $0.30", "2 $0.30", {"resolution": "4K"}, count=2),
    Case("fal-ai/recraft/v3/text-to-image", "1 $0.08", "1 $0.08", {"style": "vector_illustration"}),
    Case("fal-ai/ideogram/v3", "1 $0.03", "1 $0.03", {"rendering_speed": "TURBO"}),
    Case(
        "fal-ai/veo3.1", "8 $0.40", "8 $0.40",
        {"duration": "8", "resolution": "4k", "generate_audio": False},
    ),
    Case("fal-ai/veo3.1", "4 $0.60", "4 $0.60", {"duration": "4", "resolution": "4k"}),
    Case("fal-ai/veo3.1/lite", "6 $0.08", "6 $0.08", {"duration": "6"}),
    Case(
        "bytedance/seedance-2.0/text-to-video", "10 $0.135", "10 $0.135",
        {"duration": "10", "resolution": "480p"},
    ),
    Case(
        "bytedance/seedance-2.0/text-to-video", "5 $1.555", "5 $1.555",
        {"duration": "5", "resolution": "4k"},
    ),
    Case("minimax/h3", "6 $0.13", "6 $0.13", {"duration": "6", "resolution": "2k"}),
    # priced by the live list alone
    Case("fal-ai/flux-2", "", ""),
    Case("fal-ai/kling-video/v3/standard/text-to-video", "", ""),
    Case("fal-ai/kokoro/american-english", "", ""),
    Case("fal-ai/elevenlabs/music", "", ""),
)  # fmt: skip
FREE = (Case("sample-text", "0", "0"), Case("sample-image", "0", "0", count=4))
CASES: dict[str, tuple[Case, ...]] = {
    "openai": OPENAI,
    "anthropic": ANTHROPIC,
    "gemini": GEMINI,
    "nano-banana": NANO_BANANA,
    "veo3": VEO,
    "openrouter": OPENROUTER,
    "fal": FAL,
    "sample": FREE,
}
