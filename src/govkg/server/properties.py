"""What properties are called: ours by their labels in the graph, those of common vocabularies by our words."""

from collections.abc import Iterable

from govkg.core.names import DEF, curie
from govkg.query.engine import Engine
from govkg.query.labels import labels_of
from govkg.server.facts import Value
from govkg.server.site import site


def names_of(engine: Engine, properties: Iterable[str], lang: str) -> dict[str, Value]:
    """Each property by its name in the reader's language; only our own have a page to link to."""
    wanted = list(properties)
    labels, ours = labels_of(engine, wanted, lang), site().strings.texts[lang]
    found = {}
    for iri in wanted:
        known = ours.get(f"prop.{curie(iri).replace(':', '.')}")
        found[iri] = (
            Value(known, lang)
            if known
            else Value(labels[iri].text, labels[iri].lang, iri if iri.startswith(DEF) else "")
        )
    return found
