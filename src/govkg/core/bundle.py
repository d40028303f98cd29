"""The one third-party part of the pages: the SPARQL editor's bundle, which the wheel's build hook makes, and which may be absent."""

import json
from dataclasses import dataclass
from pathlib import Path

FOLDER = "built"  # below the static files


@dataclass(frozen=True)
class Bundle:
    """The bundle's file and that of its licences, below the static files; and the packages in it with their versions."""

    file: str
    licences: str
    packages: tuple[str, ...]


def editor_bundle(web: Path) -> Bundle | None:
    """The bundle of a web folder, or None when it is absent or not whole; then queries are written in a plain text field."""
    folder = web / "static" / FOLDER
    try:
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
        found = Bundle(
            f"{FOLDER}/{manifest['editor']}", f"{FOLDER}/THIRD_PARTY_LICENSES.txt", tuple(manifest["packages"])
        )
    except (OSError, ValueError, KeyError):
        return None
    return found if (web / "static" / found.file).is_file() else None
