"""The index of the search: every label, quote and saved question with its words and their base forms, in one SQLite file (FTS5).

Made once for a release; asked without the dictionaries, since every form of a word that occurs stands in it.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Literal

from govkg.core.names import LANGS
from govkg.core.paths import derived
from govkg.core.unfinished import new_file
from govkg.query.catalogue import Catalogue, SavedQuery
from govkg.query.engine import Engine
from govkg.query.lemmas import Dictionary, dictionary
from govkg.query.paperwork import is_found
from govkg.query.words import TAIL, folded, tokens, whole_words

SCHEMA = 1  # changes with the tables and with how they are filled
LABEL, QUOTE, QUESTION = 0, 1, 2
_LABELS = "SELECT DISTINCT ?x ?text WHERE { ?x skos:prefLabel|skos:altLabel|rdfs:label ?text } ORDER BY ?x ?text"
_QUOTES = "SELECT DISTINCT ?x ?text ?document WHERE { ?x gov:quote ?text ; gov:document ?document } ORDER BY ?x ?text"
_TABLES = """
CREATE TABLE entry(id INTEGER PRIMARY KEY, sort INTEGER, iri TEXT, text TEXT, document TEXT, same TEXT);
CREATE VIRTUAL TABLE token USING fts5(asked, plain, lemma, content='', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(token, 'row');
CREATE TABLE form(form TEXT, lemma TEXT, PRIMARY KEY (form, lemma)) WITHOUT ROWID;
CREATE TABLE word(term TEXT PRIMARY KEY, shown TEXT) WITHOUT ROWID;
"""


@dataclass(frozen=True)
class _Entry:
    """What can be found: a text in a language (of a question several), and the thing or the claim it belongs to."""

    sort: int
    iri: str
    texts: tuple[tuple[str, str], ...]  # (text, language)
    document: str = ""
    asked: tuple[tuple[str, str], ...] = ()

    @property
    def same(self) -> str:
        """What is one hit: a thing with all its labels, the same words of a document with all their claims."""
        return f"{self.document} {self.texts[0][0]}" if self.sort == QUOTE else self.iri


@dataclass
class _Words:
    """The words met so far: base form by word and language, so that each is looked up once."""

    known: Dictionary
    lemmas: dict[tuple[str, str], str] = field(default_factory=dict)

    def of(self, texts: Iterable[tuple[str, str]]) -> list[str]:
        """The folded base forms of the texts' words."""
        found: list[str] = []
        for text, lang in texts:
            for word in whole_words(text):
                if (word, lang) not in self.lemmas:
                    self.lemmas[word, lang] = self.known.lemma(word, lang)
                found += tokens(self.lemmas[word, lang])
        return found


def index_file(engine: Engine, catalogue: Catalogue) -> Path:
    """Where the index of this data and these questions stands, made or not."""
    told = [
        SCHEMA,
        engine.version,
        *sorted((query.id, *_texts(query, catalogue)) for query in catalogue.queries.values()),
    ]
    return derived() / f"search-{hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]}.sqlite"


def write_index(engine: Engine, catalogue: Catalogue, known: Callable[[], Dictionary] = dictionary) -> Path:
    """Make the index where it is not there yet; whole or not at all. Raises OSError where the folder cannot be written to."""
    path = index_file(engine, catalogue)
    if not path.exists():
        with new_file(path) as made, closing(_only_ours(made)) as connection, connection:
            fill(connection, engine, catalogue, known())
    return path


def _only_ours(path: Path) -> sqlite3.Connection:
    """A database that nobody else opens: without locks, which would meet ours on a network's file system, and with no journal beside it."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?nolock=1", uri=True)
    connection.execute("PRAGMA journal_mode = MEMORY")
    return connection


def fill(connection: sqlite3.Connection, engine: Engine, catalogue: Catalogue, known: Dictionary) -> None:
    """Write all tables of the index into an empty database."""
    connection.executescript(_TABLES)
    words = _Words(known)
    for number, entry in enumerate(_entries(engine, catalogue), 1):
        connection.execute(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)",
            (number, entry.sort, entry.iri, entry.texts[0][0], entry.document, entry.same),
        )
        asked = [*_tokens(entry.asked), *words.of(entry.asked)]
        row = (asked, _tokens(entry.texts), words.of(entry.texts))
        connection.execute(
            "INSERT INTO token(rowid, asked, plain, lemma) VALUES (?, ?, ?, ?)", (number, *map(" ".join, row))
        )
    connection.executemany("INSERT OR IGNORE INTO form VALUES (?, ?)", _forms(words))
    connection.executemany("INSERT OR IGNORE INTO word VALUES (?, ?)", _shown(words))
    connection.execute("INSERT INTO token(token) VALUES ('optimize')")


def _tokens(texts: Iterable[tuple[str, str]]) -> list[str]:
    return [token for text, _ in texts for token in tokens(text)]


def _forms(words: _Words) -> Iterator[tuple[str, str]]:
    """Every form of every base form that occurs, alone or as the last part of a compound, folded; of words with a hyphen only those that occur."""
    for (word, _), lemma in words.lemmas.items():
        yield from zip(tokens(word), tokens(lemma), strict=False)
    for lang in LANGS:
        ends = {end for (_, of), lemma in words.lemmas.items() if of == lang for end in _ends(lemma)}
        for form, lemma in words.known.forms(ends, lang):
            yield folded(form), folded(lemma)


def _ends(lemma: str) -> Iterator[str]:
    """The word, and whatever may be the last part of it."""
    yield lemma
    yield from (lemma[seam:] for seam in range(1, len(lemma) - TAIL + 1))


def _shown(words: _Words) -> Iterator[tuple[str, str]]:
    """Each base form folded and as it is written, to be proposed to who mistypes it."""
    for lemma in words.lemmas.values():
        yield folded(lemma), lemma


def _entries(engine: Engine, catalogue: Catalogue) -> Iterator[_Entry]:
    for row in engine.select(_LABELS):
        if is_found(row["x"].value) and isinstance(row["text"], Literal):
            yield _Entry(LABEL, row["x"].value, ((row["text"].value, row["text"].language or "fi"),))
    for row in engine.select(_QUOTES):
        yield _Entry(QUOTE, row["x"].value, ((row["text"].value, "fi"),), row["document"].value)
    for query in catalogue.queries.values():
        asked = tuple((text, lang) for lang, text in query.summary.items())
        yield _Entry(QUESTION, query.id, tuple(_texts(query, catalogue)), asked=asked)


def _texts(query: SavedQuery, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """What a question is found by: what it asks, its headings, and what else its matters are called."""
    heads = [*(parameter.labels for parameter in query.parameters), *(column.labels for column in query.columns)]
    for words in (query.summary, query.description, *heads):
        for lang, text in words.items():
            yield text, lang
    for lang in LANGS:
        yield " ".join(catalogue.synonyms.get(tag, "") for tag in query.tags), lang
    yield f"{query.id} {' '.join(query.tags)}", "en"
