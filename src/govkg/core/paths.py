"""Where the data folders are: at the top of a checkout, or inside the installed wheel. The one module that knows both."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_INSTALLED = _PACKAGE / "_assets"

ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parents[1]


def ontology(root: Path = ROOT) -> Path:
    """The ontology's folder."""
    return root / "ontology"


def sources(root: Path = ROOT) -> Path:
    """The source documents' folder: one folder a document."""
    return root / "data" / "sources"


def registry(root: Path = ROOT) -> Path:
    """The reference data's folder."""
    return root / "data" / "registry"


def release(root: Path = ROOT) -> Path:
    """The built dataset's folder."""
    return root / "data" / "release"


def queries(root: Path = ROOT) -> Path:
    """The saved queries' folder."""
    return root / "queries"


def web(root: Path = ROOT) -> Path:
    """Templates, static files and strings of the web pages."""
    return root / "web"
