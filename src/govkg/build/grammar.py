"""The grammar of claims files as one table: which kinds of claim there are, which keys each takes, and what a key becomes.

A new kind of claim is a new entry of KINDS, a class in the ontology and a shape.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal as OneOf

Type = OneOf["slug", "ref", "text", "date", "number", "integer", "segment", "law"]


@dataclass(frozen=True)
class Key:
    """A key of a claim: the property it becomes, the type of its value, and the scheme it names a concept of.

    `answers`: the question that a claim with this key answers.
    """

    property: str
    type: Type
    required: bool = False
    many: bool = False
    scheme: str = ""
    answers: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of claim: its class and its keys. `declares` is the kind of thing that it names, `answers` the question that it answers."""

    class_name: str
    keys: dict[str, Key]
    declares: str = ""
    answers: str = ""


def _slug(prop: str, scheme: str | None = None, *, required: bool = False, many: bool = False) -> Key:
    return Key(prop, "slug", required, many, scheme or prop)


def _text(prop: str, *, required: bool = False) -> Key:
    return Key(prop, "text", required)


def _ref(prop: str, *, required: bool = False, many: bool = False) -> Key:
    return Key(prop, "ref", required, many)


def _date(prop: str, *, required: bool = False) -> Key:
    return Key(prop, "date", required)


COMMON: dict[str, Key] = {
    "status": _slug("status"),
    "answer": _slug("answer"),
    "question": _slug("question", many=True),
    "alternative": _slug("alternative"),
}
SPECIAL = ("region", "doubt", "quote")

KINDS: dict[str, Kind] = {
    "body": Kind(
        "BodyClaim",
        {
            "parent": _ref("parent"),
            "purpose": _text("purpose"),
            "field": _text("field"),
            "meets": _slug("bringsTogether", "actor", many=True),
        },
        declares="body",
    ),
    "composition": Kind(
        "CompositionClaim",
        {
            "body": _ref("body", required=True),
            "seats": Key("seats", "integer", answers="quantity"),
            "composition": _text("composition"),
            "legal-basis": Key("legalBasis", "law"),
        },
    ),
    "responsibility": Kind(
        "ResponsibilityClaim",
        {
            "body": _ref("body", required=True),
            "role": _slug("role", required=True),
            "task": _slug("task", required=True),
            "aspect": _slug("aspect", many=True),
            "verb": _text("verb", required=True),
            "with": _ref("withParty", many=True),
        },
    ),
    "placement": Kind(
        "PlacementClaim",
        {"unit": _ref("body", required=True), "task": _slug("task", required=True), "figure": Key("figure", "segment")},
    ),
    "preparation": Kind(
        "PreparationStateClaim",
        {
            "of": _slug("task", required=True),
            "state": _slug("state", required=True),
            "date": _date("date"),
            "body": _ref("body"),
            "target": _date("targetDate"),
            "target-text": _text("targetText"),
            "target-state": _slug("targetState", "state"),
            "target-body": _ref("targetBody"),
            "content": _text("content"),
        },
    ),
    "event": Kind(
        "EventClaim",
        {
            "date": _date("date", required=True),
            "body": _ref("body"),
            "action": _slug("action", required=True),
            "subject": _text("subjectText", required=True),
            "task": _slug("task"),
        },
    ),
    "milestone": Kind(
        "MilestoneClaim",
        {
            "date": _date("date", required=True),
            "phase": _text("phase", required=True),
            "result": _text("result"),
            "groups": _ref("group", many=True),
        },
    ),
    "quantity": Kind(
        "QuantityClaim",
        {
            "subject": _text("subjectText", required=True),
            "value": Key("value", "number", required=True),
            "value-to": Key("valueTo", "number"),
            "unit": _slug("unit", required=True),
            "body": _ref("body"),
            "change-from": Key("changeFrom", "number"),
            "from": _date("periodStart"),
            "to": _date("periodEnd"),
        },
        answers="quantity",
    ),
    "proposal": Kind(
        "ProposalClaim",
        {
            "by": _ref("body"),
            "content": _text("content", required=True),
            "task": _slug("task"),
            "addressee": _ref("addressee", many=True),
            "addressee-text": _text("addresseeText"),
            "deadline": _date("deadline"),
        },
        answers="proposal",
    ),
    "cooperation": Kind(
        "CooperationClaim",
        {
            "subject": _text("subjectText", required=True),
            "task": _slug("task"),
            "parties": _ref("party", many=True),
            "scope": _slug("scope", required=True),
            "modality": _slug("modality", required=True),
            "forms": _slug("form", many=True),
            "body": _ref("body"),
            "deadline": _date("deadline"),
        },
        answers="cooperation",
    ),
    "partner": Kind(
        "PartnerClaim",
        {
            "level": _slug("level", required=True),
            "partner": _ref("partner", required=True),
            "partner-kind": _slug("partnerKind", "partner-kind", required=True),
        },
        answers="cooperation",
    ),
    "organisation": Kind(
        "OrganisationClaim", {"role": _text("roleText")}, declares="organisation", answers="organisation"
    ),
    "management": Kind(
        "ManagementClaim",
        {
            "entity": _ref("body", required=True),
            "level": _slug("level"),
            "content": _text("content"),
            "responsible": _ref("responsible"),
        },
    ),
    "open": Kind(
        "OpenMatterClaim",
        {"subject": _text("subjectText", required=True), "to": _ref("addressee"), "to-text": _text("addresseeText")},
        answers="left-open",
    ),
    "silence": Kind("SilentClaim", {"subject": _text("subjectText")}),
}

DECLARING = {"body": ("id", "type", "name", "alt", "authority"), "organisation": ("id", "kind", "name", "alt")}
SILENT_ANSWERS = frozenset({"not-stated", "stated-absent"})
STATED_ANSWERS = frozenset({"stated", "partly-stated"})


def keys_of(kind: str) -> tuple[str, ...]:
    """Every key that a claim of the kind may have, for messages and documentation."""
    spec = KINDS[kind]
    return (*DECLARING.get(spec.declares, ()), *spec.keys, *COMMON, *SPECIAL)


def answered(kind: str, given: Collection[str]) -> tuple[str, ...]:
    """The questions that a claim answers by its kind and by the keys given, whatever its `question` says."""
    spec = KINDS[kind]
    found = (spec.answers, *(key.answers for name, key in spec.keys.items() if name in given))
    return tuple(slug for slug in found if slug)
