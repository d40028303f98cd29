"""YAML with lines: every value knows where it stands, scalars stay text, and faults are named with their line."""

from pathlib import Path

import pytest

from govkg.core.errors import GovkgError, Problem
from govkg.core.yamlnodes import Mapping, Node, Scalar, Sequence, load, parse


def problems(text: str, first_line: int = 1) -> tuple[Problem, ...]:
    with pytest.raises(GovkgError) as caught:
        parse(text, "x.yaml", first_line)
    return caught.value.problems


def mapping(node: Node) -> Mapping:
    assert isinstance(node, Mapping)
    return node


def test_every_value_knows_its_line() -> None:
    root = mapping(parse("a: 1\nb:\n  - x\n  - {c: y,\n     d: z}\n", "x.yaml"))
    assert root.key_lines == {"a": 1, "b": 2}
    listed = root.items["b"]
    assert isinstance(listed, Sequence)
    assert [item.line for item in listed.items] == [3, 4]
    assert mapping(listed.items[1]).key_lines == {"c": 4, "d": 5}


def test_lines_count_from_where_the_text_begins() -> None:
    assert mapping(parse("a: 1\nb: 2", "x.yaml", first_line=10)).key_lines == {"a": 10, "b": 11}


@pytest.mark.parametrize("text", ["no", "2022-06-14", "1_000", "0x1F", "null", "~", "1.50", "true", ".inf"])
def test_scalars_stay_text(text: str) -> None:
    assert mapping(parse(f"key: {text}", "x.yaml")).items["key"] == Scalar(text, 1)


def test_keys_stay_text_too() -> None:
    assert list(mapping(parse("no: a\n2022: b\n", "x.yaml")).items) == ["no", "2022"]


def test_a_folded_text_is_one_text() -> None:
    assert mapping(parse("key: >-\n  yksi\n  kaksi\n", "x.yaml")).items["key"] == Scalar("yksi kaksi", 1)


def test_an_empty_file_is_an_empty_list() -> None:
    assert parse("# only a comment\n", "x.yaml") == Sequence((), 1)


def test_a_key_written_twice_is_refused_with_the_line_of_the_second() -> None:
    found = problems("a: 1\nb: {c: 1, c: 2}\na: 3\n")
    assert [(p.line, p.what) for p in found] == [
        (2, "the key `c` is written twice"),
        (3, "the key `a` is written twice"),
    ]


def test_a_tab_for_indentation_is_named() -> None:
    (found,) = problems("a:\n\t- b\n")
    assert (found.line, found.what) == (2, "a tab stands in the YAML")
    assert found.todo == "indent with spaces"


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: b: c", 1), ("a: 1\nb: [1, 2\nc: 3\n", 3), ("a: 'x", 1), ("a: 1\n---\nb: 2\n", 2), ("a: *nothing", 1)],
)
def test_a_syntax_error_is_named_with_its_line(text: str, line: int) -> None:
    (found,) = problems(text)
    assert (found.where, found.line) == ("x.yaml", line)
    assert found.what.startswith("not YAML: ")


def test_a_character_that_yaml_has_not_is_refused() -> None:
    (found,) = problems("a: \x07\n")
    assert "not YAML" in found.what


def test_a_key_that_is_no_text_is_refused() -> None:
    (found,) = problems("a: 1\n[b, c]: 2\n")
    assert (found.line, found.what) == (2, "a key is a list or a mapping")


def test_an_alias_is_what_its_anchor_names() -> None:
    root = mapping(parse("a: &doubt {fi: x}\nb: *doubt\n", "x.yaml"))
    assert root.items["a"] == root.items["b"]


def test_an_anchor_that_holds_itself_is_refused() -> None:
    (found,) = problems("a: &a\n  - *a\n")
    assert found.what == "an anchor holds itself"


def test_a_file_is_named_as_the_caller_names_it(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("a: b: c", "utf-8")
    with pytest.raises(GovkgError, match=r"^here/x\.yaml:1"):
        load(tmp_path / "x.yaml", "here/x.yaml")
