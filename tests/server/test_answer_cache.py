"""Answers given before Flask is asked."""

import threading
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from werkzeug.test import Client

from govkg.query.catalogue import Catalogue
from govkg.server.answer_cache import AnswerCache
from govkg.server.app import create_app
from govkg.server.kept_answers import KeptAnswers

from .conftest import TEXTS, world_engine

Headers = list[tuple[str, str]]
TAGGED = [("Content-Type", "text/plain"), ("ETag", '"t1"'), ("Cache-Control", "no-cache"), ("Content-Length", "4")]


class Behind:
    """An application that counts how often it is asked."""

    def __init__(self, status: str = "200 OK", headers: Headers = TAGGED, body: bytes = b"body") -> None:
        self.asked, self.status, self.headers, self.body = 0, status, headers, body
        self.wait: Callable[[], object] = lambda: None

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        self.asked += 1
        self.wait()
        start_response(self.status, list(self.headers))
        return [self.body]


def behind(app: Behind, version: str = "v1", most: int = 1_000_000) -> tuple[Client, KeptAnswers]:
    kept = KeptAnswers(most)
    return Client(AnswerCache(app, kept, version), use_cookies=False), kept


def test_the_second_of_two_like_requests_is_answered_from_memory() -> None:
    app = Behind()
    client, kept = behind(app)
    first, second = client.get("/a?x=1"), client.get("/a?x=1")
    assert (first.status, first.data, dict(first.headers)) == (second.status, second.data, dict(second.headers))
    assert (app.asked, kept.counts().misses, kept.counts().hits) == (1, 1, 1)


@pytest.mark.parametrize(
    "other",
    [
        {"path": "/b"},
        {"query_string": "x=2"},
        {"headers": {"Accept": "text/csv"}},
        {"headers": {"Accept-Encoding": "gzip"}},
        {"headers": {"Accept-Language": "sv"}},
        {"headers": {"Host": "example.org"}},
    ],
)
def test_whatever_an_answer_may_depend_on_is_in_the_key(other: dict[str, Any]) -> None:
    app = Behind()
    client, _ = behind(app)
    client.get("/a", query_string="x=1")
    client.get(**{"path": "/a", "query_string": "x=1"} | other)
    assert app.asked == 2


def test_a_page_with_its_language_in_the_address_is_one_for_all_readers() -> None:
    app = Behind()
    client, _ = behind(app)
    client.get("/fi/a", headers={"Accept-Language": "sv"})
    client.get("/fi/a", headers={"Accept-Language": "en"})
    assert app.asked == 1


def test_the_next_day_an_answer_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Behind()
    client, _ = behind(app)
    monkeypatch.setattr("govkg.server.answer_cache.time.time", lambda: 86_399.0)
    client.get("/a")
    monkeypatch.setattr("govkg.server.answer_cache.time.time", lambda: 86_400.0)
    client.get("/a")
    assert app.asked == 2


def test_another_version_of_the_site_has_answers_of_its_own() -> None:
    app, kept = Behind(), KeptAnswers(1_000_000)
    for version in ("v1", "v2"):
        Client(AnswerCache(app, kept, version)).get("/a")
    assert app.asked == 2


@pytest.mark.parametrize("given", ['"t1"', 'W/"t1"', '"x", W/"t1"'])
def test_who_has_the_answer_is_told_so(given: str) -> None:
    app = Behind()
    client, kept = behind(app)
    client.get("/a")
    answer = client.get("/a", headers={"If-None-Match": given})
    assert (answer.status_code, answer.data, answer.headers["ETag"]) == (304, b"", '"t1"')
    assert "Content-Length" not in answer.headers
    assert (app.asked, kept.counts().unchanged) == (1, 1)


@pytest.mark.parametrize("given", ['"t"', '"t11"', '"other"'])
def test_who_has_another_answer_gets_this_one(given: str) -> None:
    client, _ = behind(Behind())
    client.get("/a")
    assert client.get("/a", headers={"If-None-Match": given}).status_code == 200


def test_head_is_answered_with_the_headers_of_get() -> None:
    app = Behind()
    client, _ = behind(app)
    full, head = client.get("/a"), client.head("/a")
    assert (head.data, dict(head.headers), app.asked) == (b"", dict(full.headers), 1)


