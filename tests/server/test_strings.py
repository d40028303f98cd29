"""The words of the pages."""

import re
from pathlib import Path

import pytest

from govkg.core.errors import GovkgError
from govkg.core.paths import web
from govkg.server.strings import read_strings

SOURCES = [
    *(web() / "templates").glob("*.html"),
    *(Path(__file__).parents[2] / "src" / "govkg" / "server").rglob("*.py"),
    Path(__file__).parents[2] / "src" / "govkg" / "publish" / "dcat.py",
    Path(__file__).parents[2] / "src" / "govkg" / "site" / "rendering.py",
]


def test_every_word_that_a_template_asks_for_is_there() -> None:
    known = read_strings(web() / "strings").texts["fi"]
    asked = {
        key
        for path in SOURCES
        for key in re.findall(r"""\b(?:t|text)\(["']([a-z.\-]+)["']""", path.read_text(encoding="utf-8"))
    }
    assert asked - known.keys() == set()


def test_no_word_is_there_for_nothing() -> None:
    everything = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES).replace("'", '"')
    composed = (
        "prop.",
        "graph.",
        "error.4",
        "error.5",
        "mistake.",
        "view.option.",
        "plan.",
        "marked.",
    )  # asked for by a name made of parts
    unused = {
        key for key in read_strings(web() / "strings").texts["fi"] if f'"{key.removesuffix(".one")}"' not in everything
    }
    assert {key for key in unused if not key.startswith(composed)} == set()


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_language_that_lacks_a_text_or_has_other_holes_stops_with_all_that_is_wrong(tmp_path: Path) -> None:
    files = {
        "fi/x.yaml": "a: yksi {n}\nb: kaksi\n",
        "sv/x.yaml": "a: ett\nb: två\n",
        "en/x.yaml": "a: one {n}\nc: three\n",
    }
    with pytest.raises(GovkgError) as caught:
        read_strings(write(tmp_path, files))
    assert len(caught.value.problems) == 3  # one hole, one missing, one too many


def test_a_text_that_stands_in_two_files_is_an_error_that_names_both(tmp_path: Path) -> None:
    files = {f"{lang}/{name}.yaml": "a: sana\n" for lang in ("fi", "sv", "en") for name in ("x", "y")}
    with pytest.raises(GovkgError, match=r"strings/fi/y\.yaml.*strings/fi/x\.yaml"):
        read_strings(write(tmp_path, files))


def test_a_text_with_a_hole_that_nothing_fills_is_an_error() -> None:
    with pytest.raises(KeyError):
        read_strings(web() / "strings").get("fi", "text.line")
