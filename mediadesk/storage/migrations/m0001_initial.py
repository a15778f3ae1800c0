"""The first schema. Released migrations are never edited: changes come as new ones.

Times are epoch milliseconds (UTC), money is integer micro-USD, ``uid`` is a 16-byte UUIDv7, JSON is
text. Rows with money history keep their project, generation and attempt: the ledger refers to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.ids import new_uuid7

if TYPE_CHECKING:
    import sqlite3

_UID = "uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16)"
_USER = "user_id INTEGER NOT NULL REFERENCES users (id)"
_TYPE = "type TEXT NOT NULL CHECK (type IN ('text', 'image', 'video', 'audio'))"


def _flag(name: str, default: int = 0) -> str:
    return f"{name} INTEGER NOT NULL DEFAULT {default} CHECK ({name} IN (0, 1))"


_LIBRARY = (
    """CREATE TABLE library (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        library_uid BLOB NOT NULL CHECK (length(library_uid) = 16),
        created_at INTEGER NOT NULL
    ) STRICT""",
    f"""CREATE TABLE users (
        id INTEGER PRIMARY KEY,
        {_UID},
        name TEXT NOT NULL,
        created_at INTEGER NOT NULL
    ) STRICT""",
    f"""CREATE TABLE projects (
        id INTEGER PRIMARY KEY,
        {_UID},
        {_USER},
        name TEXT NOT NULL,
        description TEXT NOT NULL DEFAULT '',
        thumbnail_asset_id INTEGER REFERENCES assets (id) ON DELETE SET NULL,
        spent_micro INTEGER NOT NULL DEFAULT 0,
        settings TEXT NOT NULL DEFAULT '{{}}',
        {_flag("is_default")},
        archived_at INTEGER,
        deleted_at INTEGER,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
    ) STRICT""",
    f"""CREATE TABLE api_keys (
        id INTEGER PRIMARY KEY,
        {_UID},
        {_USER},
        provider TEXT NOT NULL,
        name TEXT NOT NULL,
        base_url TEXT,
        encrypted_key BLOB,
        encryption_iv BLOB CHECK (length(encryption_iv) = 12),
        encryption_salt BLOB CHECK (length(encryption_salt) = 64),
        kdf TEXT,
        sealed_version INTEGER,
        last_four TEXT NOT NULL DEFAULT '',
        {_flag("is_active", 1)},
        {_flag("is_default")},
        uses_account_id INTEGER REFERENCES api_keys (id) ON DELETE SET NULL,
        last_used_at INTEGER,
        checked_at INTEGER,
        check_status TEXT,
        check_message TEXT,
        created_at INTEGER NOT NULL,
        UNIQUE (user_id, provider, name)
    ) STRICT""",
)

_WORK = (
    f"""CREATE TABLE generations (
        id INTEGER PRIMARY KEY,
        {_UID},
        {_USER},
        project_id INTEGER NOT NULL REFERENCES projects (id),
        parent_id INTEGER REFERENCES generations (id) ON DELETE SET NULL,
        {_TYPE},
        provider TEXT NOT NULL,
        provider_id TEXT NOT NULL,
        model TEXT NOT NULL,
        account_id INTEGER REFERENCES api_keys (id) ON DELETE SET NULL,
        prompt TEXT NOT NULL,
        parameters TEXT NOT NULL DEFAULT '{{}}',
        extra TEXT NOT NULL DEFAULT '{{}}',
        result_count INTEGER NOT NULL DEFAULT 1,
        status TEXT NOT NULL,
        error_kind TEXT,
        error_message TEXT,
        estimate_micro INTEGER,
        charged_micro INTEGER,
        input_tokens INTEGER,
        output_tokens INTEGER,
        latency_ms INTEGER,
        local_day TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        started_at INTEGER,
        completed_at INTEGER,
        deleted_at INTEGER
    ) STRICT""",
    f"""CREATE TABLE attempts (
        id INTEGER PRIMARY KEY,
        {_UID},
        generation_id INTEGER NOT NULL REFERENCES generations (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        first_result INTEGER NOT NULL DEFAULT 0,
        result_count INTEGER NOT NULL DEFAULT 1,
        retry_of INTEGER REFERENCES attempts (id) ON DELETE SET NULL,
        state TEXT NOT NULL,
        fingerprint BLOB,
        owner TEXT,
        remote_job TEXT,
        request_id TEXT,
        not_before INTEGER,
        wait_reason TEXT,
        tries INTEGER NOT NULL DEFAULT 0,
        progress REAL,
        stage TEXT,
        partial_text TEXT,
        {_flag("cancel_requested")},
        {_flag("resumed")},
        estimate_micro INTEGER,
        hold_micro INTEGER,
        error_kind TEXT,
        error_message TEXT,
        error_status INTEGER,
        provider_code TEXT,
        error_parameter TEXT,
        billed TEXT CHECK (billed IN ('free', 'charged', 'unknown')),
        settled_as TEXT,
        finish_reason TEXT,
        usage TEXT,
        notes TEXT,
        created_at INTEGER NOT NULL,
        state_at INTEGER NOT NULL,
        submitted_at INTEGER,
        accepted_at INTEGER,
        completed_at INTEGER,
        UNIQUE (generation_id, number)
    ) STRICT""",
    """CREATE TABLE blobs (
        name TEXT PRIMARY KEY,
        size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
        refcount INTEGER NOT NULL DEFAULT 0 CHECK (refcount >= 0),
        created_at INTEGER NOT NULL
    ) STRICT""",
    f"""CREATE TABLE assets (
        id INTEGER PRIMARY KEY,
        {_UID},
        {_USER},
        project_id INTEGER NOT NULL REFERENCES projects (id),
        generation_id INTEGER REFERENCES generations (id) ON DELETE SET NULL,
        attempt_id INTEGER REFERENCES attempts (id) ON DELETE SET NULL,
        position INTEGER NOT NULL DEFAULT 0,
        {_TYPE},
        origin TEXT NOT NULL CHECK (origin IN ('result', 'import', 'input')),
        mime TEXT NOT NULL,
        extension TEXT NOT NULL,
        blob_name TEXT NOT NULL REFERENCES blobs (name),
        size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
        digest BLOB NOT NULL CHECK (length(digest) = 32),
        width INTEGER,
        height INTEGER,
        duration_ms INTEGER,
        text_preview TEXT,
        file_name TEXT,
        {_flag("favourite")},
        rating INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5),
        notes TEXT NOT NULL DEFAULT '',
        peaks BLOB,
        created_at INTEGER NOT NULL,
        deleted_at INTEGER,
        damaged_at INTEGER
    ) STRICT""",
    """CREATE TABLE inputs (
        id INTEGER PRIMARY KEY,
        generation_id INTEGER NOT NULL REFERENCES generations (id) ON DELETE CASCADE,
        asset_id INTEGER REFERENCES assets (id) ON DELETE SET NULL,
        role TEXT NOT NULL,
        position INTEGER NOT NULL DEFAULT 0,
        options TEXT NOT NULL DEFAULT '{}'
    ) STRICT""",
)

_MONEY = (
    f"""CREATE TABLE ledger_entries (
        id INTEGER PRIMARY KEY,
        {_UID},
        {_USER},
        project_id INTEGER NOT NULL REFERENCES projects (id),
        generation_id INTEGER REFERENCES generations (id),
        attempt_id INTEGER REFERENCES attempts (id),
        provider TEXT NOT NULL,
        model TEXT NOT NULL,
        {_TYPE},
        kind TEXT NOT NULL
            CHECK (kind IN ('hold', 'release', 'charge', 'refund', 'correction')),
        amount_micro INTEGER,
        basis TEXT NOT NULL CHECK (basis IN ('estimate', 'reported', 'bill', 'user')),
        price_source TEXT,
        price_date TEXT,
        local_day TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        created_at INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE events (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        subject_kind TEXT NOT NULL,
        subject_uid BLOB NOT NULL,
        digest BLOB,
        at INTEGER NOT NULL,
        mac BLOB NOT NULL CHECK (length(mac) = 32)
    ) STRICT""",
    f"""CREATE TABLE caps (
        id INTEGER PRIMARY KEY,
        {_UID},
        {_USER},
        scope TEXT NOT NULL CHECK (scope IN ('overall', 'project', 'provider', 'job')),
        project_id INTEGER REFERENCES projects (id) ON DELETE CASCADE,
        provider TEXT,
        period TEXT NOT NULL CHECK (period IN ('total', 'month', 'job')),
        limit_micro INTEGER NOT NULL CHECK (limit_micro >= 0),
        {_flag("notice_only")},
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
    ) STRICT""",
    f"""CREATE TABLE usage_rollups (
        {_USER},
        project_id INTEGER NOT NULL REFERENCES projects (id),
        provider TEXT NOT NULL,
        model TEXT NOT NULL,
        {_TYPE},
        local_day TEXT NOT NULL,
        generation_count INTEGER NOT NULL DEFAULT 0,
        attempt_count INTEGER NOT NULL DEFAULT 0,
        success_count INTEGER NOT NULL DEFAULT 0,
        failure_count INTEGER NOT NULL DEFAULT 0,
        asset_count INTEGER NOT NULL DEFAULT 0,
        charged_micro INTEGER NOT NULL DEFAULT 0,
        unknown_count INTEGER NOT NULL DEFAULT 0,
        input_tokens INTEGER NOT NULL DEFAULT 0,
        output_tokens INTEGER NOT NULL DEFAULT 0,
        latency_histogram TEXT NOT NULL DEFAULT '{{}}',
        PRIMARY KEY (user_id, local_day, project_id, provider, model, type)
    ) STRICT, WITHOUT ROWID""",
)

_ORDER = (
    f"""CREATE TABLE tags (
        id INTEGER PRIMARY KEY,
        {_UID},
        {_USER},
        name TEXT NOT NULL COLLATE NOCASE,
        UNIQUE (user_id, name)
    ) STRICT""",
    """CREATE TABLE asset_tags (
        asset_id INTEGER NOT NULL REFERENCES assets (id) ON DELETE CASCADE,
        tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
        PRIMARY KEY (asset_id, tag_id)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE collections (
        id INTEGER PRIMARY KEY,
        {_UID},
        {_USER},
        name TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('manual', 'search')),
        query TEXT,
        created_at INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE collection_assets (
        collection_id INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
        asset_id INTEGER NOT NULL REFERENCES assets (id) ON DELETE CASCADE,
        position INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (collection_id, asset_id)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE prompt_presets (
        id INTEGER PRIMARY KEY,
        {_UID},
        {_USER},
        name TEXT NOT NULL,
        {_TYPE},
        provider TEXT,
        model TEXT,
        prompt TEXT NOT NULL,
        parameters TEXT NOT NULL DEFAULT '{{}}',
        created_at INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE model_cache (
        id INTEGER PRIMARY KEY,
        provider TEXT NOT NULL,
        account_uid BLOB,
        base_url TEXT NOT NULL DEFAULT '',
        models TEXT NOT NULL,
        fetched_at INTEGER NOT NULL,
        UNIQUE (provider, base_url)
    ) STRICT""",
    """CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL,
        updated_at INTEGER NOT NULL
    ) STRICT""",
    """CREATE VIRTUAL TABLE asset_search USING fts5 (
        prompt, text, tags, notes,
        content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
    )""",
)

_INDEXES = (
    "generations_by_project ON generations (user_id, project_id, deleted_at, id DESC)",
    "generations_by_age ON generations (user_id, deleted_at, id DESC)",
    "generations_by_status ON generations (status, id DESC)",
    "generations_by_parent ON generations (parent_id) WHERE parent_id IS NOT NULL",
    "generations_by_account ON generations (account_id) WHERE account_id IS NOT NULL",
    "attempts_by_generation ON attempts (generation_id, number)",
    "attempts_by_state ON attempts (state, not_before)",
    "attempts_open ON attempts (owner, state) WHERE completed_at IS NULL",
    "attempts_by_retry ON attempts (retry_of) WHERE retry_of IS NOT NULL",
    "assets_by_age ON assets (user_id, deleted_at, created_at DESC, id DESC)",
    "assets_by_type ON assets (user_id, type, deleted_at, created_at DESC, id DESC)",
    "assets_by_project ON assets (project_id, deleted_at, created_at DESC, id DESC)",
    "assets_by_generation ON assets (generation_id, position)",
    "assets_by_attempt ON assets (attempt_id)",
    "assets_by_blob ON assets (blob_name)",
    "assets_favourite ON assets (user_id, created_at DESC, id DESC)"
    " WHERE favourite = 1 AND deleted_at IS NULL",
    "assets_damaged ON assets (damaged_at) WHERE damaged_at IS NOT NULL",
    "projects_by_thumbnail ON projects (thumbnail_asset_id) WHERE thumbnail_asset_id IS NOT NULL",
    "inputs_by_generation ON inputs (generation_id, position)",
    "inputs_by_asset ON inputs (asset_id)",
    "ledger_by_project ON ledger_entries (project_id, kind, local_day, amount_micro)",
    "ledger_by_provider ON ledger_entries (provider, local_day, kind, amount_micro)",
    "ledger_by_day ON ledger_entries (user_id, local_day, kind, amount_micro)",
    "ledger_by_generation ON ledger_entries (generation_id)",
    "ledger_by_attempt ON ledger_entries (attempt_id, kind)",
    "events_by_subject ON events (subject_uid, id)",
    "asset_tags_by_tag ON asset_tags (tag_id, asset_id DESC)",
    "collection_assets_by_position ON collection_assets (collection_id, position)",
    "collection_assets_by_asset ON collection_assets (asset_id)",
    "rollups_by_project ON usage_rollups (project_id, local_day)",
    "keys_by_shared_account ON api_keys (uses_account_id) WHERE uses_account_id IS NOT NULL",
    "caps_by_project ON caps (project_id) WHERE project_id IS NOT NULL",
)


def apply(connection: sqlite3.Connection, now_ms: int) -> None:
    """Create everything, and the row of the library's owner."""
    for statement in (*_LIBRARY, *_WORK, *_MONEY, *_ORDER):
        connection.execute(statement)
    for index in _INDEXES:
        connection.execute(f"CREATE INDEX {index}")
    for table in ("ledger_entries", "events"):
        for operation in ("UPDATE", "DELETE"):
            connection.execute(
                f"CREATE TRIGGER {table}_no_{operation.lower()} BEFORE {operation} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
    connection.execute(
        "INSERT INTO users (id, uid, name, created_at) VALUES (1, ?, 'Owner', ?)",
        (new_uuid7(now_ms).bytes, now_ms),
    )
