"""The ontology drawn."""

from flask.testing import FlaskClient

from govkg.core.names import DEF
from govkg.query.engine import EmbeddedEngine
from govkg.server.facts import Value
from govkg.server.graphs.ontology_map import class_trees, property_map
from govkg.server.terms import CLASS, PROPERTY, Entry


def entry(name: str, kind: str, **ends: tuple[str, ...]) -> Entry:
    above, below = (tuple(DEF + n for n in ends.get(key, ())) for key in ("above", "below"))
    domain, values = (tuple(Value(n, "", DEF + n) for n in ends.get(key, ())) for key in ("domain", "range"))
    return Entry(DEF + name, kind, Value(name), None, above, below, (), domain, values, ())


def known(*entries: Entry) -> dict[str, Entry]:
    return {found.iri: found for found in entries}


CLASSES = (
    entry("Claim", CLASS, below=("Duty",)),
    entry("Duty", CLASS, above=("Claim",)),
    entry("Body", CLASS),
)


def test_a_property_links_the_broadest_classes_above_its_own(engine: EmbeddedEngine) -> None:
    graph = property_map(engine, known(*CLASSES, entry("body", PROPERTY, domain=("Duty",), range=("Body",))))
    assert [(e.source, e.target, e.name.text) for e in graph.edges] == [(f"{DEF}Claim", f"{DEF}Body", "body")]


def test_a_property_that_no_statement_uses_is_left_out(engine: EmbeddedEngine) -> None:
    graph = property_map(engine, known(*CLASSES, entry("unused", PROPERTY, domain=("Duty",), range=("Body",))))
    assert graph.edges == ()


def test_a_property_below_another_that_is_used_is_left_out(engine: EmbeddedEngine) -> None:
    above = entry("body", PROPERTY, domain=("Claim",), range=("Body",))
    below = entry("region", PROPERTY, domain=("Claim",), range=("Body",), above=("body",))
    assert [e.name.text for e in property_map(engine, known(*CLASSES, above, below)).edges] == ["body"]


def test_a_tree_holds_a_class_and_all_below_it() -> None:
    trees = class_trees(known(*CLASSES), least=1)
    assert [(top.name, len(tree.nodes), len(tree.edges)) for top, tree in trees] == [("Claim", 2, 1)]
    assert trees[0][1].nodes[0].href == "#Claim"


def test_the_page_draws_it_and_says_the_same_in_a_table(client: FlaskClient) -> None:
    html = client.get("/en/ontology").text
    assert '<svg width="' in html
    assert "The same as a table" in html
