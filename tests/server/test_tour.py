"""The tour: each step leads to the real thing."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

Page = Callable[..., str]


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
