"""A table for a terminal, the quote folded under its row when asked."""

import shutil
import textwrap

from govkg.query.engine import Engine
from govkg.query.run import Cell, Table

HIDDEN = ("quote", "claim", "document", "standing")
GAP = "  "


def to_terminal(table: Table, engine: Engine, *, quotes: bool = False, width: int | None = None) -> bytes:
    """Columns side by side, folded to the terminal's width, those without a value left out; with `quotes` each row's sentence and document under it. Why it is empty stands last."""
    width = width or shutil.get_terminal_size((120, 40)).columns
    shown = [
        index
        for index, column in enumerate(table.columns)
        if column.name not in HIDDEN and (not table.rows or any(row[index].text for row in table.rows))
    ]
    heads = [table.columns[index].labels[table.lang] for index in shown]
    sizes = _sizes([[row[index].text for index in shown] for row in table.rows], heads, width)
    lines = [
        GAP.join(head[:size].ljust(size) for head, size in zip(heads, sizes, strict=True)),
        GAP.join("─" * size for size in sizes),
    ]
    for row in table.rows:
        lines += _row([row[index] for index in shown], sizes)
        if quotes:
            lines += _proof(table, row, width)
    if table.empty:
        lines += textwrap.wrap(table.empty.sentence, width)
    return ("\n".join(line.rstrip() for line in lines) + "\n").encode()


def _sizes(rows: list[list[str]], heads: list[str], width: int) -> list[int]:
    """Column widths: what is needed, the widest columns narrowed until the row fits."""
    sizes = [max([len(head), *(len(row[index]) for row in rows)]) for index, head in enumerate(heads)]
    while sizes and sum(sizes) + len(GAP) * (len(sizes) - 1) > width and max(sizes) > 12:
        sizes[sizes.index(max(sizes))] -= 1
    return sizes


def _row(cells: list[Cell], sizes: list[int]) -> list[str]:
    wrapped = [textwrap.wrap(cell.text, size) or [""] for cell, size in zip(cells, sizes, strict=True)]
    height = max((len(part) for part in wrapped), default=0)
    return [
        GAP.join(
            (part[line] if line < len(part) else "").ljust(size) for part, size in zip(wrapped, sizes, strict=True)
        )
        for line in range(height)
    ]


def _proof(table: Table, row: tuple[Cell, ...], width: int) -> list[str]:
    quote, document, standing = (table.at(row, name).text for name in ("quote", "document", "standing"))
    if not quote:
        return []
    source = f"— {document}" + (f" ({standing})" if standing else "")
    return [
        *textwrap.wrap(f"“{quote}”", width, initial_indent="    ", subsequent_indent="    "),
        *textwrap.wrap(source, width, initial_indent="    ", subsequent_indent="      "),
    ]
