"""Which assets fit a query, and in which order: the words of SQL for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.queries import AssetOrder, AssetQuery
from mediadesk.storage.conditions import OF_BATCH
from mediadesk.storage.full_text import match_expression
from mediadesk.system.clock import to_ms

if TYPE_CHECKING:
    from collections.abc import Collection

    from mediadesk.domain.ids import UserId

RUN = "LEFT JOIN generations g ON g.id = a.generation_id"
ROUTE = "LEFT JOIN attempt_routes r ON r.attempt_id = a.attempt_id"
PROJECT = "JOIN projects p ON p.id = a.project_id"
PROVIDER = "COALESCE(r.provider, g.provider)"
MODEL = "COALESCE(r.model, g.model)"
COST = "g.charged_micro / MAX(1, g.result_count)"
"""An asset's share of what its run was charged; NULL where that is not known."""

_TAGGED = """a.id IN (SELECT at.asset_id FROM asset_tags at JOIN tags t ON t.id = at.tag_id
 WHERE t.user_id = ? AND t.name COLLATE NOCASE IN ({marks}))"""
_ORDERS: dict[AssetOrder, tuple[str, tuple[str, ...]]] = {
    AssetOrder.CREATED: ("", ()),
    AssetOrder.PROMPT: ("COALESCE(g.prompt, a.file_name, '') COLLATE NOCASE", (RUN,)),
    AssetOrder.TYPE: ("a.type", ()),
    AssetOrder.MODEL: (f"{MODEL} COLLATE NOCASE", (RUN, ROUTE)),
    AssetOrder.PROJECT: ("p.name COLLATE NOCASE", (PROJECT,)),
    AssetOrder.RATING: ("a.rating", ()),
    AssetOrder.COST: (COST, (RUN,)),
    AssetOrder.TIME: ("g.latency_ms", (RUN,)),
    AssetOrder.SIZE: ("a.size_bytes", ()),
}


def order_of(query: AssetQuery) -> str:
    """The order, the newest first among equals; what has no value comes last."""
    direction = "ASC" if query.is_ascending else "DESC"
    if query.order is AssetOrder.CREATED:
        return f"ORDER BY a.created_at {direction}, a.id {direction}"
    expression, _ = _ORDERS[query.order]
    return f"ORDER BY {expression} {direction} NULLS LAST, a.created_at DESC, a.id DESC"


def conditions(user: UserId, query: AssetQuery) -> tuple[str, list[str], list[object]]:
    """Joins, conditions to be met by all, and the values of their marks."""
    found = _Conditions(user, query)
    return " ".join(found.joins), found.clauses, found.values


class _Conditions:
    """Gathers the conditions of one query; each join once, in the order they build on."""

    def __init__(self, user: UserId, query: AssetQuery) -> None:
        self._wanted = set(_ORDERS[query.order][1])
        self.clauses = [
            "a.user_id = ?",
            f"a.deleted_at IS {'NOT ' if query.deleted else ''}NULL",
            "a.origin <> 'input'",
        ]
        self.values: list[object] = [user]
        self._of_place(query)
        self._of_run(query)
        self._of_asset(user, query)
        self._of_text(query.text)

    @property
    def joins(self) -> list[str]:
        return [join for join in (RUN, ROUTE, PROJECT) if join in self._wanted]

    def _add(self, clause: str, *parameters: object) -> None:
        self.clauses.append(clause)
        self.values.extend(parameters)

    def _add_set(self, column: str, wanted: Collection[object]) -> None:
        if wanted:
            self._add(f"{column} IN ({marks(wanted)})", *wanted)

    def _of_place(self, query: AssetQuery) -> None:
        if query.project_id is not None:
            self._add(
                "a.project_id = (SELECT id FROM projects WHERE uid = ?)", query.project_id.bytes
            )
        if query.projects:
            uids = [project.bytes for project in query.projects]
            self._add(
                f"a.project_id IN (SELECT id FROM projects WHERE uid IN ({marks(uids)}))", *uids
            )
        if query.batch is not None:
            self._add(OF_BATCH.format(id="a.generation_id"), query.batch.bytes)
        if query.since is not None:
            self._add("a.created_at >= ?", to_ms(query.since))
        if query.until is not None:
            self._add("a.created_at < ?", to_ms(query.until))

    def _of_run(self, query: AssetQuery) -> None:
        """The model that was asked for and the one that made the result both count."""
        providers = query.providers | ({query.provider} if query.provider else set())
        models = query.models | ({query.model} if query.model else set())
        for column, wanted in (("provider", providers), ("model", models)):
            if wanted:
                self._wanted |= {RUN, ROUTE}
                names = sorted(wanted)
                found = marks(names)
                self._add(f"(g.{column} IN ({found}) OR r.{column} IN ({found}))", *names, *names)
        if query.cost_from_micro:
            self._wanted.add(RUN)
            self._add(f"{COST} >= ?", query.cost_from_micro)
        if query.statuses:
            self._wanted.add(RUN)
            self._add_set("g.status", sorted(query.statuses))

    def _of_asset(self, user: UserId, query: AssetQuery) -> None:
        if query.types is not None:
            self._add(f"a.type IN ({marks(query.types)})", *sorted(query.types))
        if query.favourites:
            self._add("a.favourite = 1")
        if query.rating:
            self._add("a.rating >= ?", query.rating)
        tags = query.tags | ({query.tag} if query.tag is not None else set())
        if tags:
            self._add(_TAGGED.format(marks=marks(tags)), user, *sorted(tags))

    def _of_text(self, text: str) -> None:
        if not text.strip():
            return
        expression = match_expression(text)
        if expression:
            matching = "SELECT rowid FROM asset_search WHERE asset_search MATCH ?"
            self._add(f"a.id IN ({matching})", expression)
        else:
            self._add("0")


def marks(values: Collection[object]) -> str:
    """One question mark for each value."""
    return ",".join("?" * len(values))
