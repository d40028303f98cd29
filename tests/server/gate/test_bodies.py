"""A body that nobody wanted does not stand in the way of the next request."""

from io import BytesIO

import pytest

from govkg.server.gate.bodies import MOST, BodiesRead
from govkg.server.gate.wsgi import Environ, StartResponse


def refusing(environ: Environ, start_response: StartResponse) -> list[bytes]:
    start_response("415 UNSUPPORTED MEDIA TYPE", [("Content-Type", "text/plain")])
    return [b"no"]


@pytest.mark.parametrize("head", [{"CONTENT_LENGTH": "300"}, {"HTTP_TRANSFER_ENCODING": "chunked"}])
def test_a_body_that_was_left_is_read_before_the_answer(head: dict[str, str]) -> None:
    body = BytesIO(b"x" * 300)
    status, headers = told({**head, "wsgi.input": body})
    assert (status, body.read()) == ("415 UNSUPPORTED MEDIA TYPE", b"")
    assert "Connection" not in headers


def test_the_connection_is_closed_where_too_much_is_still_to_come() -> None:
    _, headers = told({"CONTENT_LENGTH": str(2 * MOST), "wsgi.input": BytesIO(b"x" * 2 * MOST)})
    assert headers["Connection"] == "close"


def test_the_connection_is_closed_where_the_client_went_while_it_sent() -> None:
    class Gone:
        def read(self, size: int) -> bytes:
            raise ConnectionResetError

    assert told({"CONTENT_LENGTH": "9", "wsgi.input": Gone()})[1]["Connection"] == "close"


def test_a_request_without_a_body_is_let_through() -> None:
    assert told({})[0] == "415 UNSUPPORTED MEDIA TYPE"


def test_no_more_bodies_are_waited_for_than_there_are_threads_for_it_and_requests_without_one_pass() -> None:
    app = BodiesRead(refusing, 1)
    during: list[str] = []

    class Slow(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            during.extend(status_of(app, head) for head in ({"CONTENT_LENGTH": "1", "wsgi.input": BytesIO(b"x")}, {}))
            return b""

    status_of(app, {"CONTENT_LENGTH": "1", "wsgi.input": Slow()})
    assert during == ["503 Service Unavailable", "415 UNSUPPORTED MEDIA TYPE"]
    assert status_of(app, {"CONTENT_LENGTH": "1", "wsgi.input": BytesIO(b"x")}) == "415 UNSUPPORTED MEDIA TYPE"


def status_of(app: BodiesRead, environ: dict[str, object]) -> str:
    found: list[str] = []
    list(app(environ, lambda status, headers: found.append(status)))
    return found[0]


def told(environ: dict[str, object]) -> tuple[str, dict[str, str]]:
    found: list[tuple[str, dict[str, str]]] = []
    body = BodiesRead(refusing, 1)(environ, lambda status, headers: found.append((status, dict(headers))))
    assert list(body) == [b"no"]
    return found[0]
