"""How build time grows with the number of claims, and what is spared.

The real documents, and the same ten times over; a build that has read everything before against one that has not.
"""

import os
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Row, exponent, row, run
from pyoxigraph import NamedNode, RdfFormat, parse

from govkg.build.curate import Curated, curate
from govkg.build.pipeline import make
from govkg.build.validate import shapes
from govkg.core.dataset import release_file
from govkg.core.model import Anchor, Claim, Curation, Term
from govkg.core.names import ID, graph

ROOT = Path(__file__).resolve().parent.parent
COPIES = 10


def multiplied(copies: int) -> Curated:
    """The real documents read `copies` times, each copy after the first under names of its own."""
    first = curate(ROOT)
    curations = [*first.curations]
    for number in range(1, copies):
        curations += [renamed(curation, number) for curation in curate(ROOT).curations]
    return replace(first, curations=tuple(curations))


def renamed(curation: Curation, number: int) -> Curation:
    """The same curation with its document and all that it declares named anew."""
    slug = f"{curation.source.slug}-{number}"
    names = {iri: NamedNode(f"{iri}-copy{number}") for iri in curation.declared}
    names |= {
        f"{ID}segment/{curation.source.slug}/{s.id}": NamedNode(f"{ID}segment/{slug}/{s.id}")
        for s in curation.source.segments
    }

    def term(value: Term) -> Term:
        return names.get(value.value, value) if isinstance(value, NamedNode) else value

    def anchor(found: Anchor) -> Anchor:
        return replace(found, document=slug)

    def claim(old: Claim) -> Claim:
        values = tuple((prop, term(value)) for prop, value in old.values)
        return replace(
            old,
            iri=NamedNode(f"{old.iri.value}-copy{number}"),
            document=slug,
            values=values,
            anchors=tuple(map(anchor, old.anchors)),
        )

    declared = {
        names[iri].value: replace(thing, iri=names[iri], document=slug) for iri, thing in curation.declared.items()
    }
    source = replace(curation.source, slug=slug)
    return Curation(
        source,
        [claim(old) for old in curation.claims],
        [replace(e, document=slug) for e in curation.exclusions],
        declared,
    )


def measure(copies: int) -> tuple[float, int]:
    """CPU seconds of a build without writing, and its number of claims."""
    start = time.process_time()
    curated, _, _ = make(ROOT, "compiled", lambda step: None, read=lambda root: multiplied(copies))
    return time.process_time() - start, sum(len(c.claims) for c in curated.curations)


def growth(rounds: int = 1) -> list[Row]:
    """CPU seconds for the documents once and ten times over, and the growth exponent (1 is linear)."""
    runs = [[measure(copies) for copies in (1, COPIES)] for _ in range(rounds)]
    claims = [found[1] for found in runs[0]]
    rows = [row(f"build of {n} claims", [r[i][0] for r in runs], "CPU s") for i, n in enumerate(claims)]
    return [*rows, row("growth exponent of build time", [exponent(claims, [c for c, _ in r]) for r in runs], "")]


def incremental(rounds: int = 3) -> list[Row]:
    """CPU seconds of reading the documents anew and when none has changed, and the ratio."""
    runs = []
    for _ in range(rounds):
        with TemporaryDirectory() as folder:
            environment = {"GOVKG_CACHE": folder, "PYTHONPATH": os.pathsep.join([str(ROOT / "src")])}
            code = ["-c", "from govkg.build.curate import curate; curate()"]
            runs.append([run(code, environment).cpu for _ in range(2)])
    return [
        row("reading all documents", [r[0] for r in runs], "CPU s"),
        row("reading when nothing has changed", [r[1] for r in runs], "CPU s"),
        row("unchanged : all", [r[1] / r[0] for r in runs], "of the CPU time"),
    ]


def shacl(rounds: int = 3) -> list[Row]:
    """CPU seconds of the fast validator and of the reference on the released dataset, and the ratio."""
    from govkg.build import shacl_fast, shacl_reference

    quads = [
        q for q in parse(path=str(release_file(ROOT)), format=RdfFormat.N_QUADS) if q.graph_name != graph("proofs")
    ]
    runs = []
    for _ in range(rounds):
        times = []
        for validator in (shacl_fast, shacl_reference):
            start = time.process_time()
            validator.results(quads, shapes(ROOT))
            times.append(time.process_time() - start)
        runs.append(times)
    return [
        row("shacl", [r[0] for r in runs], "CPU s"),
        row("pyshacl", [r[1] for r in runs], "CPU s"),
        row("shacl : pyshacl", [r[0] / r[1] for r in runs], "of the CPU time"),
    ]
