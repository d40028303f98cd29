"""Keep the present version of a saved query and its answer; tell when an answer is another than the one kept last."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from govkg.core.paths import queries
from govkg.query.catalogue import SavedQuery
from govkg.query.engine import Engine
from govkg.query.history import ANSWERS, Answered, read_history, version_of
from govkg.query.run import JOIN


@dataclass(frozen=True)
class Alarm:
    """An answer that is not the one kept last: of which data that was, and how many rows are new and gone."""

    query: str
    data: str
    new: int
    gone: int


def alarm(engine: Engine, query: SavedQuery, folder: Path | None = None) -> Alarm | None:
    """How the answer differs from the one kept last; None when it does not, or when none was kept."""
    kept = read_history(query, folder).answers
    if not kept:
        return None
    was, now = Counter(kept[-1].rows), Counter(digests(engine, query))
    return Alarm(query.id, kept[-1].data, (now - was).total(), (was - now).total()) if was != now else None


def keep(engine: Engine, query: SavedQuery, day: date, folder: Path | None = None) -> bool:
    """Keep a query's present text and answer unless both are kept already. Gives whether anything was written."""
    place = (folder or queries()) / "history" / query.id
    history, present = read_history(query, folder), version_of(query.sparql)
    now = Answered(day.isoformat(), engine.version, present, digests(engine, query))
    last = history.answers[-1] if history.answers else None
    text = place / f"{history.versions[-1].number}-{present}.rq"
    if text.is_file() and last and (last.version, last.rows) == (present, now.rows):
        return False
    place.mkdir(parents=True, exist_ok=True)
    text.write_text(query.sparql, "utf-8")
    with (place / ANSWERS).open("a", encoding="utf-8") as file:
        file.write("\t".join((now.day, now.data, now.version, " ".join(now.rows))) + "\n")
    return True


def digests(engine: Engine, query: SavedQuery) -> tuple[str, ...]:
    """A short digest of each row, without the claim that it rests on: a claim gets a new name when its quote is mended."""
    if query.form != "SELECT":
        return tuple(sorted(_digest(str(triple)) for triple in engine.construct(query.sparql)))
    names = [column.name for column in query.columns if column.name != query.evidence]
    rows = ([row[name].value if name in row else "" for name in names] for row in engine.select(query.sparql))
    return tuple(_digest("\t".join(JOIN.join(sorted(text.split(JOIN))) for text in row)) for row in rows)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
