"""What links a thing to others: statements of the graph itself, and what claims say of two things together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from govkg.core.names import BASE, DEF, OWL, RDF, RDFS, SKOS, graph
from govkg.query.engine import Engine

ACTORS = ("body", "organisation", "group")  # of whom a claim speaks
MATTERS = (
    "task",
    "partner",
    "parent",
    "party",
    "withParty",
    "addressee",
    "targetBody",
    "responsible",
)  # of what, or with whom
HOW = ("role", "state", "action", "modality", "partnerKind")  # what the actor does, or how far it is
REGION = "region"
_ASIDE = (
    f"{RDF}type",
    f"{RDFS}isDefinedBy",
    f"{SKOS}inScheme",
    f"{SKOS}topConceptOf",
    "http://purl.org/dc/terms/source",
    f"{OWL}disjointWith",
)
_DIRECT = """SELECT DISTINCT ?s ?p ?o WHERE {{
  VALUES ?g {{ {asserted} {ontology} }} {{ GRAPH ?g {{ {thing} ?p ?o }} BIND({thing} AS ?s) }} UNION {{ GRAPH ?g {{ ?s ?p {thing} }} BIND({thing} AS ?o) }}
  FILTER(isIRI(?o) && STRSTARTS(STR(?s), "{base}") && STRSTARTS(STR(?o), "{base}") && ?p NOT IN ({aside}))
  FILTER NOT EXISTS {{ ?s gov:document|gov:inDocument|gov:readDocument ?any }} }} ORDER BY ?s ?p ?o"""
_SAID = """SELECT ?c ?kind ?q ?x WHERE {{ GRAPH {asserted} {{ ?c ?any {thing} ; gov:document ?document ; a ?kind ; ?q ?x }}
  VALUES ?q {{ {links} }} }} ORDER BY ?c ?q ?x"""
_LINKS = " ".join(f"gov:{name}" for name in (*ACTORS, *MATTERS, *HOW, REGION))


@dataclass(frozen=True)
class Link:
    """That `source` is linked to `target`: by a property, and where a claim says so by what the actor does (`how`)."""

    source: str
    target: str
    property: str
    how: str = ""
    claim: str = ""

    def other(self, iri: str) -> str:
        """The end that is not the given one."""
        return self.target if self.source == iri else self.source


def direct_links(engine: Engine, iri: str) -> list[Link]:
    """The statements about a thing and another one, of the documents and of the ontology; types and sources left out."""
    names = {"asserted": graph("asserted"), "ontology": graph("ontology")}
    aside = ", ".join(f"<{prop}>" for prop in _ASIDE)
    rows = engine.select(_DIRECT.format(thing=NamedNode(iri), base=BASE, aside=aside, **names))
    found = [Link(row["s"].value, row["o"].value, row["p"].value) for row in rows]
    return [link for link in found if link.source != link.target and "/genid/" not in link.source + link.target]


def said_links(engine: Engine, iri: str) -> list[Link]:
    """What each claim about a thing says of it and another: who does what in which matter."""
    claims: dict[str, dict[str, list[str]]] = {}
    kinds: dict[str, str] = {}
    for row in engine.select(_SAID.format(thing=NamedNode(iri), asserted=graph("asserted"), links=_LINKS)):
        kinds[row["c"].value] = row["kind"].value
        found = claims.setdefault(row["c"].value, {}).setdefault(row["q"].value[len(DEF) :], [])
        found.append(row["x"].value)
    said = (link for claim, values in claims.items() for link in links_in(claim, kinds[claim], values))
    return [link for link in said if iri in (link.source, link.target) and link.source != link.target]


def links_in(claim: str, kind: str, values: Mapping[str, Sequence[str]]) -> Iterator[Link]:
    """Every actor with every matter of a claim, by the local names of its properties; the region stands in for an actor that is not named."""
    actors = [actor for name in ACTORS for actor in values.get(name, ())] or [*values.get(REGION, ())]
    how = next((values[name][0] for name in HOW if values.get(name)), kind)
    for name in MATTERS:
        for matter in values.get(name, ()):
            for actor in actors:
                yield Link(actor, matter, DEF + name, how if name in ("task", "partner") else "", claim)
