"""Which saved questions a reader's words mean: by what they ask, their headings, and what else their matters are called."""

from govkg.query.catalogue import Catalogue, SavedQuery
from govkg.query.search import folded

ASKING = (
    " kuka mika mitka mita missa milloin kenen paljonko kuinka on ja vem vad vilken vilket vilka var nar hur och i ar "
    " who what which where when how and in is are the a of "
)  # words that ask, and say nothing of the matter
LONG = 6  # a word of so many letters may be inflected: its last two are not looked at


def questions_with(catalogue: Catalogue, words: str) -> list[SavedQuery]:
    """The questions that hold every one of the words in some language: as they are before inflected ones."""
    told = folded(words).split()
    wanted = [word for word in told if f" {word} " not in ASKING] or told
    found = []
    for query in catalogue.queries.values():
        asked, text = _asked(query), _text(query, catalogue)
        ranks = [_rank(word, asked, text) for word in wanted]
        if None not in ranks:
            found.append((max((rank for rank in ranks if rank is not None), default=0), query))
    return [query for _, query in sorted(found, key=lambda pair: pair[0])]


def _rank(word: str, asked: str, text: str) -> int | None:
    """0 where the question has the word, 1 where its headings or synonyms do, 2 where something begins like it."""
    if word in asked:
        return 0
    if word in text:
        return 1
    return 2 if len(word) >= LONG and f" {word[:-2]}" in f" {text}" else None


def _asked(query: SavedQuery) -> str:
    return folded(" ".join(query.summary.values()))


def _text(query: SavedQuery, catalogue: Catalogue) -> str:
    labels = [*(p.labels for p in query.parameters), *(c.labels for c in query.columns)]
    heads = (text for item in labels for text in item.values())
    synonyms = (catalogue.synonyms.get(tag, "") for tag in query.tags)
    told = [query.id, *query.summary.values(), *query.description.values(), *query.tags, *synonyms, *heads]
    return folded(" ".join(told))
