"""The pages over the release, served on loopback, and a browser that looks at them."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import waitress
from playwright.sync_api import Browser, sync_playwright

from govkg.query.catalogue import read_catalogue
from govkg.query.engine import embedded
from govkg.query.limits import Limits
from govkg.query.workers import Pool
from govkg.server.app import create_app

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session", autouse=True)
def own_cache() -> None:
    """The pages are those of the release, so that the index that `govkg build` made of it serves here too; making one takes a while."""


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the pages are."""
    server = waitress.create_server(create_app(embedded(), read_catalogue()), host="127.0.0.1", port=0, threads=2)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.task_dispatcher.shutdown()
    server.close()
    thread.join(5)


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """Where the pages and the endpoint are."""
    engine = embedded()
    with Pool(engine.store, Limits(workers=2)) as pool:
        server = waitress.create_server(
            create_app(engine, read_catalogue(), pool=pool), host="127.0.0.1", port=0, threads=4
        )
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.effective_port}"
        server.task_dispatcher.shutdown()
        server.close()
        thread.join(5)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; a machine without it skips these tests, a build server must have it."""
    if not CHROMIUM.exists() and "CI" not in os.environ:
        pytest.skip(f"there is no {CHROMIUM}")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield found
        found.close()


@pytest.fixture(scope="session")
def screens(request: pytest.FixtureRequest) -> Path | None:
    """Where pictures of every page go, when they are wanted (--screens FOLDER)."""
    named: str | None = request.config.getoption("--screens")
    if named:
        Path(named).mkdir(parents=True, exist_ok=True)
    return Path(named) if named else None
