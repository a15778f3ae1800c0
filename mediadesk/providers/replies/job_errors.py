"""Failures after a provider took a job: none may read as a refusal of the run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind


@contextmanager
def after_acceptance() -> Iterator[None]:
    """Turn refused polls and fetches into open outcomes; a job that is gone has expired.

    What the ended job itself told (an error without a status) stays as it is.
    """
    try:
        yield
    except ProviderError as error:
        is_gone = error.kind is ProviderErrorKind.NOT_FOUND
        if error.status is not None:
            error.billed = Billed.UNKNOWN
        if is_gone:
            error.kind = ProviderErrorKind.EXPIRED
            error.message = f"The job is no longer known there. {error.message}"
            error.next_step = "Check at the provider whether this run was charged."
        raise
