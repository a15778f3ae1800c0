"""Markdown as harmless rich text: no HTML of the author, no pictures, three link schemes.

Pure and Qt-free, so that it can run in a worker thread.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from pygments.lexers import get_lexer_by_name
from pygments.token import Token
from pygments.util import ClassNotFound

if TYPE_CHECKING:
    from markdown_it.token import Token as MarkdownToken
    from markdown_it.utils import EnvType, OptionsDict

LINK_SCHEMES = frozenset({"http", "https", "mailto"})
COPY_SCHEME = "mediadesk-copy"
"""Scheme of the link that copies a code block: ``mediadesk-copy:0`` for the first."""

MAX_MARKDOWN = 400_000
"""Longer texts (in characters) are shown as they are."""

_MAX_CODE = 60_000

# The first family that holds a token type wins.
_CODE_COLORS: tuple[tuple[Any, str], ...] = (
    (Token.Comment, "text.tertiary"),
    (Token.Name.Tag, "accent.text"),
    (Token.Name.Attribute, "res.text"),
    (Token.Name.Function, "accent.text"),
    (Token.Name.Class, "accent.text"),
    (Token.Name.Builtin, "accent.text"),
    (Token.Name.Decorator, "res.text"),
    (Token.Keyword, "res.text"),
    (Token.Operator.Word, "res.text"),
    (Token.Literal.String, "ok.text"),
    (Token.Literal.Number, "warn.text"),
    (Token.Generic.Deleted, "err.text"),
    (Token.Generic.Inserted, "ok.text"),
)


@dataclass(frozen=True, slots=True)
class RenderedMarkdown:
    """Rich text for a text browser, and the code blocks that its copy links number."""

    html: str
    code_blocks: tuple[str, ...]


def is_safe_link(address: str) -> bool:
    """Return whether a link may be offered: http, https with a host, or mailto."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    if parts.scheme.lower() not in LINK_SCHEMES:
        return False
    return bool(parts.netloc) or parts.scheme.lower() == "mailto"


def render_markdown(
    text: str, colors: Mapping[str, str], *, font_px: int = 14, mono: str = "JetBrains Mono"
) -> RenderedMarkdown:
    """Render Markdown with theme colours (token → ``#RRGGBB``)."""
    if len(text) > MAX_MARKDOWN:
        body = f"<pre>{html.escape(text)}</pre>"
        return RenderedMarkdown(_page(body, colors, font_px, mono), ())
    parser = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer)
    parser.enable(["table", "strikethrough"])
    setattr(parser, "validateLink", is_safe_link)  # noqa: B010  a method by design replaceable
    env: dict[str, Any] = {"colors": colors, "codes": [], "tokens": {}}
    body = parser.render(text, env)
    return RenderedMarkdown(_page(body, colors, font_px, mono), tuple(env["codes"]))


def highlight(code: str, language: str, colors: Mapping[str, str]) -> str:
    """Return code as escaped rich text with coloured spans; an unknown language stays plain."""
    if not language or len(code) > _MAX_CODE:
        return html.escape(code)
    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return html.escape(code)
    parts = []
    for kind, value in lexer.get_tokens(code):
        name = next((color for family, color in _CODE_COLORS if kind in family), "")
        escaped = html.escape(value)
        color = colors.get(name)
        parts.append(f'<span style="color:{color}">{escaped}</span>' if color else escaped)
    return "".join(parts)


