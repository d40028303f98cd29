"""The endpoint's parts: the workers, the limits, its public address, and the sizes of the graphs, which are counted once."""

import os
from dataclasses import dataclass, field

from flask import Flask, current_app, request

from govkg.publish.description import sizes_of
from govkg.query.engine import Engine
from govkg.query.limits import ADDRESS, Limits
from govkg.query.task import Reply, Task
from govkg.query.workers import Pool
from govkg.server.gate.addresses import client_of
from govkg.server.gate.wsgi import gone_of

NAME = "govkg.sparql"
PATH = "/sparql"
REPLY = "govkg.reply"  # in the environment of a request: the workers' reply to it, where they were asked before Flask


@dataclass
class Endpoint:
    """What answers the questions of strangers. Without a pool none are answered."""

    pool: Pool | None
    limits: Limits
    address: str
    _sizes: dict[str, int] = field(default_factory=dict)

    def sizes(self, engine: Engine) -> dict[str, int]:
        """The number of triples of each graph."""
        if not self._sizes:
            self._sizes = sizes_of(engine)
        return self._sizes

    def ask(self, task: Task) -> Reply:
        """The reply to the request at hand; a query whose client has left is stopped."""
        if self.pool is None:
            return Reply(reason="closed")
        if REPLY in request.environ:
            given: Reply = request.environ[REPLY]
            return given
        return self.pool.ask(task, client_of(request.remote_addr or ""), gone_of(request.environ))

    def public_address(self) -> str:
        """The IRI of the endpoint."""
        return self.address or request.host_url.rstrip("/") + PATH


def install_endpoint(app: Flask, pool: Pool | None) -> None:
    """Put the endpoint into the application."""
    app.extensions[NAME] = Endpoint(pool, pool.limits if pool else Limits(), os.environ.get(ADDRESS, ""))


def endpoint() -> Endpoint:
    """The endpoint of the request at hand."""
    found: Endpoint = current_app.extensions[NAME]
    return found
