"""What can be taken away from an answer: files, code that runs, a citation, a frame."""

import csv
import html as markup
import io
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import waitress
from flask.testing import FlaskClient

from govkg.publish.citation import query_version
from govkg.query.catalogue import Catalogue
from govkg.query.engine import EmbeddedEngine
from govkg.server.app import create_app

from .conftest import TEXTS

Page = Callable[..., str]
URL = "/en/q/grant-deciders"


@pytest.fixture(scope="module")
def address(engine: EmbeddedEngine, catalogue: Catalogue) -> Iterator[str]:
    """The small world, served on loopback."""
    server = waitress.create_server(create_app(engine, catalogue, texts=TEXTS), host="127.0.0.1", port=0, threads=2)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.task_dispatcher.shutdown()
    server.close()
    thread.join(5)


def code(html: str, name: str) -> str:
    found = re.search(
        rf'<pre tabindex="0" role="group" aria-label="{re.escape(name)}"><code[^>]*>(.*?)</code>', html, re.DOTALL
    )
    assert found
    return markup.unescape(found[1])


def fetched(address: str, path: str) -> str:
    from urllib.request import urlopen

    with urlopen(address + path) as response:
        return str(response.read().decode())


@pytest.mark.skipif(not shutil.which("curl"), reason="there is no curl")
def test_the_code_for_curl_saves_the_answer_of_the_page(address: str, tmp_path: Path) -> None:
    html = fetched(address, f"{URL}?region=jarvela&f.answer=stated&f.answer=not-stated&sort=-date")
    subprocess.run(["sh", "-c", code(html, "curl")], cwd=tmp_path, check=True, timeout=30)
    with (tmp_path / "grant-deciders.csv").open(newline="", encoding="utf-8") as file:
        assert [row["region"] for row in csv.DictReader(file)] == ["Lakeland", "Lakeland"]


def test_the_code_for_python_prints_the_rows_of_the_page(address: str, tmp_path: Path) -> None:
    html = fetched(address, f"{URL}?filter=j%C3%A4rjest%C3%B6lautakunta")
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code(html, "Python")],
        cwd=tmp_path, check=True, timeout=30, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert ran.stdout.startswith("1 rows\n")
    assert "Järjestölautakunta" in ran.stdout


def run(code: str, cwd: Path) -> str:
    """What a Python of its own prints that runs the code in an empty folder."""
    (cwd / "code.py").write_text(code, "utf-8")
    command = [sys.executable, "-X", "utf8", "code.py"]
    own = {**os.environ, "IPYTHONDIR": str(cwd / "ipython"), "PIP_NO_INDEX": "1"}
    return subprocess.run(
        command, cwd=cwd, check=True, timeout=120, capture_output=True, encoding="utf-8", env=own
    ).stdout


def test_the_code_for_pandas_prints_the_table_of_the_page(address: str, tmp_path: Path) -> None:
    html = fetched(address, f"{URL}?region=jarvela&f.answer=stated&f.answer=not-stated&sort=-date")
    written = code(html, "Python, pandas")
    assert re.search(r"^\[2 rows x \d+ columns\]$", run(written, tmp_path), re.MULTILINE)
    rows = json.loads(run(f"{written}print(answer.to_json(orient='records'))\n", tmp_path).splitlines()[-1])
    assert rows == told(
        fetched(address, "/en/q/grant-deciders.csv?region=jarvela&f.answer=stated&f.answer=not-stated&sort=-date")
    )


def told(text: str) -> list[dict[str, str | None]]:
    """The rows of a CSV file, empty cells as None."""
    return [{name: value or None for name, value in row.items()} for row in csv.DictReader(io.StringIO(text))]


# A notebook shows the value of a cell's last line; so do we, as its rows and as the table with whole quotes that a reader sees.
CELL = """import json, pathlib, sys
from IPython.core.interactiveshell import InteractiveShell

ran = InteractiveShell.instance().run_cell(pathlib.Path("cell.txt").read_text("utf-8"))
ran.raise_error()
print()
print(json.dumps([ran.result.to_json(orient="records"), ran.result._repr_html_()]))
"""


