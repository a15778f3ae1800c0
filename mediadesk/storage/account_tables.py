"""The tables of accounts, and of what lies at the providers under them."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Table, UniqueConstraint

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

api_keys = Table(
    "api_keys",
    metadata,
    id_column(),
    uid_column(),
    ref_column("user_id", "users"),
    text_column("provider"),
    text_column("name"),
    opt_text_column("base_url"),
    opt_blob_column("encrypted_key"),
    opt_blob_column("encryption_iv"),
    opt_blob_column("encryption_salt"),
    opt_text_column("kdf"),
    opt_int_column("sealed_version"),
    text_column("last_four", default=""),
    int_column("is_active", default=1),
    int_column("is_default", default=0),
    opt_ref_column("uses_account_id", "api_keys"),
    opt_int_column("last_used_at"),
    opt_int_column("checked_at"),
    opt_text_column("check_status"),
    opt_text_column("check_message"),
    int_column("created_at"),
    opt_int_column("credit_micro"),
    opt_int_column("credit_at"),
    opt_text_column("rate_limits"),
    opt_int_column("rate_limits_at"),
    UniqueConstraint("user_id", "provider", "name"),
)

account_headers = Table(
    "account_headers",
    metadata,
    Column("account_id", Integer, ForeignKey("api_keys.id"), primary_key=True),
    text_column("names"),
    blob_column("encrypted_headers"),
    blob_column("encryption_iv"),
    blob_column("encryption_salt"),
    text_column("kdf"),
    int_column("sealed_version"),
)

remote_items = Table(
    "remote_items",
    metadata,
    id_column(),
    uid_column(),
    ref_column("account_id", "api_keys"),
    opt_ref_column("generation_id", "generations"),
    text_column("kind"),
    text_column("remote_id"),
    text_column("data", default="{}"),
    opt_int_column("size_bytes"),
    int_column("can_delete", default=1),
    opt_int_column("expires_at"),
    int_column("created_at"),
    UniqueConstraint("account_id", "kind", "remote_id"),
)
