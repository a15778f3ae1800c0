"""Parameters and input roles of Anthropic's messages, by what a model can do."""

from __future__ import annotations

from dataclasses import dataclass

from mediadesk.domain.catalog import InputRole
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.parameters import ParameterKind, ParameterSpec
from mediadesk.providers.openai.parameters import SYSTEM_PROMPT, choice, number, token_limit

_MIB = 1024 * 1024
EFFORTS = ("low", "medium", "high", "xhigh", "max")
THINKING = ("adaptive", "enabled", "disabled", "between_tools")
SAMPLING = ("temperature", "top_p", "top_k")
LEAST_THINKING_TOKENS = 1_024

PICTURE_INPUT = InputRole(
    "image",
    "Picture",
    (GenerationType.IMAGE,),
    ("image/png", "image/jpeg", "image/webp", "image/gif"),
    maximum_count=20,
    maximum_bytes=5 * _MIB,
)
DOCUMENT_INPUT = InputRole(
    "document",
    "Document",
    (GenerationType.TEXT,),
    ("application/pdf", "text/plain", "text/markdown"),
    maximum_count=5,
    maximum_bytes=20 * _MIB,
)
TEXT_DOCUMENT_INPUT = InputRole(
    "document",
    "Document",
    (GenerationType.TEXT,),
    ("text/plain", "text/markdown"),
    maximum_count=5,
    maximum_bytes=4 * _MIB,
)


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a model can do, from the table or from the provider's own list."""

    maximum_output_tokens: int = 64_000
    efforts: tuple[str, ...] = ("low", "medium", "high", "max")
    thinking: tuple[str, ...] = ("adaptive", "disabled")
    reads_pictures: bool = True
    reads_pdf: bool = True
    has_schema: bool = True
    takes_sampling: bool = False

    @property
    def input_roles(self) -> tuple[InputRole, ...]:
        """Roles of what may be given beside the prompt."""
        pictures = (PICTURE_INPUT,) if self.reads_pictures else ()
        return (*pictures, DOCUMENT_INPUT if self.reads_pdf else TEXT_DOCUMENT_INPUT)

    @property
    def parameters(self) -> tuple[ParameterSpec, ...]:
        """Parameters of the form."""
        effort = choice(
            "effort", "Effort", self.efforts, help="How much work goes into the answer."
        )
        return (
            SYSTEM_PROMPT,
            *((effort,) if self.efforts else ()),
            token_limit("max_tokens", self.maximum_output_tokens),
            *_thinking(self.thinking),
            *(_sampling() if self.takes_sampling else ()),
            _STOP,
            *((_SCHEMA,) if self.has_schema else ()),
            *_SERVICE,
        )


def _thinking(types: tuple[str, ...]) -> tuple[ParameterSpec, ...]:
    if not types:
        return ()
    shows = tuple(kind for kind in types if kind in ("adaptive", "enabled"))
    mode = choice(
        "thinking",
        "Thinking",
        types,
        help="Adaptive: the model decides how long it thinks. Thinking counts as output.",
        advanced=True,
    )
    display = choice(
        "thinking_display",
        "Show thinking",
        ("summarized", "omitted"),
        help="Whether a summary of the thinking is sent along.",
        advanced=True,
        depends_on=("thinking", shows),
    )
    budget = ParameterSpec(
        "thinking_budget",
        ParameterKind.INTEGER,
        "Thinking budget",
        "The most that it may think. Less than the longest answer.",
        default=2_048,
        minimum=LEAST_THINKING_TOKENS,
        maximum=64_000,
        step=1_024,
        unit="tokens",
        advanced=True,
        depends_on=("thinking", ("enabled",)),
    )
    return (mode, *((display,) if shows else ()), *((budget,) if "enabled" in types else ()))


def _sampling() -> tuple[ParameterSpec, ...]:
    top_k = ParameterSpec(
        "top_k",
        ParameterKind.INTEGER,
        "Top K",
        "Choose only among so many likeliest words.",
        minimum=1,
        maximum=500,
        advanced=True,
    )
    return (
        number("temperature", "Temperature", 0, 1, "Higher is more varied."),
        number("top_p", "Top P", 0, 1, "Choose only among the likeliest words."),
        top_k,
    )


_STOP = ParameterSpec(
    "stop",
    ParameterKind.LONG_TEXT,
    "Stop at",
    "Texts, one a line; the answer ends before any of them.",
    max_length=1_000,
    advanced=True,
)
_SCHEMA = ParameterSpec(
    "output_schema",
    ParameterKind.LONG_TEXT,
    "Answer as JSON",
    "A JSON schema that the answer shall follow.",
    max_length=32_000,
    advanced=True,
)
_SERVICE = (
    choice(
        "cache",
        "Keep the input ready",
        ("5m", "1h"),
        help="Repeating the same long input soon is cheaper then; the first time costs more.",
        advanced=True,
    ),
    choice(
        "speed",
        "Speed",
        ("standard", "fast"),
        help="Fast costs twice as much.",
        advanced=True,
    ),
    choice(
        "service_tier",
        "Capacity",
        ("auto", "standard_only"),
        help="Whether reserved capacity may be used.",
        advanced=True,
    ),
    ParameterSpec(
        "user_id",
        ParameterKind.TEXT,
        "User mark",
        "An opaque mark that is sent along; never a name.",
        max_length=256,
        advanced=True,
    ),
)
