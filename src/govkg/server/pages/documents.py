"""The documents: what each is, how far it holds, and how much of it is accounted for."""

from flask import Blueprint, render_template

from govkg.server.documents import definition_of, documents
from govkg.server.language import PREFIX, page_language
from govkg.server.site import site

pages = Blueprint("documents", __name__, url_prefix=PREFIX)


@pages.get("/documents")
def all_documents() -> str:
    """All documents."""
    engine, lang = site().engine, page_language()
    return render_template(
        "documents.html",
        documents=[(document, definition_of(engine, document.iri, lang)) for document in documents(engine, lang)],
    )
