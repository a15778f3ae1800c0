"""Sample text: Markdown about the prompt, built from its words and plainly called a simulation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mediadesk.providers.sample.media import phrases
from mediadesk.providers.sample.media.prng import Rng
from mediadesk.providers.sample.media.program import program
from mediadesk.providers.sample.media.words import words_of

SIMULATION_NOTE = (
    "> Sample (simulation): written offline from the words of the prompt. No AI model took part."
)

FORMS = ("article", "list", "table", "code", "poem", "story")
_FORM_WORDS = {
    "list": "list steps checklist bullet bullets ideas tips ways reasons plan agenda",
    "table": "table compare comparison matrix versus spreadsheet columns",
    "code": "code function script program python javascript sql bash algorithm class regex",
    "poem": "poem haiku verse rhyme sonnet lyrics song ballad",
    "story": "story tale fairytale novel chapter scene fiction narrative plot",
}
_LENGTHS = {"short": 1, "medium": 2, "long": 4}
_PIECE = re.compile(r"\s*\S{1,6}|\s+")

_COMMON = frozenset(
    [
        "a",
        "about",
        "above",
        "after",
        "again",
        "all",
        "also",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "because",
        "been",
        "before",
        "being",
        "between",
        "both",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "down",
        "each",
        "few",
        "for",
        "from",
        "get",
        "give",
        "had",
        "has",
        "have",
        "he",
        "her",
        "here",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "just",
        "like",
        "me",
        "more",
        "most",
        "my",
        "no",
        "nor",
        "not",
        "of",
        "off",
        "on",
        "once",
        "one",
        "only",
        "or",
        "other",
        "our",
        "out",
        "over",
        "own",
        "please",
        "same",
        "she",
        "should",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "to",
        "too",
        "under",
        "until",
        "up",
        "us",
        "very",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
        "write",
        "make",
        "create",
        "tell",
        "explain",
        "describe",
        "draft",
        "compose",
        "generate",
        "show",
        "need",
        "want",
        "let",
        "new",
        "words",
        "word",
        "short",
        "long",
        "sentence",
        "sentences",
        "paragraph",
        "paragraphs",
        "text",
        "essay",
    ]
) | {word for text in _FORM_WORDS.values() for word in text.split()}


def form_of(prompt: str) -> str:
    """The kind of text that the words ask for."""
    words = words_of(prompt)
    for form, text in _FORM_WORDS.items():
        if any(word in text.split() for word in words):
            return form
    return "article"


def subjects(prompt: str, rng: Rng) -> list[str]:
    """What the prompt is about: runs of telling words, named things first; at least three."""
    runs = _runs(prompt)
    # “the old harbour” or a pair of words is a better subject than a lone verb before it.
    lead = next((run for run in runs if " " in run), runs[0] if runs else "the blank page")
    rest = rng.shuffled([run for run in runs if run != lead])
    spare = rng.shuffled(("the first draft", "the second look", "the quiet hour", "the far end"))
    return [lead, *rest, *spare][: max(3, min(9, 1 + len(rest)))]


def _runs(prompt: str) -> list[str]:
    runs: list[list[str]] = [[]]
    for word in re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*|[.,;:!?()\n]", prompt):
        low = word.lower()
        if low in ("the", "a", "an"):
            runs.append(["the"])
        elif low in _COMMON or not word[0].isalnum():
            runs.append([])
        elif len([part for part in runs[-1] if part != "the"]) == 3:
            runs.append([word])
        else:
            runs[-1].append(word)
    return list(dict.fromkeys(" ".join(run) for run in runs if run and run != ["the"]))


def compose_text(
    prompt: str,
    seed: int,
    form: str = "auto",
    length: str = "medium",
    turns: Sequence[str] = (),
    audience: str = "",
) -> str:
    """The whole Markdown text; ``turns`` are the user's earlier prompts of a conversation.

    Raises:
        ValueError: The form or the length is unknown.
    """
    if length not in _LENGTHS:
        raise ValueError(f"Unknown length {length!r}; use one of {', '.join(_LENGTHS)}.")
    form = form_of(prompt) if form == "auto" else form
    if form not in FORMS:
        raise ValueError(f"Unknown form {form!r}; use one of {', '.join(FORMS)}.")
    rng = Rng("text", prompt.strip(), seed, form, length, audience, *turns)
    writer = _Writer(rng, subjects(prompt, rng.fork("subjects")), _LENGTHS[length])
    parts = [f"# {writer.title()}", SIMULATION_NOTE]
    if turns:
        earlier = subjects(turns[-1], rng.fork("earlier"))[0]
        parts.append(f"This goes on from *{earlier}*, and turns to **{writer.topics[0]}**.")
    if audience.strip():
        parts.append(f"*Written for {audience.strip()}.*")
    parts += writer.body(form)
    return "\n\n".join(parts) + "\n"


def pieces(text: str) -> Iterator[str]:
    """The text in pieces of a few letters, as a model would stream it."""
    for match in _PIECE.finditer(text):
        yield match.group()


class _Writer:
    """Takes templates without repeating one, and puts the prompt's phrases into their gaps."""

    def __init__(self, rng: Rng, topics: Sequence[str], size: int) -> None:
        self.topics = topics
        self._rng = rng
        self._size = size
        self._name = rng.choice(phrases.NAMES)
        self._decks: dict[tuple[object, ...], list[object]] = {}

    def title(self) -> str:
        """The subject with a turn of phrase."""
        lead = _capital(self.topics[0])
        other = self.topics[1]
        return self._rng.choice(
            (lead, f"{lead}, and {other}", f"On {self.topics[0]}", f"{lead}: a closer look")
        )

    def body(self, form: str) -> list[str]:
        """The blocks after the title."""
        makers = {
            "article": self._article,
            "list": self._list,
            "table": self._table,
            "code": self._code,
            "poem": self._poem,
            "story": self._story,
        }
        return makers[form]()

    def _fill(self, template: str) -> str:
        first = self.topics[0]
        others = list(self.topics[1:]) or [first]
        b = self._rng.choice(others)
        c = self._rng.choice([topic for topic in others if topic != b] or [first])
        return template.format(
            a=first, b=b, c=c, a_cap=_capital(first), b_cap=_capital(b), name=self._name
        )

    def _deal(self, deck: tuple[object, ...]) -> object:
        cards = self._decks.setdefault(deck, [])
        if not cards:
            cards += self._rng.shuffled(deck)
        return cards.pop()

    def _line(self, deck: tuple[str, ...]) -> str:
        return self._fill(str(self._deal(deck)))

    def _paragraph(self, sentences: int) -> str:
        return " ".join(self._line(phrases.BODIES) for _ in range(sentences))

    def _article(self) -> list[str]:
        parts = [f"{self._line(phrases.OPENINGS)} {self._paragraph(1)}"]
        for _ in range(self._size):
            parts.append(f"## {self._line(phrases.HEADINGS)}")
            parts.append(self._paragraph(self._rng.integer(3, 4)))
        parts.append("## In short")
        parts.append(self._bullets(self._rng.integer(3, 4)))
        parts.append(self._line(phrases.CLOSINGS))
        return parts

    def _points(self, count: int) -> list[str]:
        rows = [self._deal(phrases.POINTS) for _ in range(count)]
        return [f"**{row[0]}.** {self._fill(row[1])}" for row in rows if isinstance(row, tuple)]

    def _bullets(self, count: int) -> str:
        return "\n".join(f"- {point}" for point in self._points(count))

    def _list(self) -> list[str]:
        points = self._points(min(10, 3 + 2 * self._size))
        numbered = "\n".join(f"{number}. {point}" for number, point in enumerate(points, 1))
        return [
            self._line(phrases.OPENINGS),
            numbered,
            self._paragraph(3),
            self._line(phrases.CLOSINGS),
        ]

    def _table(self) -> list[str]:
        rows = [self._deal(phrases.ASPECTS) for _ in range(min(8, 3 + self._size))]
        lines = ["| Aspect | What to look at | First step |", "|---|---|---|"]
        for row in rows:
            if isinstance(row, tuple):
                lines.append(
                    "| " + " | ".join(self._fill(cell).replace("|", "/") for cell in row) + " |"
                )
        return [
            self._line(phrases.OPENINGS),
            "\n".join(lines),
            self._paragraph(3),
            self._line(phrases.CLOSINGS),
        ]

    def _code(self) -> list[str]:
        language, source = program(self.topics, self._rng)
        return [
            self._line(phrases.OPENINGS),
            f"```{language}\n{source}\n```",
            "## How it works",
            self._bullets(3),
            self._paragraph(2),
        ]

    def _poem(self) -> list[str]:
        stanzas = []
        for _ in range(self._size + 1):
            lines: list[str] = []
            for _ in range(2):
                couplet = self._deal(phrases.COUPLETS)
                if isinstance(couplet, tuple):
                    lines += [_capital(self._fill(couplet[0])) + ",", self._fill(couplet[1]) + "."]
            stanzas.append("  \n".join(lines))
        return stanzas

    def _story(self) -> list[str]:
        parts = [f"{self._line(phrases.STORY_OPENINGS)} {self._line(phrases.STORY_MIDDLES)}"]
        for _ in range(self._size + 1):
            parts.append(" ".join(self._line(phrases.STORY_MIDDLES) for _ in range(3)))
        parts.append(self._line(phrases.STORY_ENDINGS))
        return parts


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
