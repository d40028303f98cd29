"""An answer looked at as a graph."""

from collections.abc import Callable

Page = Callable[..., str]


def test_an_answer_that_is_a_graph_is_drawn_with_its_things_as_links_and_a_table_of_the_same(page: Page) -> None:
    html = page("/en/q/region-graph?view=graph")
    drawing = html.partition("<svg")[2].partition("</svg>")[0]
    assert '<a href="/en/thing/region/metsala">' in drawing
    assert "All 5 things are shown." in html
    assert "The same as a table" in html


def test_words_narrow_the_drawing_as_they_do_the_rows(page: Page) -> None:
    html = page("/en/q/region-graph?view=graph&filter=woodland")
    assert "All 2 things are shown." in html


def test_the_embedded_answer_is_drawn_too(page: Page) -> None:
    html = page("/en/embed/region-graph?view=graph")
    assert "<svg" in html
    assert "graphs.css" in html


def test_an_answer_that_is_a_table_is_not_offered_as_a_graph(page: Page) -> None:
    assert "view=graph" not in page("/en/q/grant-deciders")
    page("/en/q/grant-deciders?view=graph", 400)
