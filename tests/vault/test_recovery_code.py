"""The recovery code as people type it: tolerant of spelling, exact about the place of an error."""

import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediadesk.vault.errors import RecoveryCodeError
from mediadesk.vault.recovery_code import (
    ALPHABET,
    CODE_BYTES,
    format_groups,
    format_recovery_code,
    new_recovery_code,
    parse_recovery_code,
)

codes = st.binary(min_size=CODE_BYTES, max_size=CODE_BYTES)


@given(codes)
def test_what_is_written_down_is_read_back(code: bytes) -> None:
    text = format_recovery_code(code)
    assert [len(group) for group in text.split("-")] == [5] * 8
    assert parse_recovery_code(text) == code


@given(codes)
def test_spelling_does_not_matter(code: bytes) -> None:
    text = format_recovery_code(code)
    assert parse_recovery_code(text.lower().replace("-", " ")) == code
    assert parse_recovery_code(text.replace("-", "")) == code
    assert parse_recovery_code(text.replace("0", "O").replace("1", "l")) == code
    assert parse_recovery_code(f"  {text.replace('1', 'I').replace('-', ' – ')}\n") == code


@given(codes, st.integers(0, 39), st.integers(1, 31))
def test_one_wrong_character_is_found_in_its_group(code: bytes, place: int, shift: int) -> None:
    groups = list(format_groups(code))
    group, position = divmod(place, 5)
    right = groups[group][position]
    wrong = ALPHABET[(ALPHABET.index(right) + shift) % 32]
    groups[group] = groups[group][:position] + wrong + groups[group][position + 1 :]
    with pytest.raises(RecoveryCodeError) as caught:
        parse_recovery_code("-".join(groups))
    assert caught.value.groups == (group + 1,)
    assert f"Group {group + 1} of" in caught.value.message


@given(codes, st.integers(0, 7), st.integers(0, 3))
def test_exchanged_neighbours_are_found(code: bytes, group: int, position: int) -> None:
    groups = list(format_groups(code))
    text = groups[group]
    swapped = text[:position] + text[position + 1] + text[position] + text[position + 2 :]
    groups[group] = swapped
    if swapped == text:
        assert parse_recovery_code("-".join(groups)) == code
        return
    with pytest.raises(RecoveryCodeError) as caught:
        parse_recovery_code("-".join(groups))
    assert caught.value.groups == (group + 1,)


@given(codes, st.permutations(range(8)))
def test_groups_in_another_order_are_found(code: bytes, order: list[int]) -> None:
    groups = format_groups(code)
    moved = tuple(index + 1 for index, source in enumerate(order) if source != index)
    text = "-".join(groups[source] for source in order)
    if not moved:
        assert parse_recovery_code(text) == code
        return
    with pytest.raises(RecoveryCodeError) as caught:
        parse_recovery_code(text)
    assert caught.value.groups == moved


def test_a_missing_character_names_its_group() -> None:
    groups = list(format_groups(new_recovery_code()))
    groups[4] = groups[4][:-1]
    with pytest.raises(RecoveryCodeError, match="Group 5") as caught:
        parse_recovery_code(" ".join(groups))
    assert caught.value.groups == (5,)


def test_a_missing_group_is_said() -> None:
    groups = format_groups(new_recovery_code())
    with pytest.raises(RecoveryCodeError, match="35 were entered"):
        parse_recovery_code("-".join(groups[:-1]))
    with pytest.raises(RecoveryCodeError, match="0 were entered"):
        parse_recovery_code("")


def test_several_wrong_groups_are_named_together() -> None:
    groups = list(format_groups(bytes(CODE_BYTES)))
    groups[1], groups[6] = "U0000", "!!!!!"
    with pytest.raises(RecoveryCodeError, match="Groups 2 and 7 of"):
        parse_recovery_code("-".join(groups))


def test_codes_are_random() -> None:
    assert len({new_recovery_code() for _ in range(50)}) == 50
    assert secrets.compare_digest(bytes(20), parse_recovery_code(format_recovery_code(bytes(20))))