class _Renderer(RendererHTML):
    """Writes only what the text browser may show."""

    def heading_open(
        self, tokens: Sequence[MarkdownToken], idx: int, _options: OptionsDict, _env: EnvType
    ) -> str:
        """A heading is a paragraph of its own class: Qt scales heading tags on top of any size."""
        return f'<p class="{tokens[idx].tag}">'

    def heading_close(
        self, _tokens: Sequence[MarkdownToken], _idx: int, _options: OptionsDict, _env: EnvType
    ) -> str:
        """End of a heading."""
        return "</p>"

    def image(
        self, tokens: Sequence[MarkdownToken], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """A picture becomes its words: nothing is fetched."""
        words = self.renderInlineAsText(tokens[idx].children or [], options, env)
        return f"<i>[picture: {html.escape(words)}]</i>" if words else "<i>[picture]</i>"

    def fence(
        self, tokens: Sequence[MarkdownToken], idx: int, _options: OptionsDict, env: EnvType
    ) -> str:
        """A code block with its language and a copy link."""
        words = tokens[idx].info.split()
        return _code_box(tokens[idx].content, words[0] if words else "", env)

    def code_block(
        self, tokens: Sequence[MarkdownToken], idx: int, _options: OptionsDict, env: EnvType
    ) -> str:
        """An indented code block."""
        return _code_box(tokens[idx].content, "", env)

    def table_open(
        self, _tokens: Sequence[MarkdownToken], _idx: int, _options: OptionsDict, _env: EnvType
    ) -> str:
        """A table as wide as the text; Qt adds its border to a full width."""
        return '<table width="99%" cellspacing="0" cellpadding="7" class="data">'


def _code_box(content: str, language: str, env: EnvType) -> str:
    colors: Mapping[str, str] = env["colors"]
    codes: list[str] = env["codes"]
    number = len(codes)
    code = content.removesuffix("\n")
    codes.append(code)
    ground, edge = colors["bg.surface"], colors["border.default"]
    label = html.escape(language) or "code"
    return (
        f'<table width="99%" cellspacing="0" cellpadding="10" border="1" '
        f'style="border-collapse:collapse;border-color:{edge};border-style:solid;'
        f'background-color:{ground};margin-top:8px;margin-bottom:12px"><tr><td>'
        f'<table width="100%" cellspacing="0" cellpadding="0" border="0"><tr>'
        f'<td class="quiet">{label}</td><td align="right">'
        f'<a class="copy" href="{COPY_SCHEME}:{number}">Copy</a></td></tr></table>'
        f"<pre>{highlight(code, language.lower(), colors)}</pre></td></tr></table>"
    )


def _page(body: str, colors: Mapping[str, str], font_px: int, mono: str) -> str:
    small, code = round(font_px * 0.85), round(font_px * 0.92)
    return f"""<html><head><style>
body {{ color: {colors["text.primary"]}; font-size: {font_px}px; }}
p, li {{ line-height: 135%; margin-top: 0; margin-bottom: {round(font_px * 0.7)}px; }}
li {{ margin-bottom: {round(font_px * 0.3)}px; }}
strong, b {{ font-weight: 600; }}
.h1, .h2, .h3, .h4, .h5, .h6 {{ font-weight: 600; margin-top: {font_px}px; margin-bottom: 6px; }}
.h1 {{ font-size: {round(font_px * 1.45)}px; }}
.h2 {{ font-size: {round(font_px * 1.15)}px; }}
a {{ color: {colors["accent.text"]}; }}
a.copy {{ font-size: {small}px; text-decoration: none; }}
code {{ font-family: "{mono}"; font-size: {code}px; background-color: {colors["bg.pressed"]}; }}
pre {{ font-family: "{mono}"; font-size: {code}px; margin: 8px 0 0 0; white-space: pre-wrap; }}
blockquote {{ color: {colors["text.secondary"]}; margin-left: 14px; }}
.quiet {{ color: {colors["text.secondary"]}; font-size: {small}px; }}
table.data {{ border-collapse: collapse; border-color: {colors["border.subtle"]}; }}
table.data th {{ text-align: left; font-weight: 500; color: {colors["text.secondary"]};
  border-bottom: 1px solid {colors["border.default"]}; }}
table.data td {{ border-bottom: 1px solid {colors["border.subtle"]}; }}
</style></head><body>{body}</body></html>"""
