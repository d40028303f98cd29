"""The tour: each step leads to the real thing."""

import re
from collections.abc import Callable, Iterator

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient

from govkg.query.catalogue import Catalogue
from govkg.query.engine import EmbeddedEngine, Solution
from govkg.server.tour import example

Page = Callable[..., str]

GRANT = "https://w3id.org/govkg/id/claim/katsaus-2022/responsibility-1"


class Watched(EmbeddedEngine):
    """An engine that notes what it is asked."""

    def __init__(self, store: ox.Store) -> None:
        super().__init__(store, "test")
        self.asked = list[str]()

    def select(self, sparql: str) -> Iterator[Solution]:
        self.asked.append(sparql)
        return super().select(sparql)


def test_only_the_sentence_that_is_shown_is_read_in_its_context(engine: EmbeddedEngine, catalogue: Catalogue) -> None:
    watched = Watched(engine.store)
    found = example(watched, catalogue, "en")
    assert found is not None
    assert found.claim.iri == GRANT
    assert [GRANT in query for query in watched.asked if "?prefix" in query] == [True]


def test_the_steps_follow_one_example_from_question_to_sentence_and_document(page: Page) -> None:
    links = re.findall(r'<p class="tour-go">.*?href="([^"]+)"', page("/en/tour"))
    assert links[:2] == ["/en/q/grant-deciders", "/en/q/grant-deciders?region=metsala"]
    assert links[2].startswith("/en/claim/")
    assert re.fullmatch(r"/en/doc/[^?]+\?claim=[^#]+#lines-\d+-\d+", links[3])
    assert links[5] == "/en/q/grant-deciders?region=metsala#take"
    assert links[6] == "/en/sparql?open=grant-deciders&amp;region=metsala"


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_link_of_the_tour_is_answered(client: FlaskClient, page: Page, lang: str) -> None:
    main = page(f"/{lang}/tour").partition("<main")[2].partition("</main>")[0]
    links = [link.replace("&amp;", "&") for link in re.findall(r'href="(/[^"#]+)', main) if "/sparql" not in link]
    assert links
    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


def test_the_start_page_and_the_foot_of_every_page_lead_to_it(page: Page) -> None:
    assert page("/sv/").count('href="/sv/tour"') == 2
    assert 'href="/fi/tour"' in page("/fi/about").partition("<footer")[2]
