"""The page “Add a provider” is true: its file and its line make a provider that works."""

import difflib
import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import check_parameters
from mediadesk.providers.base import Account, BaseProvider, ProviderRequest
from mediadesk.providers.factory import ADAPTERS, ProviderFactory, provider_class
from mediadesk.providers.network.http import HttpRoom
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "add-a-provider.md"


def provider_of_the_page(folder: Path) -> type[BaseProvider]:
    """The class in the page's first block of code."""
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    file = folder / "comet.py"
    file.write_text(blocks[0], encoding="utf-8")
    spec = importlib.util.spec_from_file_location("comet", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: type[BaseProvider] = module.CometProvider
    assert issubclass(found, BaseProvider)
    return found


def test_a_newcomer_adds_one_file_and_one_line(tmp_path: Path) -> None:
    """The page showed one line and needed a second one, an import."""
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    tree = tmp_path / "mediadesk"
    for folder in ("domain", "providers", "system"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "mediadesk" / folder, tree / folder, ignore=ignored)
    shutil.copy(ROOT / "mediadesk" / "__init__.py", tree)
    shutil.copytree(ROOT / "resources" / "models", tmp_path / "resources" / "models")
    factory = tree / "providers" / "factory.py"
    before = factory.read_text(encoding="utf-8")
    after = re.sub(
        r"^ADAPTERS: .*?^\)\n", lambda _: blocks[1], before, flags=re.DOTALL | re.MULTILINE
    )
    changed = list(difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0))
    assert [line for line in changed[2:] if line[0] in "+-"] == ['+    "comet",']
    factory.write_text(after, encoding="utf-8")
    (tree / "providers" / "adapters" / "comet.py").write_text(blocks[0], encoding="utf-8")
    ask = "from mediadesk.providers.factory import *; print(*(one.id for one in ADAPTERS))"
    done = subprocess.run(
        [sys.executable, "-c", ask], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    known = [str(adapter.id) for adapter in ADAPTERS]
    assert done.stdout.split() == [*known[:-1], "comet", known[-1]], done.stderr


async def test_one_file_and_one_line_make_a_provider(tmp_path: Path) -> None:
    adapters = (*ADAPTERS, provider_of_the_page(tmp_path))
    comet = ProviderId("comet")
    model = provider_class(comet, adapters).models[0]
    http = HttpRoom()
    with Simulator() as simulator:
        provider = ProviderFactory(http, adapters).create(
            comet, Account(simulator.base_url, "comet-key-1")
        )
        assert (await provider.check_key()).works
        checked = check_parameters(model.parameters, {"temperature": 0.4})
        request = ProviderRequest(GenerationType.TEXT, model, "Hello", checked)
        context = FakeContext()
        result = await provider.generate(request, context)
        await http.aclose()
        sent = simulator.submissions[0]["body"]["json"]
    assert result.texts == (context.streamed,)
    assert context.streamed
    assert (sent["temperature"], sent["max_tokens"]) == (0.4, 4096)
