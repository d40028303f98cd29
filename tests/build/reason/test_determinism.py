"""The same triples give the same proofs, whatever their order and the hash seed."""

import os
import subprocess
import sys
from random import Random

import pytest

from govkg.build.reason import Limits, close
from govkg.core.errors import GovkgError, UsageError
from tests.build.reason.small_worlds import PREFIXES, triples

MANY_PROOFS = """
:A rdfs:subClassOf :B , :C . :B rdfs:subClassOf :D . :C rdfs:subClassOf :D .
:p rdfs:domain :D ; a owl:TransitiveProperty .
:q owl:propertyChainAxiom :steps . :steps rdf:first :p ; rdf:rest :then . :then rdf:first :p ; rdf:rest rdf:nil .
 :x a :A ; :p :y , :z . :y :p :w . :z :p :w . :w owl:sameAs :v .
:k a owl:FunctionalProperty . :x :k :m , :n , :o . :A owl:disjointWith :D .
"""

SCRIPT = """
import sys
from pyoxigraph import parse, RdfFormat
from govkg.build.reason import close
triples = {(q.subject, q.predicate, q.object) for q in parse(sys.stdin.read(), format=RdfFormat.TURTLE)}
closure = close(triples)
for triple, proof in closure.inferred.items():
    print(*triple, proof.rule, *(str(t) for p in proof.premises for t in p))
for contradiction in closure.contradictions:
    print(contradiction.message)
"""


def test_the_hash_seed_does_not_matter() -> None:
    first, second = (_run(seed, PREFIXES + MANY_PROOFS) for seed in ("1", "2"))
    assert first == second
    assert len(first.splitlines()) > 50


def _run(seed: str, turtle: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], input=turtle, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_order_of_the_input_does_not_matter() -> None:
    given = triples(MANY_PROOFS)
    expected = close(given)
    for seed in range(5):
        shuffled = Random(seed).sample(given, len(given))
        again = close(shuffled + shuffled)
        assert list(again.inferred.items()) == list(expected.inferred.items())
        assert again.contradictions == expected.contradictions


def test_too_few_rounds_are_an_error_and_enough_are_not() -> None:
    given = triples("".join(f":C{i} rdfs:subClassOf :C{i + 1} ." for i in range(20)) + ":x a :C0 .")
    with pytest.raises(GovkgError, match="no end after 3 rounds"):
        close(given, limits=Limits(rounds=3))
    assert close(given, limits=Limits(rounds=30)).inferred


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(UsageError, match="no engine 'magic'"):
        close([], engine="magic")
