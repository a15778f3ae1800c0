"""Contact sheets put two pictures of one name beside each other, and tell which have no partner."""

from pathlib import Path

from PIL import Image

from tests.shots.sheets import GAP, write_sheets


def test_each_picture_stands_beside_the_one_of_its_name(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for folder, color in ((ours, "#102030"), (theirs, "#A0B0C0")):
        folder.mkdir()
        Image.new("RGB", (40, 30), color).save(folder / "page-dark.png")
    Image.new("RGB", (40, 30)).save(theirs / "page-nobody-made.png")
    assert write_sheets(ours, theirs, tmp_path / "sheets") == (1, ["page-nobody-made"])
    with Image.open(tmp_path / "sheets" / "page-dark.png") as sheet:
        assert sheet.size == (80 + GAP, 30)
        assert sheet.getpixel((5, 5)) == (0x10, 0x20, 0x30)
        assert sheet.getpixel((40 + GAP + 5, 5)) == (0xA0, 0xB0, 0xC0)
