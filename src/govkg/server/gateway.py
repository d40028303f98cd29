"""What stands before the pages as they know it: the gate with its numbers and limits, and the answers that are kept."""

from flask import Flask, current_app

from govkg.server.gate.gate import Gate
from govkg.server.gate.kinds import kinds_of
from govkg.server.kept_answers import KeptAnswers

NAME, KEPT = "govkg.gate", "govkg.kept"


def install_gate(app: Flask, gate: Gate, kept: KeptAnswers | None) -> None:
    """Put both into the application, and tell the gate the kinds of the pages. To be called when all pages are there."""
    app.extensions[NAME], app.extensions[KEPT] = gate, kept
    gate.kinds |= kinds_of(rule.rule for rule in app.url_map.iter_rules())


def gate() -> Gate:
    """The gate of the request at hand."""
    found: Gate = current_app.extensions[NAME]
    return found


def kept_answers() -> KeptAnswers | None:
    """The answers that are kept before the application of the request at hand, if any are."""
    found: KeptAnswers | None = current_app.extensions[KEPT]
    return found
