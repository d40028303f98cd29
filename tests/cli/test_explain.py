"""`govkg explain`."""

from pathlib import Path

from govkg.query.engine import EmbeddedEngine
from tests.cli.calls import call

STATEMENT = ("body/testila/hyvinvointi-ja-jarjestolautakunta", "gov:decidesOn", "task/ngo-grants")
QUOTE = "“Hyvinvointi- ja järjestölautakunta päättää järjestöavustusten myöntämisestä.”"


def test_a_claim_shows_its_quote_in_context_and_its_lines(built_world: Path, world_engine: EmbeddedEngine) -> None:
    (row,) = world_engine.select("SELECT ?c WHERE { ?c gov:role role:decides }")
    result = call(built_world, "explain", row["c"].value)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Responsibility claim: Test survey, line 4",
        "  because: quoted",
        f"  claim: {row['c'].value}",
        f"  …vinvointialue Hallintorakenteet {QUOTE} Lautakunta vastaa hyvinvoinnin …",
        "  — testila-2022, lines 4–7",
    ]


def test_a_statement_unfolds_by_indentation_down_to_the_quote(built_world: Path) -> None:
    result = call(built_world, "explain", *STATEMENT)
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[0] == "body:testila/hyvinvointi-ja-jarjestolautakunta gov:decidesOn task:ngo-grants"
    assert lines[1].startswith("  because: prp-spo2")
    assert any(line.startswith("    ") and QUOTE in line for line in lines)
    assert sum(line == lines[0] for line in lines) == 1


def test_an_unknown_claim_ends_with_2_and_what_to_do(built_world: Path) -> None:
    result = call(built_world, "explain", "testila-2022/body-0")
    assert result.exit_code == 2
    assert "there is no claim `testila-2022/body-0`\n    → " in result.stderr


def test_an_unknown_statement_ends_with_2_and_what_to_do(built_world: Path) -> None:
    result = call(built_world, "explain", "body/testila/aluevaltuusto", "gov:decidesOn", "task/hyte")
    assert result.exit_code == 2
    assert "the graph does not say body:testila/aluevaltuusto gov:decidesOn task:hyte\n    → " in result.stderr


def test_two_arguments_are_neither_claim_nor_statement(built_world: Path) -> None:
    result = call(built_world, "explain", *STATEMENT[:2])
    assert result.exit_code == 2
    assert "2 arguments are neither a claim nor a statement" in result.stderr
