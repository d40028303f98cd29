"""What other programs rely on: the ids, parameters and columns that saved queries must have, read from queries/contract.yaml."""

from dataclasses import dataclass
from pathlib import Path

from govkg.core.errors import GovkgError, Problem
from govkg.core.paths import queries
from govkg.core.yamlnodes import Mapping, Node, Scalar, Sequence, load
from govkg.query.catalogue import Catalogue

FILE = "contract.yaml"


@dataclass(frozen=True)
class Promise:
    """What one saved query promises, and the line of the contract that says so."""

    parameters: tuple[str, ...]
    columns: tuple[str, ...]
    line: int


def read_contract(folder: Path | None = None) -> dict[str, Promise]:
    """The promises by query id. Raises GovkgError when the file is missing or no mapping."""
    root = load((folder or queries()) / FILE, f"queries/{FILE}")
    if not isinstance(root, Mapping):
        raise GovkgError(
            [Problem(f"queries/{FILE}", 1, "the contract is no mapping", "write id: {parameters: […], columns: […]}")]
        )
    return {
        key: Promise(_names(value, "parameters"), _names(value, "columns"), root.key_lines[key])
        for key, value in root.items.items()
    }


def broken(contract: dict[str, Promise], catalogue: Catalogue) -> list[Problem]:
    """Promises that no saved query keeps."""
    found: list[Problem] = []
    for query_id, promise in contract.items():
        query = catalogue.queries.get(query_id)
        if query is None:
            found.append(
                Problem(
                    f"queries/{FILE}", promise.line, f"there is no query `{query_id}`", f"write queries/{query_id}.rq"
                )
            )
            continue
        for what, promised, there in (
            ("parameter", promise.parameters, {parameter.name for parameter in query.parameters}),
            ("column", promise.columns, {column.name for column in query.columns}),
        ):
            found += [
                Problem(
                    query.file,
                    0,
                    f"the {what} `{name}` of the contract is missing",
                    "add it: other programs rely on it",
                )
                for name in promised
                if name not in there
            ]
    return found


def _names(node: Node, key: str) -> tuple[str, ...]:
    value = node.items.get(key) if isinstance(node, Mapping) else None
    return tuple(item.text for item in value.items if isinstance(item, Scalar)) if isinstance(value, Sequence) else ()
