"""From the name that a person uses for a provider to the id that the factory knows."""

from __future__ import annotations

from collections.abc import Mapping

from mediadesk.domain.errors import UsageError
from mediadesk.domain.ids import ProviderId, ProviderName

_ALIASES: Mapping[str, ProviderId] = {
    "google": ProviderId("gemini"),
    "google-gemini": ProviderId("gemini"),
    "claude": ProviderId("anthropic"),
    "chatgpt": ProviderId("openai"),
    "open-router": ProviderId("openrouter"),
    "fal-ai": ProviderId("fal"),
    "veo": ProviderId("veo3"),
    "compatible": ProviderId("openai-compatible"),
}


def parse_provider_name(text: str) -> ProviderName:
    """Read a typed provider name: lower case, ``_`` and blanks as ``-``. Raises ``UsageError``."""
    name = "-".join(text.lower().replace("_", " ").replace("-", " ").split())
    if not name:
        raise UsageError("No provider is named.", "List them with “mediadesk providers”.")
    return ProviderName(name)


def resolve_provider_name(name: ProviderName) -> ProviderId:
    """The id behind a name; a name without an alias is its own id."""
    return _ALIASES.get(name, ProviderId(name))


def names_of(name: ProviderName) -> tuple[str, ...]:
    """Every name that means the same provider, its id first."""
    provider_id = resolve_provider_name(name)
    return (provider_id, *(alias for alias, meant in _ALIASES.items() if meant == provider_id))
