"""A world of any size in the shape of the real one: `python -m bench.world TRIPLES OUT [--as ntriples|nquads|root]`.

Each unit is one real claim under names of its own: the claim with its quotes, and, shared by neighbouring units, its
bodies, its document and their segments; its region is drawn anew. Seeded by the size, so that the same size
gives the same bytes. `ntriples` is what the reasoner gets (ontology and asserted facts), `nquads` all that is known
before reasoning, `root` a folder that GOVKG_ROOT can point to: `GOVKG_ROOT=OUT govkg serve`.
"""

import argparse
import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bench.conclusions import published

from govkg.build.reason import Limits
from govkg.build.reason.columns import close_lines
from govkg.core.dataset import release_file, seal
from govkg.core.names import DEF, ID, graph

ROOT = Path(__file__).resolve().parent.parent
BODY_UNITS, DOCUMENT_UNITS = 8, 300
"""How many units share their bodies and region, and how many a document."""

Line = tuple[str, bytes]
"""The graph (ontology, asserted or evidence) and a triple of N-Triples without its end."""

_QUAD = re.compile(rb"(.*) <([^<> ]*)> \.\n")
_SUFFIX = {
    **dict.fromkeys((b"claim", b"evidence"), b"c"),
    **dict.fromkeys((b"body", b"organisation"), b"b"),
    **dict.fromkeys((b"document", b"segment", b"reading", b"coverage", b"exclusion-of"), b"d"),
}
"""The kinds of things that a unit brings, and by what they are numbered: claim, bodies or document."""

_OWN = re.compile(rb"<" + ID.encode() + rb"(" + b"|".join(_SUFFIX) + rb")/([^>]*)>")
_DRAWN = re.compile(rb"(<" + DEF.encode() + rb"(?:region|area)> <" + ID.encode() + rb"region/)[^>]*>")


