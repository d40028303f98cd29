"""Who really asks, when a proxy stands before the server: only a proxy that the operator names is believed.

Any client can send X-Forwarded-For. It is read from its end, where the nearest proxy wrote, as long as the addresses are those of
trusted proxies; the first other one is the client. What stands before it the client may have made up.
"""

from collections.abc import Iterable

from govkg.server.gate.addresses import Networks, read
from govkg.server.gate.wsgi import App, Environ, StartResponse

BELIEVED = "govkg.believed"  # in the environment: the address came from a trusted proxy


class BehindProxies:
    """The application, told the client's address and scheme as trusted proxies tell them."""

    def __init__(self, app: App, proxies: Networks) -> None:
        self._app, self._proxies = app, proxies

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        peer = environ.get("REMOTE_ADDR", "")
        if peer in self._proxies:
            environ["REMOTE_ADDR"] = _client(environ.get("HTTP_X_FORWARDED_FOR", ""), peer, self._proxies)
            environ[BELIEVED] = True
            scheme = environ.get("HTTP_X_FORWARDED_PROTO", "").rpartition(",")[2].strip().lower()
            if scheme in ("http", "https"):
                environ["wsgi.url_scheme"] = scheme
        return self._app(environ, start_response)


def _client(forwarded: str, peer: str, proxies: Networks) -> str:
    """The last address that is no trusted proxy's; the proxy itself where there is none."""
    found = peer
    for part in reversed(forwarded.split(",")):
        address = read(part)
        if address is None:
            break
        found = str(address)
        if found not in proxies:
            break
    return found
