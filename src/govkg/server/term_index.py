"""The terms of the ontology under their initials, as an index has them."""

from collections.abc import Iterable
from itertools import groupby

from govkg.query.collate import text_key
from govkg.server.terms import Entry

Letter = tuple[str, list[Entry]]


def by_letter(entries: Iterable[Entry]) -> list[Letter]:
    """The terms by their initials in the order of the Finnish alphabet, which is also that of Swedish."""
    ordered = sorted(entries, key=lambda entry: (text_key(entry.label.text), entry.iri))
    return [(letter, list(found)) for letter, found in groupby(ordered, key=_initial)]


def _initial(entry: Entry) -> str:
    return entry.label.text[:1].upper()
