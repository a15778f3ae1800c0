"""Sample text: about the prompt, in the form it asks for, honest about what it is."""

import ast
import re

import pytest

from mediadesk.providers.sample.media.text import SIMULATION_NOTE, compose_text, form_of, pieces

PROMPT = "Explain how the old harbour at Kirkwall handles spring tides"


def test_text_is_about_the_prompt() -> None:
    text = compose_text(PROMPT, 1)
    assert text.startswith("# ")
    assert text.count("old harbour") + text.count("Kirkwall") + text.count("spring tides") >= 5
    assert len(text.split()) > 200


def test_text_says_once_that_it_is_a_simulation() -> None:
    for form in ("article", "list", "table", "code", "poem", "story"):
        lines = compose_text(PROMPT, 1, form).splitlines()
        assert lines.count(SIMULATION_NOTE) == 1


@pytest.mark.parametrize(
    ("prompt", "form"),
    [
        ("ten ideas for a shop window", "list"),
        ("compare oak and ash", "table"),
        ("a python function that sorts stones", "code"),
        ("a poem about rust", "poem"),
        ("a bedtime story about a snail", "story"),
        ("how bees see", "article"),
    ],
)
def test_words_choose_the_form(prompt: str, form: str) -> None:
    assert form_of(prompt) == form


def test_forms_are_markdown() -> None:
    assert re.search(r"^5\. \*\*", compose_text(PROMPT, 1, "list"), re.M)
    table = [line for line in compose_text(PROMPT, 1, "table").splitlines() if line[:1] == "|"]
    assert len(table) >= 6
    assert {line.count("|") for line in table} == {4}
    assert compose_text(PROMPT, 1, "article").count("\n## ") >= 3


@pytest.mark.parametrize("prompt", [PROMPT, "class", "2 für 1", "漢字", ""])
def test_sample_python_is_python(prompt: str) -> None:
    for seed in range(4):
        found = re.search(r"```python\n(.*?)\n```", compose_text(prompt, seed, "code"), re.S)
        assert found is not None
        ast.parse(found.group(1))


def test_text_repeats_for_a_seed_and_changes_with_it() -> None:
    first = compose_text(PROMPT, 1)
    assert compose_text(PROMPT, 1) == first
    assert compose_text(PROMPT, 2) != first


def test_length_and_audience_are_followed() -> None:
    words = [
        len(compose_text(PROMPT, 1, length=name).split()) for name in ("short", "medium", "long")
    ]
    assert words == sorted(set(words))
    assert "Written for new harbour masters" in compose_text(
        PROMPT, 1, audience="new harbour masters"
    )


def test_a_conversation_goes_on_from_the_turn_before() -> None:
    assert "spring tides" in compose_text("and the boats", 1, turns=["tell me about spring tides"])


def test_pieces_are_small_and_lose_nothing() -> None:
    text = compose_text(PROMPT, 1)
    streamed = list(pieces(text))
    assert "".join(streamed) == text
    assert len(streamed) > 200


@pytest.mark.parametrize("prompt", ["", "the of and", "{a} {0} {", "🙂", "x" * 9_000])
def test_any_prompt_makes_a_text(prompt: str) -> None:
    for form in ("article", "list", "table", "code", "poem", "story"):
        assert len(compose_text(prompt, 3, form)) > 200


@pytest.mark.parametrize(("form", "length"), [("opera", "short"), ("poem", "endless")])
def test_unknown_choices_are_refused(form: str, length: str) -> None:
    with pytest.raises(ValueError, match="use one of"):
        compose_text(PROMPT, 1, form, length)
