"""A dictionary of a few words, so that a test need not read the real one."""

from collections.abc import Collection, Iterator

FORMS = {
    "fi": {
        "avustusten": "avustus", "avustuksista": "avustus", "avustuksilla": "avustus", "järjestöavustukset": "järjestöavustus",
        "järjestöavustusten": "järjestöavustus", "lautakunnan": "lautakunta", "lautakunnissa": "lautakunta",
    },
    "sv": {"nämnden": "nämnd"},
    "en": {"boards": "board", "grants": "grant"},
}  # fmt: skip


class Few:
    """As the real dictionaries, with these forms alone; a compound of two of them is taken apart by its form."""

    def lemma(self, word: str, lang: str) -> str:
        return FORMS.get(lang, {}).get(word.casefold(), word.casefold())

    def forms(self, lemmas: Collection[str], lang: str) -> Iterator[tuple[str, str]]:
        yield from ((form, lemma) for form, lemma in FORMS[lang].items() if lemma in lemmas)
