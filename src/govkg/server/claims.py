"""Claims as the pages show them: kind, subject, role, object, status, doubt and place in the text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from govkg.core.model import Term
from govkg.core.names import DEF, ID, RDF
from govkg.query.engine import Engine
from govkg.query.explain import QuoteInContext, quotes_of
from govkg.query.outcome import SILENT
from govkg.server.facts import Value, best, show, stated, values_pattern

SUBJECT = ("body", "organisation", "partner", "subjectText", "question")
ROLE = ("role", "state", "action", "modality", "partnerKind", "roleText", "value")
OBJECT = (
    "task",
    "content",
    "subjectText",
    "parent",
    "seats",
    "composition",
    "phase",
    "party",
    "level",
    "unit",
    "addressee",
)
SHOWN = (*SUBJECT, *ROLE, *OBJECT, "status", "doubt", "answer", "document", "date", "alternative", "region")


@dataclass(frozen=True)
class ClaimView:
    """A claim in the reader's language. `kind_name` is the local name of its class."""

    iri: str
    kind_name: str
    order: int
    line_from: int
    line_to: int
    values: Mapping[str, tuple[Value, ...]]
    quotes: tuple[QuoteInContext, ...]

    @property
    def slug(self) -> str:
        """The part of the IRI after `claim/`."""
        return self.iri[len(f"{ID}claim/") :]

    @property
    def document(self) -> str:
        """The IRI of the document that the claim stands in."""
        return self.values["document"][0].iri

    @property
    def kind(self) -> Value:
        """The claim's class by its label."""
        return self.values["kind"][0]

    @property
    def subject(self) -> tuple[Value, ...]:
        """Of whom or what the claim speaks; where the document is silent, the question that it was read for."""
        return self._subject[1]

    @property
    def role(self) -> tuple[Value, ...]:
        """What the subject does, or how far it is."""
        return self._first(ROLE)[1]

    @property
    def object(self) -> tuple[Value, ...]:
        """What it is about, unless that is the subject already."""
        taken = self._subject[0]
        return self._first(tuple(name for name in OBJECT if name != taken))[1]

    @property
    def doubtful(self) -> bool:
        """Whether the reading bears a doubt."""
        return bool(self.values.get("doubt"))

    @property
    def first_to(self) -> int:
        """The line that its first quote ends on."""
        return self.quotes[0].line_to if self.quotes else self.line_from

    @property
    def silent(self) -> bool:
        """Whether the document was read for the matter and is silent, or says that it is not laid down."""
        return any(value.iri in SILENT for value in self.values.get("answer", ()))

    @property
    def _subject(self) -> tuple[str, tuple[Value, ...]]:
        return self._first(("question", *SUBJECT) if self.silent else SUBJECT)

    def _first(self, names: Iterable[str]) -> tuple[str, tuple[Value, ...]]:
        return next(((name, self.values[name]) for name in names if self.values.get(name)), ("", ()))


def claims_of_document(engine: Engine, document: str, lang: str) -> list[ClaimView]:
    """A document's claims in the order of the text."""
    return _views(engine, f"?x <{DEF}document> {NamedNode(document)}", lang)


def claims_named(engine: Engine, iris: Iterable[str], lang: str) -> dict[str, ClaimView]:
    """The claims among these IRIs."""
    wanted = sorted(set(iris))
    return {view.iri: view for view in _views(engine, values_pattern(wanted), lang)} if wanted else {}


def _views(engine: Engine, where: str, lang: str) -> list[ClaimView]:
    facts = {
        iri: props
        for iri, props in stated(engine, where).items()
        if f"{DEF}document" in props and f"{DEF}order" in props
    }
    picked = {iri: _picked(props, lang) for iri, props in facts.items()}
    shown = show(engine, {term for chosen in picked.values() for terms in chosen.values() for term in terms}, lang)
    views = [
        _view(engine, iri, props, {name: tuple(shown[term] for term in terms) for name, terms in picked[iri].items()})
        for iri, props in facts.items()
    ]
    return sorted(views, key=lambda view: (view.document, view.order))


def _picked(props: Mapping[str, tuple[Term, ...]], lang: str) -> dict[str, tuple[Term, ...]]:
    found = {name: best(props[DEF + name], lang) for name in SHOWN if DEF + name in props}
    return found | {"kind": props[f"{RDF}type"]}


def _view(
    engine: Engine, iri: str, props: Mapping[str, tuple[Term, ...]], values: Mapping[str, tuple[Value, ...]]
) -> ClaimView:
    order, first, last = (int(props[DEF + name][0].value) for name in ("order", "lineFrom", "lineTo"))
    return ClaimView(iri, values["kind"][0].iri.removeprefix(DEF), order, first, last, values, quotes_of(engine, iri))
