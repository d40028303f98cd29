"""Any thing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from govkg.core.names import DEF, ID, SKOS, graph
from govkg.query.catalogue import Catalogue, read_catalogue
from govkg.query.engine import EmbeddedEngine
from govkg.server.app import create_app

from .conftest import TEXTS, WORLD, world_engine

Page = Callable[..., str]


def test_a_thing_shows_its_names_in_all_languages_and_the_claims_that_speak_of_it_with_quotes(page: Page) -> None:
    html = page("/en/thing/region/metsala")
    for words in ("Metsälä", "Skogby", "Woodland", "1 claim<", "Järjestölautakunta päättää"):
        assert words in html


def test_what_was_inferred_of_a_thing_stands_apart_with_its_rule(page: Page) -> None:
    stated, _, inferred = page("/en/thing/body/metsala/jarjestolautakunta").partition("What was inferred")
    assert "narrower link" in inferred
    assert "narrower link" not in stated


def test_what_points_to_a_thing_is_listed(page: Page) -> None:
    assert "What points here" in page("/en/thing/region/metsala")


def test_a_thing_that_no_claim_speaks_of_says_so(page: Page) -> None:
    assert "No claim speaks of this directly." in page("/en/thing/reform/uudistus")


@pytest.mark.parametrize(
    "url", ["/en/thing/region/metsalo", "/en/thing/nothing/x", "/en/thing/region/%3E%20%7D", "/en/thing/def/Nothing"]
)
def test_an_unknown_thing_is_404(page: Page, url: str) -> None:
    page(url, 404)


def test_an_unknown_thing_is_answered_with_the_nearest(page: Page) -> None:
    assert "/en/thing/region/metsala" in page("/en/thing/region/metsalo", 404)


def test_each_part_of_a_long_list_has_a_title_of_its_own(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govkg.server.paging.page_of.__defaults__", (1,))

    def title(url: str) -> str:
        return page(f"/en/thing/{url}").partition("<title>")[2].partition(" – ")[0]

    assert title("region/jarvela") != title("region/jarvela?page=2")
    assert ", Page 2 of" in title("region/jarvela?page=2")


def section(html: str, name: str) -> str:
    return html.partition(f'<h2 id="{name}">')[2].partition("<h2")[0]


def test_a_fact_stands_beside_its_status_its_document_and_the_date(page: Page) -> None:
    claims = section(page("/en/thing/body/metsala/jarjestolautakunta"), "claims")
    for words in ("decides", "in the rules", "Survey 2022", '<time class="quiet" datetime="2022-06">'):
        assert words in claims


def test_a_thing_is_drawn_among_its_neighbours_and_a_table_says_the_same(page: Page) -> None:
    drawn = section(page("/en/thing/body/metsala/jarjestolautakunta"), "neighbourhood")
    assert '<a href="/en/thing/region/metsala">' in drawn.partition("</svg>")[0]
    assert "The same as a table" in drawn
    assert "The only neighbour is shown." in drawn


def test_a_thing_that_is_linked_to_no_other_is_not_drawn(page: Page) -> None:
    assert "<svg" not in page("/en/thing/scheme/rule")


def test_the_questions_that_give_rows_for_a_thing_are_linked_with_its_value(page: Page) -> None:
    asking = section(page("/en/thing/region/metsala"), "asking")
    assert '<a href="/en/q/grant-deciders?region=metsala">' in asking
    assert "1 row<" in asking


def test_a_question_that_gives_no_row_for_a_thing_is_named_but_not_linked(
    engine: EmbeddedEngine, tmp_path: Path
) -> None:
    for path in (WORLD / "queries").iterdir():
        text = path.read_text(encoding="utf-8").replace("gov:ResponsibilityClaim", "gov:OtherClaim")
        (tmp_path / path.name).write_text(
            text.replace("?claim gov:region ?region ;", "?claim gov:none ?region ;"), encoding="utf-8"
        )
    client = create_app(engine, read_catalogue(tmp_path), texts=TEXTS).test_client()
    asking = section(client.get("/en/thing/region/metsala").text, "asking")
    assert "1 question gives no row for this" in asking
    assert "<a " not in asking


def test_a_region_tells_by_document_what_was_named_and_where_it_is_silent(page: Page) -> None:
    told = section(page("/en/thing/region/jarvela"), "told")
    first, _, second = told.partition("Survey 2022")
    assert "Report 2017" in first
    assert "The document is silent on:" in second
    assert '<a href="/en/claim/katsaus-2022/silence-2">line 7</a>' in second
    assert "The document was not read question by question" in first


def test_a_scheme_lists_its_concepts_with_how_many_claims_use_each(page: Page) -> None:
    concepts = section(page("/en/thing/scheme/rule"), "concepts")
    assert "narrower link" in concepts
    assert "0 claims" in concepts


def test_all_things_that_point_to_a_thing_by_a_property_have_a_page_of_their_own(page: Page) -> None:
    html = page("/en/thing/region/metsala?links=gov:area")
    assert "Järjestölautakunta" in html
    assert "1 link<" in html


def test_a_property_by_which_nothing_points_here_is_refused_with_those_there_are(page: Page) -> None:
    assert "gov:area" in page("/en/thing/region/metsala?links=gov:none", 400)


def test_claims_that_concern_a_thing_by_what_follows_from_them_say_so(catalogue: Catalogue) -> None:
    engine = world_engine()
    claim, above = (NamedNode(ID + name) for name in ("claim/katsaus-2022/responsibility-1", "task/money"))
    label = Quad(above, NamedNode(f"{SKOS}prefLabel"), Literal("money", language="en"), graph("ontology"))
    engine.store.extend([label, Quad(claim, NamedNode(f"{DEF}concernsTask"), above, graph("inferred"))])
    client = create_app(engine, catalogue, texts=TEXTS).test_client()
    assert "1 claim does not name this itself" in client.get("/en/thing/task/money").text
    assert "does not name this itself" not in client.get("/en/thing/region/metsala").text
