"""Google's official client against the same server: it sends and reads what we do.

The client mixes two spellings of field names in ``generateContent``; the servers take both, so
names are compared in one. It sends a content type with requests that have no body, and base64 in
the alphabet for addresses, which the servers take as well.
"""

import asyncio
import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import Parameters
from mediadesk.providers.base import Account, BaseProvider
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.network.http import HttpRoom
from tests.contract.canonical import camel, canonical
from tests.contract.conftest import KEY, bare_request, picture
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.media import png

pytestmark = [
    pytest.mark.full,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:.*:UserWarning"),
]
_T = GenerationType


@pytest.fixture
def google(simulator: Simulator) -> Iterator[Any]:
    """Makes clients for one version; kept, because a forgotten one closes its connection."""
    genai = pytest.importorskip("google.genai")
    made = []

    def client(version: str = "v1") -> Any:
        options = {"base_url": simulator.root_url, "api_version": version}
        made.append(genai.Client(api_key=KEY, http_options=options))
        return made[-1]

    yield client
    for one in made:
        one.close()


@pytest.fixture
def ours(http: HttpRoom, simulator: Simulator) -> BaseProvider:
    account = Account(simulator.root_url, KEY)
    return ProviderFactory(http).create(ProviderId("gemini"), account)


def same(entry: dict[str, Any]) -> dict[str, Any]:
    """A request in one spelling; a body that is not there has no type."""
    found = canonical(entry)
    if found["body"] is None:
        found["headers"].pop("content-type", None)
        return found
    if "/interactions" in found["path"]:
        return found
    return {**found, "body": {"json": camel(found["body"]["json"])}}


async def test_text(google: Any, ours: BaseProvider, simulator: Simulator) -> None:
    text = "Näher 🎈\u2028am\u0085Meer"
    for _ in range(2):
        simulator.plan(":streamGenerateContent", text=text, raw_text=True, thinking="Hmm.")
    client = google()

    def ask() -> list[Any]:
        config = {
            "system_instruction": "Be brief.",
            "max_output_tokens": 256,
            "thinking_config": {"thinking_level": "LOW"},
            "temperature": 0.5,
            "stop_sequences": ["END"],
        }
        model = "gemini-3.8-flash"
        stream = client.models.generate_content_stream(model=model, contents="Hi", config=config)
        return list(stream)

    chunks = await asyncio.to_thread(ask)
    parameters: Parameters = {
        "system_prompt": "Be brief.",
        "max_output_tokens": 256,
        "thinking_level": "LOW",
        "temperature": 0.5,
        "stop": "END",
    }
    request = bare_request(ours, _T.TEXT, "gemini-3.8-flash", "Hi", parameters)
    result = await ours.generate(request, FakeContext())
    theirs, mine = map(same, simulator.requests)
    assert mine == theirs
    assert result.texts == ("".join(chunk.text or "" for chunk in chunks),)
    usage = chunks[-1].usage_metadata
    assert result.usage.input_tokens == usage.prompt_token_count
    output = usage.candidates_token_count + usage.thoughts_token_count
    assert result.usage.output_tokens == output
    assert chunks[-1].candidates[0].finish_reason.value == "STOP"
    assert result.finish_reason.value == "complete"


async def test_picture(google: Any, ours: BaseProvider, simulator: Simulator) -> None:
    client = google()
    types = pytest.importorskip("google.genai.types")
    for _ in range(2):
        simulator.plan(":generateContent", thought_picture=True)

    def ask() -> Any:
        part = types.Part.from_bytes(data=png(2, 2), mime_type="image/png")
        image = {"aspect_ratio": "16:9", "image_size": "1K"}
        return client.models.generate_content(
            model="gemini-nano-banana-2.1",
            contents=[part, "Blue"],
            config={"response_modalities": ["IMAGE"], "image_config": image},
        )

    reply = await asyncio.to_thread(ask)
    parameters = {"aspect_ratio": "16:9", "image_size": "1K"}
    request = bare_request(
        ours,
        _T.IMAGE,
        "gemini-nano-banana-2.1",
        "Blue",
        parameters,
        inputs=(picture(png(2, 2), "a.png"),),
    )
    context = FakeContext()
    await ours.generate(request, context)
    theirs, mine = map(same, simulator.requests)
    inline = theirs["body"]["json"]["contents"][0]["parts"][0]["inlineData"]
    inline["data"] = inline["data"].replace("-", "+").replace("_", "/")
    assert mine == theirs
    parts = reply.candidates[0].content.parts
    assert context.results == [part.inline_data.data for part in parts if not part.thought]


async def test_speech(google: Any, ours: BaseProvider, simulator: Simulator) -> None:
    client = google("v1beta")

    def ask() -> Any:
        voice = {"prebuilt_voice_config": {"voice_name": "Kore"}}
        return client.models.generate_content(
            model="gemini-3.8-flash-tts",
            contents="Hello",
            config={
                "response_modalities": ["AUDIO"],
                "speech_config": {"voice_config": voice, "language_code": "en-GB"},
            },
        )

    reply = await asyncio.to_thread(ask)
    parameters = {"voice": "Kore", "language": "en-GB"}
    request = bare_request(ours, _T.AUDIO, "gemini-3.8-flash-tts", "Hello", parameters)
    context = FakeContext()
    await ours.generate(request, context)
    theirs, mine = map(same, simulator.requests)
    assert mine == theirs
    assert context.results == [reply.candidates[0].content.parts[0].inline_data.data]


