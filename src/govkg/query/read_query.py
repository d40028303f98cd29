"""A query read and not answered. The engine has no way to read alone: it answers over nothing, and would call what SERVICE names."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pyoxigraph as ox


def read_query(query: str, base_iri: str | None = None, prefixes: dict[str, str] | None = None) -> None:
    """Find out whether it is SPARQL 1.1. No endpoint is called. Raises SyntaxError when it is not."""
    if "service" not in query.lower():
        ox.Store().query(query, base_iri=base_iri, prefixes=prefixes)
        return
    with _no_sockets():
        try:
            ox.Store().query(query, base_iri=base_iri, prefixes=prefixes)
        except SyntaxError:
            raise
        except (RuntimeError, OSError):
            pass  # it was read, and the call that it asks for could not be made


@contextmanager
def _no_sockets() -> Iterator[None]:
    """This process opens nothing meanwhile."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
