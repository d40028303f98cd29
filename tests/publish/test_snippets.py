"""Code to read an answer with: an address cannot leave its quotation marks."""

import ast
import shlex

from govkg.publish.snippets import snippets

EVIL = "http://127.0.0.1/q.csv?a='\"$(x)`#(lf)\\"


def code(name: str, *, graph: bool = False) -> str:
    return next(s.code for s in snippets("q", lambda suffix: EVIL, graph=graph) if s.name == name)


def test_the_shell_reads_the_address_as_one_word() -> None:
    assert shlex.split(code("curl"))[-1] == EVIL


def test_python_reads_the_address_as_it_is() -> None:
    for name in ("Python", "Python, pandas"):
        assert EVIL in [node.value for node in ast.walk(ast.parse(code(name))) if isinstance(node, ast.Constant)]


def test_power_query_doubles_quotation_marks_and_escapes_its_own_escapes() -> None:
    assert '\'""$(x)`#(#)(lf)' in code("Excel, Power Query")


def test_a_graph_is_not_offered_to_programs_for_tables() -> None:
    assert [s.name for s in snippets("q", str, graph=True)] == ["curl", "Python, rdflib"]
