"""A query as a file to propose it as a saved query: with the header, filled in as far as the query and its answer tell."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from govkg.core.names import ID, LANGS, PREFIXES, XSD, slugify
from govkg.query.check import UNWRITTEN
from govkg.query.run import JOIN, iris_in
from govkg.query.scanner import tokens

Row = Mapping[str, Mapping[str, str]]  # a row of the SPARQL results in JSON: variable → term
_NUMBERS = tuple(XSD + name for name in ("integer", "decimal", "double"))
_DATES = tuple(XSD + name for name in ("date", "gYearMonth", "gYear"))


@dataclass(frozen=True)
class Proposal:
    """What is proposed: the query, its question in one language, its theme, and the columns and rows of its answer (none for a graph)."""

    sparql: str
    title: str
    lang: str
    theme: str
    columns: Sequence[str] = ()
    rows: Sequence[Row] = ()

    @property
    def file(self) -> str:
        """The name of the file, which becomes the query's id."""
        return f"{slugify(self.title) or 'question'}.rq"


def proposal_file(found: Proposal, headings: Iterable[str]) -> str:
    """The `.rq` file. What must be written by hand begins with TODO; `headings` are the columns that have a heading already."""
    missing = [name for name in found.columns if name not in set(headings)]
    summaries = {lang: _quoted(found.title) if lang == found.lang else UNWRITTEN for lang in LANGS}
    lines = [
        *(f"summary{_ending(lang)}: {summaries[lang]}" for lang in ("en", "fi", "sv")),
        *(f"description{_ending(lang)}: {UNWRITTEN}" for lang in ("en", "fi", "sv")),
        f"theme: {found.theme}",
        *([f"# {UNWRITTEN}: headings in queries/words.yaml for {', '.join(missing)}"] if missing else ()),
        *([f"# {UNWRITTEN}: name the columns after SELECT, in this order, in place of *"] if _selects_all(found) else ()),
        *(["columns:", *(f"  {name}: {column_kind(name, found.rows)}" for name in found.columns)] if found.columns else ()),
        *(["evidence: claim"] if column_is_claim(found) else ()),
        "tags:",
        f"  - {UNWRITTEN}",
    ]  # fmt: skip
    return "\n".join([*(f"#+ {line}" for line in lines), *_declarations(found.sparql), found.sparql.strip()]) + "\n"


def column_kind(name: str, rows: Iterable[Row]) -> str:
    """What the values of a column are, as far as its rows tell."""
    terms = [row[name] for row in rows if name in row]
    things = [term["type"] == "uri" or any(iris_in(term["value"])) for term in terms]
    types = {term.get("datatype", "") for term in terms}
    if terms and all(things):
        return "things" if any(JOIN in term["value"] for term in terms) else "thing"
    if any(things):
        return "mixed"
    if terms and types <= set(_NUMBERS):
        return "number"
    if terms and types <= set(_DATES):
        return "date"
    return "quote" if name == "quote" else "text"


def column_is_claim(found: Proposal) -> bool:
    """Whether the column `claim` holds claims, on which the rows rest."""
    values = [row["claim"]["value"] for row in found.rows if "claim" in row]
    return "claim" in found.columns and bool(values) and all(value.startswith(f"{ID}claim/") for value in values)


def _declarations(sparql: str) -> list[str]:
    """The prefixes that need no declaration here but do in a file that runs on every store."""
    found = list(tokens(sparql))
    used = {token.text.partition(":")[0] for token in found if token.kind == "name"}
    declared = {name.text.rstrip(":") for word, name in pairwise(found) if word.text.upper() == "PREFIX"}
    return [f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items() if name in used - declared]


def _selects_all(found: Proposal) -> bool:
    words = [token.text.upper() for token in tokens(found.sparql)]
    at = words.index("SELECT") if "SELECT" in words else len(words)
    return "*" in words[at + 1 : at + 3] and "{" not in words[at + 1 : at + 2]


def _ending(lang: str) -> str:
    return "" if lang == "en" else f"_{lang}"


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
