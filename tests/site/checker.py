"""A link checker for a folder of files: each link leads to a file, each anchor to an element, nothing to load elsewhere."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_TAG = re.compile(r"<([a-zA-Z]+)\b((?:[^<>\"]|\"[^\"]*\")*)>")
_LINK = re.compile(r'\s(?:href|src|action)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
_LOADED = ("img", "script", "iframe", "source", "use")
_LOADS = re.compile(r'\srel="[^"]*(?:stylesheet|icon|preload|manifest)')


def faults(folder: Path, base: str) -> list[str]:
    """What is wrong with the links of the pages and with the addresses that stand in texts, a line a fault."""
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    ids: dict[str, set[str]] = {}
    found = []
    for name in sorted(name for name in files if name.endswith(".html")):
        text = (folder / name).read_text("utf-8")
        found += [f"{name}: {fault}" for fault in _faults(folder, name, text, base, files, ids)]
    return found


def _faults(folder: Path, name: str, text: str, base: str, files: set[str], ids: dict[str, set[str]]) -> Iterator[str]:
    here = urljoin(base, name.removesuffix("index.html"))
    for tag in _TAG.finditer(text):
        link = _LINK.search(tag[2])
        if tag[1] == "form":
            yield "a form"
        if link is None:
            continue
        url = urljoin(here, link[1].replace("&amp;", "&"))
        if not url.startswith(base):
            if tag[1] in _LOADED or _LOADS.search(tag[2]):
                yield f"loads {url}"
            if link[1].startswith(("/", "..")):
                yield f"leaves the site: {link[1]}"
            continue
        target = file_of(url, base)
        if "?" in url:
            yield f"asks a server: {link[1]}"
        if target not in files:
            yield f"leads to no file: {link[1]}"
        elif (anchor := urlsplit(url).fragment) and anchor not in _ids(folder, target, ids):
            yield f"leads to no element: {link[1]}"
    for told in re.findall(re.escape(base) + r"(?:[A-Za-z0-9_.~/-]*[A-Za-z0-9_~/-])?", text):
        if file_of(told, base) not in files:
            yield f"tells an address without a file: {told}"


def file_of(url: str, base: str) -> str:
    """The file that a plain file server sends for an address below the base."""
    path = unquote(urlsplit(url).path[len(urlsplit(base).path) :])
    return f"{path}index.html" if not path or path.endswith("/") else path


def _ids(folder: Path, name: str, known: dict[str, set[str]]) -> set[str]:
    if name not in known:
        known[name] = set(_ID.findall((folder / name).read_text("utf-8"))) if name.endswith(".html") else set()
    return known[name]
