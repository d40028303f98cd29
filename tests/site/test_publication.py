"""The site as files: every link leads to one, whatever the address, and it is written once, on and anew."""

import json
import threading
from pathlib import Path

import pytest

from govkg.core.errors import GovkgError, UsageError
from govkg.query.catalogue import Catalogue, read_catalogue
from govkg.site.manifest import JOURNAL, MANIFEST
from govkg.site.publication import Outcome, publish
from govkg.site.rendering import Rendered, Renderer
from tests.server.conftest import TEXTS, WORLD, world_engine

from .checker import faults

BASE = "https://example.org/some/where/"


def renderer(version: str = "test", base: str = BASE) -> Renderer:
    return Renderer(world_engine(version), read_catalogue(WORLD / "queries"), base, texts=TEXTS)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "site"
    publish(folder, renderer())
    return folder


def broken(folder: Path, base: str = BASE) -> list[str]:
    """The faults, but for the anchors of terms that the invented world uses and does not declare."""
    return [fault for fault in faults(folder, base) if "ontology/#" not in fault]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_link_leads_to_a_file_and_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    assert broken(site) == []


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "404.html",
        "robots.txt",
        "sitemap.xml",
        "static/govkg.css",
        "sv/index.html",
        "en/q/grant-deciders/index.html",
        "en/q/grant-deciders.csv",
        "en/q/grant-deciders.xlsx",
        "en/q/grant-deciders/region/metsala/index.html",
        "fi/q/grant-deciders/region/metsala.csv",
        "en/embed/grant-deciders/index.html",
        "en/q/region-graph.ttl",
        "en/doc/katsaus-2022/index.html",
        "en/claim/katsaus-2022/responsibility-1/index.html",
        "en/thing/region/metsala/index.html",
        "id/region/metsala/index.html",
        "data/region/metsala.ttl",
        "data/region/metsala.nq",
        "data/catalog.jsonld",
        "data/void.ttl",
        "data/def.rdf",
        "queries.ttl",
        "queries/grant-deciders.ttl",
        "api/queries/grant-deciders.rq",
        "en/ontology/index.html",
    ],
)
def test_pages_answers_things_descriptions_and_queries_are_files(site: Path, path: str) -> None:
    assert (site / path).stat().st_size > 0


def test_what_needs_a_server_is_left_out_and_said(site: Path) -> None:
    html = (site / "en/q/grant-deciders/index.html").read_text("utf-8")
    assert "<form" not in html
    assert "sort=" not in html
    assert "need the service and are not here" in html
    assert not (site / "en/search").exists()
    assert not (site / "en/sparql").exists()


def test_the_limits_of_a_question_are_links_to_the_answers_with_one_of_them(site: Path) -> None:
    html = (site / "en/q/grant-deciders/index.html").read_text("utf-8")
    assert '<a href="region/metsala/" lang="fi">' in html or '<a href="region/metsala/">' in html
    narrowed = (site / "en/q/grant-deciders/region/metsala.csv").read_text("utf-8")
    assert len(narrowed.splitlines()) < len((site / "en/q/grant-deciders.csv").read_text("utf-8").splitlines())


def test_an_address_to_keep_is_that_at_the_base(site: Path) -> None:
    html = (site / "en/q/grant-deciders/region/metsala/index.html").read_text("utf-8")
    assert f"{BASE}en/q/grant-deciders/region/metsala/</a>" in html
    assert f"{BASE}en/q/grant-deciders/region/metsala.csv" in html
    assert f"{BASE}en/embed/grant-deciders/region/metsala/" in html
    assert "site.invalid" not in html
    assert f"<loc>{BASE}en/about/</loc>" in (site / "sitemap-1.xml").read_text("utf-8")


def test_a_file_is_saved_under_its_whole_name_which_no_server_tells(site: Path) -> None:
    html = (site / "en/q/grant-deciders/region/metsala/index.html").read_text("utf-8")
    assert 'download="grant-deciders_metsala_test.csv"' in html


def test_a_citation_says_no_day_since_a_file_does_not_know_when_it_is_read(site: Path) -> None:
    html = (site / "en/q/grant-deciders/index.html").read_text("utf-8")
    assert "accessed" not in html
    assert "urldate" not in html
    assert "UTC" not in html


def test_who_opens_the_site_gets_the_start_page_and_its_other_languages(site: Path) -> None:
    html = (site / "index.html").read_text("utf-8")
    assert '<html lang="fi">' in html
    assert 'href="fi/q/grant-deciders/"' in html
    assert 'href="sv/" lang="sv"' in html
    assert 'href="en/" lang="en"' in html


def test_the_catalogue_and_the_dataset_lead_to_their_data(site: Path) -> None:
    assert 'href="data/catalog.ttl"' in (site / "index.html").read_text("utf-8")
    assert 'href="../data/catalog.ttl"' in (site / "catalog/index.html").read_text("utf-8")


