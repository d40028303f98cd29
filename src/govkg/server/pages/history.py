"""The versions of a saved question: which there are, how they differ, and when the answer changed."""

import difflib
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlencode

from flask import Blueprint, render_template, request, url_for

from govkg.query.catalogue import SavedQuery
from govkg.query.history import History, Version, read_history
from govkg.server.address import ENDPOINT
from govkg.server.asking import question
from govkg.server.editing import without_header
from govkg.server.errors import MissingError, Way
from govkg.server.language import PREFIX

pages = Blueprint("history", __name__, url_prefix=PREFIX)


@pages.get("/q/<name>/history")
def history(name: str) -> str:
    """All versions and kept answers of a question."""
    saved = question(name, ENDPOINT)
    return render_template("history.html", query=saved, history=read_history(saved))


@pages.get("/q/<name>/version/<version>")
def version(name: str, version: str) -> str:
    """One version, and with `against` how it differs from another."""
    saved = question(name, ENDPOINT)
    kept = read_history(saved)
    found = _version(saved, kept, version)
    other = request.args.get("against", "")
    against = _version(saved, kept, other) if other else None
    asking = f"{url_for('sparql.sparql')}?{urlencode({'query': without_header(found.text)})}"
    lines = list(_differences(against.text, found.text)) if against else []
    return render_template("version.html", query=saved, version=found, against=against, lines=lines, asking=asking)


def _version(saved: SavedQuery, kept: History, name: str) -> Version:
    found = kept.get(name)
    if found is None:
        ways = [
            Way(url_for("history.version", name=saved.id, version=one.name), f"{one.number}: {one.name}")
            for one in kept.versions
        ]
        raise MissingError("history.missing", name, ways)
    return found


def _differences(before: str, now: str) -> Iterator[tuple[str, str]]:
    """The lines that differ with three around them, each with its sign."""
    told = difflib.unified_diff(before.splitlines(), now.splitlines(), lineterm="", n=3)
    for line in islice(told, 2, None):  # the first two name the files
        yield ("…", "") if line.startswith("@@") else (line[0], line[1:])
