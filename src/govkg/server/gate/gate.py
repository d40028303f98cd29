"""The way in: the parts of this room, one around the other, and what they share."""

from govkg.server.gate.limiter import Limiter
from govkg.server.gate.metrics import Metrics
from govkg.server.gate.proxies import BehindProxies
from govkg.server.gate.refusals import Refusals
from govkg.server.gate.request_log import RequestLog
from govkg.server.gate.watch import Watch
from govkg.server.gate.web_limits import WebLimits
from govkg.server.gate.wsgi import App


class Gate:
    """What lives as long as the server: limits, numbers and log. `kinds` are the kinds of page, told by the application."""

    def __init__(self, limits: WebLimits) -> None:
        self.limits, self.metrics = limits, Metrics()
        self.kinds: set[str] = set()
        self.log = None if limits.log == "off" else RequestLog()

    def around(self, app: App, refusals: Refusals) -> App:
        """The application behind the gate: watched, told who really asks, and asked no more than the limits allow."""
        limited = Limiter(app, self.limits, refusals)
        known = BehindProxies(limited, self.limits.proxies) if self.limits.proxies else limited
        return Watch(known, self.metrics, self.kinds, self.log, full=self.limits.log == "full")
