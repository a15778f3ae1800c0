"""The kinds of columns that the tables have, and the schema that the tables belong to."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Text, text

metadata = MetaData()
"""Every table of the library belongs to it."""


def id_column() -> Column[int]:
    """The row number."""
    return Column("id", Integer, primary_key=True)


def uid_column() -> Column[bytes]:
    """The UUIDv7 by which the row is known outside."""
    return Column("uid", LargeBinary, nullable=False, unique=True)


def int_column(name: str, *, default: int | None = None) -> Column[int]:
    """An integer that is always there."""
    server = None if default is None else text(str(default))
    return Column(name, Integer, nullable=False, server_default=server)


def opt_int_column(name: str) -> Column[Any]:
    """An integer or NULL."""
    return Column(name, Integer)


def text_column(name: str, *, default: str | None = None) -> Column[str]:
    """A text that is always there."""
    server = None if default is None else text(f"'{default}'")
    return Column(name, Text, nullable=False, server_default=server)


def opt_text_column(name: str) -> Column[Any]:
    """A text or NULL."""
    return Column(name, Text)


def blob_column(name: str) -> Column[bytes]:
    """Bytes that are always there."""
    return Column(name, LargeBinary, nullable=False)


def opt_blob_column(name: str) -> Column[Any]:
    """Bytes or NULL."""
    return Column(name, LargeBinary)


def ref_column(name: str, target: str) -> Column[int]:
    """The row number of a row of *target*."""
    return Column(name, Integer, ForeignKey(f"{target}.id"), nullable=False)


def opt_ref_column(name: str, target: str) -> Column[Any]:
    """The row number of a row of *target*, or NULL."""
    return Column(name, Integer, ForeignKey(f"{target}.id"))
