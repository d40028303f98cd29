"""The types of a WSGI application (PEP 3333), as the middleware here uses them."""

from collections.abc import Callable, Iterable
from typing import Any

from govkg.query.places import stays

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Headers = list[tuple[str, str]]
GONE = "waitress.client_disconnected"
"""In the environment of a request: tells whether its client has left; the name is waitress's."""
App = Callable[[Environ, StartResponse], Iterable[bytes]]


def gone_of(environ: Environ) -> Callable[[], bool]:
    """Tells whether the client has left; where the web server does not know, it never has."""
    found: Callable[[], bool] = environ.get(GONE, stays)
    return found
