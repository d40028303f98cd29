"""Pick lists that follow the one they depend on."""

from flask.testing import FlaskClient

from govkg.query.catalogue import Catalogue


def test_the_options_are_those_of_the_form(client: FlaskClient, catalogue: Catalogue) -> None:
    for saved in catalogue.queries.values():
        page = client.get(f"/en/q/{saved.id}").text
        response = client.get(f"/en/q/{saved.id}/options")
        for name, options in response.json["fields"].items():  # type: ignore[index]
            shown = page.split(f'id="p-{name}"')[1].split("</select>")[0]
            assert shown.count("<option") == len(options) + 1
            assert all(f'<option value="{option["value"]}"' in shown for option in options)


def test_a_question_that_there_is_not_has_no_options(client: FlaskClient) -> None:
    assert client.get("/en/q/none/options").status_code == 404
