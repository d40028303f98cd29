"""Which room may import which, and which library has which door."""

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "src" / "govkg"
MODULES = sorted(PACKAGE.rglob("*.py"))
ALLOWED = {
    "core": {"core"},
    "build": {"build", "core"},
    "query": {"query", "core"},
    "publish": {"publish", "core", "query"},
    "server": {"server", "core", "query", "publish"},
    "api.py": {"core", "query", "publish"},
    "mcp": {"mcp", "core", "query", "publish"},
    "site": {"site", "core", "query", "publish", "server"},
    "cli": {"cli", "core", "build", "query", "publish", "server", "mcp", "site"},
    "__init__.py": {"api"},
    "__main__.py": {"cli"},
}
DOORS = {
    "yaml": {"core/yamlnodes.py"},
    "owlrl": {"build/reason/rdflib_door.py"},
    "rdflib": {"build/reason/rdflib_door.py", "build/shacl_reference.py", "query/steps.py"},
    "pyshacl": {"build/shacl_reference.py"},
    "shacl": {"build/shacl_fast.py"},
    "simplemma": {"query/lemmas.py"},
    "sqlite3": {"query/search.py", "query/search_index.py", "query/search_words.py"},
    "numpy": {
        f"build/reason/columns/{name}.py"
        for name in (
            "arrays",
            "clashes",
            "echoes",
            "engine",
            "equality",
            "join",
            "literals",
            "loop",
            "proofs",
            "relation",
            "schema",
            "store",
        )
    },
    "xlsxwriter": {"publish/workbook.py"},
    "SPARQLWrapper": {"query/store_call.py"},
    "graphlay": {"server/graphs/layout.py"},
    "waitress": {"server/serve.py", "server/arrivals.py"},
    "granian": {"server/granian_server.py"},
    "mcp": {"mcp/server.py"},
    "prometheus_client": {"server/gate/metrics.py"},
}


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_room_imports_only_what_it_may(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0]
    used = {module.split(".")[1] for module in imports(path) if module.startswith("govkg.")}
    assert used - {"__version__"} <= ALLOWED[room]


@pytest.mark.parametrize("library", DOORS)
def test_a_library_has_one_door(library: str) -> None:
    used = {name(path) for path in MODULES if any(module.split(".")[0] == library for module in imports(path))}
    assert used
    assert used <= DOORS[library]


def test_flask_stands_in_the_server_only() -> None:
    assert all(
        name(path).startswith("server/")
        for path in MODULES
        if any(module.split(".")[0] == "flask" for module in imports(path))
    )


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_file_has_at_most_300_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_function_has_at_most_40_lines(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [node.name for node in functions if (node.end_lineno or 0) - node.lineno + 1 - _docstring_lines(node) > 40]
    assert not long


def _docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    is_docstring = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    return (first.end_lineno or 0) - first.lineno + 1 if is_docstring else 0
