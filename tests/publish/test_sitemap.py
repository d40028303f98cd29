"""Sitemaps."""

import xml.etree.ElementTree as ET

from govkg.publish.sitemap import index, robots, sitemap, split

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PAGE = {"fi": "http://x/fi/a?b=1&c=2", "sv": "http://x/sv/a?b=1&c=2"}


def test_each_language_has_an_entry_that_names_all_languages() -> None:
    root = ET.fromstring(sitemap([PAGE]))
    assert [loc.text for loc in root.iter(f"{SPACE}loc")] == list(PAGE.values())
    for url in root:
        links = [link.attrib for link in url.iter("{http://www.w3.org/1999/xhtml}link")]
        assert {link["hreflang"]: link["href"] for link in links} == PAGE


def test_a_file_holds_no_more_addresses_than_the_limit_and_keeps_the_languages_of_a_page_together() -> None:
    assert [len(group) for group in split([PAGE] * 5, limit=4)] == [2, 2, 1]
    assert split([], limit=4) == [[]]


def test_the_index_names_the_files() -> None:
    root = ET.fromstring(index(["http://x/sitemap-1.xml"]))
    assert [loc.text for loc in root.iter(f"{SPACE}loc")] == ["http://x/sitemap-1.xml"]


def test_crawlers_may_read_all_but_the_query_service_and_are_told_of_the_sitemap() -> None:
    lines = robots("http://x/sitemap.xml").splitlines()
    assert {"User-agent: *", "Allow: /", "Disallow: /sparql", "Sitemap: http://x/sitemap.xml"} <= set(lines)
