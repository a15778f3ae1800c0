"""The page “Add a provider” is true: its file and its line make a provider that works."""

import importlib.util
import re
from pathlib import Path

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import check_parameters
from mediadesk.providers.base import Account, BaseProvider, ProviderRequest
from mediadesk.providers.factory import ADAPTERS, ProviderFactory, provider_class
from mediadesk.providers.network.http import HttpRoom
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

PAGE = Path(__file__).parents[2] / "docs" / "add-a-provider.md"


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


def test_line_of_the_page_names_the_real_list() -> None:
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    named = re.findall(r"^    (\w+),$", blocks[1], re.MULTILINE)
    assert [name for name in named if name != "CometProvider"] == [
        found.__name__ for found in ADAPTERS
    ]


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
