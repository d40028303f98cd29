"""Read a document's claims files: entries of quote and statements → claims with terms, declarations and exclusions."""

import hashlib
from dataclasses import replace
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from govkg.build import fields
from govkg.build.anchor import Quote, anchor
from govkg.build.declare import declare
from govkg.build.fields import Notes
from govkg.build.grammar import COMMON, DECLARING, KINDS, SILENT_ANSWERS, STATED_ANSWERS, Kind, answered, keys_of
from govkg.build.values import Reader, Value
from govkg.build.vocabulary import Vocabulary, nearest
from govkg.core.errors import GovkgError, Problem, stop_if
from govkg.core.model import Anchor, Claim, Curation, Exclusion, Place, Source, Term
from govkg.core.names import split, thing
from govkg.core.yamlnodes import Mapping, Node, Scalar, Sequence, load

ENTRY_KEYS = ("at", "quote", "nth", "says", "lines", "exclude", "why")


def read_curation(source: Source, words: Vocabulary, registry: frozenset[str]) -> Curation:
    """All claims of a document. `registry` holds `kind/slug` of the reference data. Raises GovkgError with every problem found."""
    curation, problems = Curation(source), list[Problem]()
    for path in sorted((Path(source.folder) / "claims").glob("*.yaml")):
        try:
            _File(path, curation, words, registry).read()
        except GovkgError as error:
            problems.extend(error.problems)
    problems.extend(_unnamed(curation, registry))
    problems.extend(_twice(curation))
    stop_if(problems)
    curation.claims.sort(key=lambda claim: (claim.anchors[0].start, claim.place.file, claim.place.line))
    curation.claims[:] = [replace(claim, order=number) for number, claim in enumerate(curation.claims, 1)]
    return curation


class _File:
    """One claims file being read into a curation."""

    def __init__(self, path: Path, curation: Curation, words: Vocabulary, registry: frozenset[str]) -> None:
        self.path, self.curation, self.words = path, curation, words
        self.source = curation.source
        self.name = f"{self.source.slug}/claims/{path.name}"
        self.notes = Notes(self.name)
        self.reader = Reader(self.source, words, registry, self.notes)

    def read(self) -> None:
        """Read every entry; raises GovkgError with all problems of the file."""
        root = load(self.path, self.name)
        if not isinstance(root, Sequence):
            raise GovkgError(
                [Problem(self.name, root.line, "must be a list of entries", "start each entry with `- at: …`")]
            )
        for item in root.items:
            if isinstance(item, Mapping):
                self._entry(item)
            else:
                self.notes.add(item.line, "an entry must be a mapping", "write `- at: …`, `quote: …`, `says: …`")
        stop_if(self.notes.problems)

    def _entry(self, item: Mapping) -> None:
        for key in item.items.keys() - set(ENTRY_KEYS):
            self.notes.add(item.key_lines[key], f"unknown key `{key}`", f"an entry has {', '.join(ENTRY_KEYS)}")
        at = fields.text(item.items.get("at"), "at", self.notes)
        if at is None:
            self.notes.add(item.line, "`at` is missing", "say in which segment the quote stands")
            return
        anchors = self._anchors(item, at, fields.integer(item.items.get("nth"), "nth", self.notes))
        if "exclude" in item.items:
            self._exclude(item, anchors)
        elif "says" not in item.items:
            self.notes.add(item.line, "the entry says nothing", "add `says:` with claims, or `exclude:` with a reason")
        elif "quote" not in item.items:
            self.notes.add(item.line, "a claim without a quote", "add `quote:` with the words that carry it")
        else:
            self._statements(item.items["says"], at, anchors)

    def _anchors(self, item: Mapping, at: str, nth: int) -> tuple[Anchor, ...]:
        found = []
        for text, line in fields.texts(item.items.get("quote"), "quote", self.notes):
            try:
                found.append(anchor(self.source, Quote(text, at, nth, Place(self.name, line))))
            except GovkgError as error:
                self.notes.problems.extend(error.problems)
        return tuple(found)

    def _exclude(self, item: Mapping, anchors: tuple[Anchor, ...]) -> None:
        reason = fields.text(item.items["exclude"], "exclude", self.notes) or ""
        why = fields.text(item.items.get("why"), "why", self.notes) or ""
        if not self.words.has("exclusion", reason):
            self.notes.add(
                item.key_lines["exclude"], f"unknown reason `{reason}`", self.words.nearest("exclusion", reason)
            )
        if reason == "background" and not why:
            self.notes.add(item.line, "background is excluded without a why", "add `why:` with one sentence")
        lines = fields.line_span(item.items["lines"], self.notes) if "lines" in item.items else ()
        lines += tuple(line for found in anchors for line in found.lines)
        total = len(self.source.lines)
        for line in lines:
            if not 1 <= line <= total or not self.source.lines[line - 1].strip():
                self.notes.add(item.line, f"line {line} of text.txt is empty or not there", "mend the line numbers")
        self.curation.exclusions.append(Exclusion(self.source.slug, lines, reason, why, Place(self.name, item.line)))

    def _statements(self, node: Node, at: str, anchors: tuple[Anchor, ...]) -> None:
        if not isinstance(node, Sequence) or not node.items:
            self.notes.add(node.line, "`says` must be a list of claims", "write `- responsibility: {…}`")
            return
        for item in node.items:
            if not isinstance(item, Mapping) or len(item.items) != 1:
                self.notes.add(item.line, "a claim is one kind with its keys", "write `- body: {…}`, one a line")
                continue
            (kind, body), line = next(iter(item.items.items())), item.line
            if kind not in KINDS:
                self.notes.add(line, f"unknown kind of claim `{kind}`", nearest(kind, dict.fromkeys(KINDS)))
            elif isinstance(body, Mapping):
                self._claim(kind, body, at, anchors)
            else:
                self.notes.add(line, f"`{kind}` needs keys", f"keys: {', '.join(keys_of(kind))}")

    def _claim(self, kind: str, node: Mapping, at: str, anchors: tuple[Anchor, ...]) -> None:
        spec, before = KINDS[kind], len(self.notes.problems)
        for key in node.items.keys() - set(keys_of(kind)):
            self.notes.add(node.key_lines[key], f"unknown key `{key}` of `{kind}`", nearest(key, set(keys_of(kind))))
        anchors += self._anchors(node, at, 0) if "quote" in node.items else ()
        values = self._values(kind, spec, node, at)
        if len(self.notes.problems) > before or not anchors:
            return
        anchors = tuple(sorted(set(anchors), key=lambda found: (found.start, found.end)))
        iri = thing("claim", f"{self.source.slug}/{kind}-{_digest(kind, values, anchors)}")
        place = Place(self.name, node.line)
        own = (("question", thing("question", slug)) for slug in answered(kind, node.items))
        values += [value for value in own if value not in values]
        self.curation.claims.append(
            Claim(iri, kind, spec.class_name, self.source.slug, at, anchors, tuple(values), place)
        )

    def _values(self, kind: str, spec: Kind, node: Mapping, at: str) -> list[Value]:
        values: list[Value] = []
        if spec.declares:
            values += declare(spec.declares, node, at, self.reader, self.curation, Place(self.name, node.line))
        for key, rule in {**spec.keys, **COMMON}.items():
            if key in node.items:
                values += self.reader.values(key, rule, node.items[key])
            elif rule.required:
                self.notes.add(node.line, f"`{kind}` lacks `{key}`", f"add {key}: …")
        if kind == "placement" and "figure" not in node.items:
            values.append(("figure", thing("segment", f"{self.source.slug}/{at}")))
        values += self._answer(kind, node)
        values += self.reader.region(node.items.get("region"), at)
        values += self.reader.doubt(node.items.get("doubt"))
        return values + self._fact_property(kind, values)

    def _answer(self, kind: str, node: Mapping) -> list[Value]:
        answer = node.items.get("answer")
        text = answer.text if isinstance(answer, Scalar) else "stated"
        if kind == "silence":
            if "status" in node.items:
                self.notes.add(node.line, "a silence has no status", "take `status` out")
            if text not in SILENT_ANSWERS or "question" not in node.items:
                self.notes.add(node.line, "a silence needs question and answer", "answer: not-stated or stated-absent")
        elif text not in STATED_ANSWERS:
            self.notes.add(
                node.line, f"`{kind}` cannot have the answer `{text}`", "use `silence` for what a document does not say"
            )
        elif "status" not in node.items:
            self.notes.add(
                node.line, f"`{kind}` lacks `status`", "say how decided it is: in-force, proposed, planned …"
            )
        return [] if answer else [("answer", thing("answer", "stated"))]

    def _fact_property(self, kind: str, values: list[Value]) -> list[Value]:
        """The sub-property that shortcuts are inferred from, written only where the claim's status counts as fact."""
        found = {prop: term.value.rpartition("/")[2] for prop, term in values if prop in ("role", "status")}
        if found.get("status") not in self.words.facts:
            return []
        if kind == "body":
            return [("parentInForce", term) for name, term in values if name == "parent"]
        prop = self.words.body_property.get(found.get("role", "")) if kind == "responsibility" else None
        return [(prop, term) for name, term in values if name == "body" and prop]


