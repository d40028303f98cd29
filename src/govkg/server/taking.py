"""What a reader can take away from an answer: files, code to read it with, a citation, a frame for another page."""

from dataclasses import dataclass
from datetime import UTC, datetime

from govkg.publish.citation import AUTHOR, Cited, bibtex
from govkg.publish.snippets import Snippet, snippets
from govkg.query.labels import labels_of
from govkg.server.address import COLUMN, EMBED, ENDPOINT, VIEW
from govkg.server.arrangement import chips
from govkg.server.asking import Asked
from govkg.server.downloads import fitting, format_name, stem_of
from govkg.server.editing import editor_url
from govkg.server.language import page_language, text
from govkg.server.site import site


@dataclass(frozen=True)
class Taking:
    """The ways to take an answer away. Of each file its format, its address and its name; `part` says how many rows the files hold when not all."""

    files: tuple[tuple[str, str, str], ...]
    part: str
    snippets: tuple[Snippet, ...]
    citation: str
    bibtex: str
    frame: str
    permalink: str
    editor: str


def taking(asked: Asked) -> Taking:
    """Everything to take away."""
    here = asked.address.at(ENDPOINT).without(())
    bare = here.without((VIEW, COLUMN))
    saved, cited = asked.answer.query, _cited(asked)
    stem = stem_of(asked.to_take(), part=asked.wish.narrows)
    return Taking(
        files=tuple((format_name(suffix), bare.file(suffix), f"{stem}.{suffix}") for suffix in fitting(saved)),
        part=_part(asked),
        snippets=snippets(saved.id, bare.absolute, graph=asked.is_graph),
        citation=_text(cited),
        bibtex=bibtex(cited),
        frame=_frame(asked),
        permalink=here.absolute(),
        editor=editor_url(saved, asked.address.given),
    )


def _part(asked: Asked) -> str:
    kept, wish = len(asked.arranged.table.rows), asked.wish
    parts = [text("take.part", n=kept, m=asked.arranged.total)] if wish.narrows else []
    if wish.sort and not asked.is_graph:
        label = next(c.labels[page_language()] for c in asked.whole.columns if c.name == wish.sort)
        parts.append(text("take.sorted-down" if wish.descending else "take.sorted", column=label))
    return " ".join(parts)


def limits(asked: Asked) -> tuple[tuple[str, str], ...]:
    """The parameters and whatever narrows the answer, in words."""
    lang, bound = page_language(), asked.answer.bound
    labels = labels_of(site().engine, {term.value for term in bound.values() if "://" in term.value}, lang)
    found = []
    for parameter in asked.answer.query.parameters:
        if parameter.name in bound:
            value = bound[parameter.name].value
            found.append((parameter.labels[lang], labels[value].text if value in labels else value))
    return (*found, *((chip.name, chip.text) for chip in chips(asked)))


def _cited(asked: Asked) -> Cited:
    today = datetime.now(UTC).date() if site().live else None  # a published page does not know when it is read
    url = asked.address.at(ENDPOINT).without(()).absolute()
    return Cited(asked.answer.query, page_language(), limits(asked), asked.answer.version, url, today)


def _text(cited: Cited) -> str:
    day = {"day": cited.day.isoformat()} if cited.day else {}
    return text(
        "cite.text" if day else "cite.undated", author=AUTHOR, title=_ended(cited.title), query=cited.query.id, version=cited.query_version,
        data=cited.data_version, url=cited.url, **day,
    )  # fmt: skip


def _ended(title: str) -> str:
    """A title that ends as a sentence does."""
    return title if title.endswith(("?", "!", ".")) else f"{title}."


def _frame(asked: Asked) -> str:
    """The HTML that puts the answer into a page of others; the template escapes it as a whole."""
    url, title = asked.address.at(EMBED).without(()).absolute(), asked.answer.query.summary[page_language()]
    return f'<iframe src="{_attribute(url)}" title="{_attribute(title)}" width="100%" height="600" loading="lazy"></iframe>'


def _attribute(value: str) -> str:
    return value.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
