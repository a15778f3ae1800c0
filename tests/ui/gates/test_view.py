"""Opening straight on a result: “mediadesk --view ID”."""

from PySide6.QtWidgets import QWidget

from mediadesk.app.headless import until
from mediadesk.domain.generation import Generation
from mediadesk.domain.ids import new_uuid7
from mediadesk.ui.widgets.text_view import TextView
from tests.ui.gates.conftest import PASSPHRASE, Life, LiveIn, MakeLibrary, text_request


async def opened(life: Life) -> None:
    await life.type("unlock-secret", PASSPHRASE)
    await life.enter("unlock-secret")
    await life.is_open()


async def made(life: Life) -> Generation:
    await opened(life)
    session = life.life.session
    assert session is not None
    generations = session.services.generations
    found = await generations.wait(await generations.submit(text_request(session)))
    assert await life.end() == 0
    return found


async def test_a_result_and_a_run_are_shown_by_their_id(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    folder = make_library().folder
    generation = await made(live_in(folder))
    for wanted in (generation.assets[0].id, generation.id):
        life = live_in(folder, view=f" {wanted} ")
        await opened(life)
        await life.sees("text-stage")
        text = life.part(QWidget, "text-stage").findChild(TextView)
        assert isinstance(text, TextView)
        await until(lambda text=text: bool(text.source_text()), "the text")  # type: ignore[misc]
        assert await life.end() == 0


async def test_an_id_that_is_none_or_unknown_is_told(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    folder = make_library().folder
    unknown = str(new_uuid7())
    for text, sentence in (("first", "“first” is not an id."), (unknown, "There is no generation")):
        life = live_in(folder, view=text)
        await opened(life)
        await life.reads(sentence)
        assert await life.end() == 0
