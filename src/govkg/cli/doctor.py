"""`govkg doctor`: is this installation whole, and what is in it."""

import importlib.metadata
import platform
from collections.abc import Callable

import click

from govkg import __version__
from govkg.build.curate import document_folders
from govkg.cli.store import endpoint_option, store_url
from govkg.core.bundle import editor_bundle
from govkg.core.dataset import read_release
from govkg.core.errors import GovkgError, Problem, stop_if
from govkg.core.paths import home, web
from govkg.query.catalogue import read_catalogue
from govkg.query.where import engine_at

LIBRARIES = (
    "pyoxigraph",
    "rdflib",
    "owlrl",
    "pyshacl",
    "Flask",
    "waitress",
    "click",
    "PyYAML",
    "XlsxWriter",
    "rapidfuzz",
)
COUNT = "SELECT (COUNT(?claim) AS ?claims) WHERE { ?claim gov:order ?order }"


@click.command()
@endpoint_option
def doctor() -> None:
    """Look at the installation: versions, folders, release, saved queries. Exits with 1 when something is wrong.

    \b
    Example:
      govkg doctor
    """
    click.echo(f"govkg {__version__}, Python {platform.python_version()}")
    results = [_look(name, look) for name, look in LOOKS.items()]
    if not all(results):
        raise SystemExit(1)


def _look(name: str, look: Callable[[], str]) -> bool:
    try:
        found = look()
    except GovkgError as error:
        click.echo(f"✗ {name}: {error}")
        return False
    click.echo(f"✓ {name}: {found}")
    return True


def _libraries() -> str:
    found, problems = [], list[Problem]()
    for name in LIBRARIES:
        try:
            found.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            problems.append(Problem(name, 0, "is not installed", "install govkg with its dependencies: `make build`"))
    stop_if(problems)
    return ", ".join(found)


def _folders() -> str:
    return f"{home()} ({len(document_folders())} documents)"


def _release() -> str:
    found = read_release()
    return f"data version {found.version}, {len(found.data) // 1024} KiB, checksum right"


def _queries() -> str:
    return f"{len(read_catalogue().queries)} saved queries"


def _engine() -> str:
    engine = engine_at(store_url())
    (row,) = engine.select(COUNT)
    where = f", data version {engine.version} in {store_url()}" if store_url() else ""
    return f"{row['claims'].value} claims answer{where}"


def _editor() -> str:
    found = editor_bundle(web())
    if found is None:
        return "not built, so queries are written in a plain text field; `make editor` builds it"
    return f"{found.file}, {len(found.packages)} packages"


LOOKS: dict[str, Callable[[], str]] = {
    "libraries": _libraries,
    "data folders": _folders,
    "release": _release,
    "saved queries": _queries,
    "engine": _engine,
    "SPARQL editor": _editor,
}
