"""The licences of all pinned packages as a table, from what the installed packages say of themselves: `make licences`."""

import re
import sys
from importlib.metadata import metadata
from pathlib import Path

HERE = Path(__file__).parent
TABLE = HERE / "LICENCES.md"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
_CLASSIFIER = "License :: OSI Approved :: "
_SHORT = 60  # characters; a longer text is the licence itself, not its name


def pinned(lock: str) -> set[str]:
    """The names of the packages of a lock file."""
    return set(_PIN.findall((HERE / lock).read_text("utf-8")))


def licence_of(package: str) -> str:
    """How a package names its licence: the SPDX expression, else its own name of it, else the classifiers. Empty when it does not."""
    told = metadata(package)
    # Asked with get: where the backport of importlib.metadata is installed, it finds the packages, and [] raises.
    named = (told.get("License-Expression") or told.get("License") or "").strip()
    if named and len(named) <= _SHORT and "\n" not in named:
        return named
    classifiers = [text for text in told.get_all("Classifier") or [] if text.startswith(_CLASSIFIER)]
    return ", ".join(text.removeprefix(_CLASSIFIER) for text in classifiers)


def table() -> str:
    """All packages by name, with their licences, and what they are for."""
    running = pinned("run.lock")
    rows = [
        f"| {name} | {licence_of(name)} | {'running' if name in running else 'development, extras'} |"
        for name in sorted(running | pinned("dev.lock"), key=str.lower)
    ]
    lead = "# Licences of the packages that govkg uses\n\nMade by `make licences`; versions and hashes stand in the lock files."
    return "\n".join([lead, "", "| package | licence | for |", "|---|---|---|", *rows, ""])


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8")
    sys.stdout.write(f"{TABLE}\n")
