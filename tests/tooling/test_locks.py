"""The lock files: complete, hashed, and free of any index address."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
LEVELS = ("runtime", "dev", "sdk")

PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[([a-z0-9,._-]+)\])?==(\S+)")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


def lock_text(level: str) -> str:
    return (ROOT / "packaging" / "locks" / f"{level}.txt").read_text(encoding="utf-8")


def pinned(level: str) -> dict[str, Requirement]:
    """Package → its pin with extras and marker; each entry must have at least one hash."""
    entries = re.split(r"\n(?=\S)", lock_text(level))
    found = {}
    for entry in entries:
        if entry.startswith("#"):
            continue
        match = PINNED.match(entry)
        assert match, f"not pinned: {entry[:80]!r}"
        assert HASH.search(entry), f"no hash: {match[1]}"
        found[match[1]] = Requirement(entry.partition("\\")[0])
    return found


def pins(level: str) -> dict[str, str]:
    """Package → version."""
    return {name: str(pin.specifier).removeprefix("==") for name, pin in pinned(level).items()}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("level", LEVELS)
def test_no_lock_names_an_index(level: str) -> None:
    text = lock_text(level)
    assert "://" not in text
    assert not re.search(r"--(extra-)?index-url|--find-links|--trusted-host", text)


def test_each_lock_contains_the_one_before() -> None:
    runtime, dev, sdk = (pins(level) for level in LEVELS)
    assert runtime.items() < dev.items() < sdk.items()


def test_every_dependency_is_locked() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {"runtime": settings["project"]["dependencies"], **settings["dependency-groups"]}
    for level, requirements in wanted.items():
        plain = [word for word in requirements if isinstance(word, str)]
        names = {normal(re.split(r"[<>=!~ \[;]", word)[0]) for word in plain}
        missing = names - pins(level).keys()
        assert not missing, f"{level}: not in the lock: {missing}"


@pytest.mark.parametrize("level", ["runtime", "dev", pytest.param("sdk", marks=pytest.mark.full)])
def test_each_lock_holds_what_its_packages_ask_for(level: str) -> None:
    """With their extras: pip takes a pin without them for another package and installs nothing."""
    lock = pinned(level)
    used = {name: pin for name, pin in lock.items() if pin.marker is None or pin.marker.evaluate()}
    missing = []
    for name, pin in used.items():
        for wanted in asked_for(name, pin.extras):
            there = used.get(normal(wanted.name))
            if there is None or not wanted.extras <= there.extras:
                missing.append(f"{name} asks for {wanted}")
    assert not missing


def asked_for(name: str, extras: set[str]) -> list[Requirement]:
    """What a package needs on this machine. It must be installed: the lock's level is set up."""
    try:
        told = [Requirement(line) for line in requires(name) or ()]
    except PackageNotFoundError:
        pytest.fail(f"{name} is in the lock and not installed")
    return [
        one
        for one in told
        if one.marker is None
        or any(one.marker.evaluate({"extra": extra}) for extra in {"", *extras})
    ]


def test_qt_binding_stays_below_the_release_that_loses_references() -> None:
    version = tuple(int(part) for part in pins("runtime")["pyside6-essentials"].split("."))
    assert (6, 11, 3) <= version < (6, 12)
