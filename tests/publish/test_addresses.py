"""Our IRIs and the names of the documents about them."""

import pytest

from govkg.publish.addresses import document, iri_of, name_of

PAIRS = [
    ("https://w3id.org/govkg/id/region/lappi", "region/lappi"),
    ("https://w3id.org/govkg/id/claim/katsaus/silence-1", "claim/katsaus/silence-1"),
    ("https://w3id.org/govkg/def#Committee", "def/Committee"),
    ("https://w3id.org/govkg/def", "def"),
    ("https://w3id.org/govkg/graph/asserted", "graph/asserted"),
    ("https://w3id.org/govkg/.well-known/genid/0af", "genid/0af"),
    ("https://w3id.org/govkg/catalog", "catalog"),
    ("https://w3id.org/govkg/.well-known/void", "void"),
]


@pytest.mark.parametrize(("iri", "name"), PAIRS)
def test_an_iri_and_the_name_of_its_document_tell_each_other(iri: str, name: str) -> None:
    assert name_of(iri) == name
    assert iri_of(name) == iri


def test_the_dataset_is_described_in_the_catalogue() -> None:
    assert name_of("https://w3id.org/govkg/") == "catalog"


@pytest.mark.parametrize(
    "iri", ["http://www.w3.org/ns/org#Post", "https://w3id.org/govkg/id/region", "https://w3id.org/govkg/def#"]
)
def test_an_iri_that_names_nothing_of_ours_has_no_document(iri: str) -> None:
    assert name_of(iri) is None


def test_a_document_has_an_iri_of_its_own_and_one_for_each_format() -> None:
    assert document("region/lappi") == "https://w3id.org/govkg/data/region/lappi"
    assert document("region/lappi", "ttl") == "https://w3id.org/govkg/data/region/lappi.ttl"