def test_an_iri_is_a_page_with_the_ways_to_each_language_and_format(site: Path) -> None:
    html = (site / "id/region/metsala/index.html").read_text("utf-8")
    assert 'href="../../../sv/thing/region/metsala/"' in html
    assert 'href="../../../data/region/metsala.ttl"' in html


def test_the_page_for_missing_addresses_has_whole_links_since_it_stands_anywhere(site: Path) -> None:
    assert f'href="{BASE}static/govkg.css"' in (site / "404.html").read_text("utf-8")


def test_the_manifest_names_every_file_with_its_checksum_and_the_versions(site: Path) -> None:
    manifest = json.loads((site / MANIFEST).read_text("utf-8"))
    assert set(manifest["files"]) == set(contents(site)) - {MANIFEST}
    assert (manifest["base"], manifest["data"]) == (BASE, "test")


def test_the_same_is_written_on_any_day_and_by_any_number_of_processes(site: Path, tmp_path: Path) -> None:
    publish(tmp_path / "again", renderer(), workers=3)
    assert contents(tmp_path / "again") == contents(site)


def test_a_whole_site_is_left_as_it_is_and_a_damaged_file_of_it_is_mended(tmp_path: Path) -> None:
    first = publish(tmp_path, renderer())
    before = contents(tmp_path)
    (tmp_path / "en/about/index.html").write_text("cut", "utf-8")
    assert publish(tmp_path, renderer()) == Outcome(first.files, 1, first.files - 1, 0)
    assert publish(tmp_path, renderer()).changed == 0
    assert contents(tmp_path) == before


def test_a_publication_that_was_cut_short_goes_on_where_it_was(site: Path, tmp_path: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, known: int) -> None:
        if done == 40:
            raise StoppedError

    with pytest.raises(StoppedError):
        publish(tmp_path, renderer(), tell=stop)
    assert not (tmp_path / MANIFEST).exists()
    with (tmp_path / JOURNAL).open("a", encoding="utf-8") as journal:
        journal.write('{"url": "/half')  # as a kill leaves it
    first: list[int] = []
    publish(tmp_path, renderer(), tell=lambda done, known: first.append(done))
    assert first[0] == 41
    assert contents(tmp_path) == contents(site)


def test_another_version_rewrites_what_changed_and_removes_what_is_gone(tmp_path: Path) -> None:
    publish(tmp_path, renderer())
    (tmp_path / "mine.txt").write_text("kept", "utf-8")
    few = Catalogue(
        {"grant-deciders": read_catalogue(WORLD / "queries").queries["grant-deciders"]},
        read_catalogue(WORLD / "queries").themes,
    )
    untouched = (tmp_path / "static/govkg.css").stat().st_mtime_ns
    outcome = publish(tmp_path, Renderer(world_engine("newer"), few, BASE, texts=TEXTS))
    assert outcome.removed > 0
    assert not (tmp_path / "en/q/region-graph").exists()
    assert not (tmp_path / "en/q/region-graph.ttl").exists()
    assert "newer" in (tmp_path / "en/q/grant-deciders/index.html").read_text("utf-8")
    assert (tmp_path / "static/govkg.css").stat().st_mtime_ns == untouched
    assert (tmp_path / "mine.txt").read_text("utf-8") == "kept"
    assert broken(tmp_path) == []


def test_a_folder_of_others_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", "utf-8")
    with pytest.raises(UsageError, match="holds no published site"):
        publish(tmp_path, renderer())
    assert contents(tmp_path) == {"letter.txt": b"mine"}


def test_two_publications_do_not_write_into_one_folder(tmp_path: Path) -> None:
    def also(done: int, known: int) -> None:
        if done == 1:
            with pytest.raises(GovkgError, match="another publication"):
                publish(tmp_path, renderer())

    publish(tmp_path, renderer(), tell=also)


def test_a_site_below_no_path_works_too(tmp_path: Path) -> None:
    publish(tmp_path, renderer(base="http://127.0.0.1:8000/"))
    assert broken(tmp_path, "http://127.0.0.1:8000/") == []


def test_who_stops_it_does_not_wait_for_what_is_in_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Renderer.render

    def render(self: Renderer, url: str) -> Rendered:
        if url == "/en/about":
            threading.Event().wait()  # for ever
        return whole(self, url)

    def stop(done: int, known: int) -> None:
        if done > 50:
            raise KeyboardInterrupt

    monkeypatch.setattr(Renderer, "render", render)
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path, renderer(), workers=2, tell=stop)
    monkeypatch.undo()
    assert not (tmp_path / MANIFEST).exists()
    publish(tmp_path, renderer())
    assert broken(tmp_path) == []