async def test_refused_prompt(google: Any, ours: BaseProvider, simulator: Simulator) -> None:
    client = google()
    for _ in range(2):
        simulator.plan("", block_reason="PROHIBITED_CONTENT")
    model = "gemini-nano-banana-2.1"
    reply = await asyncio.to_thread(
        lambda: client.models.generate_content(model=model, contents="Bad")
    )
    result = await ours.generate(bare_request(ours, _T.IMAGE, model, "Bad", {}), FakeContext())
    assert reply.prompt_feedback.block_reason.value == "PROHIBITED_CONTENT"
    assert result.finish_reason.value == "refused"


async def test_video_job(google: Any, ours: BaseProvider, simulator: Simulator) -> None:
    client = google()

    def ask() -> Any:
        made = client.interactions.create(
            model="gemini-omni-1.2-flash",
            input="A marble",
            response_format={
                "type": "video",
                "aspect_ratio": "16:9",
                "duration": "8s",
                "resolution": "720p",
                "delivery": "uri",
            },
            background=True,
            store=True,
        )
        client.interactions.get(made.id)
        return client.interactions.get(made.id)

    reply = await asyncio.to_thread(ask)
    parameters: Parameters = {"aspect_ratio": "16:9", "duration": 8, "resolution": "720p"}
    request = bare_request(ours, _T.VIDEO, "gemini-omni-1.2-flash", "A marble", parameters)
    context = FakeContext()
    result = await ours.generate(request, context)
    sent = [same(entry) for entry in simulator.requests]
    assert sent[3] == sent[0]
    assert sent[4]["query"] == sent[1]["query"]
    assert sent[4]["path"] == sent[1]["path"].replace("job1", "job2")
    assert reply.status == "completed"
    assert result.usage.input_tokens == reply.usage.total_input_tokens
    cancelled = await asyncio.to_thread(lambda: client.interactions.cancel(reply.id))
    await ours.cancel(context.jobs[0])
    theirs, mine = (same(entry) for entry in simulator.requests[-2:])
    assert mine == {**theirs, "path": theirs["path"].replace("job1", "job2")}
    assert cancelled.status == "completed"


async def test_music(google: Any, ours: BaseProvider, simulator: Simulator) -> None:
    client = google()

    def ask() -> Any:
        return client.interactions.create(
            model="lyria-3.5",
            input="Calm piano",
            response_format={"type": "audio", "mime_type": "audio/mp3"},
            store=False,
        )

    reply = await asyncio.to_thread(ask)
    context = FakeContext()
    request = bare_request(ours, _T.AUDIO, "lyria-3.5", "Calm piano", {"file_format": "mp3"})
    await ours.generate(request, context)
    theirs, mine = map(same, simulator.requests)
    assert mine == theirs
    data = reply.output_audio.data
    assert context.results == [base64.b64decode(data) if isinstance(data, str) else data]


async def test_upload(
    google: Any, ours: BaseProvider, simulator: Simulator, tmp_path: Path
) -> None:
    """The name differs on purpose: ours never tells the user's own."""
    client = google()
    file = tmp_path / "in.png"
    file.write_bytes(png(2, 2) + bytes(5 * 1024 * 1024))
    config = {"mime_type": "image/png", "display_name": "in.png"}
    uploaded = await asyncio.to_thread(lambda: client.files.upload(file=str(file), config=config))
    image = picture(file.read_bytes(), "in.png")
    request = bare_request(ours, _T.IMAGE, "gemini-3-pro-image", "Blue", {}, inputs=(image,))
    await ours.generate(request, FakeContext())
    start, piece, our_start, our_piece, *_ = (canonical(entry) for entry in simulator.requests)
    for body in (start["body"], our_start["body"]):
        body["json"]["file"] = camel(body["json"]["file"])
        assert body["json"]["file"].pop("displayName")
        assert int(body["json"]["file"].pop("sizeBytes")) == image.size_bytes
    assert our_start == start
    for entry in (piece, our_piece):
        # the client repeats the headers of the start
        kept = ("x-goog-upload-command", "x-goog-upload-offset", "x-goog-api-key")
        entry["headers"] = {name: entry["headers"].get(name) for name in kept}
        entry["path"] = entry["path"].rstrip("0123456789")
        entry.pop("body")
    assert our_piece == piece
    assert uploaded.state.value == "ACTIVE"


async def test_same_models(google: Any, ours: BaseProvider, simulator: Simulator) -> None:
    def listed_by(client: Any) -> list[Any]:
        return list(client.models.list(config={"page_size": 1000}))

    listed = [await asyncio.to_thread(listed_by, google(version)) for version in ("v1", "v1beta")]
    models = {model.id for model in await ours.available_models()}
    theirs, mine = simulator.requests[:2], simulator.requests[2:]
    assert [same(entry) for entry in mine] == [same(entry) for entry in theirs]
    names = {model.name.removeprefix("models/") for version in listed for model in version}
    assert models <= names
    assert names - models == {"gemini-3.8-flash-live", "gemini-embedding-2"}
