"""How build time grows with the number of claims: the real documents, and the same ten times over.

Run: `python bench/building.py`. Prints seconds of CPU by step and the growth exponent (1 is linear).
"""

import math
import time
from dataclasses import replace
from pathlib import Path

from pyoxigraph import NamedNode

from govkg.build.curate import Curated, curate
from govkg.build.pipeline import make
from govkg.core.model import Anchor, Claim, Curation, Term
from govkg.core.names import ID

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
    curated, _, _ = make(
        ROOT,
        "compiled",
        lambda step: print(f"  {step}: from {time.process_time() - start:.1f} s", flush=True),
        read=lambda root: multiplied(copies),
    )
    return time.process_time() - start, sum(len(c.claims) for c in curated.curations)


def main() -> None:
    """Measure the documents once and ten times."""
    found = []
    for copies in (1, COPIES):
        seconds, claims = measure(copies)
        print(f"{claims} claims: {seconds:.1f} CPU s")
        found.append((claims, seconds))
    (n1, t1), (n2, t2) = found
    print(
        f"ratio {t2 / t1:.1f} for {n2 / n1:.0f} times the claims; growth exponent {math.log(t2 / t1) / math.log(n2 / n1):.2f}"
    )


if __name__ == "__main__":
    main()
