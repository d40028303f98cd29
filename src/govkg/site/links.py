"""Links of a page of the served site → links between files.

Links inside the site become relative, so that it works below any address; what stands as text, such as an address to cite,
becomes the address at the base. A link to what is not published is no link any more, and a form becomes a sentence.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from govkg.site.places import INDEX, canonical

ROOT = "http://site.invalid"  # the host under which pages are rendered (RFC 2606, 2: never a real one)
_TAG = re.compile(r"<([a-zA-Z]+)\b((?:[^<>\"]|\"[^\"]*\")*)>")
_LINK = re.compile(r'\s(href|src)="([^"]*)"')
_ONLY_ON_LINKS = re.compile(r'\s(?:rel|target|hreflang|type|download)(?:="[^"]*")?')
_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
_TOLD = re.compile(
    re.escape(ROOT) + r"(/(?:[A-Za-z0-9_.~/?=&;%-]*[A-Za-z0-9_~/=%-])?)?"
)  # a full stop ends the sentence

_AND = re.compile(r"&(?:amp;)+")  # code that is shown is escaped twice

Place = Callable[[str], str | None]


@dataclass
class Rewriter:
    """Rewrites one page. `place` gives the file of an address; `found` gathers the addresses that the page links to."""

    url: str
    path: str
    base: str
    place: Place
    no_form: str
    relative: bool = True
    found: dict[str, None] = field(default_factory=dict)

    def html(self, text: str) -> str:
        """The page with links between files."""
        without = _FORM.sub(f'<p class="quiet">{self.no_form}</p>', text)
        return self.text(_TAG.sub(self._tag, without))

    def text(self, text: str) -> str:
        """A text in which addresses of the site are those at the base."""
        return _TOLD.sub(self._told, text)

    def _tag(self, tag: re.Match[str]) -> str:
        name, rest = tag[1], tag[2]
        link = _LINK.search(rest)
        url = link[2].removeprefix(ROOT).replace("&amp;", "&") if link else ""
        if link is None or not url.startswith(("/", "?")):
            return tag[0]
        if url.startswith("?"):
            url = self.url.partition("?")[0] + url
        address, _, fragment = url.partition("#")
        place = self.place(address)
        if place is not None:
            self.found[canonical(address)] = None
            target = self._to(place) + (f"#{fragment}" if fragment else "")
            return f'<{name}{rest[: link.start()]} {link[1]}="{target}"{rest[link.end() :]}>'
        if name == "a":  # a placeholder where there might be a link (HTML, 4.5.1)
            return f"<a{_ONLY_ON_LINKS.sub('', rest[: link.start()] + rest[link.end() :])}>"
        return ""

    def _to(self, place: str) -> str:
        if not self.relative:
            return self.base + _address(place)
        return _way(self.path, _address(place))

    def _told(self, url: re.Match[str]) -> str:
        address, said = _AND.sub("&", url[1] or "/"), url[1] or ""
        place = self.place(address)
        if place is None:
            return self.base + said[1:]
        self.found[canonical(address)] = None
        return self.base + _address(place)


def _way(path: str, address: str) -> str:
    """The relative link from a file to an address, both below the same folder. (`posixpath.relpath` asks for the working folder each time.)"""
    here, there = path.split("/")[:-1], address.split("/")
    same = 0
    while same < min(len(here), len(there) - 1) and here[same] == there[same]:
        same += 1
    return "../" * (len(here) - same) + "/".join(there[same:]) or "./"


def _address(place: str) -> str:
    """The address of a file below the base: a page's is that of its folder."""
    return place[: -len(INDEX)] if place == INDEX or place.endswith(f"/{INDEX}") else place
