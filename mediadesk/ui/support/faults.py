"""What nobody expected: a plain sentence for the user, and a log line that tells where it was.

The words of such an exception may hold a prompt or a key, so neither the log nor the window gets
them: the type and the places in the code are what a report needs.
"""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

from mediadesk.domain.errors import MediadeskError
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import QT_TR_NOOP, tr

UNEXPECTED = QT_TR_NOOP(
    "Something unexpected went wrong. What is stored is safe. Try again, or close and open "
    "mediadesk; “mediadesk doctor” names the log that tells where."
)
_DEEPEST = 12
_log = logging.getLogger(__name__)


def sentence_for(error: BaseException) -> str:
    """What to tell the user; an error that nobody expected is logged first."""
    if isinstance(error, MediadeskError):
        return tr_sentence(error.sentence())
    _log.error("unexpected error in the window: %s", place_of(error))
    return tr(UNEXPECTED)


def place_of(error: BaseException) -> str:
    """The type of an error and the innermost places that it came through, without its words."""
    frames = traceback.extract_tb(error.__traceback__)[-_DEEPEST:]
    places = (f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames)
    return " > ".join([*places, type(error).__name__])
