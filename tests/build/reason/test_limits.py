"""A closure that grows without measure ends in an error that says what to look for."""

import pytest

from govkg.build.reason import Limits, close
from govkg.core.errors import GovkgError
from tests.build.reason.small_worlds import triples

MANY_VALUES = ":seat a owl:FunctionalProperty . :a :seat " + " , ".join(f":x{i}" for i in range(300)) + " ."


def test_a_functional_property_with_many_values_is_stopped(engine: str) -> None:
    with pytest.raises(GovkgError, match=r"more than 20000 facts.*\n.*a functional property, key"):
        close(triples(MANY_VALUES), engine=engine, limits=Limits(facts=20_000))


def test_the_same_within_the_limit_is_drawn(engine: str) -> None:
    assert len(close(triples(MANY_VALUES), engine=engine).inferred) > 300 * 300


def test_time_is_limited(engine: str) -> None:
    with pytest.raises(GovkgError, match="no end after 0 seconds"):
        close(triples(MANY_VALUES), engine=engine, limits=Limits(seconds=0))


def test_rounds_are_limited(engine: str) -> None:
    given = triples("".join(f":C{i} rdfs:subClassOf :C{i + 1} ." for i in range(20)) + ":x a :C0 .")
    with pytest.raises(GovkgError, match="no end after 3 rounds"):
        close(given, engine=engine, limits=Limits(rounds=3))
    assert close(given, engine=engine, limits=Limits(rounds=30)).inferred
