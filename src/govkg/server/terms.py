"""The terms of the ontology as the page shows them: names, meanings, hierarchy, links to other vocabularies, examples."""

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from govkg.core.model import Term
from govkg.core.names import DEF, OWL, RDF, RDFS, SKOS
from govkg.publish.addresses import GENID
from govkg.query.engine import Engine
from govkg.server.facts import Facts, Value, best, show, stated

CLASS, PROPERTY = "class", "property"
_OURS = "SELECT DISTINCT ?x WHERE {{ ?x ?any ?thing FILTER(STRSTARTS(STR(?x), {start})) }}"
_MEMBERS = "SELECT ?t ?x WHERE {{ ?x a ?t FILTER(STRSTARTS(STR(?t), {start})) }} ORDER BY ?t ?x"
_USES = "SELECT ?t (MIN(?s) AS ?x) WHERE {{ ?s ?t ?o FILTER(STRSTARTS(STR(?t), {start}) && !STRSTARTS(STR(?s), {start})) }} GROUP BY ?t"
_VALUES = "SELECT ?t ?o WHERE {{ VALUES (?t ?x) {{ {pairs} }} ?x ?t ?o }} ORDER BY ?t ?o"
_SCHEMES = "SELECT ?x (COUNT(DISTINCT ?c) AS ?n) WHERE { ?x a skos:ConceptScheme OPTIONAL { ?c skos:inScheme ?x } } GROUP BY ?x"
_KINDS = {f"{OWL}Class": CLASS} | {f"{OWL}{kind}Property": PROPERTY for kind in ("Object", "Datatype", "Annotation")}
_MATCHES = tuple(f"{SKOS}{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related"))
_ABOVE = {CLASS: f"{RDFS}subClassOf", PROPERTY: f"{RDFS}subPropertyOf"}
_SAME = (f"{OWL}equivalentClass", f"{OWL}equivalentProperty", *_MATCHES)
_EXAMPLES = 3


@dataclass(frozen=True)
class Entry:
    """A term: a class or a property. `above` and `below` are terms of ours; `elsewhere` are terms of other vocabularies."""

    iri: str
    kind: str
    label: Value
    definition: Value | None
    above: tuple[str, ...]
    below: tuple[str, ...]
    elsewhere: tuple[tuple[str, Value], ...]
    domain: tuple[Value, ...]
    range: tuple[Value, ...]
    examples: tuple[tuple[Value, Value | None], ...]

    @property
    def name(self) -> str:
        """The local name, which is also the anchor on the page and the fragment of the IRI."""
        return self.iri[len(DEF) :]


@dataclass(frozen=True)
class Scheme:
    """A concept scheme and how many concepts it has."""

    label: Value
    definition: Value | None
    concepts: int


def entries(engine: Engine, lang: str) -> dict[str, Entry]:
    """Every class and property of the ontology, in the alphabetical order of the language."""
    facts = stated(engine, _OURS.format(start=Literal(DEF)))
    kinds = {iri: kind for iri, props in facts.items() if (kind := _kind(props))}
    shown = show(
        engine, {t for iri in kinds for terms in facts[iri].values() for t in terms} | set(map(NamedNode, kinds)), lang
    )
    examples = _members(engine, lang) | _uses(engine, lang)
    found = [_entry(iri, kinds, facts, shown, examples.get(iri, ()), lang) for iri in kinds]
    return {entry.iri: entry for entry in sorted(found, key=lambda entry: (entry.label.text.casefold(), entry.iri))}


def _kind(props: Mapping[str, tuple[Term, ...]]) -> str:
    return next((_KINDS[term.value] for term in props.get(f"{RDF}type", ()) if term.value in _KINDS), "")


def _entry(
    iri: str,
    kinds: Mapping[str, str],
    facts: Facts,
    shown: Mapping[Term, Value],
    examples: tuple[tuple[Value, Value | None], ...],
    lang: str,
) -> Entry:
    props, link = facts[iri], _ABOVE[kinds[iri]]
    above = tuple(term.value for term in props.get(link, ()) if term.value in kinds)
    below = sorted(other for other in kinds if NamedNode(iri) in facts[other].get(link, ()))
    return Entry(
        iri, kinds[iri], shown[NamedNode(iri)], _definition(props, lang), above, tuple(below),
        tuple((prop, shown[term]) for prop in (link, *_SAME) for term in props.get(prop, ()) if _is_foreign(term)),
        _named(props, ("domain", "domainIncludes"), shown), _named(props, ("range", "rangeIncludes"), shown), examples,
    )  # fmt: skip


def _is_foreign(term: Term) -> bool:
    """Whether a term is one of another vocabulary; a node without a name is none."""
    return isinstance(term, NamedNode) and not term.value.startswith((DEF, GENID))


def _named(
    props: Mapping[str, tuple[Term, ...]], names: tuple[str, str], shown: Mapping[Term, Value]
) -> tuple[Value, ...]:
    """The values of a property of RDFS, and of the softer one of schema.org."""
    terms = (*props.get(RDFS + names[0], ()), *props.get(f"https://schema.org/{names[1]}", ()))
    return tuple(shown[term] for term in terms if not term.value.startswith(GENID))


def _definition(props: Mapping[str, tuple[Term, ...]], lang: str) -> Value | None:
    found = best((term for term in props.get(f"{SKOS}definition", ()) if isinstance(term, Literal)), lang)
    return next((Value(term.value, getattr(term, "language", None) or "") for term in found), None)


Examples = dict[str, tuple[tuple[Value, Value | None], ...]]


def _members(engine: Engine, lang: str) -> Examples:
    """For each class its first members."""
    found: dict[str, list[NamedNode]] = {}
    for row in engine.select(_MEMBERS.format(start=Literal(DEF))):
        members = found.setdefault(row["t"].value, [])
        if len(members) < _EXAMPLES and isinstance(row["x"], NamedNode):
            members.append(row["x"])
    shown = show(engine, {x for members in found.values() for x in members}, lang)
    return {iri: tuple((shown[x], None) for x in members) for iri, members in found.items()}


def _uses(engine: Engine, lang: str) -> Examples:
    """For each property a thing that has it, with its first value."""
    subjects = {row["t"]: row["x"] for row in engine.select(_USES.format(start=Literal(DEF))) if "x" in row}
    if not subjects:
        return {}
    pairs = " ".join(f"({prop} {thing})" for prop, thing in subjects.items())
    values: dict[Term, Term] = {}
    for row in engine.select(_VALUES.format(pairs=pairs)):
        values.setdefault(row["t"], row["o"])
    shown = show(engine, {*subjects.values(), *values.values()}, lang)
    return {prop.value: ((shown[thing], shown[values[prop]]),) for prop, thing in subjects.items()}


def schemes(engine: Engine, lang: str) -> list[Scheme]:
    """The concept schemes by name."""
    counts = {row["x"].value: int(row["n"].value) for row in engine.select(_SCHEMES) if "x" in row}
    if not counts:
        return []
    facts = stated(engine, f"VALUES ?x {{ {' '.join(str(NamedNode(iri)) for iri in counts)} }}")
    shown = show(engine, map(NamedNode, counts), lang)
    found = [Scheme(shown[NamedNode(iri)], _definition(facts.get(iri, {}), lang), n) for iri, n in counts.items()]
    return sorted(found, key=lambda scheme: scheme.label.text.casefold())
