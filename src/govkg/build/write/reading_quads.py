"""What documents were read for → quads: one reading for each question, and region where some are given."""

from collections.abc import Mapping

from govkg.build.write.quads import TYPE, Quads
from govkg.core.model import Source
from govkg.core.names import LANGS, gov, thing

Names = Mapping[str, Mapping[str, str]]


def reading_quads(source: Source, names: Names, out: Quads) -> None:
    """Write the readings of a document. `names` are those of questions and regions, by IRI and language."""
    for read in source.read_for:
        for question in read.questions:
            for region in read.regions or ("",):
                _reading(source, question, region, names, out)


def _reading(source: Source, question: str, region: str, names: Names, out: Quads) -> None:
    iri = thing("reading", f"{source.slug}/{question}" + (f"/{region}" if region else ""))
    out.text(iri, TYPE, gov("Reading"))
    out.text(iri, gov("readDocument"), thing("document", source.slug))
    out.text(iri, gov("readQuestion"), thing("question", question))
    if region:
        out.text(iri, gov("readRegion"), thing("region", region))
    out.labels(iri, {lang: _label(source, question, region, names, lang) for lang in LANGS})


def _label(source: Source, question: str, region: str, names: Names, lang: str) -> str:
    where = f", {_name('region', region, names, lang)}" if region else ""
    return f"{source.labels[lang]}{where}: {_name('question', question, names, lang)}"


def _name(kind: str, slug: str, names: Names, lang: str) -> str:
    """A name in a language, else the Finnish one that everything has; the slug of what is named nowhere, for the validation to tell."""
    found = names.get(thing(kind, slug).value, {})
    return found.get(lang) or found.get("fi") or slug
