"""What holds for every page: its language, its headers, its being sent once."""

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from govkg.query.catalogue import Catalogue
from govkg.server.app import create_app

from .conftest import TEXTS, world_engine

PAGES = (
    "/",
    "/q/grant-deciders",
    "/q/region-graph",
    "/documents",
    "/doc/katsaus-2022",
    "/claim/katsaus-2022/responsibility-1",
    "/thing/region/metsala",
    "/thing/def/ResponsibilityClaim",
    "/about",
    "/ontology",
    "/data",
)
Page = Callable[..., str]


class Tags(HTMLParser):
    """Checks that what is opened is closed, and keeps the start tags."""

    VOID = frozenset({"meta", "link", "input", "br"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes another element"


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_there_in_each_language_and_says_which(page: Page, lang: str, path: str) -> None:
    html = page(f"/{lang}{path}")
    assert f'<html lang="{lang}">' in html
    for other in {"fi", "sv", "en"} - {lang}:
        assert f'<a href="/{other}{path}" lang="{other}" hreflang="{other}">' in html


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_well_formed_has_one_heading_and_unique_ids_and_has_no_inline_script_or_style(
    page: Page, path: str
) -> None:
    found = Tags(page(f"/en{path}"))
    ids = [attrs["id"] for _, attrs in found.tags if "id" in attrs]
    assert found.open == []
    assert sum(tag == "h1" for tag, _ in found.tags) == 1
    assert len(ids) == len(set(ids))
    assert not any(tag == "style" or "style" in attrs for tag, attrs in found.tags)
    scripts = [attrs for tag, attrs in found.tags if tag == "script"]
    assert all((attrs.get("src") or "").startswith("/static/") for attrs in scripts)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_on_a_page_is_loaded_from_another_site(page: Page, path: str) -> None:
    loaded = [
        (attrs.get("src") or attrs.get("href") or "")
        for tag, attrs in Tags(page(f"/en{path}")).tags
        if tag in ("img", "script") or (tag == "link" and attrs.get("rel") in ("stylesheet", "icon"))
    ]
    assert loaded
    assert all(url.startswith("/") for url in loaded)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_may_load_from_its_own_site_only_and_is_not_guessed_at(client: FlaskClient, path: str) -> None:
    headers = client.get(f"/fi{path}").headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_the_switch_keeps_the_values_of_the_question(page: Page) -> None:
    assert 'href="/sv/q/grant-deciders?region=metsala"' in page("/fi/q/grant-deciders?region=metsala")


def test_finnish_names_and_quotes_on_an_english_page_say_that_they_are_finnish(page: Page) -> None:
    html = page("/en/q/grant-deciders")
    assert 'lang="fi">Järjestölautakunta</a>' in html
    assert '<blockquote lang="fi">' in html


@pytest.mark.parametrize(
    ("asked", "given"), [("sv-FI,sv;q=0.9,en;q=0.8", "sv"), ("en-GB", "en"), ("de", "fi"), ("", "fi")]
)
def test_the_bare_address_leads_to_the_readers_language(client: FlaskClient, asked: str, given: str) -> None:
    response = client.get("/", headers={"Accept-Language": asked})
    assert (response.status_code, response.location) == (303, f"http://localhost/{given}/")
    assert response.headers["Vary"] == "Accept, Accept-Language"


def test_a_page_that_the_reader_has_is_not_sent_again(client: FlaskClient) -> None:
    tag = client.get("/fi/about").headers["ETag"]
    again = client.get("/fi/about", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_another_question_language_or_data_version_is_another_page(client: FlaskClient, catalogue: Catalogue) -> None:
    newer = create_app(world_engine("newer"), catalogue, texts=TEXTS).test_client()
    urls = (
        "/fi/q/grant-deciders",
        "/sv/q/grant-deciders",
        "/fi/q/grant-deciders?region=metsala",
        "/fi/q/grant-deciders.csv",
    )
    tags = {app.get(url).headers["ETag"] for app in (client, newer) for url in urls}
    assert len(tags) == 2 * len(urls)


def test_an_error_is_never_answered_as_unchanged(client: FlaskClient) -> None:
    assert client.get("/fi/q/none", headers={"If-None-Match": "*"}).status_code == 404
    assert "ETag" not in client.get("/fi/q/none").headers


@pytest.mark.parametrize("url", ["/de/", "/fi/none", "/fi/q/", "/none", "/fi/doc/../../etc/passwd", "/fi/doc/%2e%2e"])
def test_an_unknown_address_is_404_in_a_page_of_ours(page: Page, url: str) -> None:
    html = page(url, 404)
    assert "Traceback" not in html
    assert 'href="/fi/"' in html


def test_a_method_that_writes_is_refused_in_a_page_of_ours(client: FlaskClient) -> None:
    response = client.post("/en/about")
    assert response.status_code == 405
    assert "not supported" in response.text


def test_a_fault_of_the_program_shows_no_traceback(catalogue: Catalogue, tmp_path: Path) -> None:
    client = create_app(world_engine(), catalogue, texts=tmp_path).test_client()
    response = client.get("/en/doc/katsaus-2022")
    assert response.status_code == 500
    assert "The data cannot be read now" in response.text
    assert "Traceback" not in response.text
