"""What each process of a web server with several gets."""

from pathlib import Path

import pytest

from govkg.query.limits import Limits
from govkg.server.gate.web_limits import WebLimits
from govkg.server.standing_site import Plan


@pytest.mark.parametrize(("workers", "processes", "each"), [(4, 1, 4), (4, 2, 4), (16, 2, 8), (2, 4, 2), (10, 3, 4)])
def test_processes_share_the_workers_and_none_has_fewer_than_four_unless_told_so(
    workers: int, processes: int, each: int
) -> None:
    plan = Plan(Path("release"), "127.0.0.1", 0, Limits(workers=workers), WebLimits(), 0, 8, processes)
    assert plan.share.workers == each
