"""The tables of batches."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, PrimaryKeyConstraint, Table

from mediadesk.storage.columns import (
    id_column,
    int_column,
    metadata,
    opt_blob_column,
    ref_column,
    text_column,
    uid_column,
)

batches = Table(
    "batches",
    metadata,
    id_column(),
    uid_column(),
    ref_column("user_id", "users"),
    text_column("name"),
    int_column("created_at"),
    int_column("is_script", default=0),
    opt_blob_column("joined_uid"),
)

batch_runs = Table(
    "batch_runs",
    metadata,
    ref_column("batch_id", "batches"),
    int_column("position"),
    Column("generation_id", Integer, ForeignKey("generations.id"), unique=True, nullable=False),
    PrimaryKeyConstraint("batch_id", "position"),
)
