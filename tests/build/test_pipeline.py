"""A whole build: deterministic, atomic, and stopped by contradictions and shapes with the claims named."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govkg.build.curate import curate
from govkg.build.infer import infer
from govkg.build.pipeline import build, claim_places, make
from govkg.build.skolem import skolemise
from govkg.build.vocabulary import ontology_files, parse_turtle
from govkg.build.write import write_quads
from govkg.build.write.quads import ASSERTED
from govkg.core.dataset import read_release
from govkg.core.errors import GovkgError
from govkg.core.names import gov, thing
from tests.conftest import ROOT

CLAIMS = "data/sources/testila-2022/claims/1-testila.yaml"


def test_two_builds_with_other_hash_seeds_give_the_same_bytes(world: Path, tmp_path: Path) -> None:
    outs = []
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}.nq"
        code = f"from pathlib import Path; from govkg.build.pipeline import build; build(Path({str(world)!r}), out=Path({str(out)!r}))"
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")},
        )
        outs.append(out.read_bytes())
    assert outs[0] == outs[1]


def test_the_release_is_sorted_sealed_and_without_blank_nodes(built_world: Path) -> None:
    lines = read_release(built_world / "data" / "release" / "govkg.nq").data.splitlines()[1:]
    assert lines == sorted(set(lines))
    assert not any(line.startswith(b"_:") or b" _:" in line.split(b'"')[0] for line in lines)


def test_a_second_build_changes_nothing(world: Path) -> None:
    assert build(world).changed
    assert not build(world).changed


def test_a_failing_build_leaves_the_previous_release(world: Path) -> None:
    path = build(world).path
    before = path.read_bytes()
    claims = world / CLAIMS
    claims.write_text(claims.read_text("utf-8").replace("role: decides", "role: decide"), "utf-8")
    with pytest.raises(GovkgError):
        build(world)
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == ["govkg.nq"]


@pytest.mark.parametrize("step", ["read", "write RDF", "reason", "validate", "release"])
def test_a_killed_build_leaves_the_previous_release(world: Path, step: str) -> None:
    path = build(world).path
    before = path.read_bytes()
    claims = world / CLAIMS
    claims.write_text(claims.read_text("utf-8").replace("status: referenced", "status: in-rules"), "utf-8")
    code = (
        "import os, signal, sys\nfrom pathlib import Path\nfrom govkg.build.pipeline import build\n"
        f"def at(step):\n    if step.startswith({step!r}): os.kill(os.getpid(), signal.SIGKILL)\n"
        f"build(Path({str(world)!r}), progress=at)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert path.read_bytes() == before


def test_a_build_killed_while_it_writes_leaves_one_whole_release(world: Path) -> None:
    path = build(world).path
    claims = world / CLAIMS
    claims.write_text(claims.read_text("utf-8").replace("status: referenced", "status: in-rules"), "utf-8")
    code = (
        "from pathlib import Path\nfrom govkg.build import release\nfrom govkg.build.pipeline import make\nimport os\n"
        f"root = Path({str(world)!r})\nlines = make(root, 'compiled', lambda step: None)[1]\nprint('ready', flush=True)\n"
        "other = lines + b'# more\\n'\nwhile True:\n    release.write_release(root / 'data/release/govkg.nq', lines)\n    release.write_release(root / 'data/release/govkg.nq', other)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.3)
        process.kill()
    read_release(path)


def test_a_damaged_release_is_refused(built_world: Path, tmp_path: Path) -> None:
    data = (built_world / "data" / "release" / "govkg.nq").read_bytes()
    for name, bad in {
        "short.nq": data[:-100],
        "changed.nq": data.replace(b"Testila", b"Testola", 1),
        "plain.nq": data[data.index(b"\n") + 1 :],
    }.items():
        path = tmp_path / name
        path.write_bytes(bad)
        with pytest.raises(GovkgError, match=r"checksum"):
            read_release(path)


def test_a_contradiction_stops_the_build_and_names_the_claim(world: Path) -> None:
    """A silent claim that names a body is both stated and silent: the two classes are disjoint."""
    curated = curate(world)
    claim = next(c for curation in curated.curations for c in curation.claims if c.kind == "silence")
    places = claim_places(curated)
    ontology = skolemise(t for path in ontology_files(world) for t in parse_turtle(path))
    written = write_quads(curated, ontology)
    written.fact(claim.iri, gov("body"), thing("body", "testila/aluevaltuusto"))
    with pytest.raises(GovkgError) as caught:
        infer(ontology, [q.triple for q in written if q.graph_name == ASSERTED], places)
    assert any(
        p.where == "testila-2022/claims/2-kokeela.yaml" and "contradiction" in p.what for p in caught.value.problems
    )


def test_a_region_read_for_a_question_and_left_without_a_claim_is_refused(world: Path) -> None:
    source = world / "data" / "sources" / "testila-2022" / "source.yaml"
    source.write_text(
        source.read_text("utf-8").replace("questions: [grant-decider]", "questions: [grant-decider, hyte-holder]"),
        "utf-8",
    )
    with pytest.raises(GovkgError, match="hyte-holder"):
        build(world)


def test_what_was_read_and_left_out_is_named_in_words_in_each_language(built_world: Path) -> None:
    data = read_release(built_world / "data" / "release" / "govkg.nq").data.decode()
    for label in (
        '"Testikatsaus, Testila: Mikä toimielin päättää järjestöavustuksista?"@fi',
        '"Testöversikt, Testland: Vilket organ beslutar om organisationsunderstöd?"@sv',
        '"Test survey, Testland: Which body decides NGO grants?"@en',
        '"Testikatsaus: rivit 17–17"@fi',
        '"Testöversikt: rader 17–17"@sv',
        '"Test survey: lines 17–17"@en',
    ):
        assert f"prefLabel> {label} " in data


def test_the_steps_are_told_as_they_come(world: Path) -> None:
    told: list[str] = []
    make(world, "compiled", told.append)
    assert told == ["read documents and claims", "write RDF", "reason", "validate"]


def test_personal_data_is_blackened_in_the_published_text(built_world: Path) -> None:
    data = read_release(built_world / "data" / "release" / "govkg.nq").data.decode()
    assert "sihteeri@example.org" not in data
    assert "█" * len("sihteeri@example.org") in data
