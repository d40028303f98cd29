"""What the tests of the reasoner share."""

import pytest


@pytest.fixture(params=["compiled", "columns"])
def engine(request: pytest.FixtureRequest) -> str:
    """Both engines of ours: what holds for one holds for the other."""
    return str(request.param)
