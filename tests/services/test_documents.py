"""PDF documents: kept as inputs, never taken for words."""

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.queries import AssetQuery
from tests.engine.conftest import Desk

DOCUMENT = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj << /Title (quarterly) >> endobj\n" * 50


async def test_a_document_is_an_input_and_not_a_text(desk: Desk) -> None:
    assets, project = desk.services.assets, desk.project_id
    taken = await assets.import_input(
        DOCUMENT, file_name="report.pdf", project_id=project, origin="import"
    )
    assert (taken.type, taken.mime, taken.extension) == (
        GenerationType.TEXT,
        "application/pdf",
        "pdf",
    )
    assert not taken.text_preview
    assert "PDF" in await assets.text(taken.id)
    reader = await assets.open(taken.id)
    try:
        assert reader.read_at(0, len(DOCUMENT) + 1) == DOCUMENT
    finally:
        reader.close()


async def test_changing_a_document_does_not_make_its_bytes_searchable(desk: Desk) -> None:
    assets, project = desk.services.assets, desk.project_id
    taken = await assets.import_input(
        DOCUMENT, file_name="report.pdf", project_id=project, origin="import"
    )
    await assets.add_tags([taken.id], ["finance"])
    by_tag = await assets.find(AssetQuery(text="finance"))
    by_bytes = await assets.find(AssetQuery(text="quarterly"))
    assert len(by_tag) == 1
    assert len(by_bytes) == 0