def _digest(kind: str, values: list[Value], anchors: tuple[Anchor, ...]) -> str:
    """What a claim says and where, as its name. A doubt's Swedish came after the names and changes none (DECISIONS.md, 83)."""
    parts = [
        kind,
        *sorted(f"{prop} {term}" for prop, term in values if not _later_translation(prop, term)),
        *(f"{found.start}-{found.end}" for found in anchors),
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:10]


def _later_translation(prop: str, term: Term) -> bool:
    return prop == "doubt" and isinstance(term, Literal) and term.language == "sv"


def _unnamed(curation: Curation, registry: frozenset[str]) -> list[Problem]:
    """Bodies and organisations that claims speak of and nothing names."""
    named = {declared.iri.value for declared in curation.declared.values()}
    found = []
    for claim in curation.claims:
        for _, term in claim.values:
            kind, slug = (split(term.value) if isinstance(term, NamedNode) else None) or ("", "")
            if kind in DECLARING and term.value not in named and f"{kind}/{slug}" not in registry:
                known = {
                    declared.iri.value.partition(f"/id/{kind}/")[2]
                    for declared in curation.declared.values()
                    if declared.kind == kind
                }
                found.append(
                    Problem(
                        claim.place.file,
                        claim.place.line,
                        f"unknown {kind} `{slug}`",
                        f"name it by a `{kind}` claim; {nearest(slug, known)}",
                    )
                )
    return found


def _twice(curation: Curation) -> list[Problem]:
    seen: dict[str, Place] = {}
    found = []
    for claim in curation.claims:
        first = seen.setdefault(claim.iri.value, claim.place)
        if first != claim.place:
            found.append(
                Problem(
                    claim.place.file,
                    claim.place.line,
                    "the same claim is made twice from the same quote",
                    f"first at {first.file}:{first.line}; take one out",
                )
            )
    return found
