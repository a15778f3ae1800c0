"""Writes the lock files anew from pyproject.toml; run it as `python3 dev.py lock [--upgrade]`.

Each lock names every package with its exact version and the hashes of all its wheels, for every
platform and for Python 3.11 to 3.13, and no address of any package index. A lock contains the one
before it: runtime, dev, sdk. Extras are named where a package asks for them (``name[extra]==…``):
pip takes a pin without them for another package and refuses the whole lock.
"""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

RESOLVER = "uv==0.13.9"
LOCKS = Path(__file__).resolve().parent
ROOT = LOCKS.parents[1]

HEADER = "# Written by `python3 dev.py lock` from pyproject.toml; do not edit.\n"

GROUPS = {"sdk": ["--group", "sdk"], "dev": ["--group", "dev"], "runtime": []}
"""Largest first: the smaller ones then take over its versions."""


def main(arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        resolver = make_resolver(Path(folder))
        known: list[str] = []
        for name, groups in GROUPS.items():
            lock = LOCKS / f"{name}.txt"
            if "--upgrade" in arguments or known:
                lock.unlink(missing_ok=True)
            compile_lock(resolver, lock, [*groups, *known])
            known = ["--constraints", str(lock.relative_to(ROOT))]
    return 0


def make_resolver(folder: Path) -> Path:
    """Install the resolver from pip's own configured sources and return its path."""
    venv.create(folder, with_pip=True)
    binaries = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pip = [str(binaries / "python"), "-m", "pip", "install", "--quiet", RESOLVER]
    subprocess.run([*pip, "--disable-pip-version-check"], check=True)
    return binaries / "uv"


def compile_lock(resolver: Path, lock: Path, options: list[str]) -> None:
    command = [
        str(resolver), "pip", "compile", "pyproject.toml", *options,
        "--universal", "--python-version", "3.11", "--generate-hashes",
        "--only-binary", ":all:", "--no-strip-extras",
        "--no-header", "--no-annotate", "--no-emit-index-url", "--quiet",
         "--output-file", str(lock.relative_to(ROOT)),
    ]  # fmt: skip
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, env=resolver_env())
    lock.write_text(HEADER + lock.read_text(encoding="utf-8"), encoding="utf-8")
    print(f"wrote {lock.relative_to(ROOT)}")


def resolver_env() -> dict[str, str]:
    """The environment, with the address of the index that pip is configured to use, if any."""
    environment = dict(os.environ)
    pip = [sys.executable, "-m", "pip", "config", "get", "global.index-url"]
    index = subprocess.run(pip, capture_output=True, text=True, check=False).stdout.strip()
    if index:
        environment.setdefault("UV_DEFAULT_INDEX", index)
    return environment


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
