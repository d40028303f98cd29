"""Bodies and organisations are named where the text first names them; two names for one id are refused."""

from pyoxigraph import NamedNode

from govkg.build import fields
from govkg.build.values import Reader, Value
from govkg.build.vocabulary import nearest
from govkg.core.model import Curation, Declared, Place
from govkg.core.names import is_slug, slug_for, thing
from govkg.core.yamlnodes import Mapping

_TYPE_KEY = {
    "body": ("type", "bodyType", "body-type"),
    "organisation": ("kind", "organisationKind", "organisation-kind"),
}


def declare(kind: str, node: Mapping, at: str, reader: Reader, curation: Curation, place: Place) -> list[Value]:
    """The claim's value that names the thing; the thing itself goes to the curation's declarations."""
    slug = _slug(kind, node, reader)
    if slug is None:
        return []
    iri = thing(kind, slug)
    type_key, prop, scheme = _TYPE_KEY[kind]
    type_ = fields.text(node.items.get(type_key), type_key, reader.notes)
    name = fields.text(node.items.get("name"), "name", reader.notes)
    if type_ is not None and reader.words.class_of(prop, type_) is None:
        known = {slug for p, slug in reader.words.classes if p == prop}
        reader.notes.add(node.line, f"unknown {scheme} `{type_}`", nearest(type_, known))
    if type_ is not None and name is not None:
        alt, region, authority = _alt(node, reader), _region(at, node, reader), _authority(node, reader)
        new = Declared(iri, kind, type_, name, alt, region, authority, curation.source.slug, place)
        _keep(new, reader, curation)
    elif (type_ is None) != (name is None):
        what = f"`{kind}` {slug} has only one of {type_key} and name"
        reader.notes.add(node.line, what, "write both where it is first named, neither later")
    return [(kind, iri)]


def _slug(kind: str, node: Mapping, reader: Reader) -> str | None:
    """The id of a thing being named, or None (noted) when it has none that may stand in an IRI."""
    slug = fields.text(node.items.get("id"), "id", reader.notes)
    allowed = "lower-case ASCII letters, digits, hyphens and /"
    if slug is None:
        reader.notes.add(node.line, f"`{kind}` needs an id", allowed)
    elif not is_slug(slug):
        reader.notes.add(
            node.line, f"the id `{slug}` of `{kind}` is not a slug", f"{allowed}, such as {slug_for(slug)}"
        )
    else:
        return slug
    return None


def _keep(new: Declared, reader: Reader, curation: Curation) -> None:
    old = curation.declared.setdefault(new.iri.value, new)
    if (old.type, old.name) != (new.type, new.name):
        where = f"{old.place.file}:{old.place.line}"
        reader.notes.add(
            new.place.line,
            f"{new.kind} `{new.iri.value.rpartition('/id/')[2]}` is declared twice differently",
            f"{where} says {old.type}, {old.name}; keep one, or give one another id",
        )


def _alt(node: Mapping, reader: Reader) -> tuple[str, ...]:
    return tuple(text for text, _ in fields.texts(node.items.get("alt"), "alt", reader.notes))


def _region(at: str, node: Mapping, reader: Reader) -> str | None:
    found = reader.region(node.items.get("region"), at)
    return found[0][1].value.rpartition("/")[2] if found else None


def _authority(node: Mapping, reader: Reader) -> NamedNode | None:
    text = fields.text(node.items.get("authority"), "authority", reader.notes)
    return (
        reader.reference("authority", text if text.startswith("authority/") else f"authority/{text}", node.line)
        if text
        else None
    )
