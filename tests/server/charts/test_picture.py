"""A picture as a file: it stands alone."""

import re
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("view", ["bars", "map", "timeline"])
def test_a_picture_is_well_formed_carries_its_style_and_leads_to_the_site(chart_client: FlaskClient, view: str) -> None:
    response = chart_client.get(f"/en/picture/deciders.svg?view={view}")
    assert response.content_type == "image/svg+xml; charset=utf-8"
    assert response.headers["Content-Disposition"] == "attachment; filename=deciders_test.svg"
    root = ElementTree.fromstring(response.text)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "--mark" in "".join(root.itertext())
    links = re.findall(r'href="([^"]+)"', response.text)
    assert links
    assert all(link.startswith("http://localhost/en/q/deciders") for link in links)


def test_a_map_in_a_file_carries_its_legend_and_the_source_of_its_borders(chart_client: FlaskClient) -> None:
    words = " ".join(ElementTree.fromstring(chart_client.get("/en/picture/deciders.svg?view=map").text).itertext())
    assert "B not stated" in words
    assert "National Land Survey of Finland, municipal division, CC BY 4.0" in words


def test_the_page_offers_its_picture_as_it_is_set(chart_client: FlaskClient) -> None:
    html = chart_client.get("/en/q/deciders?view=bars&v.by=body&filter=a").text
    assert 'href="/en/picture/deciders.svg?view=bars&amp;v.by=body&amp;filter=a" download' in html


def test_a_view_without_a_picture_is_404_with_those_that_have_one(chart_client: FlaskClient) -> None:
    response = chart_client.get("/en/picture/deciders.svg?view=cross-table")
    assert response.status_code == 404
    assert 'href="/en/q/deciders?view=map"' in response.text


def test_a_wrong_address_leads_to_the_page_that_says_what_is_wrong(chart_client: FlaskClient) -> None:
    response = chart_client.get("/en/picture/deciders.svg?view=hologram")
    assert response.headers["Location"] == "/en/q/deciders?view=hologram"
    assert chart_client.get(response.headers["Location"]).status_code == 400


def test_a_picture_of_another_format_is_406_with_the_one_there_is(chart_client: FlaskClient) -> None:
    response = chart_client.get("/en/picture/deciders.png?view=map")
    assert response.status_code == 406
    assert "svg" in response.text
