"""The real documents: every quote verbatim, every line accounted for, the committed release fresh, silence worded."""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from govkg.build.account import summary
from govkg.build.curate import Curated, curate
from govkg.build.infer import Inferred, infer
from govkg.build.pipeline import claim_places, make
from govkg.build.skolem import skolemise
from govkg.build.vocabulary import ontology_files, parse_turtle
from govkg.build.write import write_quads
from govkg.build.write.quads import ASSERTED
from govkg.core.dataset import read_release, release_file
from govkg.core.names import ID, SKOS
from govkg.query.engine import embedded
from tests.conftest import ROOT
from tests.query.reasons import leaves

REGIONS = 22
ASKED_OF_ALL = ("cooperation", "proposal", "quantity", "organisation", "left-open")
DEFINITIONS = {SKOS + name for name in ("definition", "scopeNote", "note")}


@cache
def curated() -> Curated:
    return curate(ROOT)


@cache
def facts() -> tuple[list[ox.Triple], list[ox.Triple]]:
    ontology = skolemise(triple for path in ontology_files(ROOT) for triple in parse_turtle(path))
    return ontology, [quad.triple for quad in write_quads(curated(), ontology) if quad.graph_name == ASSERTED]


@cache
def inferred() -> Inferred:
    return infer(*facts(), claim_places(curated()))


def test_the_release_is_what_the_sources_give() -> None:
    built = read_release(release_file(ROOT)).data.split(b"\n", 1)[1]
    assert built == make(ROOT, "compiled", lambda step: None)[1]


@pytest.mark.parametrize("curation", curated().curations, ids=lambda c: c.source.slug)
def test_every_quote_stands_verbatim_in_its_text(curation: object) -> None:
    """Checked against the raw text by other means than the anchor: letters and digits only, in order."""
    from govkg.core.model import Curation

    assert isinstance(curation, Curation)
    bare = re.sub(r"[\W_]+", "", curation.source.raw)
    for claim in curation.claims:
        for anchor in claim.anchors:
            assert re.sub(r"[\W_]+", "", anchor.exact) in bare


@pytest.mark.parametrize("curation", curated().curations, ids=lambda c: c.source.slug)
def test_every_content_line_is_accounted_for(curation: object) -> None:
    from govkg.core.model import Curation

    assert isinstance(curation, Curation)
    assert summary(curation).unaccounted == 0


def test_each_of_22_regions_answers_each_core_question() -> None:
    engine = embedded(release_file(ROOT))
    for question in (
        *("grant-decider", "grant-model", "hyte-holder", "ngo-cooperation-body", "strategy"),
        *ASKED_OF_ALL,
    ):
        rows = engine.select(
            f"SELECT DISTINCT ?r WHERE {{ ?c gov:question <{ID}question/{question}> ; gov:region ?r ; gov:document <{ID}document/jarjestot-hyvinvointialueet-2022> }}"
        )
        assert len(list(rows)) == REGIONS


def test_no_document_is_silent_of_a_whole_region_and_speaks_of_it_too() -> None:
    """Of the questions asked of every document, whose silence is of a whole section."""
    both = embedded(release_file(ROOT)).select(
        f"""SELECT ?silent ?claim WHERE {{
          VALUES ?question {{ {" ".join(f"<{ID}question/{slug}>" for slug in ASKED_OF_ALL)} }}
          ?silent a gov:SilentClaim ; gov:question ?question ; gov:region ?region ; gov:document ?document .
          ?claim gov:question ?question ; gov:region ?region ; gov:document ?document ; gov:status ?status }}"""
    )
    assert not list(both)


def test_personal_data_is_not_published() -> None:
    for line in read_release(release_file(ROOT)).data.decode().splitlines():
        assert "etunimi.sukunimi" not in line
        assert "@ka" not in line
        assert "DABAFIHH" not in line
        assert "Haikari" not in line
        assert "Pikkarainen" not in line


def test_nothing_of_the_lapsed_reform_counts_as_in_the_rules() -> None:
    engine = embedded(release_file(ROOT))
    rows = engine.select(
        f"SELECT ?c WHERE {{ ?c gov:document/gov:describesReform ?r ; gov:status <{ID}status/in-rules> }}"
    )
    assert not list(rows)


def test_every_published_conclusion_is_explained_down_to_what_was_asserted() -> None:
    found = inferred()
    settled: set[object] = set(found.asserted)
    remaining = dict(found.proofs)
    while remaining:
        ready = [triple for triple, proof in remaining.items() if all(premise in settled for premise in proof.premises)]
        assert ready, f"circular or unfounded: {next(iter(remaining))}"
        settled.update(ready)
        for triple in ready:
            del remaining[triple]


def test_an_explanation_on_the_release_ends_in_claims_with_quotes() -> None:
    from govkg.query.explain import explain_statement

    reason = explain_statement(
        embedded(release_file(ROOT)), "body/pirkanmaa/asiakkuus-ja-laatujaosto", "gov:decidesOn", "task/ngo-grants"
    )
    assert any(
        "päättää järjestöavustusten myöntämisestä" in quote.exact for leaf in leaves(reason) for quote in leaf.quotes
    )


def test_every_definition_with_finnish_has_swedish_and_english() -> None:
    """Of the terms, the concepts, the reference data and the documents."""
    found: defaultdict[tuple[object, object], set[str | None]] = defaultdict(set)
    for quad in embedded(release_file(ROOT)).store:
        if quad.predicate.value in DEFINITIONS and isinstance(quad.object, ox.Literal):
            found[quad.subject, quad.predicate].add(quad.object.language)
    assert len(found) > REGIONS
    assert [key for key, languages in found.items() if languages != {"fi", "sv", "en"}] == []


def test_paths_lead_to_the_checkout() -> None:
    assert (Path(ROOT) / "data" / "sources").is_dir()
