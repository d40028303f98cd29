"""A table in a notebook."""

from govkg.publish.notebook import MOST, to_html

from .tables import table, thing


def test_texts_of_sources_are_escaped() -> None:
    html = to_html(table({"quote": "quote"}, ("<script>alert('&')</script>",)))
    assert "<script>" not in html
    assert "&lt;script&gt;alert(&#x27;&amp;&#x27;)&lt;/script&gt;" in html


def test_an_iri_cannot_leave_its_attribute() -> None:
    html = to_html(table({"body": "thing"}, (thing("B", 'https://example.org/"onclick="x'),)))
    assert 'title="https://example.org/&quot;onclick=&quot;x"' in html


def test_it_has_the_question_headings_and_the_language_of_each_label() -> None:
    html = to_html(table({"body": "thing"}, (thing("Nämnd", lang="sv"),)))
    assert "<caption>Kysymys fi – 1, govkg 000000000000</caption>" in html
    assert '<th scope="col">Body</th>' in html
    assert '<td lang="sv">Nämnd</td>' in html


def test_a_long_table_is_cut_and_says_so() -> None:
    html = to_html(table({"n": "number"}, *((str(n),) for n in range(MOST + 1))))
    assert html.count("<tr>") == MOST + 1
    assert f"{MOST} / {MOST + 1}" in html


def test_claims_are_left_to_the_rows() -> None:
    assert "Claim" not in to_html(table({"claim": "thing"}, (thing("Väite", "https://example.org/c"),)))
