"""All steps of a build in their order. Nothing is written before everything was found right."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from govkg.build.collector import uncollected
from govkg.build.curate import Curated, curate
from govkg.build.infer import infer
from govkg.build.proofs import proof_quads
from govkg.build.release import lines_of, write_release
from govkg.build.skolem import skolemise
from govkg.build.validate import validate
from govkg.build.vocabulary import ontology_files, parse_turtle
from govkg.build.write import write_quads
from govkg.build.write.quads import ASSERTED
from govkg.core.dataset import release_file
from govkg.core.errors import stop_if
from govkg.core.model import Place
from govkg.core.names import graph

STEPS = ("read documents and claims", "write RDF", "reason", "validate", "release")
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Built:
    """What a build made: counts by graph, and whether the release changed."""

    path: Path
    claims: int
    counts: dict[str, int]
    changed: bool


def build(
    root: Path | None = None,
    *,
    out: Path | None = None,
    engine: str = "auto",
    progress: Progress = lambda step: None,
) -> Built:
    """Build the release below `root` (or at `out`). Raises GovkgError with every problem of the step that failed."""
    curated, lines, counts = make(root, engine, progress)
    progress(STEPS[4])
    path = out or release_file(root)
    changed = write_release(path, lines)
    return Built(path, sum(len(c.claims) for c in curated.curations), counts, changed)


@uncollected()
def make(
    root: Path | None, engine: str, progress: Progress, read: Callable[[Path | None], Curated] = curate
) -> tuple[Curated, bytes, dict[str, int]]:
    """The lines of a release, without writing them. `read` takes the place of reading the documents, for measurements."""
    progress(STEPS[0])
    curated = read(root)
    progress(STEPS[1])
    ontology = skolemise(triple for path in ontology_files(root) for triple in parse_turtle(path))
    written = list(write_quads(curated, ontology))
    progress(STEPS[2])
    places = claim_places(curated)
    inferred = list(
        proof_quads(infer(ontology, [q.triple for q in written if q.graph_name == ASSERTED], places, engine))
    )
    progress(STEPS[3])
    named = [ox.Quad(t.subject, t.predicate, t.object, graph("ontology")) for t in ontology]
    proofs = graph("proofs")
    stop_if(validate((q for q in (*named, *written, *inferred) if q.graph_name != proofs), root, places))
    quads = [*named, *written, *inferred]
    counts: dict[str, int] = {}
    for quad in quads:
        name = str(quad.graph_name.value).rpartition("/")[2]  # type: ignore[union-attr]
        counts[name] = counts.get(name, 0) + 1
    return curated, lines_of(quads), counts


def claim_places(curated: Curated) -> dict[str, Place]:
    """Where each claim is written, by its IRI."""
    return {claim.iri.value: claim.place for curation in curated.curations for claim in curation.claims}
