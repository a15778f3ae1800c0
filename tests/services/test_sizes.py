"""Sizes of a library: shared files count once, what is in the trash counts apart."""

from mediadesk.domain.generation import GenerationType
from tests.engine.conftest import Desk
from tests.fakes.scripted_provider import PNG


async def test_a_file_that_two_items_share_counts_once_and_moves_to_deleted(desk: Desk) -> None:
    library, assets = desk.services.library, desk.services.assets
    one, two = [
        await assets.import_input(PNG, file_name=f"{name}.png", project_id=desk.project_id)
        for name in ("one", "two")
    ]
    size = one.size_bytes
    sizes = await library.sizes()
    assert sizes.media == {GenerationType.IMAGE: size}
    assert sizes.projects == (("My project", size),)
    await assets.delete([one.id])
    assert (await library.sizes()).deleted == 0, "the other item still holds the file"
    await assets.delete([two.id])
    sizes = await library.sizes()
    assert (sizes.media, sizes.deleted) == ({}, size)
    assert sizes.total >= size + sizes.database
    assert sizes.database > 0
