"""A table as HTML for notebooks."""

from html import escape

from govkg.publish.terminal import HIDDEN
from govkg.query.run import Cell, Table

MOST = 60  # rows shown; a notebook page should stay readable
_PROOF = "quote"


def to_html(table: Table) -> str:
    """The first rows as an HTML table: headings and labels in the table's language, IRIs as titles, all text escaped."""
    shown = [i for i, c in enumerate(table.columns) if c.name not in HIDDEN or c.name in (_PROOF, "document")]
    heads = "".join(f'<th scope="col">{escape(table.columns[i].labels[table.lang])}</th>' for i in shown)
    rows = "".join(f"<tr>{''.join(_cell(row[i]) for i in shown)}</tr>" for row in table.rows[:MOST])
    caption = f"{escape(table.query.summary[table.lang])} – {_count(table)}, govkg {escape(table.version)}"
    why = f"<p>{escape(table.empty.sentence)}</p>" if table.empty else ""
    return (
        f'<table lang="{escape(table.lang)}"><caption>{caption}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{why}"
    )


def _cell(cell: Cell) -> str:
    lang = f' lang="{escape(cell.lang)}"' if cell.lang else ""
    title = f' title="{escape(cell.iri)}"' if cell.iris else ""
    return f"<td{lang}{title}>{escape(cell.text)}</td>"


def _count(table: Table) -> str:
    total = len(table.rows)
    return f"{total}" if total <= MOST else f"{MOST} / {total}"
