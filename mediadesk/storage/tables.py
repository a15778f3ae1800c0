"""The tables as SQLAlchemy Core sees them. The schema itself is made by the migrations.

Import this module only from query modules: it brings SQLAlchemy with it. A test compares every
column here with the migrated schema.
"""

from __future__ import annotations

from sqlalchemy import (
    REAL,
    Column,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from mediadesk.storage.account_tables import api_keys, remote_items
from mediadesk.storage.columns import (
    blob_column,
    id_column,
    int_column,
    metadata,
    opt_blob_column,
    opt_int_column,
    opt_ref_column,
    opt_text_column,
    ref_column,
    text_column,
    uid_column,
)
from mediadesk.storage.comparison_tables import comparison_cells, comparisons, model_sets
from mediadesk.storage.route_tables import attempt_routes, passed_links, routes

__all__ = [
    "api_keys",
    "asset_search",
    "asset_tags",
    "assets",
    "attempt_routes",
    "attempts",
    "blobs",
    "caps",
    "collection_assets",
    "collections",
    "comparison_cells",
    "comparisons",
    "events",
    "generations",
    "inputs",
    "ledger_entries",
    "library",
    "metadata",
    "model_cache",
    "model_sets",
    "passed_links",
    "projects",
    "prompt_presets",
    "remote_items",
    "routes",
    "settings",
    "tags",
    "usage_rollups",
    "users",
]

library = Table(
    "library", metadata, id_column(), blob_column("library_uid"), int_column("created_at")
)

users = Table(
    "users", metadata, id_column(), uid_column(), text_column("name"), int_column("created_at")
)

projects = Table(
    "projects",
    metadata,
    id_column(),
    uid_column(),
    ref_column("user_id", "users"),
    text_column("name"),
    text_column("description", default=""),
    opt_ref_column("thumbnail_asset_id", "assets"),
    int_column("spent_micro", default=0),
    text_column("settings", default="{}"),
    int_column("is_default", default=0),
    opt_int_column("archived_at"),
    opt_int_column("deleted_at"),
    int_column("created_at"),
    int_column("updated_at"),
)

generations = Table(
    "generations",
    metadata,
    id_column(),
    uid_column(),
    ref_column("user_id", "users"),
    ref_column("project_id", "projects"),
    opt_ref_column("parent_id", "generations"),
    text_column("type"),
    text_column("provider"),
    text_column("provider_id"),
    text_column("model"),
    opt_ref_column("account_id", "api_keys"),
    text_column("prompt"),
    text_column("parameters", default="{}"),
    text_column("extra", default="{}"),
    int_column("result_count", default=1),
    text_column("status"),
    opt_text_column("error_kind"),
    opt_text_column("error_message"),
    opt_int_column("estimate_micro"),
    opt_int_column("charged_micro"),
    opt_int_column("input_tokens"),
    opt_int_column("output_tokens"),
    opt_int_column("latency_ms"),
    text_column("local_day"),
    int_column("created_at"),
    int_column("updated_at"),
    opt_int_column("started_at"),
    opt_int_column("completed_at"),
    opt_int_column("deleted_at"),
    opt_int_column("purged_at"),
)

attempts = Table(
    "attempts",
    metadata,
    id_column(),
    uid_column(),
    ref_column("generation_id", "generations"),
    int_column("number"),
    int_column("first_result", default=0),
    int_column("result_count", default=1),
    opt_ref_column("retry_of", "attempts"),
    text_column("state"),
    opt_blob_column("fingerprint"),
    opt_text_column("owner"),
    opt_text_column("remote_job"),
    opt_text_column("request_id"),
    opt_int_column("not_before"),
    opt_text_column("wait_reason"),
    int_column("tries", default=0),
    Column("progress", REAL),
    opt_text_column("stage"),
    opt_text_column("partial_text"),
    int_column("cancel_requested", default=0),
    int_column("resumed", default=0),
    opt_int_column("estimate_micro"),
    opt_int_column("hold_micro"),
    opt_text_column("error_kind"),
    opt_text_column("error_message"),
    opt_int_column("error_status"),
    opt_text_column("provider_code"),
    opt_text_column("error_parameter"),
    opt_text_column("billed"),
    opt_text_column("settled_as"),
    opt_text_column("finish_reason"),
    opt_text_column("usage"),
    opt_text_column("notes"),
    int_column("created_at"),
    int_column("state_at"),
    opt_int_column("submitted_at"),
    opt_int_column("accepted_at"),
    opt_int_column("completed_at"),
    text_column("local_day", default=""),
    opt_blob_column("sent_with"),
    int_column("place", default=0),
    UniqueConstraint("generation_id", "number"),
)

blobs = Table(
    "blobs",
    metadata,
    Column("name", Text, primary_key=True),
    int_column("size_bytes"),
    int_column("refcount", default=0),
    int_column("created_at"),
)

assets = Table(
    "assets",
    metadata,
    id_column(),
    uid_column(),
    ref_column("user_id", "users"),
    ref_column("project_id", "projects"),
    opt_ref_column("generation_id", "generations"),
    opt_ref_column("attempt_id", "attempts"),
    int_column("position", default=0),
    text_column("type"),
    text_column("origin"),
    text_column("mime"),
    text_column("extension"),
    Column("blob_name", Text, ForeignKey("blobs.name"), nullable=False),
    int_column("size_bytes"),
    blob_column("digest"),
    opt_int_column("width"),
    opt_int_column("height"),
    opt_int_column("duration_ms"),
    opt_text_column("text_preview"),
    opt_text_column("file_name"),
    int_column("favourite", default=0),
    int_column("rating", default=0),
    text_column("notes", default=""),
    opt_blob_column("peaks"),
    int_column("created_at"),
    opt_int_column("deleted_at"),
    opt_int_column("damaged_at"),
    opt_int_column("pages"),
)

inputs = Table(
    "inputs",
    metadata,
    id_column(),
    ref_column("generation_id", "generations"),
    opt_ref_column("asset_id", "assets"),
    text_column("role"),
    int_column("position", default=0),
    text_column("options", default="{}"),
)

ledger_entries = Table(
    "ledger_entries",
    metadata,
    id_column(),
    uid_column(),
    ref_column("user_id", "users"),
    ref_column("project_id", "projects"),
    opt_ref_column("generation_id", "generations"),
    opt_ref_column("attempt_id", "attempts"),
    text_column("provider"),
    text_column("model"),
    text_column("type"),
    text_column("kind"),
    opt_int_column("amount_micro"),
    text_column("basis"),
    opt_text_column("price_source"),
    opt_text_column("price_date"),
    text_column("local_day"),
    text_column("note", default=""),
    int_column("created_at"),
    opt_text_column("mark"),
)

events = Table(
    "events",
    metadata,
    id_column(),
    text_column("kind"),
    text_column("subject_kind"),
    blob_column("subject_uid"),
    opt_blob_column("digest"),
    int_column("at"),
    blob_column("mac"),
)

caps = Table(
    "caps",
    metadata,
    id_column(),
    uid_column(),
    ref_column("user_id", "users"),
    text_column("scope"),
    opt_ref_column("project_id", "projects"),
    opt_text_column("provider"),
    text_column("period"),
    int_column("limit_micro"),
    int_column("notice_only", default=0),
    int_column("created_at"),
    int_column("updated_at"),
    opt_text_column("noticed"),
    int_column("notice_percent", default=80),
)

usage_rollups = Table(
    "usage_rollups",
    metadata,
    ref_column("user_id", "users"),
    ref_column("project_id", "projects"),
    text_column("provider"),
    text_column("model"),
    text_column("type"),
    text_column("local_day"),
    int_column("generation_count", default=0),
    int_column("attempt_count", default=0),
    int_column("success_count", default=0),
    int_column("failure_count", default=0),
    int_column("asset_count", default=0),
    int_column("charged_micro", default=0),
    int_column("unknown_count", default=0),
    int_column("input_tokens", default=0),
    int_column("output_tokens", default=0),
    text_column("latency_histogram", default="{}"),
    int_column("held_micro", default=0),
    int_column("reported_micro", default=0),
    int_column("corrected_micro", default=0),
    int_column("kept_count", default=0),
    int_column("uncharged_count", default=0),
    PrimaryKeyConstraint("user_id", "local_day", "project_id", "provider", "model", "type"),
)

tags = Table(
    "tags",
    metadata,
    id_column(),
    uid_column(),
    ref_column("user_id", "users"),
    Column("name", Text(collation="NOCASE"), nullable=False),
    UniqueConstraint("user_id", "name"),
)

asset_tags = Table(
    "asset_tags",
    metadata,
    ref_column("asset_id", "assets"),
    ref_column("tag_id", "tags"),
    PrimaryKeyConstraint("asset_id", "tag_id"),
)

collections = Table(
    "collections",
    metadata,
    id_column(),
    uid_column(),
    ref_column("user_id", "users"),
    text_column("name"),
    text_column("kind"),
    opt_text_column("query"),
    int_column("created_at"),
)

collection_assets = Table(
    "collection_assets",
    metadata,
    ref_column("collection_id", "collections"),
    ref_column("asset_id", "assets"),
    int_column("position", default=0),
    PrimaryKeyConstraint("collection_id", "asset_id"),
)

prompt_presets = Table(
    "prompt_presets",
    metadata,
    id_column(),
    uid_column(),
    ref_column("user_id", "users"),
    text_column("name"),
    text_column("type"),
    opt_text_column("provider"),
    opt_text_column("model"),
    text_column("prompt"),
    text_column("parameters", default="{}"),
    int_column("created_at"),
    text_column("extra", default="{}"),
    int_column("result_count", default=1),
)

model_cache = Table(
    "model_cache",
    metadata,
    id_column(),
    text_column("provider"),
    opt_blob_column("account_uid"),
    text_column("base_url", default=""),
    text_column("models"),
    int_column("fetched_at"),
    UniqueConstraint("provider", "base_url"),
)

settings = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True),
    text_column("value"),
    int_column("updated_at"),
)

asset_search = Table(
    "asset_search",
    metadata,
    Column("rowid", Integer, primary_key=True),
    opt_text_column("prompt"),
    opt_text_column("text"),
    opt_text_column("tags"),
    opt_text_column("notes"),
)
"""The full-text index; ``rowid`` is ``assets.id``. Contentless: what was indexed cannot be read."""
