"""The catalogue: what DCAT-AP 3 asks for, and what is true of our files."""

import hashlib
from pathlib import Path

import pyoxigraph as ox
import pytest

from govkg.core.dataset import Release
from govkg.publish.dcat import catalogue_of
from govkg.publish.dumps import Dumps
from govkg.publish.triples import VOCABULARIES

from .things import TRIG, engine, said, words

CATALOG, DATASET = "https://w3id.org/govkg/catalog", "https://w3id.org/govkg/"
NEEDED = {  # the mandatory and recommended properties of DCAT-AP 3.0
    CATALOG: "dct:title dct:description dct:publisher dct:license dct:language dct:spatial dct:issued dct:modified foaf:homepage dcat:dataset dcat:service",
    DATASET: "dct:title dct:description dct:publisher dcat:contactPoint dcat:keyword dcat:theme dct:spatial dct:temporal dct:language dct:license dct:accrualPeriodicity dct:issued dct:modified dcat:version dcat:distribution dct:identifier",
    f"{CATALOG}#sparql": "dct:title dct:description dcat:endpointURL dcat:endpointDescription dcat:servesDataset dct:conformsTo dct:license",
    f"{CATALOG}#govkg.nq": "dct:title dct:description dcat:accessURL dcat:downloadURL dcat:mediaType dct:format dcat:byteSize spdx:checksum dct:license",
    "https://w3id.org/govkg": "foaf:name",
    f"{CATALOG}#contact": "vcard:fn vcard:hasURL",
}


def release() -> Release:
    data = ox.serialize(ox.parse(input=TRIG, format=ox.RdfFormat.TRIG), format=ox.RdfFormat.N_QUADS)
    assert data is not None
    return Release(Path("govkg.nq"), data, "0" * 12)


@pytest.fixture(scope="module")
def catalogue() -> list[ox.Triple]:
    return catalogue_of(engine(), words, Dumps(release()))


@pytest.mark.parametrize("subject", NEEDED)
def test_each_part_has_what_the_profile_asks_for(catalogue: list[ox.Triple], subject: str) -> None:
    own = said(catalogue, subject)
    wanted = {VOCABULARIES[name.partition(":")[0]] + name.partition(":")[2] for name in NEEDED[subject].split()}
    assert wanted - own.keys() == set()


@pytest.mark.parametrize("subject", [CATALOG, DATASET, f"{CATALOG}#sparql"])
def test_titles_and_descriptions_are_in_three_languages(catalogue: list[ox.Triple], subject: str) -> None:
    for name in ("title", "description"):
        assert len(said(catalogue, subject)[f"http://purl.org/dc/terms/{name}"]) == 3


def test_no_node_is_without_a_name(catalogue: list[ox.Triple]) -> None:
    assert not any(isinstance(term, ox.BlankNode) for triple in catalogue for term in (triple.subject, triple.object))


def test_the_time_is_that_of_the_documents(catalogue: list[ox.Triple]) -> None:
    period = said(catalogue, f"{CATALOG}#period")
    assert (period["http://www.w3.org/ns/dcat#startDate"], period["http://www.w3.org/ns/dcat#endDate"]) == (
        ["2016"],
        ["2022-06"],
    )


def test_size_and_checksum_are_those_of_the_file(catalogue: list[ox.Triple]) -> None:
    assert said(catalogue, f"{CATALOG}#govkg.nq")["http://www.w3.org/ns/dcat#byteSize"] == [str(len(release().data))]
    checksum = said(catalogue, f"{CATALOG}#govkg.nq-sha256")["http://spdx.org/rdf/terms#checksumValue"]
    assert checksum == [hashlib.sha256(release().data).hexdigest()]


def test_without_a_release_there_are_no_files_and_all_else() -> None:
    own = said(catalogue_of(engine(), words, Dumps(None)), DATASET)
    assert "http://www.w3.org/ns/dcat#distribution" not in own
    assert own["http://www.w3.org/ns/dcat#version"] == ["0" * 12]
