"""The whole dataset as files."""

import gzip
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import create_environ
from werkzeug.wsgi import FileWrapper

from govkg.core.dataset import Release, read_release, release_file
from govkg.query.catalogue import Catalogue
from govkg.query.engine import engine_of
from govkg.server.answer_cache import AnswerCache
from govkg.server.app import create_app
from govkg.server.kept_answers import KeptAnswers

from .conftest import TEXTS


@pytest.fixture(scope="module")
def release(built_world: Path) -> Release:
    return read_release(release_file(built_world))


@pytest.fixture(scope="module")
def site(release: Release, catalogue: Catalogue) -> FlaskClient:
    return create_app(engine_of(release), catalogue, texts=TEXTS, release=release).test_client()


def test_a_dump_is_the_release_under_its_own_name_and_under_its_version(site: FlaskClient, release: Release) -> None:
    for url in ("/dumps/govkg.nq", f"/dumps/{release.version}/govkg.nq"):
        response = site.get(url)
        assert (response.status_code, response.mimetype, response.data) == (200, "application/n-quads", release.data)
        assert f"govkg-{release.version}.nq" in response.headers["Content-Disposition"]


def test_who_takes_gzip_gets_it_with_a_tag_of_its_own(site: FlaskClient, release: Release) -> None:
    plain, packed = site.get("/dumps/govkg.nq"), site.get("/dumps/govkg.nq", headers={"Accept-Encoding": "gzip"})
    assert (plain.headers.get("Content-Encoding"), packed.headers["Content-Encoding"]) == (None, "gzip")
    assert gzip.decompress(packed.data) == plain.data
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
    assert plain.headers["ETag"] != packed.headers["ETag"]


def test_a_dump_that_the_client_has_is_not_sent_again(site: FlaskClient) -> None:
    tag = site.get("/dumps/govkg.trig").headers["ETag"]
    assert site.get("/dumps/govkg.trig", headers={"If-None-Match": tag}).status_code == 304


def test_head_tells_the_size_without_sending(site: FlaskClient, release: Release) -> None:
    response = site.head("/dumps/govkg.nq")
    assert (response.status_code, response.data) == (200, b"")
    assert response.headers["Content-Length"] == str(len(release.data))
    packed = {"Accept-Encoding": "gzip"}
    size = str(len(site.get("/dumps/govkg.nq", headers=packed).data))
    assert site.head("/dumps/govkg.nq", headers=packed).headers["Content-Length"] == size


@pytest.mark.parametrize("coding", ["", "gzip"])
def test_the_web_server_is_handed_a_file_and_no_copy(site: FlaskClient, release: Release, coding: str) -> None:
    """As a server that has a wrapper for files asks it (PEP 3333), with the kept answers before it."""

    class Wrapper(FileWrapper):
        pass

    app = AnswerCache(site.application, KeptAnswers(1_000_000_000), release.version)
    environ = create_environ("/dumps/govkg.nq", headers={"Accept-Encoding": coding})
    environ["wsgi.file_wrapper"] = Wrapper
    first, second = (app(environ, lambda *told: None) for _ in range(2))
    assert isinstance(first, Wrapper)
    assert isinstance(second, Wrapper)
    data = second.file.read()
    assert (gzip.decompress(data) if coding else data) == release.data
    assert first.tell() == 0


@pytest.mark.parametrize("url", ["/dumps/govkg.xml", "/dumps/000000000000/govkg.nq"])
def test_a_file_or_version_that_is_not_there_is_404_with_those_that_are(site: FlaskClient, url: str) -> None:
    response = site.get(url)
    assert response.status_code == 404
    assert 'href="/dumps/govkg.nq"' in response.text


def test_the_page_about_the_data_lists_the_files_with_size_and_the_graphs(site: FlaskClient, release: Release) -> None:
    html = site.get("/en/data").text
    for words in (
        "/dumps/govkg.nq",
        f"/dumps/{release.version}/claims.csv",
        f"{len(release.data):,}",
        'id="graph-asserted"',
        "/data/void.ttl",
        "/data/catalog.jsonld",
    ):
        assert words in html


def test_without_a_release_the_page_says_that_there_are_no_files(client: FlaskClient) -> None:
    assert "no files" in client.get("/en/data").text
    assert client.get("/dumps/govkg.nq").status_code == 404
