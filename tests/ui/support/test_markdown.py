"""Rendering Markdown from a model, which is hostile until shown otherwise."""

import pytest

from mediadesk.ui.support.markdown import MAX_MARKDOWN, highlight, is_safe_link, render_markdown
from mediadesk.ui.support.tokens import palette_for

COLORS = palette_for("dark")


def render(text: str) -> str:
    return render_markdown(text, COLORS).html.partition("<body>")[2]


def test_usual_markdown() -> None:
    html = render(
        "# Spring\n\n**Three** vases\n\n* one\n* two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    for part in (
        '<p class="h1">Spring</p>',
        "<strong>Three</strong>",
        "<li>one</li>",
        "<td>2</td>",
    ):
        assert part in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src="https://evil.example/x.png">',
        '<a href="file:///etc/passwd">x</a>',
        "a <iframe src=x></iframe> b",
        "```<b>\n<script>\n```",
    ],
)
def test_html_of_the_author_is_only_text(text: str) -> None:
    html = render(text)
    for tag in ("<script", "<img", "<iframe", '<a href="file', "<b>"):
        assert tag not in html


@pytest.mark.parametrize(
    "text",
    ["![a cat](https://evil.example/x.png)", "![a cat][r]\n\n[r]: https://evil.example/y.png"],
)
def test_pictures_become_words(text: str) -> None:
    html = render(text)
    assert "picture: a cat" in html
    assert "evil" not in html


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org/a?b=c", True),
        ("HTTP://example.org", True),
        ("mailto:a@example.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
        ("https:evil", False),
        ("//example.org", False),
        ("/etc/passwd", False),
        ("mediadesk-copy:0", False),
    ],
)
def test_only_three_kinds_of_link(address: str, safe: bool) -> None:
    assert is_safe_link(address) is safe
    html = render(f"[here](<{address}>)")
    assert ("<a href" in html) is safe


def test_a_broken_address_is_not_safe() -> None:
    assert not is_safe_link("http://[")


def test_code_is_coloured_and_can_be_copied() -> None:
    rendered = render_markdown('x\n\n```python\ndef f():\n    return "a<b"\n```\n', COLORS)
    assert rendered.code_blocks == ('def f():\n    return "a<b"',)
    assert COLORS["ok.text"] in rendered.html
    assert 'href="mediadesk-copy:0"' in rendered.html
    assert "a&lt;b" in rendered.html


def test_unknown_language_and_long_code_stay_plain() -> None:
    assert highlight("a < b", "no-such-language", COLORS) == "a &lt; b"
    assert "span" not in highlight("x = 1\n" * 20_000, "python", COLORS)


def test_very_long_and_deeply_nested_text_is_survived() -> None:
    assert "<pre>" in render("x" * (MAX_MARKDOWN + 1))
    assert render(">" * 5000 + " deep")
    assert render("[" * 3000)
