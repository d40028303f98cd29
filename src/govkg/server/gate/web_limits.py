"""How much one client may ask of the pages, and who is trusted. Each can be set by an environment variable and is named when it bites."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from govkg.core.errors import UsageError
from govkg.server.gate.addresses import Networks

VARIABLE = "GOVKG_WEB_"
LOGS = ("off", "requests", "full")
_LOOPBACK = "127.0.0.0/8 ::1"


def _loopback() -> Networks:
    return Networks(_LOOPBACK)


def _nobody() -> Networks:
    return Networks("")


@dataclass(frozen=True)
class WebLimits:
    """The limits of the web server, of which the endpoint's own are apart."""

    requests: int = 3_000  # of one client in `window`; 0 for no such limit
    window: int = 60  # seconds
    free: Networks = field(default_factory=_loopback)  # clients that are not counted
    proxies: Networks = field(
        default_factory=_nobody
    )  # proxies whose X-Forwarded-For and X-Forwarded-Proto are believed
    metrics: Networks = field(default_factory=_loopback)  # who may read /metrics
    address: int = (
        8_000  # characters of an address but the endpoint's: the length that every client must take (RFC 9110, 4.1)
    )
    headers: int = 256 * 2**10  # bytes of a request's line and headers; the endpoint's query may stand in the line
    silence: int = 30  # seconds after which a connection that sends nothing more is closed
    connections: int = 1_000  # open at a time
    each: int = 100  # connections of one client
    log: str = "requests"  # one line a request without address and client; `full` has the address; or `off`

    def __post_init__(self) -> None:
        for name in ("window", "address", "headers", "silence", "connections", "each"):
            if getattr(self, name) <= 0:
                raise UsageError(variable(name), "a limit is a number above zero", "leave it out for the default")
        if self.requests < 0:
            raise UsageError(variable("requests"), "there are no fewer than no requests", "use 0 for no limit")
        if self.log not in LOGS:
            raise UsageError(variable("log"), f"`{self.log}` is no kind of log", f"use one of {', '.join(LOGS)}")


def variable(name: str) -> str:
    """The environment variable of a limit: `requests` → GOVKG_WEB_REQUESTS."""
    return VARIABLE + name.upper()


def web_limits_of(environment: Mapping[str, str] = os.environ) -> WebLimits:
    """The limits that the environment sets; the others as they are. Raises UsageError for an unknown one and for a wrong value."""
    known = {variable(field.name): field for field in fields(WebLimits)}
    given: dict[str, object] = {}
    for name, text in environment.items():
        if not name.startswith(VARIABLE):
            continue
        if name not in known:
            raise UsageError(name, "there is no such limit", f"use one of {', '.join(sorted(known))}")
        given[known[name].name] = _read(name, text, known[name].type)
    return WebLimits(**given)  # type: ignore[arg-type]  # each was read as its field's type


def _read(name: str, text: str, kind: object) -> object:
    try:
        if kind is int:
            return int(text)
        return Networks(text) if kind is Networks else text.strip()
    except ValueError as error:
        raise UsageError(name, str(error), "write numbers, or networks such as 10.0.0.0/8 divided by spaces") from None
