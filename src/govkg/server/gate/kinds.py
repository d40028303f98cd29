"""What kind of page an address is: a short word of a closed list, fit for a label of a metric and for a log without personal data."""

from collections.abc import Container, Iterable

from govkg.core.names import LANGS

START, OTHER = "start", "other"


def kinds_of(rules: Iterable[str]) -> set[str]:
    """The kinds of an application's rules, such as `/<any(fi, sv, en):lang>/q/<name>` → q."""
    return {_first(rule) for rule in rules} - {"", OTHER}


def kind_of(path: str, kinds: Container[str]) -> str:
    """The kind of an address: /fi/q/grant-deciders → q."""
    parts = path.split("/", 3)
    first = parts[1] if len(parts) > 1 else ""
    if first in LANGS:
        first = parts[2] if len(parts) > 2 else ""
    if not first:
        return START
    return first if first in kinds else OTHER


def _first(rule: str) -> str:
    parts = [part for part in rule.split("/")[1:] if not part.startswith("<any(")]
    first = parts[0] if parts else ""
    return "" if "<" in first else first
