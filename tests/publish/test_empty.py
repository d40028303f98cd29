"""An empty answer says in every format that can hold it why it is empty."""

import io
import json
from dataclasses import replace

import openpyxl
import pyoxigraph as ox
import pytest

from govkg.core.names import ID
from govkg.publish.delimited import to_csv
from govkg.publish.formats import write
from govkg.publish.notebook import to_html
from govkg.publish.workbook import to_xlsx
from govkg.query.emptiness import Outcome
from govkg.query.run import Cell
from tests.publish.tables import NO_DATA, table

WHY = Outcome("not-read", "Ei luettu: <tätä>--ei ollut.")
EMPTY = replace(table({"region": "thing", "date": "date"}), empty=WHY)


def text(form: str) -> str:
    return write(EMPTY, form, NO_DATA).decode()


def test_the_last_line_of_a_terminal_and_of_markdown_says_it() -> None:
    assert text("table").splitlines()[-1] == WHY.sentence
    assert text("markdown").splitlines()[-1] == r"Ei luettu: \<tätä\>--ei ollut."


def test_the_head_of_the_results_in_json_says_it_and_strict_readers_take_them() -> None:
    head = json.loads(text("json"))["head"]
    assert head["govkg"] == {"answer": "not-read", "sentence": WHY.sentence}
    parsed = ox.parse_query_results(text("json").encode(), format=ox.QueryResultsFormat.JSON)
    assert isinstance(parsed, ox.QuerySolutions)
    assert [variable.value for variable in parsed.variables] == ["region", "region_iri", "date"]


def test_a_comment_of_the_results_in_xml_says_it_and_strict_readers_take_them() -> None:
    assert text("xml").endswith("<!-- not-read: Ei luettu: <tätä>- -ei ollut. -->\n")
    assert isinstance(ox.parse_query_results(text("xml").encode(), format=ox.QueryResultsFormat.XML), ox.QuerySolutions)


def test_the_sources_of_a_workbook_say_it() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(EMPTY, NO_DATA)))["sources"]
    rows = [tuple(cell.value for cell in row[:2]) for row in sheet.iter_rows()]
    assert rows[-2:] == [("answer", "not-read"), ("sentence", WHY.sentence)]


def test_a_notebook_says_it_escaped() -> None:
    assert to_html(EMPTY).endswith("<p>Ei luettu: &lt;tätä&gt;--ei ollut.</p>")


def test_separated_values_stay_a_bare_header_which_programs_rely_on() -> None:
    assert to_csv(EMPTY, NO_DATA) == b"region,region_iri,date\r\n"


@pytest.mark.parametrize("form", ["table", "markdown", "json", "xml"])
def test_an_answer_with_rows_says_nothing_of_the_kind(form: str) -> None:
    full = table({"date": "date"}, ("2022",))
    assert "luettu" not in write(full, form, NO_DATA).decode()
    assert 'govkg":' not in write(full, form, NO_DATA).decode()


@pytest.mark.parametrize(("slug", "words"), [("stated-absent", "sanoo ei"), ("not-stated", "ei kerro")])
def test_an_answer_whose_every_row_is_silent_says_which_silence_it_is(slug: str, words: str) -> None:
    silent = table({"answer": "thing"}, (Cell(slug, "fi", (f"{ID}answer/{slug}",), "thing"),))
    assert words in json.loads(write(silent, "json", NO_DATA))["head"]["govkg"]["sentence"]
    assert f"<!-- {slug}: Lähde {words}" in write(silent, "xml", NO_DATA).decode()
    assert f"Lähde {words}" in write(silent, "markdown", NO_DATA).decode().splitlines()[-1]
