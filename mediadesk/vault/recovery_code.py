"""The recovery code: 160 random bits that a person can write down and type again.

Eight groups of four Crockford base32 characters (https://www.crockford.com/base32.html), each with
a check character, so a slip is found in its own group. The check is a sum over GF(32) in which
every position has another weight and every group another constant: any single wrong character,
any two exchanged characters of a group and any two exchanged groups are noticed.
"""

from __future__ import annotations

import re
import secrets

from mediadesk.vault.errors import RecoveryCodeError

CODE_BYTES = 20
GROUPS = 8
DATA_CHARACTERS = 4
GROUP_LENGTH = DATA_CHARACTERS + 1

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_VALUES |= {"O": 0, "I": 1, "L": 1}
_SEPARATORS = re.compile(r"[\s\-_.\u2010-\u2015]+")
_FIELD_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1, primitive over GF(2)


def new_recovery_code() -> bytes:
    """160 fresh random bits."""
    return secrets.token_bytes(CODE_BYTES)


def format_recovery_code(code: bytes) -> str:
    """The code as a person reads it: ``XXXXC-XXXXC-…``, eight groups."""
    return "-".join(format_groups(code))


def format_groups(code: bytes) -> tuple[str, ...]:
    """The eight groups of the code, each with its check character."""
    if len(code) != CODE_BYTES:
        raise ValueError("a recovery code has 20 bytes")
    number = int.from_bytes(code)
    digits = [number >> (5 * shift) & 31 for shift in reversed(range(GROUPS * DATA_CHARACTERS))]
    groups = []
    for index in range(GROUPS):
        values = digits[index * DATA_CHARACTERS : (index + 1) * DATA_CHARACTERS]
        groups.append("".join(ALPHABET[value] for value in (*values, _check(values, index))))
    return tuple(groups)


def parse_recovery_code(text: str) -> bytes:
    """Read a code however it was typed: case, spaces and hyphens do not matter, O is 0, I and L
    are 1.

    Raises:
        RecoveryCodeError: names the groups that are wrong.
    """
    number = 0
    wrong: list[int] = []
    for index, group in enumerate(_split(text.upper())):
        values = [_VALUES.get(character, -1) for character in group]
        if not _is_whole(values, index):
            wrong.append(index + 1)
        for value in values[:DATA_CHARACTERS]:
            number = number << 5 | (value & 31)
    if wrong:
        raise RecoveryCodeError(
            f"{_name_groups(wrong)} of the recovery code {'is' if len(wrong) == 1 else 'are'} "
            "not right.",
            "Compare with your copy and correct it.",
            groups=tuple(wrong),
        )
    return number.to_bytes(CODE_BYTES)


def _split(text: str) -> list[str]:
    groups = [group for group in _SEPARATORS.split(text) if group]
    if len(groups) == GROUPS:
        return groups
    joined = "".join(groups)
    if len(joined) != GROUPS * GROUP_LENGTH:
        raise RecoveryCodeError(
            f"A recovery code has {GROUPS} groups of {GROUP_LENGTH} characters "
            f"({GROUPS * GROUP_LENGTH} in all); {len(joined)} were entered.",
            "Check that no group is missing.",
        )
    return [joined[start : start + GROUP_LENGTH] for start in range(0, len(joined), GROUP_LENGTH)]


def _name_groups(groups: list[int]) -> str:
    if len(groups) == 1:
        return f"Group {groups[0]}"
    return f"Groups {', '.join(map(str, groups[:-1]))} and {groups[-1]}"


def _is_whole(values: list[int], group_index: int) -> bool:
    if len(values) != GROUP_LENGTH or -1 in values:
        return False
    return _check(values[:DATA_CHARACTERS], group_index) == values[DATA_CHARACTERS]


def _check(values: list[int], group_index: int) -> int:
    check = group_index
    for value in values:
        check = _times_x(check ^ value)
    return check ^ group_index


def _times_x(value: int) -> int:
    value <<= 1
    return value ^ _FIELD_POLYNOMIAL if value & 32 else value
