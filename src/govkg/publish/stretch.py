"""A stretch of an answer: so many rows from some row on, and where the stretches before and after it begin."""

from dataclasses import dataclass, replace

from govkg.query.run import GraphAnswer, Table


@dataclass(frozen=True)
class Stretch:
    """At most `limit` rows (None: all) after passing over `offset` rows."""

    limit: int | None = None
    offset: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether no row is left out."""
        return self.limit is None and not self.offset


def total_of(answer: Table | GraphAnswer) -> int:
    """The number of rows, or of the statements of a graph."""
    return len(answer.rows) if isinstance(answer, Table) else len(answer.triples)


def cut(answer: Table | GraphAnswer, stretch: Stretch) -> Table | GraphAnswer:
    """The rows, or statements, of a stretch. Files tell that they hold but a part."""
    end = None if stretch.limit is None else stretch.offset + stretch.limit
    if stretch.is_whole:
        return answer
    if isinstance(answer, GraphAnswer):
        return replace(answer, triples=answer.triples[stretch.offset : end])
    rows = answer.rows[stretch.offset : end]
    told = (
        "rows",
        f"{stretch.offset + 1}–{stretch.offset + len(rows)} of {len(answer.rows)}"
        if rows
        else f"0 of {len(answer.rows)}",
    )
    return replace(answer, rows=rows, arranged=(*answer.arranged, told))


def neighbours(stretch: Stretch, total: int) -> dict[str, int]:
    """Where other stretches of the same length begin, by their relation to this one (IANA link relations); none without a limit.

    Following `next` from any offset ends at `last`.
    """
    if stretch.limit is None:
        return {}
    limit, offset = stretch.limit, stretch.offset
    start = offset % limit if offset < total else 0
    found = {"first": 0, "last": start + max(0, (total - 1 - start) // limit) * limit}
    if offset:
        found["prev"] = max(0, offset - limit) if offset < total else found["last"]
    if offset + limit < total:
        found["next"] = offset + limit
    return found
