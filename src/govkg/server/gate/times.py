"""The time of a log line. Durations are never measured with it: the clock may be set."""

from datetime import UTC, datetime


def now() -> str:
    """This moment (RFC 3339), to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
