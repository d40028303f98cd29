"""Sitemaps (sitemaps.org 0.9): every page in its languages, at most 50,000 addresses a file, and an index of the files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

LIMIT = 50_000  # addresses in one file (sitemaps.org, "Sitemap file requirements")
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
Page = Mapping[str, str]  # language → address of the same page


def split(pages: Sequence[Page], limit: int = LIMIT) -> list[list[Page]]:
    """The pages in groups of at most `limit` addresses; the languages of a page stay together."""
    groups: list[list[Page]] = [[]]
    count = 0
    for page in pages:
        if count + len(page) > limit and groups[-1]:
            groups.append([])
            count = 0
        groups[-1].append(page)
        count += len(page)
    return groups


def sitemap(pages: Iterable[Page]) -> bytes:
    """A sitemap file."""
    lines = (line for page in pages for line in _entries(page))
    return f'{_HEAD}<urlset {_SPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{"".join(lines)}</urlset>\n'.encode()


def _entries(page: Page) -> Iterator[str]:
    """One entry a language, each naming all languages, as hreflang in sitemaps asks."""
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{lang}" href={quoteattr(url)}/>' for lang, url in page.items()
    )
    for url in page.values():
        yield f"<url><loc>{escape(url)}</loc>{others}</url>\n"


def index(files: Iterable[str]) -> bytes:
    """The index of sitemap files."""
    lines = "".join(f"<sitemap><loc>{escape(url)}</loc></sitemap>\n" for url in files)
    return f"{_HEAD}<sitemapindex {_SPACE}>\n{lines}</sitemapindex>\n".encode()


def robots(sitemap_url: str) -> str:
    """robots.txt (RFC 9309): all may be read; the query service is not for crawlers, which would follow its forms for ever."""
    return f"User-agent: *\nAllow: /\nDisallow: /sparql\n\nSitemap: {sitemap_url}\n"
