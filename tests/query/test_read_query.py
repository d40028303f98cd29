"""A query that is read and not answered."""

import resource

import pytest

from govkg.query.read_query import read_query


@pytest.mark.parametrize("text", ["SELECT {", "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p } }"])
def test_what_is_no_sparql_is_a_syntax_error(text: str) -> None:
    with pytest.raises(SyntaxError):
        read_query(text)


def test_afterwards_files_can_be_opened_as_before() -> None:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    read_query("ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == before
