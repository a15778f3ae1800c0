"""What Google's live list says about models whose end was announced, and about early forms."""

from datetime import date

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.providers.adapters.gemini import GeminiProvider
from mediadesk.providers.google.models import merged

GEMINI = ProviderId("gemini")
_DEPRECATED = "gemini-3.1-flash-image"


def test_a_listed_model_is_served_whatever_was_announced() -> None:
    """Nano Banana 2, listed on, had neither its sizes nor its price."""
    (listed,) = merged(GEMINI, [_DEPRECATED], [GenerationType.IMAGE])
    assert (listed.ends_on, listed.replaced_by) == (None, None)
    sizes = next(spec.choices for spec in listed.parameters if spec.name == "image_size")
    assert [choice.value for choice in sizes] == ["512", "1K", "2K", "4K"]
    assert listed.pricing.prices
    shipped = next(model for model in GeminiProvider.models if model.id == _DEPRECATED)
    assert shipped.has_ended(date(2026, 11, 30))
    assert shipped.replaced_by == "gemini-nano-banana-2.1"


def test_an_end_that_is_yet_to_come_is_told_of_a_listed_model_too() -> None:
    """A voice of 2.5 looked as if it went on, because Google still lists it."""
    (voice,) = merged(GEMINI, ["gemini-2.5-flash-preview-tts"], [GenerationType.AUDIO])
    assert (voice.ends_on, bool(voice.replaced_by)) == (date(2026, 12, 18), True)


def test_early_forms_are_not_listed_beside_what_became_of_them() -> None:
    early = ["nano-banana-pro-preview", "gemini-3-pro-image-preview"]
    found = merged(GEMINI, [*early, "gemini-3-pro-image"], [GenerationType.IMAGE])
    assert [model.id for model in found] == ["gemini-3-pro-image"]
