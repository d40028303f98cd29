"""Why the endpoint does not answer, as a status, a header and a plain sentence; what bites is named in all three."""

from dataclasses import dataclass

# reason → HTTP status, the key of its sentence. Statuses by RFC 9110, 15.5; 422: it is SPARQL, and cannot be carried out within the limits.
FAULTS: dict[str, tuple[int, str]] = {
    "syntax": (400, "sparql.fault-syntax"),
    "prefix": (400, "sparql.fault-prefix"),
    "empty": (400, "sparql.fault-empty"),
    "repeated": (400, "sparql.fault-repeated"),
    "encoding": (400, "sparql.fault-encoding"),
    "graph": (400, "sparql.fault-graph"),
    "host": (400, "sparql.fault-host"),
    "failed": (400, "sparql.fault-failed"),
    "graphs": (400, "sparql.fault-graphs"),
    "depth": (400, "sparql.fault-depth"),
    "parts": (400, "sparql.fault-parts"),
    "update": (403, "sparql.fault-update"),
    "service": (403, "sparql.fault-service"),
    "method": (405, "sparql.fault-method"),
    "format": (406, "sparql.fault-format"),
    "plan": (422, "sparql.fault-plan"),
    "xml": (406, "sparql.fault-xml"),
    "length": (413, "sparql.fault-length"),
    "type": (415, "sparql.fault-type"),
    "coding": (415, "sparql.fault-coding"),
    "rows": (422, "sparql.fault-rows"),
    "size": (422, "sparql.fault-size"),
    "memory": (422, "sparql.fault-memory"),
    "crash": (500, "sparql.fault-crash"),
    "client": (429, "sparql.fault-client"),
    "seconds": (503, "sparql.fault-seconds"),
    "busy": (503, "sparql.fault-busy"),
    "gone": (503, "sparql.fault-gone"),
    "closed": (503, "sparql.fault-closed"),
    "away": (503, "unanswered.away"),
}
# reason → the limit that bites
LIMITS = {
    **{name: name for name in ("length", "depth", "parts", "graphs", "seconds", "rows", "size", "memory", "client")},
    "busy": "workers",
}
RETRY = {"busy": "5", "client": "5", "closed": "5", "away": "5"}  # reason → seconds after which to try again


@dataclass(eq=False)
class FaultError(Exception):
    """A request that gets no answer. `detail` is what the engine or the scan says, in English; line and column count from 1."""

    reason: str
    detail: str = ""
    line: int = 0
    column: int = 0

    @property
    def status(self) -> int:
        """The HTTP status."""
        return FAULTS[self.reason][0]

    @property
    def key(self) -> str:
        """The key of the sentence that says what is wrong."""
        return FAULTS[self.reason][1]
