"""Small programs for the sample text: they run, and their names come from the prompt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from mediadesk.providers.sample.media.prng import Rng

_PYTHON = '''from dataclasses import dataclass


@dataclass(frozen=True)
class {type_name}:
    """One {subject}, as it was seen on one day."""

    name: str
    {field}: float


def {verb}_{function}(items: list[{type_name}], limit: float = {limit}) -> list[{type_name}]:
    """The items whose {field} reaches the limit, the highest first."""
    chosen = [item for item in items if item.{field} >= limit]
    return sorted(chosen, key=lambda item: item.{field}, reverse=True)


if __name__ == "__main__":
    seen = [
        {type_name}("first", {one}),
        {type_name}("second", {two}),
        {type_name}("third", {three}),
    ]
    for item in {verb}_{function}(seen):
        print(f"{{item.name}}: {{item.{field}:.1f}}")'''

_JAVASCRIPT = """export function {verb}{type_name}(items, limit = {limit}) {{
  // {subject}: keep what reaches the limit, the highest first.
  return items
    .filter((item) => item.{field} >= limit)
    .sort((one, other) => other.{field} - one.{field});
}}

const seen = [
  {{ name: "first", {field}: {one} }},
  {{ name: "second", {field}: {two} }},
  {{ name: "third", {field}: {three} }},
];
for (const item of {verb}{type_name}(seen)) {{
  console.log(`${{item.name}}: ${{item.{field}}}`);
}}"""

_SQL = """CREATE TABLE {function} (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    {field} REAL NOT NULL CHECK ({field} >= 0)
);

-- {subject}: what reaches the limit, the highest first.
SELECT name, {field}
FROM {function}
WHERE {field} >= {limit}
ORDER BY {field} DESC;"""


def program(topics: Sequence[str], rng: Rng) -> tuple[str, str]:
    """A language and a program about the first topic; a topic that names a language picks it."""
    words = {word.lower() for topic in topics for word in topic.split()}
    if "sql" in words:
        language, template = "sql", _SQL
    elif words & {"javascript", "typescript", "node", "js"}:
        language, template = "javascript", _JAVASCRIPT
    else:
        language, template = "python", _PYTHON
    name = _identifier(topics[0])
    return language, template.format(
        subject=topics[0],
        function=name,
        type_name="".join(part.capitalize() for part in name.split("_")),
        verb=rng.choice(("select", "rank", "collect", "pick")),
        field=rng.choice(("weight", "height", "score", "depth", "brightness")),
        limit=rng.integer(2, 9),
        one=rng.integer(1, 9),
        two=rng.integer(5, 14),
        three=rng.integer(8, 20),
    )


def _identifier(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    return name if name[:1].isalpha() else f"item_{name}".rstrip("_")
