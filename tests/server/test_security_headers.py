"""What a browser is told that it may do (OWASP Secure Headers Project), on every kind of answer."""

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import Headers

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}
PAGES = (
    "/fi/",
    "/fi/q/grant-deciders",
    "/fi/none",
    "/none",
    "/static/govkg.css",
    "/healthz",
    "/sparql",
    "/api/queries",
)


def headers_of(client: FlaskClient, path: str, base_url: str = "http://localhost") -> Headers:
    with client.get(path, base_url=base_url) as response:
        return response.headers


@pytest.mark.parametrize("path", [*PAGES, "/fi/embed/grant-deciders"])
def test_every_answer_has_them(client: FlaskClient, path: str) -> None:
    headers = headers_of(client, path)
    assert {name: headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "object-src 'none'" in headers["Content-Security-Policy"]
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Server" not in headers
    assert "X-Powered-By" not in headers


@pytest.mark.parametrize("path", PAGES)
def test_no_answer_but_the_embedded_one_may_be_framed_by_others(client: FlaskClient, path: str) -> None:
    headers = headers_of(client, path)
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    framed = headers_of(client, "/fi/embed/grant-deciders")
    assert "frame-ancestors *" in framed["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed


@pytest.mark.parametrize(
    ("path", "policy"),
    [
        ("/fi/", "same-origin"),
        ("/static/govkg.css", "same-origin"),
        ("/sparql?query=ASK{}", "cross-origin"),
        ("/api/queries", "cross-origin"),
        ("/fi/embed/grant-deciders", "cross-origin"),
    ],
)
def test_other_sites_may_load_data_and_no_page(client: FlaskClient, path: str, policy: str) -> None:
    assert headers_of(client, path)["Cross-Origin-Resource-Policy"] == policy


def test_a_browser_that_came_by_https_is_kept_there_and_no_other(client: FlaskClient) -> None:
    assert "max-age=" in client.get("/fi/", base_url="https://example.fi").headers["Strict-Transport-Security"]
    assert "Strict-Transport-Security" not in client.get("/fi/").headers


@pytest.mark.parametrize(
    "path", ["/", "/fi/", "/fi/about", "/fi/q/grant-deciders", "/fi/search", "/healthz", "/metrics"]
)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_a_method_that_is_not_allowed_is_answered_with_those_that_are(
    client: FlaskClient, path: str, method: str
) -> None:
    response = client.open(path, method=method)
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
    assert response.mimetype == "text/html"
