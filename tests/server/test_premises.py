"""What was inferred unfolds in words: the facts with their sentences, what was inferred on the way, and the definitions used."""

import re

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient
from tests.query.dictionaries import Few
from tests.server.conftest import TEXTS, world_engine

from govkg.core.paths import queries
from govkg.query.catalogue import read_catalogue
from govkg.query.engine import EmbeddedEngine
from govkg.query.search import Search
from govkg.server.app import create_app

CHAIN = """
PREFIX gov: <https://w3id.org/govkg/def#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX graph: <https://w3id.org/govkg/graph/>
PREFIX task: <https://w3id.org/govkg/id/task/>
PREFIX claim: <https://w3id.org/govkg/id/claim/katsaus-2022/>
PREFIX inference: <https://w3id.org/govkg/id/inference/>
PREFIX rule: <https://w3id.org/govkg/id/rule/>
graph:ontology {
  rule:chain skos:inScheme <https://w3id.org/govkg/id/scheme/rule> ; skos:notation "prp-spo2" ; skos:prefLabel "property chain"@en .
  rule:step skos:inScheme <https://w3id.org/govkg/id/scheme/rule> ; skos:notation "prp-step" ; skos:prefLabel "step up"@en .
  gov:concernsTask skos:prefLabel "concerns task"@en .
  task:money skos:prefLabel "money"@en .
}
graph:inferred { claim:responsibility-1 gov:concernsTask task:money . task:ngo-grants skos:broaderTransitive task:money . }
graph:proofs {
  inference:top rdf:subject claim:responsibility-1 ; rdf:predicate gov:concernsTask ; rdf:object task:money ; gov:rule "prp-spo2" ;
    gov:restsOn claim:responsibility-1 ; gov:because "gov:concernsTask rdfs:subPropertyOf gov:task \u2227 id:claim/katsaus-2022/responsibility-1 gov:task task:ngo-grants \u2227 task:ngo-grants skos:broaderTransitive task:money" .
  inference:step rdf:subject task:ngo-grants ; rdf:predicate skos:broaderTransitive ; rdf:object task:money ; gov:rule "prp-step" ;
    gov:because "task:ngo-grants skos:broader task:money" .
}
"""


@pytest.fixture(scope="module")
def inferring() -> FlaskClient:
    """The small world with a conclusion of two steps, and the saved queries as they are."""
    engine: EmbeddedEngine = world_engine("inferring")
    engine.store.load(input=CHAIN.encode(), format=ox.RdfFormat.TRIG)
    catalogue = read_catalogue(queries())
    return create_app(engine, catalogue, texts=TEXTS, search=Search(engine, catalogue, Few, kept=False)).test_client()


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


@pytest.mark.parametrize("path", ["/en/q/inferred", "/en/claim/katsaus-2022/responsibility-1"])
def test_a_conclusion_tells_its_rule_premises_quotes_and_definitions(inferring: FlaskClient, path: str) -> None:
    told = words(inferring.get(path).text)
    assert "By the rule: property chain It follows from these:" in told
    fact, step, rest = told.partition("It follows from these:")[2].partition("money inferred step up")
    assert "Järjestölautakunta päättää järjestöavustuksista vuosittain." in fact
    assert step
    assert "from the reference data or the ontology and from how the ontology defines: concerns task" in rest


def test_a_conclusion_is_marked_in_words_and_its_notation_is_no_column(inferring: FlaskClient) -> None:
    html = inferring.get("/en/q/inferred").text
    assert re.search(r"(?s)<summary>.{,900}<span class=\"tag tag-inferred\">inferred</span></summary>", html)
    assert "Because" not in words(html.partition("<thead>")[2].partition("</thead>")[0])
