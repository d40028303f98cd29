"""The tools over the real release, in the same process and through the command."""

import asyncio
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ROOT

from govkg.core.dataset import release_file
from govkg.query.catalogue import read_catalogue
from govkg.query.engine import embedded
from mcp import Client, StdioServerParameters

from .conftest import Session


@pytest.fixture(scope="module")
def real() -> Session:
    return Session(embedded(release_file(ROOT)), read_catalogue(ROOT / "queries"))


def test_every_saved_question_answers_and_fits_its_schema(real: Session) -> None:
    for name in set(real.tools()) - {"search", "explain"}:
        answer = real.answer(name, limit=3)
        assert answer["total"]
        assert answer["cut"] == (answer["total"] > 3)


def test_every_row_that_rests_on_a_claim_has_a_quote_and_a_document(real: Session) -> None:
    rows = [row for name in ("responsibilities", "cooperation", "seats") for row in real.answer(name)["rows"]]
    assert rows
    assert all(row["quotes"] and row["document"] and row["standing"] and row["answer"] for row in rows)


def test_no_question_has_a_parameter_that_the_tool_means_otherwise(real: Session) -> None:
    names = {p.name for query in read_catalogue(ROOT / "queries").queries.values() for p in query.parameters}
    assert not names & {"lang", "limit", "offset"}


def test_the_configuration_in_the_readme_starts_a_server_that_answers(tmp_path: Path) -> None:
    """The command stands on the path of an installation; here a script of that name runs the checkout."""
    text = (ROOT / "README.md").read_text("utf-8")
    config = next(json.loads(block) for block in re.findall(r"```json\n(.*?)```", text, re.DOTALL))
    server = config["mcpServers"]["govkg"]
    assert server["command"] == "govkg"
    script = tmp_path / "govkg"
    script.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT / "src"} exec {sys.executable} -m govkg "$@"\n')
    script.chmod(0o755)
    found = _over(StdioServerParameters(command=str(script), args=server["args"]), "grant-deciders", region="lappi")
    assert "Hyvinvointi- ja yhdyspintalautakunta" in {row["values"]["body"] for row in found["rows"]}


def _over(server: StdioServerParameters, tool: str, **arguments: object) -> dict[str, Any]:
    async def main() -> Any:
        async with Client(server) as client:
            return (await client.call_tool(tool, arguments)).structured_content

    found = asyncio.run(main())
    assert isinstance(found, dict)
    return found
