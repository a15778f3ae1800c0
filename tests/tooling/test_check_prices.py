"""The comparison of text prices with a public collection, as the process that dev.py starts."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COLLECTION = """
from decimal import Decimal
from types import SimpleNamespace


def Usage(input_tokens=0, cache_read_tokens=0, output_tokens=0):
    return SimpleNamespace(given=input_tokens, kept=cache_read_tokens, made=output_tokens)


RATES = {"gpt-6-luna": ("0.10", "0.01", "0.50"), "claude-opus-5-5": ("4", "0.20", "21")}


def calc_price(usage, model, *, provider_id, genai_request_timestamp):
    if provider_id not in ("openai", "anthropic") or model not in RATES:
        raise LookupError(model)
    given, kept, made = map(Decimal, RATES[model])
    usd = given * (usage.given - usage.kept) + kept * usage.kept + made * usage.made
    return SimpleNamespace(total_price=usd / 1_000_000)
"""


def compare(python_path: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "check_prices.py")],
        env={**os.environ, "PYTHONPATH": python_path},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.splitlines()


def test_what_differs_and_what_is_missing_is_told(tmp_path: Path) -> None:
    (tmp_path / "genai_prices.py").write_text(COLLECTION, encoding="utf-8")
    *found, summary = compare(str(tmp_path))
    assert len(found) == 1
    assert found[0].startswith("anthropic claude-opus-5-5: output-1m from 20")
    assert found[0].endswith(": ours 20, genai-prices 21")
    assert summary.startswith("1 text models agree, 1 differ, ")
    assert "gpt-6.2-sol" in summary


@pytest.mark.full
@pytest.mark.skipif(
    importlib.util.find_spec("genai_prices") is None, reason="a tool of the sdk group"
)
def test_the_public_collection_can_be_read() -> None:
    *_, summary = compare("")
    agree = int(summary.split()[0])
    assert agree >= 10, summary
