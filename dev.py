#!/usr/bin/env python3
"""Sets mediadesk up and runs its tools; needs nothing but Python 3.11 and its standard library.

    python3 dev.py run [ARGS]     set up, then open the app (or run one of its commands)
    python3 dev.py test [ARGS]    set up, then run the tests; --full adds the long suites

It keeps a virtual environment in .venv and remembers in it what it has already made sure of, so
that a second start costs next to nothing. It installs from wherever pip is configured to look.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the check is for people who start it with an older one
    sys.exit(
        f"mediadesk needs Python 3.11 or newer, this is {sys.version.split()[0]}. "
        "Start dev.py with a newer one, for example: python3.11 dev.py run"
    )

import argparse
import ctypes
import hashlib
import json
import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "mediadesk-setup.json"
LOCKS = ROOT / "packaging" / "locks"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
EXIT_USAGE = 2
EXIT_ENVIRONMENT = 10

Command = Callable[[list[str], bool], int]
"""Takes the words after the command and whether system packages may be installed."""

LOCK_LEVELS = ("runtime", "dev", "sdk")
"""Each contains the one before: what the app needs, what its tests need, what --full needs."""

QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libpulse.so.0": "libpulse0",
    "libXrandr.so.2": "libxrandr2",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""Shared libraries that the Qt wheels expect from the system, with the Debian package of each."""

TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "ffprobe": "ffmpeg",
    "dbus-run-session": "dbus-daemon",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}
"""Programs that drive or check the app from outside in tests and screenshots."""

SPREAD = ["--numprocesses=auto", "--maxprocesses=4", "--dist=worksteal"]
"""How the whole suite shares the processors, so that a hanging test ends one process of several."""

APT_INSTALL = ["apt-get", "install", "-y", "--no-install-recommends"]

PROXIES = ("http_proxy", "https_proxy", "no_proxy")
"""Settings of this user that sudo would drop on the way to apt-get."""


class SetupError(Exception):
    """Something the machine lacks; the text says what and what to type."""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description=(__doc__ or "").split("\n\n")[0],
        epilog="Everything after the command goes to that command.",
    )
    parser.add_argument(
        "--no-system-packages",
        action="store_true",
        help="neither look for nor install packages of the operating system",
    )
    listing = "; ".join(f"{name}: {text}" for name, (_, text) in COMMANDS.items())
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND", help=listing)
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="ARGS", help="for the command")
    options = parser.parse_args(arguments)
    rest = [word for word in options.rest if word != "--no-system-packages"]
    system_packages = not options.no_system_packages and len(rest) == len(options.rest)
    try:
        return COMMANDS[options.command][0](rest, system_packages)
    except (SetupError, OSError) as error:
        say(str(error))
        return EXIT_ENVIRONMENT


# ------------------------------------------------------------------------------------ commands


def command_setup(rest: list[str], system_packages: bool) -> int:
    expect(rest, [])
    ensure("dev", system_packages, QT_LIBRARIES, TEST_PROGRAMS)
    say(f"ready: {PYTHON.relative_to(ROOT)}")
    return 0


def command_run(rest: list[str], system_packages: bool) -> int:
    ensure("runtime", system_packages, QT_LIBRARIES)
    return become([str(PYTHON), "-m", "mediadesk", *rest])


def command_test(rest: list[str], system_packages: bool) -> int:
    full = "--full" in rest
    ensure("sdk" if full else "dev", system_packages, QT_LIBRARIES, TEST_PROGRAMS)
    os.chdir(ROOT)
    names_tests = any(not word.startswith("-") for word in rest)
    return become([str(PYTHON), "-m", "pytest", *([] if names_tests else SPREAD), *rest])


def command_check(rest: list[str], system_packages: bool) -> int:
    expect(rest, [])
    ensure("dev", system_packages)
    failed = [name for name, words in CHECKS.items() if not check_passes(name, words)]
    print("check: " + (f"failed: {', '.join(failed)}" if failed else "all passed"))
    return 1 if failed else 0


def script(level: str, path: str, *allowed: str) -> Command:
    def command(rest: list[str], system_packages: bool) -> int:
        expect(rest, list(allowed))
        ensure(level, system_packages)
        return become([str(PYTHON), str(ROOT / path), *rest])

    return command


def expect(rest: list[str], allowed: list[str]) -> None:
    unknown = [word for word in rest if word not in allowed]
    if unknown:
        say(f"unknown argument: {shlex.join(unknown)}")
        sys.exit(EXIT_USAGE)


