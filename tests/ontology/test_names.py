"""The names that the documentation promises are there, spelt so."""

import re

import pytest
from rdflib import RDF, SKOS, URIRef

from .files import GOV, ID, ROOT, ontology

MODEL = (ROOT / "docs" / "MODEL.md").read_text(encoding="utf-8")
CURATING = (ROOT / "docs" / "CURATING.md").read_text(encoding="utf-8")
SCHEMES = {"forms": "form", "body type": "body-type", "organisation kind": "organisation-kind"}
"""How the guide names a scheme where it does not use the scheme's own name."""


def model_terms() -> list[str]:
    """Every `gov:name` of the model's documentation."""
    return sorted(set(re.findall(r"gov:([A-Za-z][A-Za-z0-9]*)", MODEL)))


def shared_tasks() -> list[str]:
    """The slugs in the paragraph on shared tasks."""
    paragraph = MODEL.partition("Shared tasks (")[2].partition("Section 6:")[0]
    return sorted(set(re.findall(r"`([a-z][a-z-]*)` \(", paragraph)))


def choices() -> list[tuple[str, str]]:
    """(scheme, slug) of every word in the guide's list of words to choose from; a line may hold two schemes."""
    found = []
    for line in CURATING.partition("## 4. The words to choose from")[2].splitlines():
        for name, text in re.findall(r"\*\*([a-z ]+)\*\*(?: \([^)]*\))?: (.*?)(?=\. \*\*|$)", line):
            if name != "tasks":
                found += [(SCHEMES.get(name, name), slug) for slug in re.findall(r"`([a-z0-9-]+)`", text)]
    return sorted(set(found))


def test_the_documentation_names_something() -> None:
    assert len(model_terms()) > 100
    assert len(shared_tasks()) == 25
    assert len({scheme for scheme, _ in choices()}) == 14


@pytest.mark.parametrize("name", model_terms())
def test_a_term_of_the_model_is_declared(name: str) -> None:
    assert (URIRef(GOV + name), RDF.type, None) in ontology()


@pytest.mark.parametrize("slug", shared_tasks())
def test_a_shared_task_is_a_concept(slug: str) -> None:
    assert (URIRef(f"{ID}task/{slug}"), RDF.type, SKOS.Concept) in ontology()


@pytest.mark.parametrize(("scheme", "slug"), choices())
def test_a_word_of_the_guide_is_a_concept_of_its_scheme(scheme: str, slug: str) -> None:
    assert (URIRef(f"{ID}{scheme}/{slug}"), SKOS.inScheme, URIRef(f"{ID}scheme/{scheme}")) in ontology()
