"""Small answers made by hand, so that a format is tested without a query."""

import pyoxigraph as ox

from govkg.query.catalogue import Column, SavedQuery
from govkg.query.engine import EmbeddedEngine
from govkg.query.run import Cell, GraphAnswer, Table

NO_DATA = EmbeddedEngine(ox.Store(), "0" * 12)


def saved(kinds: dict[str, str], form: str = "SELECT") -> SavedQuery:
    """A saved query with columns of these kinds, headed by their names."""
    words = {lang: f"Kysymys {lang}" for lang in ("fi", "sv", "en")}
    columns = tuple(Column(name, kind, dict.fromkeys(("fi", "sv", "en"), name.title())) for name, kind in kinds.items())
    return SavedQuery(
        "a-question", "queries/a-question.rq", "", form, words, words, "theme", (), columns, "", ("table",), ()
    )


def table(kinds: dict[str, str], *rows: tuple[Cell | str, ...]) -> Table:
    """An answer in Finnish; a bare text is a cell of its column's kind."""
    query = saved(kinds)
    cells = tuple(
        tuple(
            cell if isinstance(cell, Cell) else Cell(cell, kind=kind)
            for cell, kind in zip(row, kinds.values(), strict=True)
        )
        for row in rows
    )
    return Table(query, "fi", {}, query.columns, cells, "0" * 12, "")


def graph_answer(*triples: ox.Triple) -> GraphAnswer:
    """The answer of a CONSTRUCT query."""
    return GraphAnswer(saved({}, "CONSTRUCT"), {}, triples, "0" * 12, "")


def thing(text: str, *iris: str, lang: str = "fi") -> Cell:
    """A cell of a labelled thing, or of several."""
    return Cell(text, lang, iris, "thing")