def tool(module: str) -> Command:
    """A command that runs a module beside the tests, on a virtual screen where there is none."""

    def command(rest: list[str], system_packages: bool) -> int:
        ensure("dev", system_packages, QT_LIBRARIES, TEST_PROGRAMS)
        words = [str(PYTHON), "-m", module, *rest]
        if not has_display():
            if shutil.which("xvfb-run") is None:
                raise SetupError("there is no display and no xvfb-run; install the package xvfb")
            words = ["xvfb-run", "-a", "-s", "-screen 0 1920x1200x24", *words]
        return become(words)

    return command


COMMANDS: dict[str, tuple[Command, str]] = {
    "run": (command_run, "open the app"),
    "test": (command_test, "run the tests"),
    "setup": (command_setup, "set up and do nothing else"),
    "check": (command_check, "style, types, import contracts, dead code"),
    "bench": (tool("tests.bench"), "measure, beside a reference in the same run"),
    "shots": (tool("tests.shots"), "pictures of every page into a folder"),
    "simulator": (tool("tests.simulator"), "a provider on this machine, for trying things out"),
    "make-library": (tool("tests.bench.make_library"), "a large library for measuring"),
    "prices": (script("sdk", "packaging/check_prices.py"), "compare text prices with public data"),
    "translations": (script("dev", "packaging/translations.py"), "update and compile languages"),
    "lock": (script("runtime", "packaging/locks/make_locks.py", "--upgrade"), "write lock files"),
}

CHECKS = {
    "style": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "imports": ["lint-imports"],
    "dead code": ["vulture"],
}


def check_passes(name: str, words: list[str]) -> bool:
    print(f"== {name}", flush=True)
    program = PYTHON.with_name(words[0])
    return subprocess.run([program, *words[1:]], cwd=ROOT, check=False).returncode == 0


# --------------------------------------------------------------------------------------- setup


def ensure(
    level: str,
    system_packages: bool,
    libraries: dict[str, str] | None = None,
    programs: dict[str, str] | None = None,
) -> None:
    """Make sure of the virtual environment and of what the system must bring; cheap when done."""
    stamp = read_stamp()
    state = wanted_state(stamp, level)
    kept = PYTHON.exists() and state.items() <= stamp.items()
    fits = kept or environment_fits(stamp)
    needs: dict[str, dict[str, str]] = {}
    if sys.platform == "linux" and system_packages:
        needs = {"libraries": libraries or {}, "programs": programs or {}}
        needs = {kind: names for kind, names in needs.items() if stamp.get(kind) != sorted(names)}
    if not ensure_system(needs, system_packages, environment=not fits):
        needs.pop("programs")  # not there, so not to be remembered as there
    if not kept:
        STAMP.unlink(missing_ok=True)
        if not fits:
            make_environment()
        say(f"installing the locked packages ({level}); the first time takes a few minutes")
        install(str(state["level"]))
        link_checkout()
    if not kept or any(needs.values()):
        done = {kind: sorted(names) for kind, names in needs.items() if names}
        write_stamp({**stamp, **state, **done})


def wanted_state(stamp: dict[str, object], level: str) -> dict[str, object]:
    """What the stamp must say for the environment to serve; it never shrinks to a lower level."""
    have = stamp.get("level")
    if have in LOCK_LEVELS:
        level = max(level, str(have), key=LOCK_LEVELS.index)
    lock = hashlib.sha256((LOCKS / f"{level}.txt").read_bytes()).hexdigest()
    return {"python": VERSION, "root": str(ROOT), "level": level, "lock": lock}


def environment_fits(stamp: dict[str, object]) -> bool:
    """Whether .venv works, lies where it was made (its scripts say so) and has this version."""
    if not PYTHON.exists() or stamp.get("root", str(ROOT)) != str(ROOT):
        return False
    return answer(PYTHON, "import sys, pip; print('%d.%d' % sys.version_info[:2])") == VERSION


def make_environment() -> None:
    say("making the virtual environment in .venv")
    result = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=False)
    if result.returncode != 0:
        raise SetupError(f"could not make a virtual environment in {VENV}")


def install(level: str) -> None:
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    what = ["--require-hashes", "--only-binary", ":all:", "-r", str(LOCKS / f"{level}.txt")]
    if subprocess.run([*pip, "--no-input", *what], check=False).returncode != 0:
        raise SetupError("pip could not install the locked packages; its reason is above")


