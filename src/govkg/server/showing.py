"""An answer on a page: the rows at hand with their claims, the heads, the facets, and what holds of the documents."""

from govkg.server.arrangement import chips, choices, heads
from govkg.server.asking import Asked
from govkg.server.paging import page_of
from govkg.server.rows import documents_behind, documents_of, sheet
from govkg.server.site import site
from govkg.server.standing import standings
from govkg.server.views import tabs, view_of


def shown(asked: Asked) -> dict[str, object]:
    """What the templates of an answer need."""
    engine, table = site().engine, asked.arranged.table
    page = page_of(table.rows)
    rows = sheet(engine, asked.whole, page.items)
    notes = standings(engine, documents(asked), asked.whole.lang)
    return {
        "sheet": rows,
        "page": page,
        "heads": heads(asked, rows.columns),
        "facets": choices(asked),
        "chips": chips(asked),
        "view": view_of(asked.address),
        "tabs": tabs(asked.whole, asked.address),
        "standings": notes,
        "documents_by": {document.iri: document for note in notes for document in note.documents},
    }


def documents(asked: Asked) -> set[str]:
    """The documents that the whole answer rests on, whatever of it is shown."""
    if asked.is_graph:
        return documents_behind(iri for row in asked.whole.rows for cell in row for iri in cell.iris)
    return documents_of(asked.whole)
