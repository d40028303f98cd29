"""The generated world has the shape of the real one: the ontology accepts it and the site can serve it."""

from pathlib import Path

from bench.world import everything, for_reasoner, shape, world, write_root

from govkg.build.reason import Limits
from govkg.build.reason.columns import close_lines
from govkg.core.dataset import read_release
from govkg.query.ask import ask
from govkg.query.catalogue import read_catalogue
from govkg.query.engine import embedded


def test_a_size_gives_so_many_triples_each_once_and_always_the_same() -> None:
    lines = [line for _, line in world(30_000, shape(), for_reasoner)]
    assert len(set(lines)) == len(lines)
    assert 30_000 <= len(lines) < 30_500
    assert lines == [line for _, line in world(30_000, shape(), for_reasoner)]
    assert lines[-1] != [line for _, line in world(30_100, shape(), for_reasoner)][-1]


def test_it_is_consistent_and_entails_what_the_real_one_entails() -> None:
    inferred, contradictions = close_lines((line for _, line in world(30_000, shape(), for_reasoner)), Limits())
    assert not contradictions
    assert 1.5 < inferred.known / 30_000 < 4


def test_it_has_claims_with_quotes_bodies_and_documents_of_its_own() -> None:
    lines = b"".join(line for _, line in world(60_000, shape(), everything))
    for kind in (b"claim", b"evidence", b"body", b"document", b"segment"):
        assert lines.count(b"<https://w3id.org/govkg/id/" + kind + b"/") > 10
    assert b"\0" not in lines
    assert not [left for left in (b"%(", b"%%") if left in lines]


def test_a_root_can_be_opened(tmp_path: Path) -> None:
    write_root(60_000, tmp_path)
    path = tmp_path / "data" / "release" / "govkg.nq"
    assert read_release(path).version
    asked = "SELECT DISTINCT ?claim WHERE { ?claim a <https://w3id.org/govkg/def#Claim> }"
    assert len(list(embedded(path).select(asked))) > 100
    assert len(ask(embedded(path), read_catalogue().queries["grant-deciders"], {}, "en").rows) > 50
