"""The tables of fallback chains: what may be gone on with, and what was."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, PrimaryKeyConstraint, Table

from mediadesk.storage.columns import (
    int_column,
    metadata,
    opt_int_column,
    opt_ref_column,
    ref_column,
    text_column,
)

routes = Table(
    "routes",
    metadata,
    Column("generation_id", Integer, ForeignKey("generations.id"), primary_key=True),
    text_column("links"),
    int_column("is_own", default=0),
    opt_int_column("max_cost_micro"),
)
"""The chain of a generation as it was when it was queued."""

attempt_routes = Table(
    "attempt_routes",
    metadata,
    Column("attempt_id", Integer, ForeignKey("attempts.id"), primary_key=True),
    int_column("link"),
    text_column("provider"),
    text_column("provider_id"),
    text_column("model"),
    opt_ref_column("account_id", "api_keys"),
    text_column("parameters", default="{}"),
    text_column("extra", default="{}"),
    text_column("dropped", default="[]"),
)
"""What an attempt asks for in place of what its generation asked for."""

passed_links = Table(
    "passed_links",
    metadata,
    ref_column("attempt_id", "attempts"),
    int_column("link"),
    text_column("reason"),
    int_column("is_end", default=0),
    PrimaryKeyConstraint("attempt_id", "link"),
)
"""Links that could not follow an attempt which had ended."""
