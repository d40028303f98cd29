"""A query as a file to propose it as a saved query."""

from pathlib import Path

import pytest

from govkg.core.names import ID
from govkg.core.yamlnodes import Mapping, load
from govkg.publish.proposal import Proposal, column_kind, proposal_file
from govkg.query.catalogue import SavedQuery, read_query
from govkg.query.check import check_query
from govkg.query.engine import EmbeddedEngine
from govkg.query.projection import projected
from tests.server.conftest import world_engine

QUERY = 'PREFIX x: <urn:x:>\nSELECT ?claim ?document ?n { ?claim gov:document ?document BIND(1 AS ?n) FILTER("a:b" != x:y) }'
COLUMNS = ("claim", "document", "n")
ROW = {
    "claim": {"type": "uri", "value": f"{ID}claim/a/1"},
    "document": {"type": "uri", "value": f"{ID}document/a"},
    "n": {"type": "literal", "value": "1", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
}
WORDS = {"claim": {"fi": "x"}, "document": {"fi": "x"}, "n": {"fi": "x"}}
THEMES = {"grants": {"fi": "x"}}


def saved(folder: Path, found: Proposal) -> SavedQuery:
    path = folder / found.file
    path.write_text(proposal_file(found, ["claim", "document"]), "utf-8")
    return read_query(path, WORDS, THEMES)


def test_the_file_is_a_saved_query_with_what_is_known_filled_in(tmp_path: Path) -> None:
    found = saved(tmp_path, Proposal(QUERY, 'Kuka "päättää":\n mistä?', "fi", "grants", COLUMNS, [ROW]))
    assert (found.id, found.summary["fi"], found.theme) == ("kuka-paattaa-mista", 'Kuka "päättää": mistä?', "grants")
    assert [(column.name, column.kind) for column in found.columns] == [
        ("claim", "thing"),
        ("document", "thing"),
        ("n", "number"),
    ]
    assert found.evidence == "claim"
    assert projected(found.sparql) == COLUMNS


def test_it_declares_the_prefixes_that_need_no_declaration_here(tmp_path: Path) -> None:
    text = proposal_file(Proposal(QUERY, "Q", "fi", "grants"), [])
    assert text.count("PREFIX") == 2
    assert "PREFIX gov: <https://w3id.org/govkg/def#>" in text


def test_the_check_finds_nothing_but_what_is_marked_to_be_written_by_hand(tmp_path: Path) -> None:
    engine: EmbeddedEngine = world_engine()
    found = saved(tmp_path, Proposal(QUERY, "Which?", "en", "grants", COLUMNS, [ROW]))
    problems = [problem.what for problem in check_query(engine, found)]
    assert len(problems) == 6
    assert all("still says `TODO`" in what for what in problems)


def test_columns_without_a_heading_are_named(tmp_path: Path) -> None:
    text = proposal_file(Proposal(QUERY, "Q", "fi", "grants", COLUMNS, [ROW]), ["claim", "document"])
    assert "#+ # TODO: headings in queries/words.yaml for n\n" in text


def test_a_query_that_selects_everything_is_told_to_name_its_columns() -> None:
    assert "in place of *" in proposal_file(Proposal("SELECT * { ?s ?p ?o }", "Q", "fi", "grants", ("s",)), [])
    assert "in place of *" not in proposal_file(Proposal(QUERY, "Q", "fi", "grants", COLUMNS), [])


def test_no_title_gets_out_of_the_header(tmp_path: Path) -> None:
    text = proposal_file(Proposal("ASK {}", "a\nSELECT * {}\n#+ theme: x", "en", "grants"), [])
    header = "\n".join(line[3:] for line in text.splitlines() if line.startswith("#+"))
    (tmp_path / "x.yaml").write_text(header, "utf-8")
    node = load(tmp_path / "x.yaml", "x")
    assert isinstance(node, Mapping)
    assert text.splitlines()[-1] == "ASK {}"
    assert sum(not line.startswith("#+") for line in text.splitlines()) == 1


@pytest.mark.parametrize(
    ("terms", "kind"),
    [
        ([{"type": "uri", "value": "urn:x"}], "thing"),
        ([{"type": "literal", "value": "https://a/ | https://b/"}], "things"),
        ([{"type": "uri", "value": "urn:x"}, {"type": "literal", "value": "b"}], "mixed"),
        ([{"type": "literal", "value": "2022-06", "datatype": "http://www.w3.org/2001/XMLSchema#gYearMonth"}], "date"),
        ([{"type": "literal", "value": "2022"}], "text"),
        ([], "text"),
    ],
)
def test_the_kind_of_a_column_is_read_from_its_values(terms: list[dict[str, str]], kind: str) -> None:
    assert column_kind("x", [{"x": term} for term in terms]) == kind
