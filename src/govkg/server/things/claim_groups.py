"""The claims that speak of a thing, in groups that a reader looks for: by kind, of a region by document and kind."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from govkg.server.claims import ClaimView
from govkg.server.documents import Document
from govkg.server.facts import Value

KINDS = (
    "ResponsibilityClaim", "PlacementClaim", "ManagementClaim", "BodyClaim", "CompositionClaim", "PreparationStateClaim",
    "CooperationClaim", "PartnerClaim", "ProposalClaim", "EventClaim", "MilestoneClaim", "QuantityClaim",
    "OrganisationClaim", "OpenMatterClaim", "SilentClaim",
)  # fmt: skip

CELLS: dict[str, Callable[[ClaimView], tuple[Value, ...]]] = {
    "region": lambda claim: claim.values.get("region", ()),
    "subject": lambda claim: claim.subject,
    "role": lambda claim: claim.role,
    "object": lambda claim: claim.object,
    "status": lambda claim: claim.values.get("status", ()) or claim.values.get("answer", ()),
    "date": lambda claim: claim.values.get("date", ()),
}


@dataclass(frozen=True)
class Group:
    """Claims of one kind, and of a region's page of one document; which columns its table needs."""

    id: str
    kind: Value
    document: Document | None
    claims: tuple[ClaimView, ...]
    total: int
    columns: tuple[str, ...]

    def cell(self, claim: ClaimView, column: str) -> tuple[Value, ...]:
        """What stands in a column of a claim's row."""
        return CELLS[column](claim)


@dataclass(frozen=True)
class Mention:
    """A claim that speaks of the thing, as far as its place in the list needs; `itself` unless that was inferred."""

    iri: str
    kind: str
    document: str
    order: int
    itself: bool = True


def in_order(mentions: Iterable[Mention], known: Mapping[str, Document], by_document: bool) -> list[Mention]:
    """The claims in the order of their groups, within a group in that of the documents' time and text."""
    return sorted(mentions, key=lambda mention: (*_group(mention, known, by_document), *_place(mention, known)))


def _group(mention: Mention, known: Mapping[str, Document], by_document: bool) -> tuple[str, str, int]:
    date, document = (known[mention.document].date, mention.document) if by_document else ("", "")
    return date, document, KINDS.index(mention.kind) if mention.kind in KINDS else len(KINDS)


def _place(mention: Mention, known: Mapping[str, Document]) -> tuple[str, str, int, str]:
    return known[mention.document].date, mention.document, mention.order, mention.iri


def groups(
    shown: Sequence[ClaimView],
    every: Sequence[Mention],
    known: Mapping[str, Document],
    by_document: bool,
    here: set[str],
) -> list[Group]:
    """The shown claims in groups; `every` tells how many there are in each. `here` are the thing and its region."""
    found = []
    for key, claims in groupby(shown, key=lambda claim: (claim.document if by_document else "", claim.kind_name)):
        members = tuple(claims)
        total = sum((m.document if by_document else "", m.kind) == key for m in every)
        document = known[key[0]] if by_document else None
        name = f"{document.slug}-{key[1]}" if document else key[1]
        found.append(
            Group(f"claims-{name}", members[0].kind, document, members, total, _columns(members, here, by_document))
        )
    return found


def _columns(claims: Sequence[ClaimView], here: set[str], by_document: bool) -> tuple[str, ...]:
    """The columns that say something: not those where each row would name the thing or its region, nor empty ones."""
    cells = {name: [cell(claim) for claim in claims] for name, cell in CELLS.items()}
    telling = [name for name, said in cells.items() if any(not {value.iri for value in cell} <= here for cell in said)]
    return (*telling, *(() if by_document else ("document",)))
