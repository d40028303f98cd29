"""VoID: counts that are those of the data."""

from govkg.publish.triples import VOCABULARIES
from govkg.publish.void import void_of

from .things import engine, said, words

VOID = VOCABULARIES["void"]
DATASET = "https://w3id.org/govkg/"
AREA = "https://w3id.org/govkg/.well-known/void#property.gov-area"
REGION = "https://w3id.org/govkg/.well-known/void#class.gov-Region"


def test_the_dataset_is_told_with_its_size_vocabularies_examples_endpoint_and_dumps() -> None:
    own = said(void_of(engine(), words("title"), ["https://w3id.org/govkg/dumps/x.nq"]), DATASET)
    assert own[f"{VOID}triples"] == [str(len(list(engine().select("SELECT * WHERE { ?s ?p ?o }"))))]
    assert own[f"{VOID}entities"] == ["5"]
    assert "http://www.w3.org/2004/02/skos/core#" in own[f"{VOID}vocabulary"]
    assert "https://w3id.org/govkg/id/region/wood" in own[f"{VOID}exampleResource"]
    assert own[f"{VOID}sparqlEndpoint"] == ["https://w3id.org/govkg/sparql"]
    assert own[f"{VOID}dataDump"] == ["https://w3id.org/govkg/dumps/x.nq"]
    assert len(own["http://purl.org/dc/terms/title"]) == 3


def test_each_property_has_a_partition_with_its_counts() -> None:
    triples = void_of(engine(), words("title"))
    assert AREA in said(triples, DATASET)[f"{VOID}propertyPartition"]
    own = said(triples, AREA)
    assert own[f"{VOID}property"] == ["https://w3id.org/govkg/def#area"]
    assert (own[f"{VOID}triples"], own[f"{VOID}distinctSubjects"], own[f"{VOID}distinctObjects"]) == (
        ["2"],
        ["2"],
        ["1"],
    )


def test_each_class_has_a_partition_with_its_properties_and_the_datatypes_of_their_values() -> None:
    triples = void_of(engine(), words("title"))
    assert said(triples, REGION)[f"{VOID}entities"] == ["1"]
    code = f"{REGION}.gov-countyCode"
    assert code in said(triples, REGION)[f"{VOID}propertyPartition"]
    (datatype,) = said(triples, code)["http://ldf.fi/void-ext#datatypePartition"]
    assert said(triples, datatype)["http://ldf.fi/void-ext#datatype"] == ["http://www.w3.org/2001/XMLSchema#string"]


def test_other_data_has_other_counts_even_under_the_same_version() -> None:
    small = "<https://w3id.org/govkg/graph/asserted> { <https://w3id.org/govkg/id/a/b> <urn:p> 1 }"
    assert said(void_of(engine(), words("title")), DATASET)[f"{VOID}triples"] != ["1"]
    assert said(void_of(engine(small), words("title")), DATASET)[f"{VOID}triples"] == ["1"]
