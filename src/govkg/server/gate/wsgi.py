"""The types of a WSGI application (PEP 3333), as the middleware here uses them."""

from collections.abc import Callable, Iterable
from typing import Any

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Headers = list[tuple[str, str]]
App = Callable[[Environ, StartResponse], Iterable[bytes]]
