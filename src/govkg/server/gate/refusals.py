"""Refusals that cost nothing: made once for each language and each kind of reader, in words of the pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from govkg.core.names import LANGS
from govkg.publish.negotiate import best
from govkg.server.gate.wsgi import Environ, Headers, StartResponse

HTML, TEXT, PROBLEM = "text/html", "text/plain", "application/problem+json"
STATUS = {"too-many": "429 Too Many Requests", "too-long": "414 URI Too Long"}
_API = ("/api", "/queries")
_KNOWN = 1_000  # headers whose reading is remembered
_ALWAYS = [
    ("Cache-Control", "no-store"),
    ("Access-Control-Allow-Origin", "*"),
    ("Access-Control-Expose-Headers", "Retry-After, RateLimit, RateLimit-Policy, Govkg-Limit"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Content-Security-Policy", "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
    ("Vary", "Accept, Accept-Language"),
]


@dataclass(frozen=True)
class Refusals:
    """The bodies by refusal, media type and language, and the limit that each names."""

    bodies: Mapping[tuple[str, str, str], bytes]
    limits: Mapping[str, str]

    def answer(self, kind: str, environ: Environ, start: StartResponse, also: Headers | None = None) -> Iterable[bytes]:
        """Refuse a request."""
        media_type, lang = _reader(environ)
        body = self.bodies[kind, media_type, lang]
        charset = "" if media_type == PROBLEM else "; charset=utf-8"
        headers = [
            ("Content-Type", media_type + charset),
            ("Content-Length", str(len(body))),
            ("Content-Language", lang),
            ("Govkg-Limit", self.limits[kind]),
            *_ALWAYS,
            *(also or []),
        ]
        start(STATUS[kind], headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def _reader(environ: Environ) -> tuple[str, str]:
    """In what form and language the reader wants to be told."""
    path = environ.get("PATH_INFO", "")
    if path in _API or path.startswith(tuple(f"{start}/" for start in _API)):
        return PROBLEM, "en"
    media_type = _form(environ.get("HTTP_ACCEPT"))
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    return media_type, first if first in LANGS else _language(environ.get("HTTP_ACCEPT_LANGUAGE"), media_type)


@lru_cache(_KNOWN)
def _form(accept: str | None) -> str:
    return best(accept, [TEXT, HTML]) or TEXT


@lru_cache(_KNOWN)
def _language(accept: str | None, media_type: str) -> str:
    """What the reader asks for, else Finnish for people and English for programs, as elsewhere."""
    return parse_accept_header(accept, LanguageAccept).best_match(LANGS) or (LANGS[0] if media_type == HTML else "en")
