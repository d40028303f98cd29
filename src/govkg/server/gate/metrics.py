"""The numbers of the running server in the format of Prometheus. This module is the only one that imports its client library."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from prometheus_client import CollectorRegistry, Counter, Histogram, disable_created_metrics, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.registry import Collector

__all__ = ["CONTENT_TYPE", "Metric", "Metrics", "counter", "gauge"]
CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4
disable_created_metrics()  # type: ignore[no-untyped-call]  # a time of creation for each number would double the text
_TIMES = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class _Told(Collector):
    """Families of numbers that are known when the metrics are read."""

    def __init__(self, families: Iterable[Metric]) -> None:
        self._families = families

    def collect(self) -> Iterable[Metric]:
        return self._families


class Metrics:
    """The requests counted, by what kind of page they asked for. Knows no client: labels are kinds, methods and statuses."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "govkg_requests", "Requests answered", ["kind", "method", "status"], registry=self.registry
        )
        self._seconds = Histogram(
            "govkg_request_seconds", "Time until the answer began", ["kind"], buckets=_TIMES, registry=self.registry
        )
        self._refused = Counter("govkg_limits", "Limits that were met", ["limit"], registry=self.registry)
        self._of = lru_cache(10_000)(self._requests.labels)  # looking a label up costs as much as counting
        self._time_of = lru_cache(1_000)(self._seconds.labels)

    def count(self, kind: str, method: str, status: str, seconds: float, limit: str) -> None:
        """Count one request; `limit` is the name of the limit that it met, or empty."""
        self._of(kind, method, status).inc()
        self._time_of(kind).observe(seconds)
        if limit:
            self._refused.labels(limit).inc()

    def text(self, also: Iterable[Metric] = ()) -> bytes:
        """All of it, and what else is known at this moment."""
        more = CollectorRegistry()
        more.register(_Told(also))
        return generate_latest(self.registry) + generate_latest(more)


def gauge(name: str, what: str, value: float, **labels: str) -> Metric:
    """A number that goes up and down."""
    found = GaugeMetricFamily(name, what, labels=list(labels))
    found.add_metric(list(labels.values()), value)
    return found


def counter(name: str, what: str, label: str, values: Mapping[str, float]) -> Metric:
    """Numbers that only grow, by a label."""
    found = CounterMetricFamily(name, what, labels=[label])
    for key, value in values.items():
        found.add_metric([key], value)
    return found
