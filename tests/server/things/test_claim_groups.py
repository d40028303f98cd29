"""In which order and groups the claims about a thing stand."""

from govkg.core.names import ID
from govkg.query.labels import Label
from govkg.server.claims import ClaimView
from govkg.server.documents import Document
from govkg.server.facts import Value
from govkg.server.things.claim_groups import Mention, groups, in_order

LABEL = Label("x", "en")


def document(slug: str, date: str) -> Document:
    return Document(f"{ID}document/{slug}", LABEL, slug, "", date, "", LABEL, "snapshot", "", {})


KNOWN = {d.iri: d for d in (document("new", "2022"), document("old", "2017"))}


def mention(name: str, kind: str, slug: str, order: int) -> Mention:
    return Mention(name, kind, f"{ID}document/{slug}", order)


MENTIONS = [
    mention("a", "SilentClaim", "old", 1),
    mention("b", "ResponsibilityClaim", "new", 2),
    mention("c", "ResponsibilityClaim", "old", 3),
]


def view(name: str, kind: str, slug: str, **values: str) -> ClaimView:
    shown = {key: (Value(text, "", ID + text),) for key, text in values.items()}
    base = {"kind": (Value(kind),), "document": (Value(slug, "", f"{ID}document/{slug}"),)}
    return ClaimView(name, kind, 1, 1, 1, base | shown, ())


def test_responsibilities_come_first_and_older_documents_before_newer_ones() -> None:
    assert [m.iri for m in in_order(MENTIONS, KNOWN, by_document=False)] == ["c", "b", "a"]


def test_of_a_region_each_document_stands_for_itself() -> None:
    assert [m.iri for m in in_order(MENTIONS, KNOWN, by_document=True)] == ["c", "a", "b"]


def test_a_group_says_how_many_claims_it_has_on_all_pages() -> None:
    shown = [view("c", "ResponsibilityClaim", "old", body="body/x")]
    found = groups(shown, MENTIONS, KNOWN, by_document=False, here=set())
    assert [(len(group.claims), group.total) for group in found] == [(1, 2)]


def test_a_column_that_would_name_the_thing_in_each_row_is_left_out() -> None:
    shown = [view("c", "ResponsibilityClaim", "old", body="body/x", task="task/y", region="region/z")]
    found = groups(shown, MENTIONS, KNOWN, by_document=False, here={f"{ID}body/x", f"{ID}region/z"})
    assert found[0].columns == ("object", "document")


def test_under_its_heading_a_document_is_not_named_in_each_row() -> None:
    shown = [view("c", "ResponsibilityClaim", "old", body="body/x")]
    found = groups(shown, MENTIONS, KNOWN, by_document=True, here=set())
    assert found[0].columns == ("subject",)
    assert found[0].document == KNOWN[f"{ID}document/old"]
