"""What a typed word may mean in the index: itself, another form of it, a compound with it, or a slip of the pen."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from govkg.query.words import TAIL, folded

MOST = 200  # words that one typed word may stand for
SHORT, BRIEF = 4, 3  # shorter words are looked for at the beginning of others; shorter ones still as they are
_SLIPS = 3  # words proposed in place of one that is not there


@dataclass(frozen=True)
class Meant:
    """A typed word, its base forms, and words of the index that begin or end with it or hold it."""

    word: str
    lemmas: tuple[str, ...]
    others: tuple[str, ...]

    def sure(self) -> str:
        """The FTS5 expression for the word and its forms."""
        lemmas = "".join(f" OR {{asked lemma}}: {_quoted(lemma)}" for lemma in self.lemmas)
        return f"({{asked plain}}: {_quoted(self.word)}{lemmas})"

    def wide(self) -> str:
        """The FTS5 expression for those and for the words that hold it."""
        return " OR ".join([self.sure(), *map(_quoted, self.others)])


def expression(meant: Iterable[Meant], *, wide: bool, every: bool = True) -> str:
    """The FTS5 expression for all of the words, or for any."""
    return (" AND " if every else " OR ").join(f"({m.wide() if wide else m.sure()})" for m in meant)


def meant_by(connection: sqlite3.Connection, word: str) -> Meant:
    """What a folded word may mean."""
    lemmas = _lemmas(connection, word) or _compound(connection, word)
    stems = [stem for stem in dict.fromkeys((word, *lemmas)) if len(stem) >= SHORT]
    patterns = [f"%{stem}%" for stem in stems] or [f"{word}%"] * (len(word) >= BRIEF)
    if not patterns:
        return Meant(word, lemmas, ())
    rows = connection.execute(
        f"SELECT term FROM vocabulary WHERE {' OR '.join(['term LIKE ?'] * len(patterns))} ORDER BY cnt DESC LIMIT {MOST}",
        patterns,
    )
    return Meant(word, lemmas, tuple(term for (term,) in rows if term != word and term not in lemmas))


def _lemmas(connection: sqlite3.Connection, form: str) -> tuple[str, ...]:
    return tuple(lemma for (lemma,) in connection.execute("SELECT lemma FROM form WHERE form = ?", (form,)))


def _compound(connection: sqlite3.Connection, word: str) -> tuple[str, ...]:
    """The base form of a compound whose last part is a known form: `jarjestoavustuksilla` → `jarjestoavustus`, where that occurs."""
    for seam in range(1, len(word) - TAIL + 1):
        compounds = [word[:seam] + lemma for lemma in _lemmas(connection, word[seam:])]
        marks = ",".join("?" * len(compounds))
        known = connection.execute(f"SELECT term FROM word WHERE term IN ({marks}) ORDER BY term", compounds).fetchall()
        if known:
            return tuple(term for (term,) in known)
    return ()


def proposals(connection: sqlite3.Connection, typed: Sequence[str]) -> tuple[str, ...]:
    """Other spellings of the typed words, the nearest first, where one of them is not in the index."""
    shown: dict[str, str] = dict(connection.execute("SELECT term, shown FROM word").fetchall())
    found: list[str] = []
    for at, word in enumerate(map(folded, typed)):
        if len(word) >= SHORT and not meant_by(connection, word).others and word not in shown:
            near = process.extract(word, shown.keys(), scorer=OSA.normalized_similarity, limit=_SLIPS, score_cutoff=0.6)
            found += [" ".join((*typed[:at], shown[term], *typed[at + 1 :])) for term, _, _ in near]
    return tuple(dict.fromkeys(found))


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'
