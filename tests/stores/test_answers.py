"""Every saved question has the same answer in a remote store as in the engine inside the program: rows, labels, languages and order."""

import pytest

from govkg.core.dataset import Release, release_file
from govkg.core.errors import UsageError
from govkg.core.model import Term
from govkg.publish.gathered import gathered
from govkg.query.catalogue import Parameter, SavedQuery
from govkg.query.engine import Engine, embedded
from govkg.query.explain import explain_claim, explain_statement
from govkg.query.parameters import choices
from govkg.query.remote import RemoteEngine
from govkg.query.run import GraphAnswer, run
from tests.conftest import ROOT
from tests.golden.test_golden import ASKED, CATALOGUE, FOLDER, answer_of

PARAMETERS = [(query.id, parameter.name) for query in CATALOGUE.queries.values() for parameter in query.parameters]


@pytest.fixture(scope="session")
def own() -> Engine:
    return embedded(release_file(ROOT))


def rows(engine: Engine, query: SavedQuery, given: dict[str, str]) -> object:
    found = run(engine, query, given, "sv")
    return (found.triples, found.labels) if isinstance(found, GraphAnswer) else found.rows


def a_value(engine: Engine, parameter: Parameter) -> str:
    if parameter.type == "thing":
        return choices(engine, parameter)[-1].iri
    return {"date": "2022-06", "boolean": "true"}[parameter.type]


@pytest.mark.parametrize("query_id", CATALOGUE.queries)
def test_a_saved_query_gives_its_golden_answer(remote_engine: RemoteEngine, own: Engine, query_id: str) -> None:
    assert (
        answer_of(remote_engine, query_id).splitlines() == (FOLDER / f"{query_id}.txt").read_text("utf-8").splitlines()
    )
    query, given = CATALOGUE.get(query_id), ASKED.get(query_id, {})
    assert rows(remote_engine, query, given) == rows(own, query, given)


@pytest.mark.parametrize("remote_engine", ["virtuoso"], indirect=True)  # the other server is the engine that we have
@pytest.mark.parametrize(("query_id", "name"), PARAMETERS)
def test_a_parameter_narrows_alike(remote_engine: RemoteEngine, own: Engine, query_id: str, name: str) -> None:
    query = CATALOGUE.get(query_id)
    parameter = query.parameter(name)
    assert parameter is not None
    given = {**ASKED.get(query_id, {}), name: a_value(own, parameter)}
    assert rows(remote_engine, query, given) == rows(own, query, given)


def test_an_explanation_is_the_same(remote_engine: RemoteEngine, own: Engine) -> None:
    told = ("body/pirkanmaa/asiakkuus-ja-laatujaosto", "gov:decidesOn", "task/ngo-grants")
    assert explain_statement(remote_engine, *told) == explain_statement(own, *told)
    claim: Term = next(iter(own.select("SELECT ?c { ?c gov:order 1 } ORDER BY ?c LIMIT 1")))["c"]
    assert explain_claim(remote_engine, claim.value) == explain_claim(own, claim.value)


@pytest.mark.parametrize(
    "told", [("body/nowhere", "gov:decidesOn", "task/ngo-grants"), ("region/lappi", "gov:countyCode", '"99"')]
)
def test_what_the_graph_does_not_say_is_not_explained(remote_engine: RemoteEngine, told: tuple[str, str, str]) -> None:
    with pytest.raises(UsageError, match="the graph does not say"):
        explain_statement(remote_engine, *told)


def test_the_release_comes_out_byte_by_byte(remote_engine: RemoteEngine, release: Release) -> None:
    assert gathered(remote_engine) == release.data
