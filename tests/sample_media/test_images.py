"""Sample pictures: repeatable, all different, led by the words, and never flat."""

import io
import itertools
from dataclasses import replace

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from mediadesk.providers.sample.media.image import ImageOptions, draw_image, render_image
from mediadesk.providers.sample.media.motifs.catalogue import paint_motif
from mediadesk.providers.sample.media.scene import Stage
from mediadesk.providers.sample.media.words import MOTIF_WORDS, read_prompt

SMALL = ImageOptions(256, 256)

# Nobody tuned the renderer to these: subjects, moods and languages as people type them.
UNSEEN = """
a fox asleep in the snow; der alte Leuchtturm im Regen; two astronauts sharing an orange
quantum entanglement explained with socks; un café à Lisbonne le matin; invoice template
the sound of one hand clapping; grandmother's kitchen in 1962; a cathedral made of paper
東京の夜; blue; red; a very small dragon; brutalist library at noon; my cat judging me
steam locomotive crossing a viaduct; minimal logo for a bakery; autumn leaves in a puddle
portrait of a tired violinist; the inside of a clock; glass frogs; lavender field, wide shot
wolves; lighthouse; lighthouse at dawn; lighthouse in a storm; mountains; purple mountains
four green bottles; close-up of a bottle; jellyfish bloom; desert highway at dusk; Mars rover
an empty swimming pool; neon noodle bar; moss on a stone wall; wedding cake; paper boats
the colour of Tuesday; chess endgame; saxophone solo; a map of nowhere; sunflowers for Vincent
hummingbird; snow leopard on a ridge; old typewriter; kelp forest; city of bridges; fog; 42
""".replace("\n", ";").split(";")
PROMPTS = [prompt.strip() for prompt in UNSEEN if prompt.strip()]


def pixels(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def thumbnail(image: Image.Image) -> list[int]:
    """A picture as somebody sees it from across the room: 12 × 12 colours."""
    return list(image.resize((12, 12), Image.Resampling.BOX).tobytes())


def distance(one: list[int], other: list[int]) -> float:
    """Mean difference of two thumbnails, 0 to 255."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


def test_fifty_unseen_prompts_give_fifty_different_pictures() -> None:
    prompts = PROMPTS[:50]
    assert len(set(prompts)) == 50
    seen = {prompt: thumbnail(draw_image(prompt, 1, SMALL)) for prompt in prompts}
    closest = min(
        (distance(seen[one], seen[other]), one, other)
        for one, other in itertools.combinations(prompts, 2)
    )
    assert closest[0] > 4.0, closest


@pytest.mark.parametrize("motif", MOTIF_WORDS)
def test_every_motif_is_a_picture_and_not_a_flat_colour(motif: str) -> None:
    image = draw_image("an unknown thing", 5, ImageOptions(256, 320, style=motif))
    grey = image.convert("L")
    assert image.size == (256, 320)
    assert ImageStat.Stat(grey).stddev[0] > 9, "nothing but one tone"
    filled = sum(1 for count in grey.histogram() if count > 10)
    assert filled > 60, "too few tones for light and shade"
    edges = ImageStat.Stat(grey.filter(ImageFilter.FIND_EDGES)).mean[0]
    assert 1.5 < edges < 70, "no shapes, or noise"


def test_the_same_prompt_and_seed_give_the_same_bytes() -> None:
    first = render_image("a quiet harbour", 7, SMALL)
    assert render_image("a quiet harbour", 7, SMALL) == first
    assert render_image("a quiet harbour", 8, SMALL) != first


def test_seeds_give_other_pictures_of_the_same_subject() -> None:
    views = [thumbnail(draw_image("misty mountains", seed, SMALL)) for seed in range(6)]
    assert min(distance(a, b) for a, b in itertools.combinations(views, 2)) > 4.0
    assert {read_prompt("misty mountains", seed).motif for seed in range(6)} == {"mountains"}


@pytest.mark.parametrize(
    ("prompt", "motif"),
    [
        ("Three stoneware vases on a travertine plinth", "vases"),
        ("wolves in the wood", "forest"),
        ("northern lights: an aurora over the lake", "aurora"),
        ("Berlin skyline at night", "city"),
        ("portrait of a violinist", "portrait"),
        ("a coral reef full of fish", "reef"),
    ],
)
def test_words_choose_the_motif(prompt: str, motif: str) -> None:
    assert {read_prompt(prompt, seed).motif for seed in range(5)} == {motif}


def test_colour_words_choose_the_palette() -> None:
    def mean(prompt: str) -> list[float]:
        return ImageStat.Stat(draw_image(prompt, 3, SMALL)).mean

    red, blue = mean("red mountains at noon"), mean("blue mountains at noon")
    assert red[0] > red[2] + 15
    assert blue[2] > blue[0] + 15


@pytest.mark.parametrize("word", ["rain", "snow", "fireflies", "gulls", "balloon"])
def test_weather_and_visitors_come_when_called(word: str) -> None:
    """Only the guest's word is taken away, so that only the guest can make a difference."""
    called = read_prompt(f"pine forest, {word}", 3)
    assert called.motif == "forest"
    views = []
    for reading in (called, replace(called, words=("pine", "forest"))):
        stage = Stage((256, 256), 256.0, reading)
        paint_motif(stage)
        views.append(stage.flattened())
    assert ImageChops.difference(*views).getbbox() is not None


def test_counts_and_framing_are_read() -> None:
    assert read_prompt("three vases", 1).count == 3
    assert read_prompt("a vase", 1).count is None
    assert read_prompt("close-up of a vase", 1).scale > read_prompt("a vase, wide shot", 1).scale
    assert read_prompt("a tree on the left", 1).focus < 0.4
    assert read_prompt("a tree on the right", 1).focus > 0.6


@pytest.mark.parametrize(
    ("file_format", "name"), [("png", "PNG"), ("jpeg", "JPEG"), ("webp", "WEBP")]
)
def test_sizes_and_formats_are_what_was_asked_for(file_format: str, name: str) -> None:
    data = render_image("a road", 1, ImageOptions(400, 256, file_format=file_format))
    image = Image.open(io.BytesIO(data))
    assert (image.format, image.size) == (name, (400, 256))


@pytest.mark.parametrize("options", [ImageOptions(255, 512), ImageOptions(512, 2049)])
def test_a_side_out_of_range_is_refused(options: ImageOptions) -> None:
    with pytest.raises(ValueError, match="256 to 2048"):
        render_image("a road", 1, options)


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="png, jpeg or webp"):
        render_image("a road", 1, ImageOptions(256, 256, file_format="tiff"))