@pytest.mark.parametrize(
    "answer",
    [
        {"status": "404 NOT FOUND"},
        {"status": "503 SERVICE UNAVAILABLE"},
        {"headers": [("Cache-Control", "no-store"), ("ETag", '"t"')]},
        {"headers": [("Content-Type", "text/plain")]},
        {"headers": [*TAGGED, ("Set-Cookie", "a=b")]},
        {"headers": [*TAGGED, ("Vary", "Accept, User-Agent")]},
        {"headers": [*TAGGED, ("Vary", "*")]},
    ],
)
def test_what_may_not_be_kept_is_not(answer: dict[str, Any]) -> None:
    app = Behind(**answer)
    client, kept = behind(app)
    client.get("/a")
    client.get("/a")
    assert (app.asked, kept.counts().entries) == (2, 0)


@pytest.mark.parametrize("headers", [{"Cookie": "a=b"}, {"Authorization": "Basic eDp5"}, {"Range": "bytes=0-1"}])
def test_a_request_with_credentials_or_a_range_goes_past(headers: dict[str, str]) -> None:
    app = Behind()
    client, kept = behind(app)
    client.get("/a")
    client.get("/a", headers=headers)
    assert (app.asked, kept.counts().passed) == (2, 1)


def test_a_post_goes_past() -> None:
    app = Behind()
    client, kept = behind(app)
    client.post("/a")
    assert (app.asked, kept.counts().entries) == (1, 0)


def test_many_who_ask_at_once_make_the_answer_once() -> None:
    app, waiting = Behind(), threading.Barrier(2)
    client, kept = behind(app)
    app.wait = lambda: waiting.wait(10)
    threads = [threading.Thread(target=client.get, args=("/a",)) for _ in range(8)]
    for thread in threads:
        thread.start()
    waiting.wait(10)
    for thread in threads:
        thread.join(10)
    assert (app.asked, kept.counts().hits, kept.counts().misses) == (1, 7, 1)


def test_who_waited_for_an_answer_that_failed_makes_it() -> None:
    app = Behind("503 SERVICE UNAVAILABLE")
    client, _ = behind(app)
    threads = [threading.Thread(target=client.get, args=("/a",)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert app.asked == 4


def test_the_answers_asked_for_longest_ago_make_room() -> None:
    app = Behind(body=b"x" * 10_000)
    client, kept = behind(app, most=100_000)
    for number in range(20):
        client.get(f"/{number}")
        client.get("/0")
    counts = kept.counts()
    assert counts.bytes <= 100_000
    assert counts.evicted == 20 - counts.entries > 0
    assert app.asked == 20  # /0 was asked for again and again, so it stayed


def test_an_answer_larger_than_its_share_of_the_room_is_not_kept() -> None:
    client, kept = behind(Behind(body=b"x" * 20_000), most=100_000)
    client.get("/a")
    assert kept.counts().entries == 0


PAGES = (
    "/fi/",
    "/fi/q/grant-deciders",
    "/fi/q/grant-deciders.csv",
    "/api/queries",
    "/api/queries/grant-deciders",
    "/queries",
)
READERS: tuple[dict[str, str], ...] = (
    {},
    {"Accept": "text/html", "Accept-Language": "sv"},
    {"Accept": "text/csv", "Accept-Language": "en"},
    {"Accept": "application/json", "Accept-Encoding": "gzip", "Accept-Language": "fi"},
    {"Accept": "text/turtle", "Host": "example.org"},
)


def test_every_reader_gets_what_the_application_would_have_answered(catalogue: Catalogue) -> None:
    app = create_app(world_engine(), catalogue, texts=TEXTS)
    plain, cached = app.test_client(), Client(AnswerCache(app, KeptAnswers(10_000_000), "v1"))
    for path in PAGES:
        for headers in [*READERS, *READERS]:
            expected, found = plain.get(path, headers=headers), cached.get(path, headers=headers)
            assert (found.status, dict(found.headers), found.data) == (
                expected.status,
                dict(expected.headers),
                expected.data,
            )
