"""The answer of a CONSTRUCT query as a table: one row a statement."""

from pyoxigraph import Literal, NamedNode

from govkg.query.catalogue import Column
from govkg.query.engine import Engine
from govkg.query.labels import labels_of
from govkg.query.run import Cell, GraphAnswer, Table

COLUMNS = (
    Column("subject", "thing", {"fi": "Subjekti", "sv": "Subjekt", "en": "Subject"}),
    Column("predicate", "thing", {"fi": "Suhde", "sv": "Relation", "en": "Relation"}),
    Column("object", "mixed", {"fi": "Objekti", "sv": "Objekt", "en": "Object"}),
)


def as_table(engine: Engine, answer: GraphAnswer, lang: str) -> Table:
    """The statements of a graph in their order, with labels in one language."""
    nodes = [(triple.subject, triple.predicate, triple.object) for triple in answer.triples]
    labels = labels_of(engine, {node.value for row in nodes for node in row if isinstance(node, NamedNode)}, lang)

    def cell(node: object, kind: str) -> Cell:
        if isinstance(node, NamedNode):
            label = labels[node.value]
            return Cell(label.text, label.lang, (node.value,), kind)
        assert isinstance(node, Literal)  # the release has no blank nodes
        return Cell(node.value, node.language or "", (), kind)

    rows = tuple(tuple(cell(node, c.kind) for node, c in zip(row, COLUMNS, strict=True)) for row in nodes)
    return Table(answer.query, lang, answer.bound, COLUMNS, rows, answer.version, answer.sparql, empty=answer.empty)
