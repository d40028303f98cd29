"""Too many requests of one client, and too long addresses, are refused before anything is made."""

import json

import pytest

from .apps import ask, gated

HTML = "text/html,application/xhtml+xml"


def test_each_answer_tells_the_quota_and_what_is_left() -> None:
    app, _ = gated(requests="3", window="60")
    told = ask(app)
    assert told.headers["RateLimit-Policy"] == '"client";q=3;w=60'
    assert told.headers["RateLimit"] == '"client";r=2;t=20'


def test_a_client_that_asks_too_often_is_told_when_to_go_on_and_others_are_served() -> None:
    app, _ = gated(requests="2", window="60")
    assert [ask(app).status[:3] for _ in range(3)] == ["200", "200", "429"]
    refused = ask(app)
    assert refused.headers["Retry-After"] == "30"
    assert refused.headers["RateLimit"] == '"client";r=0;t=60'
    assert refused.headers["Govkg-Limit"] == "requests=2"
    assert refused.headers["Cache-Control"] == "no-store"
    assert ask(app, REMOTE_ADDR="198.51.100.8").status == "200 OK"


@pytest.mark.parametrize(("lang", "word"), [("fi", "pyyntöä"), ("sv", "förfrågningar"), ("en", "requests")])
def test_the_refusal_is_in_the_language_of_the_address_else_of_the_reader(lang: str, word: str) -> None:
    app, _ = gated(requests="1")
    ask(app)
    for told in (
        ask(app, f"/{lang}/q/x", HTTP_ACCEPT=HTML),
        ask(app, f"/{lang}/q/x"),
        ask(app, "/sparql", HTTP_ACCEPT=HTML, HTTP_ACCEPT_LANGUAGE=lang),
        ask(app, "/sparql", HTTP_ACCEPT_LANGUAGE=lang),
    ):
        assert told.status == "429 Too Many Requests"
        assert told.headers["Content-Language"] == lang
        assert f"1 {word}" in told.body.decode() or f" {word}" in told.body.decode()
        assert int(told.headers["Content-Length"]) == len(told.body)


@pytest.mark.parametrize("path", ["/api", "/api/queries/x", "/queries"])
def test_the_api_refuses_with_a_problem(path: str) -> None:
    app, _ = gated(requests="1")
    ask(app)
    told = ask(app, path)
    assert told.headers["Content-Type"] == "application/problem+json"
    assert json.loads(told.body)["status"] == 429
    assert json.loads(told.body)["type"].endswith("/api#too-many")


@pytest.mark.parametrize("path", ["", "no slash", "/", "/fi", "//", "/\x00", "/ÿ"])
def test_a_refusal_comes_for_any_path(path: str) -> None:
    app, _ = gated(requests="1")
    ask(app)
    assert ask(app, path, HTTP_ACCEPT="\x00;q=ö", HTTP_ACCEPT_LANGUAGE="\x00;;q=x").status[:3] == "429"


def test_head_is_refused_without_a_body() -> None:
    app, _ = gated(requests="1")
    ask(app)
    told = ask(app, REQUEST_METHOD="HEAD")
    assert (told.status[:3], told.body) == ("429", b"")


def test_this_machine_is_not_counted_unless_the_operator_says_so() -> None:
    app, _ = gated(requests="1")
    assert {ask(app, REMOTE_ADDR=address).status for address in ["127.0.0.1", "::1", "::ffff:127.0.0.1"] * 3} == {
        "200 OK"
    }
    app, _ = gated(requests="1", free="")
    assert [ask(app, REMOTE_ADDR="127.0.0.1").status[:3] for _ in range(2)] == ["200", "429"]


def test_without_a_limit_none_is_told() -> None:
    app, _ = gated(requests="0")
    assert "RateLimit" not in ask(app).headers


def test_the_addresses_of_one_ipv6_subscriber_are_one_client() -> None:
    app, _ = gated(requests="1")
    assert ask(app, REMOTE_ADDR="2001:db8::1").status == "200 OK"
    assert ask(app, REMOTE_ADDR="2001:db8::ffff:2").status[:3] == "429"
    assert ask(app, REMOTE_ADDR="2001:db8:0:1::1").status == "200 OK"


@pytest.mark.parametrize("path", ["/fi/q/x", "/api/queries/x", "/fi/search", "/" + "x" * 100])
def test_an_address_that_is_too_long_is_refused_and_the_limit_named(path: str) -> None:
    app, _ = gated(address="100")
    told = ask(app, path, QUERY_STRING="region=" + "x" * 100)
    assert told.status == "414 URI Too Long"
    assert told.headers["Govkg-Limit"] == "address=100"
    assert b"100" in told.body


@pytest.mark.parametrize("path", ["/sparql", "/sv/sparql"])
def test_the_endpoint_has_a_limit_of_its_own(path: str) -> None:
    app, _ = gated(address="100")
    assert ask(app, path, QUERY_STRING="query=" + "x" * 1_000).status == "200 OK"
