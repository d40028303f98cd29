"""What is wrong with the parameters of a URL, said in the reader's language, with the nearest right values as links."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from govkg.core.errors import UsageError
from govkg.core.names import ID
from govkg.query.catalogue import Parameter, SavedQuery
from govkg.query.engine import Engine
from govkg.query.labels import Label, labels_of
from govkg.query.parameters import Choice, bind, choices


@dataclass(frozen=True)
class Nearest:
    """A right value: what stands in the URL, and how it is called."""

    value: str
    label: Label


@dataclass(frozen=True)
class Mistake:
    """A wrong parameter: its name in the URL and for people; `key` names the text that says what is wrong."""

    name: str
    label: str
    value: str
    key: str
    nearest: tuple[Nearest, ...] = ()


def mistakes_in(engine: Engine, query: SavedQuery, given: Mapping[str, str], lang: str) -> dict[str, Mistake]:
    """The wrong ones of the parameters given, by name."""
    found: dict[str, Mistake] = {}
    for name, value in given.items():
        try:
            bind(engine, query, {name: value})
        except UsageError:
            found[name] = _mistake(engine, query, name, value.strip(), lang)
    return found


def _mistake(engine: Engine, query: SavedQuery, name: str, value: str, lang: str) -> Mistake:
    parameter = query.parameter(name)
    if parameter is None:
        known = tuple(Nearest(p.name, Label(p.labels[lang], lang)) for p in query.parameters)
        return Mistake(name, name, value, "mistake.no-parameter" if known else "mistake.no-parameters", known)
    if parameter.type == "thing":
        return _wrong_thing(engine, parameter, name, value, lang)
    return Mistake(name, parameter.labels[lang], value, f"mistake.{parameter.type}")


def _wrong_thing(engine: Engine, parameter: Parameter, name: str, value: str, lang: str) -> Mistake:
    known = choices(engine, parameter)
    several = [choice.iri for choice in known if any(value.casefold() == label.casefold() for label in choice.labels)]
    iris = several or _nearest(value, known)
    labels = labels_of(engine, iris, lang)
    return Mistake(
        name,
        parameter.labels[lang],
        value,
        "mistake.several" if several else "mistake.thing",
        tuple(Nearest(iri[len(ID) :].partition("/")[2], labels[iri]) for iri in iris),
    )


def _nearest(value: str, known: list[Choice], count: int = 5) -> list[str]:
    """The things one of whose names is most like a wrong one."""
    names = {text.casefold(): choice.iri for choice in known for text in (*choice.labels, choice.slug)}
    hits = get_close_matches(value.casefold(), names, n=count * 3, cutoff=0.4)
    return list(dict.fromkeys(names[hit] for hit in hits))[:count]
