"""A query whose body is under a content coding (RFC 9110, 8.4)."""

import gzip
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from govkg.query.catalogue import Catalogue
from govkg.query.engine import EmbeddedEngine
from govkg.query.limits import Limits
from govkg.query.workers import Pool
from govkg.server.app import create_app

from .conftest import TEXTS

FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"


@pytest.fixture(scope="module")
def asking(engine: EmbeddedEngine, catalogue: Catalogue) -> Iterator[FlaskClient]:
    with Pool(engine.store, Limits(workers=2)) as pool:
        yield create_app(engine, catalogue, texts=TEXTS, pool=pool).test_client()


@pytest.mark.parametrize("coding", ["gzip", "GZIP", "identity, br", "x"])
@pytest.mark.parametrize(("lang", "said"), [("fi", "pakattuna"), ("sv", "komprimerat"), ("en", "not taken compressed")])
def test_it_is_refused_in_the_readers_language_with_what_is_taken(
    asking: FlaskClient, lang: str, said: str, coding: str
) -> None:
    """RFC 9110, 15.5.16."""
    headers = {"Content-Encoding": coding, "Accept": "text/html"}
    response = asking.post(f"/{lang}/sparql", data=gzip.compress(b"query=ASK{}"), content_type=FORM, headers=headers)
    assert (response.status_code, response.headers["Accept-Encoding"]) == (415, "identity")
    assert said in response.text


def test_a_program_is_told_in_plain_text(asking: FlaskClient) -> None:
    headers = {"Content-Encoding": "gzip"}
    response = asking.post("/sparql", data=gzip.compress(b"ASK{}"), content_type=DIRECT, headers=headers)
    assert (response.status_code, response.mimetype) == (415, "text/plain")
    assert "Content-Encoding" in response.text


@pytest.mark.parametrize("coding", ["", "identity", "Identity"])
def test_a_body_as_it_is_may_say_so(asking: FlaskClient, coding: str) -> None:
    response = asking.post("/sparql", data=b"ASK{}", content_type=DIRECT, headers={"Content-Encoding": coding})
    assert (response.status_code, "boolean" in response.text) == (200, True)
