"""A Markdown table (GitHub Flavored Markdown, 4.10) for notes and papers: things as links, what the table is under it."""

import re

from govkg.query.engine import Engine
from govkg.query.outcome import outcome_of
from govkg.query.run import Cell, Table

HIDDEN = ("claim", "standing")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~!&$])")
_BREAKS = re.compile(r"\s*[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+\s*")


def to_markdown(table: Table, engine: Engine) -> bytes:
    """The table with its question above and its data version below; columns without any value are left out. Why it is empty or silent stands last."""
    at = [index for index, column in enumerate(table.columns) if column.name not in HIDDEN and _filled(table, index)]
    heads = [plain(table.columns[index].labels[table.lang]) for index in at]
    lines = [f"**{plain(table.query.summary[table.lang])}**", "", _line(heads), _line(["---"] * len(heads))]
    lines += [_line([_shown(row[index]) for index in at]) for row in table.rows]
    told = "; ".join(f"{name}: {value}" for name, value in _told(table))
    sentence = outcome_of(table).sentence
    why = ["", plain(sentence)] if sentence else []
    return ("\n".join([*lines, "", plain(told), *why]) + "\n").encode()


def plain(text: str) -> str:
    """A text that Markdown shows as it is, in one line."""
    return _SPECIAL.sub(r"\\\1", _BREAKS.sub(" ", text.replace("\t", " ")))


def _filled(table: Table, index: int) -> bool:
    return not table.rows or any(row[index].text for row in table.rows)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _shown(cell: Cell) -> str:
    text = plain(cell.text)
    return f"[{text}](<{cell.iri}>)" if len(cell.iris) == 1 and cell.kind == "thing" else text


def _told(table: Table) -> list[tuple[str, str]]:
    bound = [(name, term.value) for name, term in sorted(table.bound.items())]
    return [("govkg", table.query.id), *bound, ("data", table.version), *table.arranged]
