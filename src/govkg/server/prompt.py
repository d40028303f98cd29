"""A question that is of use for one thing at a time, asked without it: what the page offers to choose first."""

from collections import Counter
from dataclasses import dataclass

from govkg.core.names import ID
from govkg.query.catalogue import Parameter
from govkg.query.labels import labels_of
from govkg.server.asking import Asked
from govkg.server.distinct import told_apart
from govkg.server.facts import Value
from govkg.server.site import site

MANY = 24  # a list of more shows those with the most rows


@dataclass(frozen=True)
class Pick:
    """A thing to choose, and where the answer on it is."""

    name: Value
    url: str


@dataclass(frozen=True)
class Prompt:
    """What to choose: a parameter and its values; `some` when only those with the most rows stand there."""

    parameter: Parameter
    picks: tuple[Pick, ...]
    some: bool


def prompt(asked: Asked) -> Prompt | None:
    """What is to be chosen first, where the question says so and it was not."""
    for parameter in asked.whole.query.parameters:
        if parameter.choose and parameter.name not in asked.whole.bound and asked.whole.rows:
            return _prompt(asked, parameter)
    return None


def _prompt(asked: Asked, parameter: Parameter) -> Prompt:
    rows = asked.whole.rows
    counted = Counter(iri for row in rows for iri in asked.whole.at(row, parameter.name).iris)
    labels = told_apart(site().engine, labels_of(site().engine, counted, asked.whole.lang), asked.whole.lang)
    start = f"{ID}{parameter.of}/"
    picks = (
        Pick(
            Value(labels[iri].text, labels[iri].lang),
            str(asked.address.asking().set(parameter.name, iri[len(start) :])),
        )
        for iri, _ in counted.most_common(MANY)
        if iri.startswith(start)
    )
    return Prompt(parameter, tuple(sorted(picks, key=lambda pick: pick.name.text.casefold())), len(counted) > MANY)
