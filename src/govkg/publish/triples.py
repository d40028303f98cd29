"""Statements written by prefixed names, for the descriptions that we publish of our own data."""

from collections.abc import Iterable, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from govkg.core.model import Term
from govkg.core.names import PREFIXES, RDF, XSD

VOCABULARIES = {
    **PREFIXES,
    "void": "http://rdfs.org/ns/void#",
    "voidext": "http://ldf.fi/void-ext#",  # the datatype partitions that editors read for completion
    "dcat": "http://www.w3.org/ns/dcat#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "adms": "http://www.w3.org/ns/adms#",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "xhv": "http://www.w3.org/1999/xhtml/vocab#",
    "hydra": "http://www.w3.org/ns/hydra/core#",
    "schema": "https://schema.org/",
    "eu": "http://publications.europa.eu/resource/authority/",
}


Values = Mapping[str, Term | Iterable[Term]]  # property → value or values


def named(name: str) -> NamedNode:
    """The IRI of a prefixed name such as `dct:title`. Raises KeyError for an unknown prefix."""
    prefix, _, local = name.partition(":")
    return NamedNode(VOCABULARIES[prefix] + local)


def about(subject: str, values: Values) -> list[Triple]:
    """The statements that a subject has these values; `a` is its kind."""
    node = NamedNode(subject)
    found = []
    for name, value in values.items():
        prop = NamedNode(f"{RDF}type") if name == "a" else named(name)
        terms = [value] if isinstance(value, NamedNode | Literal) else value
        found += [Triple(node, prop, term) for term in terms]
    return found


def number(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=NamedNode(f"{XSD}integer"))


def texts(words: Mapping[str, str]) -> list[Literal]:
    """A text in several languages."""
    return [Literal(text, language=lang) for lang, text in words.items()]
