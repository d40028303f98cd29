"""Answers given before Flask is asked: a middleware (PEP 3333) that keeps what may be kept and makes each answer once.

An answer is kept when it has status 200, an entity tag and no `no-store`, and was asked for by GET without cookies and credentials;
files are not.
The key holds the version of the site, the day (some pages say on which day they were read), the host, the address and the headers
that choose among the forms of an answer; one that says by Vary that it depends on more is not kept (RFC 9111, 4.1).
"""

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import Any

from govkg.core.names import LANGS
from govkg.publish.negotiate import takes_gzip
from govkg.server.gate.wsgi import App, Environ, StartResponse
from govkg.server.kept_answers import KeptAnswer, KeptAnswers, Key

AS_IS = "govkg.as-is"
"""In the environment of a request: its answer is a file, which goes to the web server unchanged (PEP 3333, `wsgi.file_wrapper`)."""

_DAY = 86_400  # seconds
_PATIENCE = 30  # seconds that a request waits for another one that makes the same answer
_ALONE = (
    "HTTP_COOKIE",
    "HTTP_AUTHORIZATION",
    "HTTP_RANGE",
    "HTTP_TRANSFER_ENCODING",
)  # who sends one is not answered from here
_IN_THE_KEY = {"accept", "accept-encoding", "accept-language"}
_LANGUAGE_IN_PATH = tuple(f"/{lang}/" for lang in LANGS)
_OF_THE_BODY = {"content-type", "content-length", "content-encoding", "content-disposition", "content-language"}


class AnswerCache:
    """The application `app` behind the answers that are kept. `version` names the data, the queries, the words and the program."""

    def __init__(self, app: App, kept: KeptAnswers, version: str) -> None:
        self._app, self._kept, self._version = app, kept, version
        self._under_way: dict[Key, Lock] = {}
        self._lock = Lock()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        if not _may_be_kept(environ):
            self._kept.passed()
            return self._app(environ, start_response)
        key = self._key(environ)
        if found := self._kept.get(key):
            return self._give(found, environ, start_response)
        if (
            "HTTP_IF_NONE_MATCH" in environ or environ["REQUEST_METHOD"] == "HEAD"
        ):  # answered without a body, so never kept
            self._kept.missed()
            return self._app(environ, start_response)
        with self._turn(key):
            if found := self._kept.get(key):
                return self._give(found, environ, start_response)
            self._kept.missed()
            return self._make(key, environ, start_response)

    def _key(self, environ: Mapping[str, Any]) -> Key:
        path = environ.get("PATH_INFO", "")
        return (
            self._version,
            int(time.time()) // _DAY,
            environ["wsgi.url_scheme"],
            environ["HTTP_HOST"],
            environ.get("SCRIPT_NAME", ""),
            path,
            environ.get("QUERY_STRING", ""),
            environ.get("HTTP_ACCEPT"),
            "" if path.startswith(_LANGUAGE_IN_PATH) else environ.get("HTTP_ACCEPT_LANGUAGE"),
            takes_gzip(environ.get("HTTP_ACCEPT_ENCODING")),
        )

    def _give(self, found: KeptAnswer, environ: Environ, start_response: StartResponse) -> list[bytes]:
        known = environ.get("HTTP_IF_NONE_MATCH")
        is_known = known is not None and found.tag in known and found.tag in _tags(known)
        self._kept.hit(unchanged=is_known)
        if is_known:
            start_response("304 NOT MODIFIED", list(found.unchanged_headers))
            return []
        start_response("200 OK", list(found.headers))
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [found.body]

    def _make(self, key: Key, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """The application's answer, kept if it may be. The application calls `start_response` at once, as Flask does."""
        told: list[Any] = []
        made = self._app(environ, lambda *args: told.extend(args))
        status, headers = told[0], tuple(told[1])
        tag = "" if AS_IS in environ else _tag_to_keep(status, headers)
        if not tag:
            start_response(*told)
            return made
        try:
            body = b"".join(made)
        finally:
            if close := getattr(made, "close", None):
                close()
        unchanged = tuple(pair for pair in headers if pair[0].lower() not in _OF_THE_BODY)
        self._kept.put(key, KeptAnswer(headers, unchanged, body, tag))
        start_response(*told)
        return [body]

    @contextmanager
    def _turn(self, key: Key) -> Iterator[None]:
        """One at a time makes an answer; who comes meanwhile waits for it, and makes it too if it could not be kept."""
        mine = Lock()  # a quarter of the price of an Event
        mine.acquire()
        with self._lock:
            other = self._under_way.setdefault(key, mine)
        if other is not mine:
            if other.acquire(timeout=_PATIENCE):
                other.release()  # the next who waits
            yield
            return
        try:
            yield
        finally:
            with self._lock:
                del self._under_way[key]
            mine.release()


def _may_be_kept(environ: Mapping[str, Any]) -> bool:
    return (
        environ["REQUEST_METHOD"] in ("GET", "HEAD")
        and "HTTP_HOST" in environ
        and environ.get("CONTENT_LENGTH") in (None, "", "0")
        and not any(name in environ for name in _ALONE)
    )


def _tag_to_keep(status: str, headers: Iterable[tuple[str, str]]) -> str:
    """The entity tag of an answer that may be kept, without quotes and W/; an empty text for one that may not."""
    found = {name.lower(): value for name, value in headers}
    varies = {name.strip().lower() for name in found.get("vary", "").split(",") if name.strip()}
    may = (
        status.startswith("200")
        and "no-store" not in found.get("cache-control", "")
        and "set-cookie" not in found
        and "last-modified" not in found  # a file of the program, which may change beside the data
        and varies <= _IN_THE_KEY
    )
    return _bare(found.get("etag", "")) if may else ""


def _tags(header: str) -> set[str]:
    """The entity tags of If-None-Match, which are compared weakly (RFC 9110, 13.1.2)."""
    return {_bare(part) for part in header.split(",")}


def _bare(tag: str) -> str:
    return tag.strip().removeprefix("W/").strip('"')
