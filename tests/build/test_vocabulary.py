"""What the builder takes from the ontology: words, classes by type, and which statuses count as fact."""

from govkg.build.vocabulary import read_vocabulary
from tests.conftest import ROOT

WORDS = read_vocabulary(ROOT)


def test_what_is_valid_or_done_counts_as_fact_and_nothing_else_does() -> None:
    assert WORDS.facts == {"in-force", "in-rules", "adopted", "carried-out", "one-off-decision"}


def test_a_narrower_role_has_the_property_of_its_broader_one() -> None:
    assert WORDS.body_property["grants"] == "decidingBody"
    assert WORDS.body_property["drafts"] == "preparingBody"
    assert "advises" not in WORDS.body_property


def test_a_body_type_leads_to_its_class() -> None:
    found = WORDS.class_of("bodyType", "advisory-board")
    assert found is not None
    assert found.value.endswith("#AdvisoryBoard")


def test_an_unknown_word_is_met_with_the_nearest() -> None:
    assert "decides" in WORDS.nearest("role", "decide")


def test_no_label_holds_a_leftover_of_editing() -> None:
    for path in sorted((ROOT / "ontology").rglob("*.ttl")):
        assert '"|' not in path.read_text("utf-8"), path.name
