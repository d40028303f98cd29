"""Claims files: what a curator can get wrong is refused, with the file, the line and the nearest right thing."""

from pathlib import Path

import pytest
from pyoxigraph import Literal

from govkg.build.curate import curate
from govkg.core.errors import GovkgError, Problem

FILE = "testila-2022/claims/1-testila.yaml"
DECIDES = "role: decides, task: ngo-grants, aspect: [granting]"


def problems(world: Path, old: str, new: str, file: str = FILE) -> tuple[Problem, ...]:
    path = world / "data" / "sources" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(GovkgError) as caught:
        curate(world)
    return caught.value.problems


def test_the_invented_region_is_read_without_a_problem(world: Path) -> None:
    assert [len(c.claims) for c in curate(world).curations] == [8, 7]


def test_a_quote_that_is_not_in_the_text_shows_the_nearest_passage(world: Path) -> None:
    found = problems(
        world,
        "quote: Aluevaltuusto hyväksyi strategian 14.6.2022.",
        "quote: Aluevaltuusto hyväksyy strategian 14.6.2022.",
    )
    assert found[0].where == FILE
    assert found[0].line == 17
    assert "Aluevaltuusto hyväksyi strategian" in found[0].todo
    assert "line 13" in found[0].todo


def test_a_quote_that_could_be_meant_twice_shows_both_places(world: Path) -> None:
    found = problems(
        world, "- at: ve1\n  quote: Kaavoitus", "- at: ve1\n  quote: E", "testila-kaavio/claims/1-kuviot.yaml"
    )
    assert "not in testila-kaavio" in found[0].what
    text = world / "data" / "sources" / "testila-kaavio" / "claims" / "1-kuviot.yaml"
    text.write_text(text.read_text("utf-8").replace("- at: ve1\n  quote: E\n", "- at: ve1\n  quote: VE\n"), "utf-8")
    source = world / "data" / "sources" / "testila-kaavio" / "source.yaml"
    source.write_text(source.read_text("utf-8").replace("  - {id: ve2, line: 5, lines: 0, title: VE 2}\n", ""), "utf-8")
    with pytest.raises(GovkgError) as caught:
        curate(world)
    twice = next(p for p in caught.value.problems if "stands 2 times" in p.what)
    assert "line 4 and line 9" in twice.what


def test_a_part_of_a_word_is_no_quote(world: Path) -> None:
    found = problems(
        world, "quote: Avustuksista ei ole kirjauksia.", "quote: ei ole kirjauks", "testila-2022/claims/2-kokeela.yaml"
    )
    assert "is not in testila-2022/text.txt" in found[0].what


def test_a_misspelt_role_shows_the_nearest(world: Path) -> None:
    (problem,) = problems(world, DECIDES, DECIDES.replace("decides", "decide"))
    assert problem.what == "unknown role `decide`"
    assert "decides" in problem.todo
    assert problem.line == 5


def test_a_claim_without_a_quote_is_refused(world: Path) -> None:
    found = problems(
        world,
        "- at: testila/strategia\n  quote: Aluevaltuusto hyväksyi strategian 14.6.2022.\n",
        "- at: testila/strategia\n",
    )
    assert "a claim without a quote" in found[0].what


def test_a_body_declared_twice_differently_is_refused_with_both_places(world: Path) -> None:
    found = problems(
        world,
        "name: Kumppanuuspöytä",
        "name: Kumppanuuspöytä, alt: [Pöytä]}\n    - body: {id: kokeela/kumppanuuspoyta, type: forum, name: Foorumi",
        "testila-2022/claims/2-kokeela.yaml",
    )
    assert any("declared twice differently" in p.what and "2-kokeela.yaml:8" in p.todo for p in found)


def test_a_body_that_nothing_names_is_refused(world: Path) -> None:
    found = problems(world, "body: testila/aluevaltuusto, status: adopted", "body: testila/valtuusto, status: adopted")
    assert found[0].what == "unknown body `testila/valtuusto`"
    assert "testila/aluevaltuusto" in found[0].todo


def test_a_day_that_does_not_exist_is_refused(world: Path) -> None:
    found = problems(world, "date: 2022-06-14", "date: 31.6.2022")
    assert "`31.6.2022` is not an ISO date: month 6 of 2022 has 30 days" in found[0].what
    assert len(found) == 2


