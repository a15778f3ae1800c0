"""HTTP statuses as meanings: the base that each provider's own error reader refines."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, datetime

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind
from mediadesk.providers.network.endpoint import ErrorReply

_K = ProviderErrorKind
_KINDS: Mapping[int, ProviderErrorKind] = {
    400: _K.BAD_REQUEST,
    401: _K.AUTH,
    402: _K.CREDIT,
    403: _K.PERMISSION,
    404: _K.NOT_FOUND,
    408: _K.TIMEOUT,
    410: _K.EXPIRED,
    413: _K.TOO_LARGE,
    422: _K.BAD_REQUEST,
    429: _K.RATE_LIMIT,
    503: _K.OVERLOADED,
    504: _K.TIMEOUT,
    524: _K.TIMEOUT,
    529: _K.OVERLOADED,
}
SENTENCES: Mapping[ProviderErrorKind, tuple[str, str]] = {
    _K.AUTH: ("{label} does not accept the key.", "Check the key in Settings, Keys."),
    _K.PERMISSION: ("The key may not do this at {label}.", "Check the key's rights there."),
    _K.CREDIT: ("There is no credit left at {label}.", "Add credit there, then try again."),
    _K.RATE_LIMIT: ("{label} asks to wait: too many requests.", "Wait and try again."),
    _K.BLOCKED: ("{label} refused this content.", "Change the prompt or the inputs."),
    _K.BAD_REQUEST: ("{label} refused the request.", "Change the named setting and try again."),
    _K.NOT_FOUND: ("{label} does not know this model or address.", "Choose another model."),
    _K.RETIRED: ("{label} no longer offers this model.", "Choose another model."),
    _K.TOO_LARGE: ("The request is too large for {label}.", "Use smaller inputs."),
    _K.OVERLOADED: ("{label} is overloaded.", "Try again in a few minutes."),
    _K.TIMEOUT: ("{label} did not answer in time.", "Try again in a few minutes."),
    _K.SERVER: ("{label} failed on its side.", "Try again in a few minutes."),
    _K.EXPIRED: ("The result is no longer kept at {label}.", "Generate it again."),
}
_UNCERTAIN_FROM = 500


def kind_of_status(status: int) -> ProviderErrorKind:
    """The meaning of a status alone."""
    if 300 <= status < 400:
        return ProviderErrorKind.MALFORMED
    fallback = _K.SERVER if status >= _UNCERTAIN_FROM else _K.BAD_REQUEST
    return _KINDS.get(status, fallback)


def status_error(
    reply: ErrorReply,
    label: str,
    *,
    kind: ProviderErrorKind | None = None,
    detail: str = "",
    code: str | None = None,
    parameter: str | None = None,
    provider_answered: bool = False,
) -> ProviderError:
    """Build the error for a reply; ``detail`` is the provider's own, already redacted text."""
    if 300 <= reply.status < 400:
        return ProviderError(
            ProviderErrorKind.MALFORMED,
            f"{label} pointed to another address, which is not followed (HTTP {reply.status}).",
            "Check the base address in Settings, Keys.",
            status=reply.status,
            request_id=reply.request_id,
        )
    kind = kind or kind_of_status(reply.status)
    sentence, next_step = SENTENCES.get(kind, SENTENCES[_K.SERVER])
    message = sentence.format(label=label)
    message = f"{message} It says: {detail}" if detail else f"{message} (HTTP {reply.status})"
    refused_outright = reply.status < _UNCERTAIN_FROM and reply.status != 408
    return ProviderError(
        kind,
        message,
        next_step,
        status=reply.status,
        provider_code=code,
        parameter=parameter,
        request_id=reply.request_id,
        retry_after_s=reply.retry_after_s,
        billed=Billed.FREE if refused_outright else Billed.UNKNOWN,
        provider_answered=provider_answered,
    )


def retry_after_s(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Seconds to wait as told by ``retry-after-ms`` or ``Retry-After`` (RFC 9110 §10.2.3)."""
    milliseconds = _number(headers.get("retry-after-ms", ""))
    if milliseconds is not None:
        return milliseconds / 1000
    text = headers.get("retry-after", "")
    seconds = _number(text)
    if seconds is not None:
        return seconds
    from email.utils import parsedate_to_datetime

    try:
        when = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None  # no date, or one beyond all calendars
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - (now or datetime.now(UTC))).total_seconds())


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None
