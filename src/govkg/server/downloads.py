"""Answers as files, in the formats that publish knows and that fit the kind of answer."""

from flask import Response

from govkg.publish.formats import FORMATS, Format, write
from govkg.query.catalogue import SavedQuery
from govkg.query.engine import Engine
from govkg.query.outcome import outcome_of
from govkg.query.run import GraphAnswer, Table

ANSWER = "Govkg-Answer"  # the header that tells what an answer amounts to, in whatever format
_SCREEN = "table"  # as wide as a terminal: no file
_NAMES = {
    "xlsx": "Excel",
    "srx": "SPARQL XML",
    "md": "Markdown",
    "ttl": "Turtle",
    "jsonld": "JSON-LD",
    "rdf": "RDF/XML",
    "nt": "N-Triples",
    "trig": "TriG",
    "nq": "N-Quads",
}


class UnfitFormatError(Exception):
    """A format that is unknown or cannot hold this kind of answer. `fitting` are the endings that would do; `page` is the address of the page."""

    def __init__(self, asked: str, fitting: list[str], page: str = "") -> None:
        super().__init__(asked)
        self.asked, self.fitting, self.page = asked, fitting, page


def format_name(suffix: str) -> str:
    """What people call the format with this ending."""
    return _NAMES.get(suffix, suffix.upper())


def fitting(query: SavedQuery) -> dict[str, str]:
    """The formats of a query's answer: suffix → name."""
    takes = "table" if query.form == "SELECT" else "graph"
    return {form.suffix: name for name, form in FORMATS.items() if form.takes == takes and name != _SCREEN}


def format_of(query: SavedQuery, asked: str, page: str) -> str:
    """The name of the format that a URL's ending asks for, by suffix or name. Raises UnfitFormatError with those that fit and the page."""
    known = fitting(query)
    if asked not in known and asked not in known.values():
        raise UnfitFormatError(asked, list(known), page)
    return known.get(asked, asked)


def as_file(answer: Table | GraphAnswer, name: str, engine: Engine, *, part: bool = False) -> Response:
    """The answer as a file to save, named by the question, its values, whether it is but a part or empty and why, and the data's version."""
    form: Format = FORMATS[name]
    response = Response(write(answer, name, engine), content_type=form.media_type)
    outcome = outcome_of(answer)
    response.headers[ANSWER] = outcome.kind
    response.headers.set("Content-Disposition", "attachment", filename=f"{stem_of(answer, part=part)}.{form.suffix}")
    return response


def stem_of(answer: Table | GraphAnswer, *, part: bool) -> str:
    """The name of an answer's file, without its ending."""
    parts = [*(["part"] if part else []), *([answer.empty.kind] if answer.empty else []), answer.version]
    values = [term.value.rpartition("/")[2] for _, term in sorted(answer.bound.items())]
    return "_".join([answer.query.id, *values, *parts])
