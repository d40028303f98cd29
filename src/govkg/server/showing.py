"""An answer on a page: the rows at hand with their claims, the heads, the facets, and what holds of the documents."""

from govkg.server.address import COLUMN, PICTURE
from govkg.server.arrangement import chips, choices, heads
from govkg.server.asking import Asked
from govkg.server.paging import page_of
from govkg.server.rows import chosen_columns, documents_behind, documents_of, sheet
from govkg.server.site import site
from govkg.server.standing import standings
from govkg.server.view import Look
from govkg.server.views import TABLE, VIEWS, setting_fields, settings, tabs, view_name


def shown(asked: Asked) -> dict[str, object]:
    """What the templates of an answer need."""
    notes = standings(site().engine, documents(asked), asked.whole.lang)
    return {
        "facets": choices(asked),
        "chips": chips(asked),
        "tabs": tabs(asked.whole, asked.address),
        "standings": notes,
        "documents_by": {document.iri: document for note in notes for document in note.documents},
        **_looked_at(asked),
    }


def _looked_at(asked: Asked) -> dict[str, object]:
    """What the template of the view at hand needs; only the table goes a page at a time."""
    whole, table = asked.whole, asked.arranged.table
    name, page = view_name(whole, asked.address), page_of(table.rows)
    picture = asked.address.at(PICTURE).file("svg")
    set_to = settings(whole, asked.address)
    common = {
        "view": VIEWS[name],
        "page": page,
        "settings": setting_fields(whole, asked.address, set_to),
        "picture_url": picture,
    }
    if name == TABLE:
        rows = sheet(site().engine, whole, page.items)
        shown_rows = chosen_columns(rows, asked.address.every(COLUMN))
        return {**common, "sheet": shown_rows, "heads": heads(asked, shown_rows.columns), "every_column": rows.columns}
    made = VIEWS[name].make(Look(whole, table, asked.address, set_to, whole.lang)) if table.rows else {}
    return {**common, **made}


def documents(asked: Asked) -> set[str]:
    """The documents that the whole answer rests on, whatever of it is shown."""
    if asked.is_graph:
        return documents_behind(iri for row in asked.whole.rows for cell in row for iri in cell.iris)
    return documents_of(asked.whole)