def test_a_finnish_date_is_refused_with_the_iso_form(world: Path) -> None:
    found = problems(world, "date: 2022-06-14", "date: 14.6.2022")
    assert "write 2022-06-14" in found[0].what


def test_a_tab_is_refused_with_its_line(world: Path) -> None:
    (problem,) = problems(world, "    - silence:", "\t- silence:", "testila-2022/claims/2-kokeela.yaml")
    assert problem.line == 4
    assert "tab" in problem.what


def test_a_silence_may_not_carry_a_status(world: Path) -> None:
    (problem,) = problems(
        world, "answer: stated-absent}", "answer: stated-absent, status: planned}", "testila-2022/claims/2-kokeela.yaml"
    )
    assert problem.what == "a silence has no status"


def test_a_stated_claim_needs_a_status(world: Path) -> None:
    (problem,) = problems(world, "verb: päättää, status: in-rules,", "verb: päättää,")
    assert problem.what == "`responsibility` lacks `status`"


def test_a_claim_answers_the_question_of_its_kind_besides_those_it_names(world: Path) -> None:
    path = world / "data" / "sources" / FILE
    line = "    - body: {id: testila/aluevaltuusto, type: council, name: Aluevaltuusto, status: referenced}\n"
    more = (
        "    - quantity: {subject: strategiat, value: 1, unit: count, status: adopted}\n"
        "    - open: {subject: strategia, status: planned, question: [schedule, left-open]}\n"
        "    - composition: {body: testila/aluevaltuusto, seats: 7, status: in-rules}\n"
        "    - composition: {body: testila/aluevaltuusto, composition: naisia ja miehiä, status: in-rules}\n"
    )
    path.write_text(path.read_text("utf-8").replace(line, line + more), "utf-8")
    claims = [c for c in curate(world).curations[0].claims if c.kind in ("quantity", "open", "composition")]
    answered = [sorted(term.value.rpartition("/")[2] for term in c.all("question")) for c in claims]
    assert answered == [["quantity"], ["left-open", "schedule"], ["quantity"], []]


def test_the_same_claim_twice_is_refused(world: Path) -> None:
    line = "    - silence: {question: grant-decider, answer: stated-absent}\n"
    (problem,) = problems(world, line, line + line, "testila-2022/claims/2-kokeela.yaml")
    assert "made twice" in problem.what


def test_other_swedish_words_of_a_doubt_keep_the_name_of_the_claim(world: Path) -> None:
    before = {claim.iri for claim in curate(world).curations[0].claims}
    path = world / "data" / "sources" / FILE
    old, new = "Området är bara Norra Testland.", "Det gäller bara Norra Testland."
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    claims = curate(world).curations[0].claims
    assert any(Literal(new, language="sv") in claim.all("doubt") for claim in claims)
    assert {claim.iri for claim in claims} == before


def test_a_language_key_that_is_none_is_refused(world: Path) -> None:
    (problem,) = problems(world, "fi: Alue on vain Pohjois-Testila.", "fi: Alue, Pohjois-Testila: on")
    assert "is no language" in problem.what or "not YAML" in problem.what


def test_an_unaccounted_line_is_refused(world: Path) -> None:
    (problem,) = problems(
        world,
        "- at: kokeela/hallinto\n  lines: 17\n  exclude: personal-data\n",
        "",
        "testila-2022/claims/2-kokeela.yaml",
    )
    assert problem.where == "testila-2022/text.txt"
    assert problem.line == 17


def test_background_is_excluded_only_with_a_why(world: Path) -> None:
    (problem,) = problems(world, "exclude: personal-data", "exclude: background", "testila-2022/claims/2-kokeela.yaml")
    assert "without a why" in problem.what


def test_problems_of_all_files_are_told_together(world: Path) -> None:
    path = world / "data" / "sources" / "testila-kaavio" / "claims" / "1-kuviot.yaml"
    path.write_text(path.read_text("utf-8").replace("type: unit, name: Kehitys", "type: unti, name: Kehitys"), "utf-8")
    found = problems(world, DECIDES, DECIDES.replace("decides", "decide"))
    assert {p.where.split("/")[0] for p in found} == {"testila-2022", "testila-kaavio"}