def input_picture(left: str, right: str) -> bytes:
    image = Image.new("RGB", (300, 200), left)
    image.paste(right, (150, 0, 300, 200))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def test_an_input_picture_is_worked_into_the_result() -> None:
    prompt, gentle = "soft clouds", ImageOptions(256, 256, strength=0.15)
    one = pixels(render_image(prompt, 1, gentle, [input_picture("#c03020", "#f0e0c0")]))
    other = pixels(render_image(prompt, 1, gentle, [input_picture("#1040a0", "#e0f0ff")]))
    assert distance(thumbnail(one), thumbnail(other)) > 25
    left, right = one.crop((0, 0, 100, 256)), one.crop((156, 0, 256, 256))
    assert ImageStat.Stat(left).mean[2] < ImageStat.Stat(right).mean[2], (
        "its halves are still there"
    )


def test_strength_leads_away_from_the_input() -> None:
    source = input_picture("#c03020", "#20c060")
    plain = thumbnail(pixels(source).resize((256, 256)))
    away = [
        distance(plain, thumbnail(pixels(render_image("fog", 2, options, [source]))))
        for options in (ImageOptions(256, 256, strength=0.1), ImageOptions(256, 256, strength=0.9))
    ]
    assert away[0] < away[1]


@pytest.mark.parametrize("data", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"])
def test_a_broken_input_picture_is_one_clear_error(data: bytes) -> None:
    with pytest.raises(ValueError, match="input picture cannot be read"):
        render_image("a road", 1, SMALL, [data])


@pytest.mark.parametrize("prompt", ["", "   ", "🙂", "a" * 20_000, "\ud800", "{}[]%s\n\0"])
def test_any_prompt_makes_a_picture(prompt: str) -> None:
    assert draw_image(prompt, 2**63, SMALL).size == (256, 256)
