"""The gate as the pages know it: its numbers, its limits, and what kinds of pages there are."""

from flask import Flask, current_app

from govkg.server.gate.gate import Gate
from govkg.server.gate.kinds import kinds_of

NAME = "govkg.gate"


def install_gate(app: Flask, gate: Gate) -> None:
    """Put the gate into the application, and tell it the kinds of the pages. To be called when all pages are there."""
    app.extensions[NAME] = gate
    gate.kinds |= kinds_of(rule.rule for rule in app.url_map.iter_rules())


def gate() -> Gate:
    """The gate of the request at hand."""
    found: Gate = current_app.extensions[NAME]
    return found
