"""Why an answer has no row: what is silent, what was not read, what the reader limited, and nothing at all are told apart."""

from dataclasses import replace
from pathlib import Path

import pytest

from govkg.core.errors import GovkgError
from govkg.core.names import ID, LANGS
from govkg.core.paths import queries
from govkg.query.arrange import Wish, arranged
from govkg.query.catalogue import SavedQuery, read_catalogue
from govkg.query.declared import RestsOn
from govkg.query.emptiness import gaps
from govkg.query.empty_words import read_sentences
from govkg.query.engine import EmbeddedEngine
from govkg.query.outcome import outcome_of
from govkg.query.run import GraphAnswer, Table, run
from tests.query.worlds import claim, engine_of, read_for

DECIDED = (
    "a gov:ResponsibilityClaim ; gov:region region:a ; gov:body body:board ; gov:task task:ngo-grants ; gov:role role:decides ; "
    "gov:status status:in-rules ; gov:verb 'päättää'@fi"
)
SPOKEN = "gov:region region:b"
OTHER = """graph:evidence {
  task:hyte skos:prefLabel "hyte"@fi .
  question:grant-decider skos:prefLabel "Kuka päättää?"@fi , "Who decides?"@en .
  region:c skos:prefLabel "Alue C"@fi , "Region C"@en .
  region:a gov:countyCode "02" .
}"""


@pytest.fixture(scope="module")
def engine() -> EmbeddedEngine:
    """Region A was read for the grants and decides; B is spoken of only; C is in no document."""
    return engine_of(read_for("grant-decider", "a"), claim("c", DECIDED), claim("s", SPOKEN, 2), OTHER)


def asked(engine: EmbeddedEngine, query_id: str, lang: str = "en", **given: str) -> Table | GraphAnswer:
    return run(engine, saved(query_id), given, lang)


def saved(query_id: str) -> SavedQuery:
    return read_catalogue().get(query_id)


def told(engine: EmbeddedEngine, query_id: str, **given: str) -> tuple[str, str]:
    found = outcome_of(asked(engine, query_id, **given))
    return found.kind, found.sentence


def test_a_region_that_was_not_read_for_the_question_says_so_and_what_was_read_there(engine: EmbeddedEngine) -> None:
    assert told(engine, "grant-deciders", region="b") == (
        "not-read",
        "Not read: no document on the region “Region B” was read for this. Read on the region for other questions: Document; nothing of this was noted in passing.",
    )


def test_a_region_of_no_document_says_that_there_is_none(engine: EmbeddedEngine) -> None:
    assert told(engine, "grant-deciders", region="c") == (
        "not-read",
        "Not read: no document on the region “Region C” was read for this. No document on the region was read.",
    )


def test_a_document_that_was_not_read_for_the_question_says_what_it_was_read_for(engine: EmbeddedEngine) -> None:
    assert told(engine, "roadmap", document="d") == (
        "not-read",
        "Not read: the document “Document” was not read for this. The document was read for these questions: Who decides? "
        "Nothing of this was noted in passing.",
    )


def test_a_document_that_was_read_for_the_question_and_has_nothing_is_silent() -> None:
    found = told(engine_of(read_for("schedule", "a")), "roadmap", document="d")
    assert found == (
        "not-stated",
        "The source does not say: the documents read for this say nothing of it. Read: Document.",
    )


def test_a_document_that_was_read_for_the_question_on_other_regions_names_them() -> None:
    world = engine_of(read_for("cooperation", "a"), claim("c", DECIDED), claim("s", SPOKEN, 2), OTHER)
    assert told(world, "cooperation", region="b", document="d") == (
        "not-read",
        "Not read: the document “Document” was not read for this on the region “Region B”. "
        "Read on the region for other questions: Document; nothing of this was noted in passing. "
        "The document was read for this only on these regions: Region A.",
    )


def test_where_no_document_was_read_for_a_question_nothing_is_silent(engine: EmbeddedEngine) -> None:
    unread = replace(saved("cooperation"), questions=RestsOn())
    assert outcome_of(run(engine, unread, {"region": "a"}, "en")).kind == "not-read"


def test_what_is_said_in_passing_is_no_reading_for_it(engine: EmbeddedEngine) -> None:
    assert told(engine, "cooperation", region="a")[0] == "not-read"
    assert told(engine_of(read_for("cooperation", "a")), "cooperation", region="a")[0] == "not-stated"


def test_everything_of_a_region_rests_on_whatever_was_read_there(engine: EmbeddedEngine) -> None:
    spoken = engine_of(read_for("grant-decider", "a"), OTHER)
    assert told(spoken, "region-profile", region="a")[0] == "not-stated"
    assert told(spoken, "region-profile", region="c")[0] == "not-read"


def test_a_question_about_one_task_covers_that_and_what_is_narrower_and_nothing_else(engine: EmbeddedEngine) -> None:
    silent = engine_of(read_for("grant-decider", "a"), claim("s", SPOKEN, 2), OTHER)
    assert told(silent, "responsibilities", region="a", task="grant-model")[0] == "not-stated"
    assert told(silent, "responsibilities", region="a", task="hyte")[0] == "not-read"
    assert told(silent, "responsibilities", region="a")[0] == "not-read"


