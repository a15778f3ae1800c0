"""The simulator as a process of its own, steered and read over HTTP."""

import json
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def address() -> Iterator[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.simulator"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    yield process.stdout.readline().strip().removesuffix("/v1")
    process.terminate()
    process.wait(10)
    process.stdout.close()


def call(url: str, document: dict[str, Any] | None = None) -> Any:
    data = None if document is None else json.dumps(document).encode()
    with urllib.request.urlopen(urllib.request.Request(url, data), timeout=10) as reply:
        return json.load(reply)


def test_plans_and_log_over_http(address: str) -> None:
    call(f"{address}/_control", {"path": "/models", "fault": "overloaded"})
    assert call(f"{address}/_control")["plans"][0]["fault"] == "overloaded"
    with pytest.raises(urllib.error.HTTPError, match="503"):
        call(f"{address}/v1/models")
    assert call(f"{address}/v1/models")["data"]
    call(f"{address}/v1/chat/completions", {"messages": []})
    log = call(f"{address}/_control/log")
    assert [entry["fault"] for entry in log["requests"]] == ["overloaded", "", ""]
    assert log["submissions"] == 1
    call(f"{address}/_control", {"reset": True})
    assert call(f"{address}/_control/log")["requests"] == []
    with pytest.raises(urllib.error.HTTPError, match="400"):
        call(f"{address}/_control", {"path": "/models", "fault": "nonsense"})
