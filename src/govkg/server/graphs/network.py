"""The answer of a CONSTRUCT query as a network: things linked by statements, and by the claims between them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from govkg.core.names import DEF, RDF, split
from govkg.query.engine import Engine
from govkg.server.graphs.links import Link, links_in
from govkg.server.graphs.model import Graph, graph_of
from govkg.server.graphs.neighbourhood import edges_of
from govkg.server.graphs.nodes import nodes_of

MOST = 24  # things in a drawing that can still be read
Statement = tuple[str, str, str]  # subject, property and object, each an IRI


def network(engine: Engine, statements: Sequence[Statement], lang: str, most: int = MOST) -> Graph:
    """The graph of the statements, with those pairs of things that the most of them link until `most` things are drawn.

    A claim is no box of its own where it links an actor to a matter: it is then what the arrow between them says.
    """
    links = list(_links(statements))
    kept = _kept(links, most)
    drawn = [link for link in links if {link.source, link.target} <= kept]
    every = {iri for link in links for iri in (link.source, link.target)}
    return graph_of(nodes_of(engine, kept, lang), edges_of(engine, drawn, lang), len(every))


def _links(statements: Iterable[Statement]) -> Iterator[Link]:
    claims: dict[str, list[Statement]] = defaultdict(list)
    for subject, prop, value in statements:
        if _is_claim(subject):
            claims[subject].append((subject, prop, value))
        elif subject != value:
            yield Link(subject, value, prop)
    for claim, said in claims.items():
        yield from _links_of(claim, said)


def _is_claim(iri: str) -> bool:
    return (split(iri) or ("", ""))[0] == "claim"


def _links_of(claim: str, said: list[Statement]) -> list[Link]:
    """What a claim links; where it links no actor to a matter, the claim itself to what it speaks of."""
    values: dict[str, list[str]] = defaultdict(list)
    for _, prop, value in said:
        values[prop.removeprefix(DEF)].append(value)
    kind = next(iter(values.get(f"{RDF}type", ())), "")
    joined = [link for link in links_in(claim, kind, values) if link.source != link.target]
    return joined or [Link(claim, value, prop) for _, prop, value in said if prop != f"{RDF}type"]


def _kept(links: Iterable[Link], most: int) -> set[str]:
    """The things of the pairs with the most links, as many as fit."""
    weights = Counter((link.source, link.target) for link in links)
    kept: set[str] = set()
    for pair, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if len(kept | set(pair)) <= most:
            kept |= set(pair)
    return kept