def link_checkout() -> None:
    """Let the environment import mediadesk from this folder, wherever it is started."""
    packages = Path(answer(PYTHON, "import sysconfig; print(sysconfig.get_path('purelib'))"))
    (packages / "mediadesk-checkout.pth").write_text(f"{ROOT}\n", encoding="utf-8")


def answer(python: str | Path, code: str) -> str:
    """What the code prints, in a process of its own, so that what was just installed counts."""
    command = [str(python), "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


# ------------------------------------------------------------------------------ system packages


def ensure_system(needs: dict[str, dict[str, str]], allowed: bool, *, environment: bool) -> bool:
    """Install the packages of all that is missing, in one go; True: nothing is missing now.

    Without the libraries and a Python that makes environments there is no going on: SetupError.
    Without the programs there is: the user is told.
    """
    required, optional = missing_packages(needs, environment)
    prefix = root_prefix() if allowed and (required or optional) else None
    if prefix is not None:
        say(f"missing on this machine: {', '.join({**required, **optional})}; installing")
        if not apt_install(prefix, {**required, **optional}) and required and optional:
            apt_install(prefix, required)
        required, optional = missing_packages(needs, environment)
    missing = {**required, **optional}
    if not missing:
        return True
    advice = f"missing on this machine: {', '.join(missing)}\n  {how_to_install(missing)}"
    if required:
        raise SetupError(advice)
    say(f"{advice}\n  Going on without: what needs them is left out or says so.")
    return False


def missing_packages(
    needs: dict[str, dict[str, str]], environment: bool
) -> tuple[dict[str, str], dict[str, str]]:
    """Name → Debian package of what is missing: what must be there, what had better be."""
    libraries = needs.get("libraries", {})
    required = {name: package for name, package in libraries.items() if not library_loads(name)}
    if environment and not answer(sys.executable, "import venv, ensurepip; print('ready')"):
        required["the Python module ensurepip"] = f"python{VERSION}-venv"
    programs = needs.get("programs", {})
    return required, {name: programs[name] for name in programs if not shutil.which(name)}


def library_loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def apt_install(prefix: list[str], missing: dict[str, str]) -> bool:
    command = [*prefix, *APT_INSTALL, *package_names(missing)]
    if subprocess.run(command, capture_output=True, check=False).returncode == 0:
        return True
    # Package lists that are missing or out of date are the usual reason: fetch them, try once more.
    subprocess.run([*prefix, "apt-get", "update", "-q"], stdout=sys.stderr, check=False)
    command = [*prefix, *APT_INSTALL, *package_names(missing)]
    return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0


def how_to_install(missing: dict[str, str]) -> str:
    if shutil.which("apt-get") is None:
        return f"Install them; Debian calls the packages {' '.join(sorted(missing.values()))}"
    return f"To install, type: sudo {shlex.join([*APT_INSTALL, *package_names(missing)])}"


def package_names(missing: dict[str, str]) -> list[str]:
    return sorted({available_name(package) for package in missing.values()})


def root_prefix() -> list[str] | None:
    """What to put before a command to run it as root without a question; None: not possible."""
    settings = ["env", "DEBIAN_FRONTEND=noninteractive"]
    settings += [f"{name}={os.environ[name]}" for name in PROXIES if name in os.environ]
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return settings
    if shutil.which("sudo") is None:
        return None
    probe = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n", *settings] if probe.returncode == 0 else None


def available_name(package: str) -> str:
    """The name under which this release has it: Ubuntu and Debian 13 renamed some to …t64."""
    for name in (package, f"{package}t64"):
        known = subprocess.run(["apt-cache", "show", name], capture_output=True)
        if known.returncode == 0 and known.stdout:
            return name
    return package


def read_stamp() -> dict[str, object]:
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(stamp: dict[str, object]) -> None:
    temporary = STAMP.with_suffix(".tmp")
    temporary.write_text(json.dumps(stamp, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    temporary.replace(STAMP)


def has_display() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def become(command: list[str]) -> int:
    """Replace this process by the command, or wait for it where processes cannot be replaced."""
    sys.stdout.flush()
    sys.stderr.flush()
    if not WINDOWS:
        os.execvp(command[0], command)
    return subprocess.run(command, check=False).returncode


def say(text: str) -> None:
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
