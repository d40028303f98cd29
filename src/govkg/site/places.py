"""Addresses of the served site ↔ files: which addresses are published, and where each file stands.

A page is a folder with an `index.html`, so that its address is the served one and works on every plain file server;
a data file keeps its address, ending and all. What a server alone can do has no file.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from govkg.core.names import LANGS

INDEX = "index.html"
_LANGS = "|".join(LANGS)
_PLAIN = re.compile(r"[A-Za-z0-9_.~/-]*")
_PAGE = re.compile(rf"/(?:{_LANGS})/(?P<rest>.*)")
_ASKED = re.compile(r"(?P<kind>q|embed)/(?P<id>[^/.]+)(?:\.(?P<suffix>\w+))?")
_FILES = re.compile(
    r"/static/.+|/data/.+\.\w+|/dumps/[^/]+\.\w+|/queries(/[^/]+)?\.\w+|/api/queries/[^/]+\.rq|/sitemap(-\d+)?\.xml|/robots\.txt|/404\.html"
)
_WAYS = re.compile(r"/|/id/.+|/def(/[^/]+)?|/graph/.+|/catalog|/\.well-known/.+")
_SERVED = re.compile(r"search|sparql(/.*)?|compare")  # pages that are nothing without a server
_KEYS = (  # which values of an address make pages of their own
    (re.compile(r"thing/.+"), ("links", "page")),
    (re.compile(r"doc/.+"), ("kind",)),
    (re.compile(r"compare/documents"), ("region",)),
)
_SHOWN = ("view", "page")  # the order in which they stand in the path of an answer
_DROPPED = ("claim",)  # a highlight that the anchor of the line replaces


@dataclass(frozen=True)
class Scope:
    """What is published of that which might be.

    `limits` are pairs of a query and a parameter whose values have an answer each; `things` are the things that there are,
    as `kind/slug`: the data may speak of others without saying anything of them.
    """

    limits: Collection[tuple[str, str]] = ()
    things: Collection[str] = ()


def place_of(url: str, scope: Scope) -> str | None:
    """The file of an address that begins with `/`, as a path below the site's folder; None when none is published."""
    parts = urlsplit(url)
    path = parts.path
    if not _PLAIN.fullmatch(path) or "//" in path or ".." in path.split("/"):
        return None
    pairs = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] not in _DROPPED]
    if found := _PAGE.fullmatch(path):
        return _page(path.strip("/"), found["rest"].strip("/"), pairs, scope)
    if pairs:
        return None
    if _FILES.fullmatch(path):
        return path[1:]
    return _folder(path.strip("/")) if _WAYS.fullmatch(path) else None


def canonical(url: str) -> str:
    """The one address of those that have the same file."""
    path, _, query = url.partition("?")
    pairs = [pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0] not in _DROPPED]
    return f"{path}?{urlencode(sorted(pairs), safe='/')}" if pairs else path


def _folder(path: str) -> str:
    return f"{path}/{INDEX}" if path else INDEX


def _page(path: str, rest: str, pairs: list[tuple[str, str]], scope: Scope) -> str | None:
    if asked := _ASKED.fullmatch(rest):
        return _answer(path, asked["id"], asked["suffix"] or "", pairs, scope)
    thing = rest.removeprefix("thing/")
    if _SERVED.fullmatch(rest) or (thing != rest and thing not in scope.things):
        return None
    allowed = next((keys for pattern, keys in _KEYS if pattern.fullmatch(rest)), ())
    return _below(path, pairs) if all(name in allowed for name, _ in pairs) else None


def _answer(path: str, query: str, suffix: str, pairs: list[tuple[str, str]], scope: Scope) -> str | None:
    """An answer with at most one limit; the page of one also in another view, and its further pages."""
    asked = [pair for pair in pairs if (query, pair[0]) in scope.limits]
    shown = sorted((pair for pair in pairs if pair[0] in _SHOWN), key=lambda pair: _SHOWN.index(pair[0]))
    if len(asked) > 1 or len(asked) + len(shown) < len(pairs) or (suffix and shown):
        return None
    if not suffix:
        return _below(path, asked + shown)
    stem = path[: -len(suffix) - 1]
    found = _below(stem, asked)
    return f"{found[: -len(INDEX) - 1]}.{suffix}" if found else None


def _below(path: str, pairs: list[tuple[str, str]]) -> str | None:
    """The page's folder, with a folder a name and value below it."""
    names = [name for name, _ in pairs]
    parts = [path, *(f"{name}/{value}" for name, value in pairs)]
    whole = "/".join(parts)
    plain = _PLAIN.fullmatch(whole) and ".." not in whole.split("/") and all(value for _, value in pairs)
    return _folder(whole) if plain and len(names) == len(set(names)) else None