@dataclass
class Shape:
    """The real world taken apart: what every world has, and templates by the thing that they describe."""

    fixed: list[Line] = field(default_factory=list)
    templates: dict[bytes, list[Line]] = field(default_factory=lambda: defaultdict(list))
    refers: dict[bytes, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    claims: list[bytes] = field(default_factory=list)
    regions: list[bytes] = field(default_factory=list)


def shape(path: Path | None = None) -> Shape:
    """The shape of a release (the checkout's own by default)."""
    found = Shape()
    names = {graph(name).value.encode(): name for name in ("ontology", "asserted", "evidence")}
    with (path or release_file(ROOT)).open("rb") as lines:
        for line in lines:
            quad = _QUAD.fullmatch(line)
            if quad and quad[2] in names:
                _sort_in(found, names[quad[2]], quad[1])
    found.claims = sorted(name for name in found.templates if name.startswith(b"claim/"))
    labelled = re.compile(rb"<" + ID.encode() + rb"region/([^>]*)> <[^>]*#prefLabel> .*@fi")
    found.regions = sorted({m[1] for _, triple in found.fixed if (m := labelled.match(triple))})
    return found


def _sort_in(found: Shape, name: str, triple: bytes) -> None:
    subject = _OWN.match(triple)
    if subject is None or b"/registry" in subject[0]:
        found.fixed.append((name, triple))
        return
    key = subject[1] + b"/" + subject[2]
    found.templates[key].append((name, _template(triple)))
    others = {m[1] + b"/" + m[2] for m in _OWN.finditer(triple, subject.end())}
    found.refers[key] |= others
    if subject[1] in (b"reading", b"coverage", b"exclusion-of"):  # they come with their document
        for document in (other for other in others if other.startswith(b"document/")):
            found.refers[document].add(key)


def _template(triple: bytes) -> bytes:
    """A triple with places for the numbers of its names and for a region drawn anew."""
    named = _OWN.sub(rb"<" + ID.encode() + rb"\1/\2\0\1\0>", triple.replace(b"%", b"%%"))
    for kind, suffix in _SUFFIX.items():
        named = named.replace(b"\0" + kind + b"\0", b"-%(" + suffix + b")d")
    return _DRAWN.sub(rb"\1%(region)b>", named)


def world(size: int, real: Shape, wanted: Callable[[str, bytes], bool]) -> Iterator[tuple[str, bytes]]:
    """Graph and line (N-Triples) of the triples that are wanted, about so many of them."""

    def tagged(name: str, line: bytes) -> bytes:
        return name.encode() + b"\t" + line if wanted(name, line) else b""

    for block in blocks(size, real, tagged):
        for found in block.splitlines(keepends=True):
            name, _, line = found.partition(b"\t")
            yield name.decode(), line


def blocks(size: int, real: Shape, written: Callable[[str, bytes], bytes]) -> Iterator[bytes]:
    """The text of about so many triples, in a block for each thing.

    `written` says how a triple of a graph is written, in a line or not at all (nothing). It is asked once for each
    triple of the real world: a thing's numbers are put into its whole block at once.
    """
    fixed = b"".join(written(name, triple + b" .\n") for name, triple in real.fixed)
    templates = {key: b"".join(written(n, t + b" .\n") for n, t in lines) for key, lines in real.templates.items()}
    counts = {key: block.count(b"\n") for key, block in templates.items()}
    yield fixed
    made, number, random = fixed.count(b"\n"), 0, Random(size)
    linked, met = _linked(real), dict[bytes, int]()
    names: dict[bytes, object] = {}
    while made < size:
        if number % BODY_UNITS == 0:
            names[b"region"] = random.choice(real.regions)
        names |= {b"c": number, b"b": number // BODY_UNITS, b"d": number // DOCUMENT_UNITS}
        for key in _unit(linked, random.choice(real.claims), number, met):
            if counts.get(key):
                yield templates[key] % names
                made += counts[key]
        number += 1


def _linked(real: Shape) -> dict[bytes, tuple[int, list[bytes]]]:
    """For each thing, how many units share it, and what it refers to but claims."""
    units = {b"c": 1, b"b": BODY_UNITS, b"d": DOCUMENT_UNITS}
    known = {*real.templates, *real.refers, *(other for others in real.refers.values() for other in others)}
    return {
        key: (
            units[_SUFFIX[key.partition(b"/")[0]]],
            sorted(other for other in real.refers.get(key, ()) if not other.startswith(b"claim/")),
        )
        for key in known
    }


def _unit(
    linked: dict[bytes, tuple[int, list[bytes]]], claim: bytes, number: int, met: dict[bytes, int]
) -> Iterator[bytes]:
    """A claim and all that it refers to and that its neighbours have not brought yet."""
    todo, seen = [claim], {claim}
    while todo:
        key = todo.pop()
        units, others = linked[key]
        if met.get(key) != number // units:
            met[key] = number // units
            yield key
            new = [other for other in others if other not in seen]
            seen.update(new)
            todo += new


def write_ntriples(size: int, path: Path) -> None:
    """What the reasoner gets."""
    with path.open("wb") as file:
        file.writelines(blocks(size, shape(), lambda name, line: line if for_reasoner(name, line) else b""))


def write_nquads(size: int, path: Path) -> None:
    """All that is known before reasoning."""
    with path.open("wb") as file:
        file.writelines(blocks(size, shape(), quad))


def write_root(size: int, root: Path) -> None:
    """A folder that can be served: the release with its conclusions (without their proofs), the rest linked."""
    path = release_file(root)
    path.parent.mkdir(parents=True, exist_ok=True)
    for name in ("ontology", "queries", "web", "data/sources", "data/registry"):
        link = root / name
        if not link.exists():
            link.symlink_to(ROOT / name)
    known = list(world(size, shape(), everything))
    inferred, _ = close_lines((line for name, line in known if for_reasoner(name, line)), Limits())
    digest = hashlib.sha256()
    with path.open("wb") as file:
        file.write(seal(b""))
        for part in (*(quad(*line) for line in known), *(quad("inferred", line) for line in published(inferred))):
            digest.update(part)
            file.write(part)
        file.seek(0)
        file.write(seal(b"").replace(hashlib.sha256(b"").hexdigest().encode(), digest.hexdigest().encode()))


def for_reasoner(name: str, line: bytes) -> bool:
    """As the build has it: no labels of the ontology, no quotes."""
    return name == "asserted" or (name == "ontology" and (not line.endswith(b'" .\n') and b'"@' not in line))


def everything(name: str, line: bytes) -> bool:
    """All graphs."""
    return True


def quad(name: str, line: bytes) -> bytes:
    """A line in its graph."""
    return b"%b <%b> .\n" % (line[:-3], graph(name).value.encode())


def main() -> None:
    """Write a world."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("triples", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--as", dest="form", choices=("ntriples", "nquads", "root"), default="ntriples")
    args = parser.parse_args()
    {"ntriples": write_ntriples, "nquads": write_nquads, "root": write_root}[args.form](args.triples, args.out)


if __name__ == "__main__":
    main()
