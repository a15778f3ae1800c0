"""A server on this computer that speaks https with a certificate of its own."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.fakes.command_line import ROOT, CommandLine

VARIABLE = "MEDIADESK_LOOPBACK_CA"


@pytest.fixture
def told() -> Iterator[tuple[str, str]]:
    """Address and authority, as the simulator of another process prints them."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.simulator", "--tls"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    name, _, authority = process.stdout.readline().strip().partition("=")
    assert name == VARIABLE
    yield address, authority
    process.terminate()
    process.wait(10)
    process.stdout.close()


def test_its_authority_is_trusted_once_it_is_named(cli: CommandLine, told: tuple[str, str]) -> None:
    """Two processes: the server, and the command that trusts it."""
    address, authority = told
    assert address.startswith("https://127.0.0.1:")
    key = ("keys", "add", "openai", "--base-url", address)
    cli.run_here(*key, stdin=b"sk-0123456789abcdef\n").checked()
    ask = ("generate", "Hello", "--type", "text", "--provider", "openai")
    cli.environment = {VARIABLE: authority}
    assert "Light falls" in cli.run(*ask).checked().text


def test_a_file_without_a_certificate_is_named(cli: CommandLine) -> None:
    cli.environment = {VARIABLE: str(cli.passphrase_file)}
    done = cli.run_here("generate", "Hello", "--type", "text", "--provider", "sample").checked(2)
    assert VARIABLE in done.err
