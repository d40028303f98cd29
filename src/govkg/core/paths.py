"""Where the data folders are: at GOVKG_ROOT, inside the installed wheel, or at the top of a checkout. The one module that knows."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_INSTALLED = _PACKAGE / "_assets"


def home() -> Path:
    """The folder that holds `data`, `ontology`, `queries` and `web`, read anew at each call so that GOVKG_ROOT may change."""
    if named := os.environ.get("GOVKG_ROOT"):
        return Path(named)
    return _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parents[1]


def ontology(root: Path | None = None) -> Path:
    """The ontology's folder."""
    return (root or home()) / "ontology"


def sources(root: Path | None = None) -> Path:
    """The source documents' folder: one folder a document."""
    return (root or home()) / "data" / "sources"


def registry(root: Path | None = None) -> Path:
    """The reference data's folder."""
    return (root or home()) / "data" / "registry"


def release(root: Path | None = None) -> Path:
    """The built dataset's folder."""
    return (root or home()) / "data" / "release"


def queries(root: Path | None = None) -> Path:
    """The saved queries' folder."""
    return (root or home()) / "queries"


def web(root: Path | None = None) -> Path:
    """Templates, static files and strings of the web pages."""
    return (root or home()) / "web"


def derived(root: Path | None = None) -> Path:
    """What is made of a release and can be made anew: GOVKG_CACHE, `.govkg-cache` of a checkout, else the user's cache folder."""
    if named := os.environ.get("GOVKG_CACHE"):
        return Path(named)
    top = root or home()
    if top != _INSTALLED:
        return top / ".govkg-cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "govkg"
