"""Applications to stand behind the gate, and a way to ask them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from govkg.server.gate.gate import Gate
from govkg.server.gate.web_limits import web_limits_of
from govkg.server.gate.wsgi import App, Environ, StartResponse
from govkg.server.refused import refusals_of


@dataclass
class Told:
    status: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def ask(app: App, path: str = "/fi/", **environ: str) -> Told:
    told = Told()

    def start(status: str, headers: list[tuple[str, str]], *more: object) -> None:
        told.status, told.headers = status, dict(headers)

    given = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "REMOTE_ADDR": "198.51.100.7", "wsgi.url_scheme": "http"}
    told.body = b"".join(app(given | environ, start))
    return told


def echo(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    """Says who asks."""
    start_response("200 OK", [("Content-Length", "5")])
    return [f"{environ['REMOTE_ADDR']} {environ['wsgi.url_scheme']}".encode()]


def gated(app: App = echo, **limits: str) -> tuple[App, Gate]:
    found = web_limits_of({f"GOVKG_WEB_{name.upper()}": value for name, value in {"log": "off", **limits}.items()})
    gate = Gate(found)
    gate.kinds |= {"q", "api", "sparql"}
    return gate.around(app, refusals_of(found)), gate
