"""The table of documents in the README."""

import re

from govkg.query.engine import embedded
from tests.conftest import ROOT

_COUNTS = "SELECT ?document (COUNT(?claim) AS ?claims) WHERE { ?claim gov:order ?order ; gov:document ?document } GROUP BY ?document"
_LINE = re.compile(r"^\| `([a-z0-9-]+)` \| .* \| (\d+) \|$", re.MULTILINE)


def test_it_tells_how_many_claims_each_document_has() -> None:
    told = dict(_LINE.findall((ROOT / "README.md").read_text("utf-8")))
    found = {row["document"].value.rpartition("/")[2]: row["claims"].value for row in embedded().select(_COUNTS)}
    assert told == found
