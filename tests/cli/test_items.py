"""Listing, showing, exporting, deleting and restoring what was made."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.fakes.command_line import CommandLine
from tests.workers.papers import printed

Document = dict[str, Any]
MISSING = "01a209a8-e664-7160-b687-bd7dd2dd798e"


def make(cli: CommandLine, prompt: str, kind: str, *options: str) -> Document:
    size = ("--param", "size=small") if kind == "image" else ()
    words = ("generate", prompt, "--type", kind, "--provider", "sample", "--param", "delay_s=0")
    document: Document = cli.run_here(*words, *size, *options, "--json").checked().document
    return document


@pytest.fixture(scope="module")
def filled(empty_library: CommandLine, tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """A library with a picture in a project, two texts and a failure."""
    cli = empty_library.copy_to(tmp_path_factory.mktemp("filled"))
    cli.run_here("projects", "create", "Lighthouse film").checked()
    make(cli, "a lighthouse at night", "image", "--project", "lighthouse FILM", "-n", "2")
    make(cli, "the life of a keeper", "text")
    make(cli, "seven words about salt", "text")
    failing = ("--type", "text", "--provider", "sample", "--param", "simulate_failure=blocked")
    cli.run_here("generate", "what is refused", *failing).checked(3)
    return cli


@pytest.fixture
def own(filled: CommandLine, tmp_path: Path) -> CommandLine:
    return filled.copy_to(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "prompts"),
    [
        (("list",), ["refused", "salt", "keeper", "lighthouse"]),
        (("list", "--limit", "2"), ["refused", "salt"]),
        (("list", "--type", "image"), ["lighthouse"]),
        (("list", "--status", "failed"), ["refused"]),
        (("list", "--project", "Lighthouse film"), ["lighthouse"]),
        (("list", "--provider", "openai"), []),
        (("list", "--model", "sample-text", "--status", "completed"), ["salt", "keeper"]),
        (("list", "--since", "2999-01-01"), []),
        (("list", "--since", "1h", "--type", "image"), ["lighthouse"]),
        (("list", "--deleted"), []),
        (("search", "keeper"), ["keeper"]),
        (("search", "LIGHT", "--type", "image"), ["lighthouse"]),
        (("search", "what is refused"), ["refused"]),
        (("search", "salt", "--type", "image"), []),
    ],
)
def test_filters(filled: CommandLine, arguments: tuple[str, ...], prompts: list[str]) -> None:
    found = filled.run_here(*arguments, "--json").checked().document["generations"]
    shown = [generation["prompt"].split()[-1] for generation in found]
    expected = {"lighthouse": "night"}
    assert shown == [expected.get(prompt, prompt) for prompt in prompts]
    table = filled.run_here(*arguments).checked().text.splitlines()
    assert table[0].split()[:2] == ["id", "made"]
    assert len(table) == len(prompts) + 1


def picture(cli: CommandLine) -> Document:
    found: Document = cli.run_here("list", "--type", "image", "--json").document["generations"][0]
    return found


def test_show_tells_of_runs_and_results(filled: CommandLine) -> None:
    run = picture(filled)
    assert filled.run_here("show", run["id"], "--json").document == {"kind": "generation"} | run
    asset = run["assets"][1]
    assert filled.run_here("show", asset["id"], "--json").document == {"kind": "asset"} | asset
    assert "Lighthouse film" in filled.run_here("show", run["id"]).text
    text = filled.run_here("list", "--json", "--type", "text", "--status", "completed").document
    asset_id = text["generations"][0]["assets"][0]["id"]
    assert "salt" in filled.run_here("show", asset_id).text


def test_export_writes_original_bytes_under_safe_names(own: CommandLine) -> None:
    run = picture(own)
    target = own.base / "out"
    target.mkdir()
    files = own.run_here("export", run["id"], "--to", target, "--json").checked().document["files"]
    sizes = [Path(path).stat().st_size for path in files]
    assert sizes == [asset["size_bytes"] for asset in run["assets"]]
    assert all(Path(path).parent == target for path in files)
    assert all(Path(path).name.startswith("a-lighthouse-at-night-") for path in files)
    again = own.run_here("export", run["id"], "--to", target).checked().text.splitlines()
    assert [Path(path).stem for path in again] == [f"{Path(path).stem}-2" for path in files]


def test_export_never_overwrites_and_never_follows_links(own: CommandLine) -> None:
    run = picture(own)
    (own.base / "taken.png").write_bytes(b"mine")
    (own.base / "link.png").symlink_to(own.base / "taken.png")
    for name in ("taken.png", "link.png"):
        asset_id = run["assets"][0]["id"]
        out = own.run_here("export", asset_id, "--to", own.base / name).checked().text.strip()
        assert Path(out).name == name.replace(".", "-2.")
    assert (own.base / "taken.png").read_bytes() == b"mine"
    mode = stat.S_IMODE((own.base / "taken-2.png").stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    assert mode == 0o666 & ~mask


def opened(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes()))


def test_marked_and_clean_exports(own: CommandLine) -> None:
    asset_id = picture(own)["assets"][0]["id"]
    pixels: list[bytes] = []
    for option, name in (("--marked", "marked.png"), ("--clean", "clean.png")):
        path = own.base / name
        own.run_here("export", asset_id, "--to", path, option).checked()
        pixels.append(opened(path).convert("RGB").tobytes())
    marked = opened(own.base / "marked.png").info
    assert "trainedAlgorithmicMedia" in str(marked["xmp"])
    assert "a lighthouse at night" in str(marked["xmp"])
    assert not set(opened(own.base / "clean.png").info) & {"xmp", "XML:com.adobe.xmp"}
    assert pixels[0] == pixels[1]
    text = own.run_here("list", "--json", "--type", "text", "--status", "completed").document
    text_id = text["generations"][0]["id"]
    target = own.base / "words.md"
    files = own.run_here("export", text_id, "--to", target, "--marked").checked().text.split()
    assert files == [str(target), f"{target}.xmp"]
    own.run_here("export", text_id, "--to", own.base / "plain.md", "--clean").checked()
    assert (own.base / "plain.md").read_bytes() == target.read_bytes()
    own.run_here("export", text_id, "--to", target, "--marked", "--clean").checked(2)


def test_delete_and_restore(own: CommandLine) -> None:
    run = picture(own)
    one = run["assets"][0]["id"]

    def listing(*words: str) -> list[Document]:
        outcome = own.run_here("list", "--type", "image", *words, "--json").checked()
        found: list[Document] = outcome.document["generations"]
        return found

    own.run_here("delete", run["id"], MISSING).checked(8)
    assert listing()
    own.run_here("delete", run["id"]).checked()
    assert listing() == []
    assert [found["id"] for found in listing("--deleted")] == [run["id"]]
    own.run_here("restore", run["id"]).checked()
    assert [found["id"] for found in listing()] == [run["id"]]
    own.run_here("delete", one).checked()
    assert own.run_here("show", one, "--json").document["is_deleted"]
    own.run_here("restore", one).checked()
    assert not own.run_here("show", one, "--json").document["is_deleted"]


def test_text_goes_on(own: CommandLine) -> None:
    words = ("--type", "text", "--provider", "sample", "--param", "delay_s=0")
    parent = own.run_here("list", "--json", "--type", "text", "--status", "completed").document
    parent_id = parent["generations"][0]["id"]
    outcome = own.run_here("generate", "and pepper", *words, "--continue", parent_id, "--json")
    assert outcome.checked().document["parent_id"] == parent_id
    assert "goes on" in own.run_here("show", outcome.document["assets"][0]["id"]).text


def test_dry_runs_and_estimates_change_nothing(own: CommandLine) -> None:
    source = own.base / "in.png"
    Image.new("RGB", (32, 32), "red").save(source)
    before = own.run_here("library", "info", "--json").document["asset_count"]
    words = ("x", "--type", "image", "--provider", "sample", "--input", str(source), "--json")
    dry = own.run_here("generate", *words, "--dry-run").checked().document
    assert dry == own.run_here("estimate", *words).checked().document
    assert dry["is_free"]
    assert own.run_here("library", "info", "--json").document["asset_count"] == before


def test_an_estimate_counts_what_was_left_open_as_it_will_be_sent(own: CommandLine) -> None:
    own.run_here("keys", "add", "openai", stdin=b"sk-0123456789abcdef\n").checked()
    offered = own.run_here("models", "--provider", "openai", "--type", "image", "--json")
    model = offered.checked().document["models"][0]
    filled = [
        word
        for one in model["parameters"]
        if one["default"] is not None
        for word in ("--param", f"{one['name']}={one['default']}")
    ]
    words = ("estimate", "A fox", "--type", "image", "--provider", "openai", "--json")
    named = own.run_here(*words, "--model", model["id"], *filled).checked().document
    assert filled
    assert own.run_here(*words, "--model", model["id"]).checked().document == named


def test_prompts_come_from_standard_input(own: CommandLine) -> None:
    words = ("generate", "-", "--type", "text", "--provider", "sample", "--param", "delay_s=0")
    outcome = own.run_here(*words, "--json", stdin="drei Möwen\nund Salz\n".encode())
    assert outcome.checked().document["prompt"] == "drei Möwen\nund Salz"
    own.run_here(*words, stdin=b"\xff\xfe").checked(2)


def test_steering_characters_never_reach_a_terminal() -> None:
    from mediadesk.cli.console import one_line, printable

    assert printable("a\x1b[2Jb\u202ec\nd\te\x07") == "a[2Jbc\nd\te"
    assert one_line("many\n\n words  here", 10) == "many word…"
    assert io.StringIO(printable("\u2066x\u2069")).read() == "x"


def test_models_say_when_they_end_and_what_replaces_them(cli: CommandLine) -> None:
    table = cli.run_here("models", "--provider", "openai").checked().text
    line = next(line for line in table.splitlines() if "gpt-4o " in line)
    assert "2027-01-14, use gpt-6-luna" in line


def test_an_estimate_tells_what_to_expect_and_the_most(cli: CommandLine, tmp_path: Path) -> None:
    """A long text as an input raises both; nothing is taken into the library for it."""
    cli.run_here("keys", "add", "gemini", stdin=b"AIza0123456789abcdef\n").checked()
    report = tmp_path / "report.txt"
    report.write_text("Clay and water. " * 5_000)
    ask = ("estimate", "Sum it up", "--type", "text", "--provider", "gemini", "--json")
    bare = cli.run_here(*ask).checked().document
    with_report = cli.run_here(*ask, "--input", report).checked().document
    assert bare["expected_micro_usd"] < bare["upper_micro_usd"]
    assert with_report["upper_micro_usd"] - bare["upper_micro_usd"] >= 80_000 * 0.75
    assert with_report["expected_micro_usd"] > bare["expected_micro_usd"]


def test_an_estimate_counts_the_pages_of_a_document(cli: CommandLine, tmp_path: Path) -> None:
    """Its bytes alone could hold many more; where they hide the pages, that is what counts."""
    cli.run_here("keys", "add", "gemini", stdin=b"AIza0123456789abcdef\n").checked()
    report, hidden = tmp_path / "report.pdf", tmp_path / "hidden.pdf"
    report.write_bytes(printed(2))
    hidden.write_bytes(b"%PDF-1.7\n" + bytes(len(printed(2))))
    ask = ("estimate", "Sum it up", "--type", "text", "--provider", "gemini", "--json")
    upper = [
        cli.run_here(*ask, *words).checked().document["upper_micro_usd"]
        for words in ((), ("--input", report), ("--input", hidden))
    ]
    assert upper[0] < upper[1] < upper[0] + 2 * 3_000 < upper[2]