def test_a_task_without_a_row_tells_how_many_there_are_without_it(engine: EmbeddedEngine) -> None:
    assert told(engine, "responsibilities", region="a", task="grant-model") == (
        "not-stated",
        "The source does not say: the documents read for this say nothing of it. Read: Document. "
        "Without this choice (Task) the number of rows in the answer is 1.",
    )


def test_a_body_is_silent_only_in_documents_that_name_it() -> None:
    named = claim("g", "a gov:BodyClaim ; gov:region region:a ; gov:body body:board")
    meetings = {"query_id": "meetings", "group": "board"}
    assert told(engine_of(read_for("schedule", "a"), named), **meetings)[0] == "not-stated"
    assert told(engine_of(read_for("schedule", "a"), claim("s", SPOKEN)), **meetings)[0] == "not-read"
    assert told(engine_of(read_for("strategy", "a"), named), **meetings) == (
        "not-read",
        "Not read: no document was read for this. It is named in documents that were not read for this: Document.",
    )


def test_a_document_that_was_read_for_the_question_elsewhere_is_not_said_to_be_for_others(
    engine: EmbeddedEngine,
) -> None:
    other = OTHER + "graph:evidence { document:e skos:prefLabel 'Other'@en }"
    found = told(engine_of(read_for("hierarchy", "a"), other), "bodies", region="a", document="e")
    assert found[1].endswith("Read on the region: Document.")


def test_a_question_about_the_reading_has_none_instead_of_a_silent_source(engine: EmbeddedEngine) -> None:
    assert told(engine, "doubts", document="d")[0] == "none"
    assert told(engine, "not-stated", document="d", region="c")[0] == "not-read"


def test_limits_of_the_readers_own_are_named_with_the_rows_that_there_are_without_them(engine: EmbeddedEngine) -> None:
    found = told(engine, "responsibilities", region="a", role="prepares")
    assert found == (
        "limits",
        "Your own limits leave no row (Role). Without them the number of rows in the answer is 1.",
    )


def test_limits_are_not_blamed_for_what_was_not_read(engine: EmbeddedEngine) -> None:
    assert told(engine, "responsibilities", region="c", role="prepares")[0] == "not-read"


def test_a_filter_that_leaves_no_row_is_a_limit(engine: EmbeddedEngine) -> None:
    whole = asked(engine, "grant-deciders")
    assert isinstance(whole, Table)
    found = outcome_of(arranged(whole, Wish(words="nonesuch")).table)
    assert (found.kind, found.sentence.split(".")[0]) == ("limits", "Your own filters leave no row")
    assert outcome_of(arranged(whole, Wish(words="board")).table).kind == "limits"  # its name is Finnish: Lautakunta
    assert outcome_of(arranged(whole, Wish(words="lautakunta")).table).kind == "stated"


def test_a_graph_without_a_statement_says_why_too(engine: EmbeddedEngine) -> None:
    assert told(engine, "cooperation-network", region="c")[0] == "not-read"


@pytest.mark.parametrize("answer", ["stated-absent", "not-stated"])
def test_rows_that_are_all_silent_make_a_silent_answer(answer: str) -> None:
    silent = claim("x", "a gov:SilentClaim ; gov:region region:a ; gov:question question:grant-decider", answer=answer)
    found = told(engine_of(read_for("grant-decider", "a"), silent), "grant-deciders")
    assert found[0] == answer
    assert found[1]


def test_silence_is_the_answer_to_a_question_about_silence() -> None:
    silent = claim("x", "a gov:SilentClaim ; gov:region region:a ; gov:question question:x", answer="not-stated")
    assert told(engine_of(read_for("x", "a"), silent), "not-stated", region="a") == ("stated", "")


def test_an_answer_with_one_stated_row_is_stated(engine: EmbeddedEngine) -> None:
    assert told(engine, "grant-deciders") == ("stated", "")


def test_each_region_without_a_row_has_its_reason(engine: EmbeddedEngine) -> None:
    regions = [f"{ID}region/{name}" for name in "abc"]
    found = gaps(engine, saved("grant-deciders"), regions)
    assert list(found.values()) == ["not-stated", "not-read", "no-document"]


def test_the_kinds_are_worded_differently_in_every_language() -> None:
    for lang in LANGS:
        texts = [texts[lang] for texts in read_sentences(queries()).values()]
        assert len({text.partition(":")[0] + text[-30:] for text in texts}) == len(texts)


def test_a_sentence_that_lacks_a_language_stops_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "emptiness.yaml").write_text("none:\n  fi: Ei {n}\n  sv: Inget {n}\n", encoding="utf-8")
    with pytest.raises(GovkgError, match=r"emptiness\.yaml:2: `none` is not whole"):
        read_sentences(tmp_path)
