"""How to cite an answer: the question, its parameters, the versions of the data and of the query, the URL and the day."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from govkg.query.catalogue import SavedQuery
from govkg.query.history import version_of

AUTHOR = "govkg developers"  # as in CITATION.cff
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, escaped ones too
    "}": r"\textbraceright{}",
    **{char: f"\\{char}" for char in "%#$&_"},
}


@dataclass(frozen=True)
class Cited:
    """What a citation tells. `limits` are the parameters, and what else narrows the answer, in words."""

    query: SavedQuery
    lang: str
    limits: tuple[tuple[str, str], ...]
    data_version: str
    url: str
    day: date | None  # none where it is not known on which day the answer is read

    @property
    def title(self) -> str:
        """The question with its limits."""
        limits = "; ".join(f"{name}: {value}" for name, value in self.limits)
        return f"{self.query.summary[self.lang]} ({limits})" if limits else self.query.summary[self.lang]

    @property
    def query_version(self) -> str:
        """A short name of the query's text, with its header."""
        return query_version(self.query)

    @property
    def key(self) -> str:
        """The key of the entry: the same answer by the same query of the same data has the same key."""
        told = repr((self.limits, self.lang)).encode()
        limits = f"-{hashlib.sha256(told).hexdigest()[:6]}" if self.limits else ""
        return f"govkg-{self.query.id}{limits}-{self.data_version}"


def query_version(query: SavedQuery) -> str:
    """The beginning of the SHA-256 of a query's file; it changes whenever the query does."""
    return version_of(query.sparql)


def bibtex(cited: Cited) -> str:
    """The citation as a BibTeX entry, special characters escaped."""
    note = f"Saved query {cited.query.id}, query version {cited.query_version}, data version {cited.data_version}"
    fields = {
        "author": f"{{{_escaped(AUTHOR)}}}",
        "title": f"{{{_escaped(cited.title)}}}",
        **({"year": str(cited.day.year)} if cited.day else {}),
        "howpublished": "govkg",
        "note": _escaped(note),
        "url": re.sub(r"[{}\\\s]", "", cited.url),
        **({"urldate": cited.day.isoformat()} if cited.day else {}),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([f"@misc{{{re.sub(r'[^A-Za-z0-9.-]', '-', cited.key)},", *lines, "}"]) + "\n"


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in " ".join(text.split()))
