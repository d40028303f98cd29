"""Which format a client gets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govkg.publish.media import GRAPH, TABLE, TURTLE, names_of
from govkg.publish.negotiate import best, takes_gzip

OFFERS = ("application/json", "application/xml", "text/csv", "text/html")


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, "application/json"),
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/*", "text/csv"),
        ("Text/CSV", "text/csv"),
        ("text/csv; charset=utf-8", "text/csv"),
        ("application/xml;q=0.9, application/json;q=0.3", "application/xml"),
        ("application/json;q=0, */*", "application/xml"),
        ("*/*;q=0.1, text/csv", "text/csv"),
        ("text/html, */*", "text/html"),
        ("image/png, text/csv;q=0.001", "text/csv"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8", "text/html"),
        ("image/png", None),
        ("*/*;q=0", None),
        ("text/csv;q=0", None),
    ],
)
def test_the_type_that_is_weighed_most_then_named_most_exactly_then_ours_first(
    accept: str | None, chosen: str | None
) -> None:
    assert best(accept, OFFERS) == chosen


@pytest.mark.parametrize("accept", [";;;", ",,,", "text", "a/b/c", "text/csv;q=abc", "*/*;q=9", '"', "/"])
def test_what_is_no_media_range_is_passed_over(accept: str) -> None:
    assert best(accept, OFFERS) == "application/json"
    assert best(f"{accept}, text/csv", OFFERS) == "text/csv"


@given(st.text())
def test_every_header_gives_an_offer_or_none(accept: str) -> None:
    assert best(accept, OFFERS) in (*OFFERS, None)


@pytest.mark.parametrize(
    ("header", "takes"),
    [
        (None, False),
        ("", False),
        ("gzip", True),
        ("br, GZIP;q=0.5", True),
        ("gzip;q=0, *", False),
        ("*", True),
        ("*;q=0", False),
        ("identity", False),
    ],
)
def test_gzip_is_sent_only_to_who_takes_it(header: str | None, takes: bool) -> None:
    assert takes_gzip(header) is takes


def test_a_format_is_known_by_its_own_name_and_by_other_names() -> None:
    assert names_of(TABLE)["application/json"].short == "json"
    assert names_of(GRAPH)["application/xml"].short == "rdf"
    assert TURTLE.content_type == "text/turtle; charset=utf-8"