def test_the_cell_for_jupyter_shows_the_table_of_the_page_with_whole_quotes(address: str, tmp_path: Path) -> None:
    """Its first line lets pip see that pandas is there; nothing is fetched."""
    html = fetched(address, f"{URL}?region=metsala")
    (tmp_path / "cell.txt").write_text(code(html, "Jupyter"), "utf-8")
    rows, shown = json.loads(run(CELL, tmp_path).splitlines()[-1])
    expected = told(fetched(address, "/en/q/grant-deciders.csv?region=metsala"))
    assert json.loads(rows) == expected
    assert expected[0]["quote"] and markup.escape(expected[0]["quote"], quote=False) in shown


def test_every_program_is_given_the_whole_address_of_the_file(page: Page) -> None:
    html = page(f"{URL}?region=metsala")
    for name in ("curl", "Python", "Python, pandas", "Jupyter", "R", "Excel, Power Query"):
        assert "http://localhost/en/q/grant-deciders.csv?region=metsala" in code(html, name)


def test_a_citation_names_question_limits_versions_address_and_day(page: Page, catalogue: Catalogue) -> None:
    html = markup.unescape(page(f"{URL}?region=metsala&filter=vuosittain"))
    today, version = datetime.now(UTC).date(), query_version(catalogue.queries["grant-deciders"])
    assert (
        "govkg developers: Who decides grants? (Region: Woodland; Words: vuosittain). Saved query grant-deciders, "
        f"query version {version}, data version test. "
        f"http://localhost/en/q/grant-deciders?region=metsala&filter=vuosittain, accessed {today}."
    ) in html
    assert f"urldate = {{{today}}}" in code(html, "BibTeX")
    assert "Who decides grants? Saved query" in page(URL)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("grant-deciders.srx", "application/sparql-results+xml"),
        ("grant-deciders.xml", "application/sparql-results+xml"),
        ("grant-deciders.md", "text/markdown"),
        ("region-graph.nt", "application/n-triples"),
        ("region-graph.rdf", "application/rdf+xml"),
    ],
)
def test_the_further_formats_are_there(client: FlaskClient, name: str, media_type: str) -> None:
    response = client.get(f"/en/q/{name}")
    assert (response.status_code, response.mimetype) == (200, media_type)


def test_a_page_that_cites_a_day_is_not_unchanged_under_another_host(client: FlaskClient) -> None:
    tag = client.get(URL).headers["ETag"]
    assert client.get(URL, headers={"If-None-Match": tag}).status_code == 304
    assert client.get(URL, headers={"If-None-Match": tag, "Host": "other.example"}).status_code == 200


def test_the_frame_to_embed_is_shown_as_text_with_its_whole_address(page: Page) -> None:
    html = page(f"{URL}?region=metsala&sort=date")
    assert "<iframe" not in html
    assert '<iframe src="http://localhost/en/embed/grant-deciders?region=metsala&amp;sort=date"' in code(html, "HTML")


def test_an_embedded_answer_may_be_framed_and_tells_its_source(client: FlaskClient) -> None:
    response = client.get("/sv/embed/grant-deciders?region=metsala&sort=date")
    assert "frame-ancestors *" in response.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in response.headers
    assert 'href="/sv/q/grant-deciders?region=metsala&amp;sort=date"' in response.text
    assert "<nav" not in response.text
    assert "Källa: govkg" in response.text


def test_no_other_page_may_be_framed_by_others(client: FlaskClient) -> None:
    headers = client.get(URL).headers
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "SAMEORIGIN"


def test_a_wrong_address_of_a_frame_says_what_is_wrong(page: Page) -> None:
    assert "has no value “Woodlan”" in page("/en/embed/grant-deciders?region=Woodlan", 400)
    page("/en/embed/nothing", 404)
