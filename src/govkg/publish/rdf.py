"""Statements → bytes of an RDF syntax, with our prefixes."""

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from govkg.core.names import PREFIXES


def serialised(
    statements: Iterable[ox.Triple] | Iterable[ox.Quad], form: ox.RdfFormat, prefixes: Mapping[str, str] = PREFIXES
) -> bytes:
    """The statements in the order given."""
    data = ox.serialize(statements, format=form, prefixes=dict(prefixes))
    assert data is not None  # None only when it is told to write to a file
    return data
