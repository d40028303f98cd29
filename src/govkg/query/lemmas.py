"""The base forms of words, from the dictionaries of simplemma. The only module that imports it."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Protocol

from govkg.core.names import LANGS


class Dictionary(Protocol):
    """What is known of the words of a language."""

    def lemma(self, word: str, lang: str) -> str:
        """The base form of a word as it is written; the word itself where none is known."""
        ...

    def forms(self, lemmas: Collection[str], lang: str) -> Iterator[tuple[str, str]]:
        """Every known form of these base forms, each with its base form."""
        ...


class Simplemma:
    """The dictionaries of simplemma for our languages; words of other languages are left as they are."""

    def __init__(self) -> None:
        from simplemma import Lemmatizer
        from simplemma.strategies import DefaultStrategy
        from simplemma.strategies.dictionaries import DefaultDictionaryFactory

        self._factory = DefaultDictionaryFactory(cache_max_size=len(LANGS))
        self._lemmatizer = Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=self._factory))

    def lemma(self, word: str, lang: str) -> str:
        """The base form, also of compounds that the dictionary has only in parts."""
        return self._lemmatizer.lemmatize(word, lang) if lang in LANGS else word

    def forms(self, lemmas: Collection[str], lang: str) -> Iterator[tuple[str, str]]:
        """Goes through the whole dictionary: some millions of forms of Finnish."""
        wanted = set(lemmas)
        for form, lemma in self._factory.get_dictionary(lang).items():
            if lemma in wanted:
                yield form, lemma


@cache
def dictionary() -> Dictionary:
    """The dictionaries, which take some seconds and 400 MB once they are read; used where an index is made, never to ask."""
    return Simplemma()
