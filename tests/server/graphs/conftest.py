"""An invented world of two bodies, a task and four claims, and how its graphs are told."""

from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from flask import Flask

from govkg.core.names import DEF, ID
from govkg.query.catalogue import Catalogue
from govkg.query.engine import EmbeddedEngine
from govkg.server.app import create_app

from ..conftest import TEXTS

WORLD = f"""
@prefix gov: <{DEF}> . @prefix id: <{ID}> . @prefix graph: <https://w3id.org/govkg/graph/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
graph:ontology {{
  gov:Committee rdfs:label "Committee"@en .
  <{ID}task/grants> skos:broader <{ID}task/money> ; skos:inScheme <{ID}scheme/task> .
  <{ID}role/decides> skos:prefLabel "decides"@en . <{ID}role/prepares> skos:prefLabel "prepares"@en .
}}
graph:asserted {{
  <{ID}body/here/board> a gov:Committee ; gov:area <{ID}region/here> .
  <{ID}body/there/board> a gov:Committee ; gov:area <{ID}region/there> .
  <{ID}claim/d/1> a gov:ResponsibilityClaim ; gov:document <{ID}document/d> ; gov:region <{ID}region/here> ; gov:body <{ID}body/here/board> ; gov:role <{ID}role/decides> ; gov:task <{ID}task/grants> .
  <{ID}claim/d/2> a gov:ResponsibilityClaim ; gov:document <{ID}document/d> ; gov:region <{ID}region/here> ; gov:body <{ID}body/here/board> ; gov:role <{ID}role/prepares> ; gov:task <{ID}task/grants> .
  <{ID}claim/d/3> a gov:ResponsibilityClaim ; gov:document <{ID}document/d> ; gov:region <{ID}region/there> ; gov:body <{ID}body/there/board> ; gov:role <{ID}role/decides> ; gov:task <{ID}task/grants> .
  <{ID}claim/d/4> a gov:CooperationClaim ; gov:document <{ID}document/d> ; gov:region <{ID}region/here> ; gov:party <{ID}region/there> .
}}
graph:inferred {{ <{ID}body/here/board> gov:decidesOn <{ID}task/grants> . }}
graph:evidence {{
  <{ID}region/here> skos:prefLabel "Here"@en . <{ID}region/there> skos:prefLabel "There"@en .
  <{ID}body/here/board> skos:prefLabel "Board"@en . <{ID}body/there/board> skos:prefLabel "Board"@en .
}}
"""


@pytest.fixture
def small() -> EmbeddedEngine:
    store = ox.Store()
    store.bulk_load(input=WORLD.encode(), format=ox.RdfFormat.TRIG)
    return EmbeddedEngine(store, "small")


@pytest.fixture
def app(small: EmbeddedEngine, catalogue: Catalogue) -> Iterator[Flask]:
    """Names and links depend on the language of the page at hand."""
    found = create_app(small, catalogue, texts=TEXTS)
    with found.test_request_context("/en/"):
        yield found
