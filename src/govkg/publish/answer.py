"""An answer for Python programs: typed rows with their quotes, and the same files as the command line writes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from govkg.core.files import unwritable
from govkg.publish.formats import write
from govkg.publish.notebook import to_html
from govkg.publish.records import Record, names, records
from govkg.query.engine import Engine
from govkg.query.evidence import Evidence, evidence_of
from govkg.query.outcome import outcome_of
from govkg.query.run import Table


@dataclass(frozen=True)
class Quote:
    """Verbatim words of a document that rows of the answer rest on, and the claims that hold them."""

    text: str
    document: str
    document_iri: str
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """The answer of a saved question: iterate over it, or give `rows` to a data frame. `version` names the data.

    `answer` tells what it amounts to: `stated`, `stated-absent` (the source says no), `not-stated` (it was read and is silent), `not-read`
    (no document was read for this), `limits` (your own leave no row) or `none`; where it is not `stated`, `sentence` says so in words.
    """

    question: str
    rows: list[Record]
    columns: tuple[str, ...]
    quotes: tuple[Quote, ...]
    version: str
    answer: str
    sentence: str
    _table: Table = field(repr=False, compare=False)
    _engine: Engine = field(repr=False, compare=False)

    def __iter__(self) -> Iterator[Record]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def to_csv(self, path: str | Path | None = None) -> str:
        """The text that `govkg query … --format csv` gives, also written to `path`. Raises UsageError when it cannot be."""
        return self._written("csv", path)

    def to_json(self, path: str | Path | None = None) -> str:
        """As `to_csv`, in the W3C's JSON format for results."""
        return self._written("json", path)

    def _repr_html_(self) -> str:
        return to_html(self._table)

    def _written(self, form: str, path: str | Path | None) -> str:
        data = write(self._table, form, self._engine)
        if path is not None:
            try:
                Path(path).write_bytes(data)
            except OSError as error:
                raise unwritable(Path(path), error) from None
        return data.decode()


def answer_of(engine: Engine, table: Table) -> Answer:
    """A table as an answer."""
    summary, outcome = table.query.summary[table.lang], outcome_of(table)
    quotes = quotes_of(evidence_of(engine, table))
    told = (outcome.kind, outcome.sentence)
    return Answer(summary, records(table), names(table), quotes, table.version, *told, table, engine)


def quotes_of(evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
    """Each quote once, in the order of the rows, with all claims of these rows that it belongs to."""
    claims: dict[tuple[str, str, str], dict[str, None]] = {}
    for found in evidence:
        for text in found.quotes:
            key = (text, found.document.text, found.document.iri)
            claims.setdefault(key, {}).update(dict.fromkeys(found.claims))
    return tuple(Quote(*key, tuple(iris)) for key, iris in claims.items())
