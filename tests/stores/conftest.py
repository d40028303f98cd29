"""The real release in two real stores, loaded once a session."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from govkg.core.dataset import Release, read_release, release_file
from govkg.publish.push import Target, push
from govkg.query.remote import RemoteEngine, RemoteStore, stored_version
from govkg.query.store_call import StoreAddress
from tests.conftest import ROOT
from tests.stores.servers import Running, oxigraph, virtuoso

SERVERS: dict[str, Callable[[Path], AbstractContextManager[Running]]] = {"oxigraph": oxigraph, "virtuoso": virtuoso}
SECONDS = 300.0  # the machine may be busy


def load(store: Running, release: Release) -> None:
    push(release, Target(store.push, store.login, SECONDS), pause=lambda seconds: None)


def engine_of(store: Running) -> RemoteEngine:
    address = StoreAddress(store.query)
    return RemoteEngine(RemoteStore(address, stored_version(address, SECONDS), SECONDS))


@pytest.fixture(scope="session")
def release() -> Release:
    return read_release(release_file(ROOT))


@pytest.fixture(scope="session", params=SERVERS)
def remote_engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, release: Release
) -> Iterator[RemoteEngine]:
    """The engine over a store that holds the real release."""
    folder: Path = tmp_path_factory.mktemp(request.param)
    with SERVERS[request.param](folder) as store:
        load(store, release)
        yield engine_of(store)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Running]:
    """An empty Oxigraph server."""
    (tmp_path / "store").mkdir()
    with oxigraph(tmp_path / "store") as found:
        yield found
