"""Which ways to look at an answer are offered, how they are set, and how a wrong one is met."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from govkg.query.catalogue import read_catalogue
from govkg.query.engine import embedded
from govkg.query.header import VIEWS as DECLARED
from govkg.server.app import create_app
from govkg.server.views import VIEWS

Chart = Callable[..., str]


def tabs(html: str) -> list[str]:
    nav = html.partition('<nav class="views"')[2].partition("</nav>")[0]
    return re.findall(r'view=([a-z-]+)"', nav)


def test_every_view_has_a_name_that_headers_know() -> None:
    assert VIEWS.keys() <= DECLARED.keys()


def test_the_views_that_the_question_declares_are_offered(chart: Chart) -> None:
    html = chart("table")
    assert tabs(html) == ["cross-table", "map", "bars", "timeline"]


def test_a_view_that_does_not_fit_the_answer_is_not_offered(chart_client: FlaskClient) -> None:
    response = chart_client.get("/en/q/plain")
    assert response.status_code == 200
    assert tabs(response.text) == []


def test_a_view_that_does_not_fit_is_400_with_those_that_do(chart: Chart) -> None:
    assert 'href="/en/q/plain?view=table"' in chart("map", 400, "q/plain")


@pytest.mark.parametrize(
    ("view", "options", "nearest"),
    [
        ("cross-table", {"v.rows": "colour"}, "v.rows=region"),
        ("map", {"v.show": "quote"}, "v.show=answer"),
        ("bars", {"v.value": "role"}, "v.value=seats"),
        ("timeline", {"v.date": "<script>"}, "v.date=date"),
    ],
)
def test_a_wrong_word_for_an_option_is_400_with_the_right_ones(
    chart: Chart, view: str, options: dict[str, str], nearest: str
) -> None:
    html = chart(view, 400, **options)
    assert nearest in html
    assert "<script>" not in html


def test_an_option_of_another_view_is_400(chart: Chart) -> None:
    assert "The view has no option “v.rows”." in chart("map", 400, **{"v.rows": "region"})


def test_the_settings_are_a_form_that_keeps_the_rest_of_the_address(chart: Chart) -> None:
    form = chart("bars", filter="a").partition('<form class="settings"')[2].partition("</form>")[0]
    assert '<option value="role" selected>Role</option>' in form
    assert '<input type="hidden" name="view" value="bars">' in form
    assert '<input type="hidden" name="filter" value="a">' in form


@pytest.mark.parametrize("view", ["cross-table", "map", "bars", "timeline"])
def test_a_view_can_be_embedded_and_the_address_to_keep_holds_it(chart: Chart, view: str) -> None:
    embedded_page = chart(view, page="embed/deciders")
    assert "<nav" not in embedded_page
    assert f'<link rel="canonical" href="/en/q/deciders?view={view}">' in embedded_page
    assert f"q/deciders?view={view}</a>" in chart(view)


@pytest.mark.parametrize("view", ["cross-table", "map", "bars", "timeline"])
def test_a_filter_that_leaves_nothing_says_so_in_every_view(chart: Chart, view: str) -> None:
    assert "Your own filters leave no row. Without them the number of rows in the answer is 4." in chart(
        view, filter="nonesuch"
    )


@pytest.mark.parametrize("view", ["cross-table", "map", "bars", "timeline"])
def test_a_page_has_no_inline_style_and_no_id_twice(chart: Chart, view: str) -> None:
    html = chart(view)
    assert not re.search(r"\sstyle=|<style|<script>", html)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_every_view_that_a_saved_question_declares_fits_its_answer_as_it_is_set() -> None:
    catalogue = read_catalogue()
    client = create_app(embedded(), catalogue).test_client()
    wrong = [
        f"{query.id} as {view}"
        for query in catalogue.queries.values()
        for view, options in query.options.items()
        if view in VIEWS and client.get(f"/en/q/{query.id}", query_string=address(view, options)).status_code != 200
    ]
    assert wrong == []


def address(view: str, options: dict[str, str]) -> dict[str, str]:
    return {"view": view, **{f"v.{option}": value for option, value in options.items()}}
