"""Values of claims → terms: slugs, references, texts, dates and numbers, each checked against what it may be."""

import re

from pyoxigraph import Literal, NamedNode

from govkg.build import fields
from govkg.build.fields import Notes
from govkg.build.grammar import Key
from govkg.build.vocabulary import Vocabulary, nearest
from govkg.core.literals import date, integer
from govkg.core.model import Source, Term
from govkg.core.names import XSD, is_slug, thing
from govkg.core.yamlnodes import Node

Value = tuple[str, Term]
_NUMBER = re.compile(r"-?[0-9]+(?P<fraction>[.,][0-9]+)?")
REFERENCED = ("region", "authority", "organisation", "actor", "municipality", "body")


class Reader:
    """Reads the values of one document's claims; every problem goes to the file's notes."""

    def __init__(self, source: Source, words: Vocabulary, registry: frozenset[str], notes: Notes) -> None:
        self.source, self.words, self.registry, self.notes = source, words, registry, notes

    def values(self, key: str, rule: Key, node: Node) -> list[Value]:
        """The property values that one key of a claim stands for."""
        items = fields.texts(node, key, self.notes)
        if len(items) > 1 and not rule.many:
            self.notes.add(node.line, f"`{key}` takes one value", "make it two claims")
        convert = getattr(self, f"_{rule.type}")
        return [value for text, line in items for value in convert(key, rule, text, line)]

    def region(self, node: Node | None, at: str) -> list[Value]:
        """The region a claim speaks of: its own, its segment's or its document's."""
        segment = self.source.segment(at)
        slug = (
            fields.text(node, "region", self.notes)
            or (segment.region if segment else None)
            or self.source.meta.get("region")
        )
        if slug is None:
            return []
        if f"region/{slug}" not in self.registry:
            self.notes.add(
                node.line if node else 0, f"unknown region `{slug}`", nearest(slug, self._registered("region"))
            )
            return []
        return [("region", thing("region", slug))]

    def doubt(self, node: Node | None) -> list[Value]:
        """Why a reading is doubtful, in each language."""
        found = fields.languages(node, "doubt", self.notes)
        return [("doubt", Literal(text, language=lang)) for lang, text in found.items()]

    def reference(self, key: str, text: str, line: int) -> NamedNode | None:
        """The thing that `body-id` or `kind/slug` names; its existence is checked for reference data, actors and form."""
        kind, _, slug = text.partition("/")
        if kind not in REFERENCED or not slug:
            kind, slug = "body", text
        if not is_slug(slug):
            self.notes.add(
                line,
                f"`{key}: {text}` names nothing",
                "write a body's id or region/…, authority/…, organisation/…, actor/…, municipality/…",
            )
            return None
        if kind == "actor" and not self.words.has("actor", slug):
            self.notes.add(line, f"unknown actor `{slug}`", self.words.nearest("actor", slug))
        elif kind in ("region", "authority", "municipality") and f"{kind}/{slug}" not in self.registry:
            self.notes.add(line, f"unknown {kind} `{slug}`", nearest(slug, self._registered(kind)))
        return thing(kind, slug)

    def _registered(self, kind: str) -> set[str]:
        return {name.partition("/")[2] for name in self.registry if name.startswith(kind + "/")}

    def _slug(self, key: str, rule: Key, text: str, line: int) -> list[Value]:
        if not self.words.has(rule.scheme, text):
            self.notes.add(line, f"unknown {rule.scheme} `{text}`", self.words.nearest(rule.scheme, text))
            return []
        return [(rule.property, thing(rule.scheme, text))]

    def _ref(self, key: str, rule: Key, text: str, line: int) -> list[Value]:
        found = self.reference(key, text, line)
        return [(rule.property, found)] if found else []

    def _text(self, key: str, rule: Key, text: str, line: int) -> list[Value]:
        if not text:
            self.notes.add(line, f"`{key}` is empty", "write the words, or leave the key out")
            return []
        return [(rule.property, Literal(text, language="fi"))]

    def _date(self, key: str, rule: Key, text: str, line: int) -> list[Value]:
        start, _, end = text.partition("/")
        found: list[Value] = []
        for prop, value in ((rule.property, start), (f"{rule.property}End", end)):
            if not value:
                continue
            if problem := fields.date_problem(value):
                self.notes.add(line, problem)
            else:
                found.append((prop, date(value)))
        return found

    def _number(self, key: str, rule: Key, text: str, line: int) -> list[Value]:
        match = _NUMBER.fullmatch(text)
        if match is None:
            self.notes.add(line, f"`{key}: {text}` is not a number", "write 12 or 9.5")
            return []
        kind = "decimal" if match["fraction"] else "integer"
        return [(rule.property, Literal(text.replace(",", "."), datatype=NamedNode(XSD + kind)))]

    def _integer(self, key: str, rule: Key, text: str, line: int) -> list[Value]:
        if not text.isdecimal():
            self.notes.add(line, f"`{key}: {text}` is not a whole number")
            return []
        return [(rule.property, integer(int(text)))]

    def _segment(self, key: str, rule: Key, text: str, line: int) -> list[Value]:
        if self.source.segment(text) is None:
            self.notes.add(line, f"unknown segment `{text}`", nearest(text, {s.id for s in self.source.segments}))
            return []
        return [(rule.property, thing("segment", f"{self.source.slug}/{text}"))]

    def _law(self, key: str, rule: Key, text: str, line: int) -> list[Value]:
        if f"law/{text}" not in self.registry:
            self.notes.add(line, f"unknown provision `{text}`", nearest(text, self._registered("law")))
            return []
        return [(rule.property, thing("law", text))]
