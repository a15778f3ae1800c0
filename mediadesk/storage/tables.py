"""The tables as SQLAlchemy Core sees them. The schema itself is made by the migrations.

Import this module only from query modules: it brings SQLAlchemy with it. A test compares every
column here with the migrated schema.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    REAL,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _uid() -> Column[bytes]:
    return Column("uid", LargeBinary, nullable=False, unique=True)


def _int(name: str, *, default: int | None = None) -> Column[int]:
    server = None if default is None else text(str(default))
    return Column(name, Integer, nullable=False, server_default=server)


def _opt_int(name: str) -> Column[Any]:
    return Column(name, Integer)


def _text(name: str, *, default: str | None = None) -> Column[str]:
    server = None if default is None else text(f"'{default}'")
    return Column(name, Text, nullable=False, server_default=server)


def _opt_text(name: str) -> Column[Any]:
    return Column(name, Text)


def _blob(name: str) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False)


def _opt_blob(name: str) -> Column[Any]:
    return Column(name, LargeBinary)


def _ref(name: str, target: str) -> Column[int]:
    return Column(name, Integer, ForeignKey(f"{target}.id"), nullable=False)


def _opt_ref(name: str, target: str) -> Column[Any]:
    return Column(name, Integer, ForeignKey(f"{target}.id"))


library = Table("library", metadata, _id(), _blob("library_uid"), _int("created_at"))

users = Table("users", metadata, _id(), _uid(), _text("name"), _int("created_at"))

projects = Table(
    "projects",
    metadata,
    _id(),
    _uid(),
    _ref("user_id", "users"),
    _text("name"),
    _text("description", default=""),
    _opt_ref("thumbnail_asset_id", "assets"),
    _int("spent_micro", default=0),
    _text("settings", default="{}"),
    _int("is_default", default=0),
    _opt_int("archived_at"),
    _opt_int("deleted_at"),
    _int("created_at"),
    _int("updated_at"),
)

api_keys = Table(
    "api_keys",
    metadata,
    _id(),
    _uid(),
    _ref("user_id", "users"),
    _text("provider"),
    _text("name"),
    _opt_text("base_url"),
    _opt_blob("encrypted_key"),
    _opt_blob("encryption_iv"),
    _opt_blob("encryption_salt"),
    _opt_text("kdf"),
    _opt_int("sealed_version"),
    _text("last_four", default=""),
    _int("is_active", default=1),
    _int("is_default", default=0),
    _opt_ref("uses_account_id", "api_keys"),
    _opt_int("last_used_at"),
    _opt_int("checked_at"),
    _opt_text("check_status"),
    _opt_text("check_message"),
    _int("created_at"),
    UniqueConstraint("user_id", "provider", "name"),
)

generations = Table(
    "generations",
    metadata,
    _id(),
    _uid(),
    _ref("user_id", "users"),
    _ref("project_id", "projects"),
    _opt_ref("parent_id", "generations"),
    _text("type"),
    _text("provider"),
    _text("provider_id"),
    _text("model"),
    _opt_ref("account_id", "api_keys"),
    _text("prompt"),
    _text("parameters", default="{}"),
    _text("extra", default="{}"),
    _int("result_count", default=1),
    _text("status"),
    _opt_text("error_kind"),
    _opt_text("error_message"),
    _opt_int("estimate_micro"),
    _opt_int("charged_micro"),
    _opt_int("input_tokens"),
    _opt_int("output_tokens"),
    _opt_int("latency_ms"),
    _text("local_day"),
    _int("created_at"),
    _int("updated_at"),
    _opt_int("started_at"),
    _opt_int("completed_at"),
    _opt_int("deleted_at"),
)

attempts = Table(
    "attempts",
    metadata,
    _id(),
    _uid(),
    _ref("generation_id", "generations"),
    _int("number"),
    _int("first_result", default=0),
    _int("result_count", default=1),
    _opt_ref("retry_of", "attempts"),
    _text("state"),
    _opt_blob("fingerprint"),
    _opt_text("owner"),
    _opt_text("remote_job"),
    _opt_text("request_id"),
    _opt_int("not_before"),
    _opt_text("wait_reason"),
    _int("tries", default=0),
    Column("progress", REAL),
    _opt_text("stage"),
    _opt_text("partial_text"),
    _int("cancel_requested", default=0),
    _int("resumed", default=0),
    _opt_int("estimate_micro"),
    _opt_int("hold_micro"),
    _opt_text("error_kind"),
    _opt_text("error_message"),
    _opt_int("error_status"),
    _opt_text("provider_code"),
    _opt_text("error_parameter"),
    _opt_text("billed"),
    _opt_text("settled_as"),
    _opt_text("finish_reason"),
    _opt_text("usage"),
    _opt_text("notes"),
    _int("created_at"),
    _int("state_at"),
    _opt_int("submitted_at"),
    _opt_int("accepted_at"),
    _opt_int("completed_at"),
    UniqueConstraint("generation_id", "number"),
)

blobs = Table(
    "blobs",
    metadata,
    Column("name", Text, primary_key=True),
    _int("size_bytes"),
    _int("refcount", default=0),
    _int("created_at"),
)

assets = Table(
    "assets",
    metadata,
    _id(),
    _uid(),
    _ref("user_id", "users"),
    _ref("project_id", "projects"),
    _opt_ref("generation_id", "generations"),
    _opt_ref("attempt_id", "attempts"),
    _int("position", default=0),
    _text("type"),
    _text("origin"),
    _text("mime"),
    _text("extension"),
    Column("blob_name", Text, ForeignKey("blobs.name"), nullable=False),
    _int("size_bytes"),
    _blob("digest"),
    _opt_int("width"),
    _opt_int("height"),
    _opt_int("duration_ms"),
    _opt_text("text_preview"),
    _opt_text("file_name"),
    _int("favourite", default=0),
    _int("rating", default=0),
    _text("notes", default=""),
    _opt_blob("peaks"),
    _int("created_at"),
    _opt_int("deleted_at"),
    _opt_int("damaged_at"),
)

inputs = Table(
    "inputs",
    metadata,
    _id(),
    _ref("generation_id", "generations"),
    _opt_ref("asset_id", "assets"),
    _text("role"),
    _int("position", default=0),
    _text("options", default="{}"),
)

ledger_entries = Table(
    "ledger_entries",
    metadata,
    _id(),
    _uid(),
    _ref("user_id", "users"),
    _ref("project_id", "projects"),
    _opt_ref("generation_id", "generations"),
    _opt_ref("attempt_id", "attempts"),
    _text("provider"),
    _text("model"),
    _text("type"),
    _text("kind"),
    _opt_int("amount_micro"),
    _text("basis"),
    _opt_text("price_source"),
    _opt_text("price_date"),
    _text("local_day"),
    _text("note", default=""),
    _int("created_at"),
)

events = Table(
    "events",
    metadata,
    _id(),
    _text("kind"),
    _text("subject_kind"),
    _blob("subject_uid"),
    _opt_blob("digest"),
    _int("at"),
    _blob("mac"),
)

caps = Table(
    "caps",
    metadata,
    _id(),
    _uid(),
    _ref("user_id", "users"),
    _text("scope"),
    _opt_ref("project_id", "projects"),
    _opt_text("provider"),
    _text("period"),
    _int("limit_micro"),
    _int("notice_only", default=0),
    _int("created_at"),
    _int("updated_at"),
)

usage_rollups = Table(
    "usage_rollups",
    metadata,
    _ref("user_id", "users"),
    _ref("project_id", "projects"),
    _text("provider"),
    _text("model"),
    _text("type"),
    _text("local_day"),
    _int("generation_count", default=0),
    _int("attempt_count", default=0),
    _int("success_count", default=0),
    _int("failure_count", default=0),
    _int("asset_count", default=0),
    _int("charged_micro", default=0),
    _int("unknown_count", default=0),
    _int("input_tokens", default=0),
    _int("output_tokens", default=0),
    _text("latency_histogram", default="{}"),
    PrimaryKeyConstraint("user_id", "local_day", "project_id", "provider", "model", "type"),
)

tags = Table(
    "tags",
    metadata,
    _id(),
    _uid(),
    _ref("user_id", "users"),
    Column("name", Text(collation="NOCASE"), nullable=False),
    UniqueConstraint("user_id", "name"),
)

asset_tags = Table(
    "asset_tags",
    metadata,
    _ref("asset_id", "assets"),
    _ref("tag_id", "tags"),
    PrimaryKeyConstraint("asset_id", "tag_id"),
)

collections = Table(
    "collections",
    metadata,
    _id(),
    _uid(),
    _ref("user_id", "users"),
    _text("name"),
    _text("kind"),
    _opt_text("query"),
    _int("created_at"),
)

collection_assets = Table(
    "collection_assets",
    metadata,
    _ref("collection_id", "collections"),
    _ref("asset_id", "assets"),
    _int("position", default=0),
    PrimaryKeyConstraint("collection_id", "asset_id"),
)

prompt_presets = Table(
    "prompt_presets",
    metadata,
    _id(),
    _uid(),
    _ref("user_id", "users"),
    _text("name"),
    _text("type"),
    _opt_text("provider"),
    _opt_text("model"),
    _text("prompt"),
    _text("parameters", default="{}"),
    _int("created_at"),
)

model_cache = Table(
    "model_cache",
    metadata,
    _id(),
    _text("provider"),
    _opt_blob("account_uid"),
    _text("base_url", default=""),
    _text("models"),
    _int("fetched_at"),
    UniqueConstraint("provider", "base_url"),
)

settings = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True),
    _text("value"),
    _int("updated_at"),
)

asset_search = Table(
    "asset_search",
    metadata,
    Column("rowid", Integer, primary_key=True),
    _opt_text("prompt"),
    _opt_text("text"),
    _opt_text("tags"),
    _opt_text("notes"),
)
"""The full-text index; ``rowid`` is ``assets.id``. Contentless: what was indexed cannot be read."""
