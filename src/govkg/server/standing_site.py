"""The whole site as one WSGI application: the gate, the kept answers, the quick queries, the pages, and the workers behind them."""

import logging
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path

from govkg.query.limits import Limits
from govkg.server.gate.error_log import ErrorLog
from govkg.server.gate.gate import Gate
from govkg.server.gate.web_limits import WebLimits
from govkg.server.gate.wsgi import App
from govkg.server.kept_answers import KeptAnswers
from govkg.server.service import Service

MB = 2**20
_FEWEST = 4  # workers of a process: chance may send it all long queries of a client or two, and quick ones need a place beside them


@dataclass(frozen=True)
class Plan:
    """What is served, where and how: the release file, the address, the limits, the room for kept answers in bytes."""

    release: Path
    host: str
    port: int
    limits: Limits
    web: WebLimits
    room: int
    threads: int
    processes: int = 1
    store: str = ""  # the address of a remote store that has the release

    @property
    def url(self) -> str:
        """The address of the start page."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}/"

    @property
    def share(self) -> Limits:
        """The limits of each process: together they have as many workers as one would have, but each enough for a few long queries at once."""
        fewest = min(_FEWEST, self.limits.workers)
        return replace(self.limits, workers=max(fewest, ceil(self.limits.workers / self.processes)))


def stand(plan: Plan) -> tuple[Service, App]:
    """The site, and the application that a web server asks. To be called before the process has threads; the service is to be closed.

    Raises GovkgError when the release or the site's files are missing or damaged.
    """
    gate, kept = Gate(plan.web), KeptAnswers(plan.room // plan.processes)
    service = _service(plan, gate, kept)
    from govkg.server.refused import refusals_of  # brings Flask, which came in while the data did

    app = gate.around(service, refusals_of(plan.web))
    if gate.log is not None:
        handler = ErrorLog(gate.log, full=plan.web.log == "full")
        logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    service.watch()
    return service, app


def _service(plan: Plan, gate: Gate, kept: KeptAnswers) -> Service:
    """The site over the store that is named, else over the release file."""
    if not plan.store:
        return Service(plan.release, plan.share, gate, kept)
    from govkg.server.store_service import StoreService  # SPARQLWrapper takes a while to load

    return StoreService(plan.store, plan.share, gate, kept)
