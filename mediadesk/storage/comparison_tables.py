"""The tables of comparisons: runs that belong together, the pick, saved sets of models."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, PrimaryKeyConstraint, Table

from mediadesk.storage.columns import (
    id_column,
    int_column,
    metadata,
    opt_ref_column,
    ref_column,
    text_column,
    uid_column,
)

comparisons = Table(
    "comparisons",
    metadata,
    id_column(),
    uid_column(),
    ref_column("user_id", "users"),
    int_column("created_at"),
    opt_ref_column("picked_id", "generations"),
)

comparison_cells = Table(
    "comparison_cells",
    metadata,
    ref_column("comparison_id", "comparisons"),
    int_column("position"),
    Column("generation_id", Integer, ForeignKey("generations.id"), unique=True, nullable=False),
    PrimaryKeyConstraint("comparison_id", "position"),
)

model_sets = Table(
    "model_sets",
    metadata,
    id_column(),
    ref_column("user_id", "users"),
    text_column("type"),
    text_column("name"),
    text_column("models"),
)
