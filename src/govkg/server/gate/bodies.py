"""What an answer leaves unread of the request's body is read, since the next request on the connection comes after it (RFC 9112, 9.3)."""

import threading
from collections.abc import Iterable
from typing import Any

from govkg.server.gate.wsgi import App, Environ, StartResponse

MOST = 2**20  # bytes that are read for nothing; a connection with more to come is closed
_AT_ONCE = 2**16
_LATER = "10"  # seconds
_FULL = b"Too many requests with a body are being read. Try again, or send the query in the address.\n"


class BodiesRead:
    """The application `app`, for a web server that would close the connection, or not, while a body is still to come.

    Such a server keeps a thread waiting for each body that is slow to come, and tells no end to that; so no more than `most` requests
    that have a body are taken at a time, and the other threads stay for those that have none.
    """

    def __init__(self, app: App, most: int) -> None:
        self._app, self._places = app, threading.Semaphore(most)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request. The application calls `start_response` at once, as Flask does."""
        if not environ.get("CONTENT_LENGTH") and "HTTP_TRANSFER_ENCODING" not in environ:
            return self._app(environ, start_response)
        if not self._places.acquire(blocking=False):
            return _refuse(start_response)
        try:
            return self._answer(environ, start_response)
        finally:
            self._places.release()

    def _answer(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        told: list[Any] = []
        answer = self._app(environ, lambda *args: told.extend(args))
        status, headers, *more = told
        if not _is_read(environ["wsgi.input"]):
            headers = [*headers, ("Connection", "close")]
        start_response(status, headers, *more)
        return answer


def _refuse(start_response: StartResponse) -> list[bytes]:
    headers = [("Content-Type", "text/plain; charset=utf-8"), ("Retry-After", _LATER), ("Connection", "close")]
    start_response("503 Service Unavailable", headers)
    return [_FULL]


def _is_read(body: Any) -> bool:
    """Read the rest of a body. False when it is too long for that."""
    left = MOST
    while left > 0:
        try:
            found = body.read(min(left, _AT_ONCE))
        except OSError:  # the client is gone
            return False
        if not found:
            return True
        left -= len(found)
    return False
