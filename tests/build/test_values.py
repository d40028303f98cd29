"""Values of claims: numbers, seats and ids are what they look like, or are refused with their line."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from govkg.build.curate import curate
from govkg.core.errors import GovkgError, Problem
from govkg.core.model import Term
from govkg.core.names import XSD

FILE = "data/sources/testila-2022/claims/1-testila.yaml"
QUOTED = "- at: testila/hallinto\n  quote: Lautakunta vastaa\n  says:\n    - "


def add(world: Path, claim: str) -> Path:
    path = world / FILE
    path.write_text(path.read_text("utf-8") + QUOTED + claim + "\n", "utf-8")
    return world


def value(world: Path, text: str) -> Term | None:
    claim = f"quantity: {{subject: jäsenet, value: {text}, unit: seats, status: in-force}}"
    return next(c.get("value") for c in curate(add(world, claim)).curations[0].claims if c.kind == "quantity")


def problem(world: Path, claim: str) -> Problem:
    with pytest.raises(GovkgError) as caught:
        curate(add(world, claim))
    return caught.value.problems[0]


@pytest.mark.parametrize(
    ("text", "lexical", "kind"),
    [("12", "12", "integer"), ("-3", "-3", "integer"), ('"9,5"', "9.5", "decimal"), ("120.0", "120.0", "decimal")],
)
def test_a_number_keeps_its_precision(world: Path, text: str, lexical: str, kind: str) -> None:
    assert value(world, text) == Literal(lexical, datatype=NamedNode(XSD + kind))


@pytest.mark.parametrize("text", ["NaN", "Infinity", "1e3", "1_000", "noin 12", "12 %", "²", "1.000.000"])
def test_what_no_decimal_is_written_like_is_refused(world: Path, text: str) -> None:
    found = problem(world, f"quantity: {{subject: jäsenet, value: {text}, unit: seats, status: in-force}}")
    assert found.what == f"`value: {text}` is not a number"
    assert found.line == 25


@pytest.mark.parametrize("text", ["²", "11,5", "-1", "yksitoista"])
def test_seats_are_a_whole_number(world: Path, text: str) -> None:
    claim = f'composition: {{body: testila/aluevaltuusto, seats: "{text}", status: in-force}}'
    assert problem(world, claim).what == f"`seats: {text}` is not a whole number"


def test_a_bad_id_is_answered_with_a_good_one(world: Path) -> None:
    found = problem(world, "body: {id: Testila/Itäinen jaosto, type: section, name: Itäinen jaosto, status: in-force}")
    assert found.what == "the id `Testila/Itäinen jaosto` of `body` is not a slug"
    assert found.todo.endswith("such as testila/itainen-jaosto")


def test_a_doubt_is_told_in_three_languages(world: Path) -> None:
    claims = curate(world).curations[0].claims
    assert {term for claim in claims for term in claim.all("doubt")} == {
        Literal("Alue on vain Pohjois-Testila.", language="fi"),
        Literal("Området är bara Norra Testland.", language="sv"),
        Literal("The area is North Testland only.", language="en"),
    }


@pytest.mark.parametrize("missing", ["fi", "sv", "en"])
@pytest.mark.parametrize("how", ["", '{}: "", '], ids=["left out", "empty"])
def test_a_doubt_that_lacks_a_language_is_refused(world: Path, missing: str, how: str) -> None:
    words = {"fi": "Vuosi puuttuu.", "sv": "Året saknas.", "en": "The year is missing."}
    told = how.format(missing) + ", ".join(f"{lang}: {text}" for lang, text in words.items() if lang != missing)
    found = problem(
        world, f"event: {{date: 2022, action: decided, subject: asia, status: referenced, doubt: {{{told}}}}}"
    )
    assert (found.line, found.what, found.todo) == (25, f"`doubt` has no {missing}", f"add {missing}: …")
