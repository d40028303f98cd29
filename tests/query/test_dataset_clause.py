"""The graphs that a query names for itself, as SPARQL 1.1 resolves their names."""

from govkg.query.dataset_clause import Dataset, dataset_of

KNOWN = {"g": "urn:g:"}


def test_default_and_named_graphs_are_told_apart() -> None:
    found = dataset_of("SELECT * FROM <urn:a> FROM NAMED <urn:b> from named <urn:c> WHERE { ?s ?p ?o }", {})
    assert found == Dataset(["urn:a"], ["urn:b", "urn:c"])


def test_names_are_resolved_by_the_query_s_own_prefixes_before_ours() -> None:
    assert dataset_of("SELECT * FROM g:a { ?s ?p ?o }", KNOWN) == Dataset(["urn:g:a"])
    assert dataset_of("PREFIX g: <urn:h:> SELECT * FROM g:a { ?s ?p ?o }", KNOWN) == Dataset(["urn:h:a"])
    assert dataset_of("BASE <http://x/y/> SELECT * FROM <a> FROM NAMED <\\u00e4> {}", {}) == Dataset(
        ["http://x/y/a"], ["http://x/y/ä"]
    )


def test_a_comment_or_a_text_names_no_graph() -> None:
    assert dataset_of('SELECT * { ?s ?p "FROM <urn:a>" } # FROM <urn:b>', {}) == Dataset()
