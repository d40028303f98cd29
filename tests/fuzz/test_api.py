"""The API asked with whatever its own description allows, and with what it does not: every answer is one that is described."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from govkg.query.catalogue import read_catalogue
from govkg.server.app import create_app
from tests.server.conftest import TEXTS, WORLD, world_engine

APP = create_app(world_engine(), read_catalogue(WORLD / "queries"), texts=TEXTS)
DESCRIBED: Any = schemathesis.openapi.from_wsgi("/api/openapi.json", APP)
OPERATIONS = [found.ok() for found in DESCRIBED.get_all_operations()]
ASKED = [(operation, GenerationMode.POSITIVE) for operation in OPERATIONS]
ASKED += [(operation, GenerationMode.NEGATIVE) for operation in OPERATIONS if list(operation.iter_parameters())]


@pytest.mark.parametrize(("operation", "mode"), ASKED, ids=lambda found: getattr(found, "path", found))
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_answer_of_the_api_is_one_that_is_described(
    operation: Any, mode: GenerationMode, data: st.DataObject
) -> None:
    data.draw(operation.as_strategy(generation_mode=mode)).call_and_validate()
