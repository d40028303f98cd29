"""The validation step: SHACL shapes over all graphs, by the fast validator where it is installed, else by the reference."""

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import pyoxigraph as ox

from govkg.build.shacl_results import Result
from govkg.core.errors import Problem
from govkg.core.model import Place
from govkg.core.names import curie
from govkg.core.paths import ontology


def validate(quads: Iterable[ox.Quad], root: Path | None, places: dict[str, Place]) -> list[Problem]:
    """A problem for each violation, at the claim's line where the focus is a claim."""
    if find_spec("shacl"):
        from govkg.build.shacl_fast import results
    else:
        from govkg.build.shacl_reference import results
    return sorted(_problem(found, places) for found in results(quads, shapes(root)))


def shapes(root: Path | None) -> list[Path]:
    """The files of shapes."""
    return sorted((ontology(root) / "shapes").glob("*.ttl"))


def _problem(found: Result, places: dict[str, Place]) -> Problem:
    message = found.message or "a shape is violated"
    detail = " ".join(_shown(term) for term in (found.path, found.value) if term)
    place = places.get(found.focus, Place(found.focus, 0))
    return Problem(
        place.file,
        place.line,
        f"{message} ({detail})" if detail else message,
        f"shape {found.shape.rpartition('/')[2]}",
    )


def _shown(term: str) -> str:
    return curie(term) if "://" in term else term
