"""Citing an answer: versions of data and query, and BibTeX that TeX can read."""

from dataclasses import replace
from datetime import date

from govkg.publish.citation import Cited, bibtex, query_version
from tests.publish.tables import saved

CITED = Cited(
    saved({}), "en", (("Share", "50 % & more_{x}"),), "abc123", "https://example.org/q?a=%C3%A4&b=1", date(2026, 5, 4)
)


def test_the_entry_has_the_question_its_limits_both_versions_the_url_and_the_day() -> None:
    entry = bibtex(CITED)
    assert r"title = {{Kysymys en (Share: 50 \% \& more\_\textbraceleft{}x\textbraceright{})}}," in entry
    assert "data version abc123" in entry
    assert f"query version {query_version(CITED.query)}" in entry
    assert "url = {https://example.org/q?a=%C3%A4&b=1}," in entry
    assert "urldate = {2026-05-04}," in entry


def test_another_text_of_the_query_is_another_version() -> None:
    assert query_version(CITED.query) != query_version(replace(CITED.query, sparql="SELECT"))


def test_other_limits_have_another_key() -> None:
    assert CITED.key != replace(CITED, limits=()).key


def test_braces_and_backslashes_cannot_close_the_entry() -> None:
    entry = bibtex(replace(CITED, url="https://example.org/}\\x", limits=(("a", "}\n\\input{x}"),)))
    assert "url = {https://example.org/x}," in entry
    assert entry.count("{") == entry.count("}")
    assert "\\input{" not in entry
