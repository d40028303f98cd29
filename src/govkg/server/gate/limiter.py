"""Refuses what is too much before anything is read or made: too many requests of a client, too long an address."""

from collections.abc import Iterable

from govkg.server.gate.addresses import client_of
from govkg.server.gate.rate import Quota, Rate
from govkg.server.gate.refusals import Refusals
from govkg.server.gate.web_limits import WebLimits
from govkg.server.gate.wsgi import App, Environ, Headers, StartResponse

_ENDPOINT = "/sparql"  # has its own limit, since a query may be long
_NAME = '"client"'


class Limiter:
    """The application, asked by each client so often and no more.

    The fields are those of draft-ietf-httpapi-ratelimit-headers: RateLimit-Policy tells the quota `q` in `w` seconds, RateLimit
    the requests left `r` and the seconds `t` until the quota is whole.
    """

    def __init__(self, app: App, limits: WebLimits, refusals: Refusals) -> None:
        self._app, self._limits, self._refusals = app, limits, refusals
        self._rate = Rate(limits.requests, limits.window) if limits.requests else None
        self._policy = ("RateLimit-Policy", f"{_NAME};q={limits.requests};w={limits.window}")

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        address = environ.get("REMOTE_ADDR", "")
        if self._rate is None or address in self._limits.free:
            return self._sized(environ, start_response)
        quota = self._rate.take(client_of(address))
        told = [self._policy, ("RateLimit", f"{_NAME};r={quota.left};t={quota.whole_in}")]

        def start(status: str, headers: Headers, *more: object) -> object:
            return start_response(status, [*headers, *told], *more)

        return self._too_many(environ, start, quota) if quota.wait else self._sized(environ, start)

    def _too_many(self, environ: Environ, start: StartResponse, quota: Quota) -> Iterable[bytes]:
        return self._refusals.answer("too-many", environ, start, [("Retry-After", str(quota.wait))])

    def _sized(self, environ: Environ, start: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        length = len(path) + len(environ.get("QUERY_STRING", ""))
        if length > self._limits.address and not path.endswith(_ENDPOINT):
            return self._refusals.answer("too-long", environ, start)
        return self._app(environ, start)
