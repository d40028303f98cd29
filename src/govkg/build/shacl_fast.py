"""The fast validator: the package `shacl` (Rust). The only module that imports it.

It knows SHACL Core and no SPARQL targets (SHACL Advanced Features, section 3.1), which it would pass over in silence:
their queries are asked here, and what they find becomes `sh:targetNode`.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox
import shacl

from govkg.build.shacl_results import Result

_SH = "http://www.w3.org/ns/shacl#"
_TARGET, _SELECT, _TARGET_NODE, _MESSAGE = (
    ox.NamedNode(_SH + n) for n in ("target", "select", "targetNode", "message")
)


def results(quads: Iterable[ox.Quad], shapes: Sequence[Path]) -> list[Result]:
    """The violations of the shapes in these Turtle files, sorted."""
    data = _text(quad.triple for quad in quads)
    wanted = ox.Store()
    for path in shapes:
        wanted.load(path=path, format=ox.RdfFormat.TURTLE)
    _resolve_targets(wanted, data)
    compiled = shacl.Shapes.from_text(_text(quad.triple for quad in wanted), "ntriples")
    report = compiled.validate_text(data, "ntriples")
    return sorted(_result(found, wanted) for found in report.results if found.severity == "Violation")


def _resolve_targets(shapes: ox.Store, data: str) -> None:
    asked = ox.Store()
    asked.bulk_load(input=data.encode(), format=ox.RdfFormat.N_TRIPLES)
    for target in list(shapes.quads_for_pattern(None, _TARGET, None)):
        for query in list(shapes.quads_for_pattern(target.object, _SELECT, None)):  # type: ignore[arg-type] # a node
            found = asked.query(query.object.value)  # type: ignore[union-attr] # a literal
            assert isinstance(found, ox.QuerySolutions)
            shapes.extend([ox.Quad(target.subject, _TARGET_NODE, solution["this"]) for solution in found])
        shapes.remove(target)


def _text(triples: Iterable[ox.Triple]) -> str:
    """N-Triples, each once, not by way of a store, which would rewrite datatypes (xsd:nonNegativeInteger → xsd:integer)."""
    return "".join(dict.fromkeys(f"{triple} .\n" for triple in triples))


def _result(found: shacl.Result, shapes: ox.Store) -> Result:
    english = {
        quad.object.value
        for quad in shapes.quads_for_pattern(ox.NamedNode(_bare(found.source_shape)), _MESSAGE, None)
        if isinstance(quad.object, ox.Literal) and quad.object.language == "en"
    }
    message = next((text for text in found.messages if text in english), next(iter(found.messages), ""))
    focus, path, value, shape = map(_bare, (found.focus_node, found.path, found.value, found.source_shape))
    return Result(focus, path, value, shape, message)


def _bare(term: str | None) -> str:
    """An IRI without its brackets, the text of a literal, and nothing for a blank node or no term."""
    if term and term.startswith('"'):
        (quad,) = ox.parse(f"<x:x> <x:x> {term} .", format=ox.RdfFormat.N_TRIPLES)
        assert isinstance(quad.object, ox.Literal)
        return quad.object.value
    return term[1:-1] if term and term.startswith("<") else ""
