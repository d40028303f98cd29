"""Servers to measure, started on free ports of this machine with the same data, and stopped at the end."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from govkg.core.dataset import read_release
from govkg.core.store import Login
from govkg.publish.push import Target, push

JSON = "application/sparql-results+json"
DEADLINE = 2.0  # seconds of a query, for govkg and the Oxigraph server
_SLOWEST = 120  # seconds that an answer may take
_START = 90  # seconds that a server may take to start


class MissingError(RuntimeError):
    """A peer that is not installed here; the text says how to get it."""


@dataclass(frozen=True)
class Running:
    """A server that answers at `url`, its SPARQL at `path` with these parameters beside the query."""

    url: str
    path: str = "/sparql"
    more: tuple[tuple[str, str], ...] = ()

    def asking(self, query: str) -> str:
        """The address of a query's answer."""
        return f"{self.url}{self.path}?{urlencode([*self.more, ('query', query)])}"

    def seconds(self, address: str, accept: str = JSON) -> float:
        """How long one answer takes."""
        began = time.perf_counter()
        with urlopen(Request(address, headers={"Accept": accept}), timeout=_SLOWEST) as answer:
            answer.read()
        return time.perf_counter() - began

    def rows(self, query: str) -> int:
        """How many rows a query's answer has."""
        with urlopen(Request(self.asking(query), headers={"Accept": JSON}), timeout=_SLOWEST) as answer:
            return len(json.load(answer)["results"]["bindings"])

    def tag(self, address: str, accept: str) -> str:
        """The entity tag of an answer."""
        with urlopen(Request(address, headers={"Accept": accept})) as answer:
            found: str = answer.headers["ETag"]
            return found


def govkg_granian(release: Path) -> AbstractContextManager[Running]:
    """`govkg serve` with granian, as many processes as processors: the peers use all of them, too."""
    if find_spec("granian") is None:
        raise MissingError("granian: pip install granian")
    return _govkg("granian", release, "--processes", str(os.cpu_count() or 1))


def govkg_waitress(release: Path) -> AbstractContextManager[Running]:
    """`govkg serve` with waitress."""
    return _govkg("waitress", release)


@contextlib.contextmanager
def _govkg(server: str, release: Path, *more: str) -> Iterator[Running]:
    port = _free_port()
    command = [sys.executable, "-m", "govkg", "serve", "--port", str(port), "--server", server, *more]
    settings = {"GOVKG_SPARQL_SECONDS": str(DEADLINE), "GOVKG_WEB_LOG": "off", "GOVKG_ROOT": str(release.parents[2])}
    running = Running(f"http://127.0.0.1:{port}")
    with started(command, f"{running.url}/healthz", settings):
        yield running


@contextlib.contextmanager
def oxigraph(release: Path) -> Iterator[Running]:
    """`oxigraph serve` with a release in memory, where it answers fastest; it ends queries at the same deadline."""
    program = _program("oxigraph", "pip install oxigraph")
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    with started([program, "serve", "--bind", f"127.0.0.1:{port}", "--timeout-s", str(int(DEADLINE))], url):
        urlopen(Request(f"{url}/store", release.read_bytes(), {"Content-Type": "application/n-quads"})).close()
        yield Running(url, "/query", (("union-default-graph", ""),))


@contextlib.contextmanager
def rdflib_endpoint(release: Path) -> Iterator[Running]:
    """rdflib-endpoint on uvicorn, with rdflib's own store in memory."""
    if find_spec("rdflib_endpoint") is None or find_spec("uvicorn") is None:
        raise MissingError("rdflib-endpoint: pip install rdflib-endpoint uvicorn")
    port = _free_port()
    running = Running(f"http://127.0.0.1:{port}", "/")
    with started([sys.executable, "-m", "bench.rdflib_server", str(release), str(port)], running.asking("ASK {}")):
        yield running


_VIRTUOSO = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 170000
MaxDirtyBuffers = 130000
[HTTPServer]
ServerPort = 127.0.0.1:{web}
ServerRoot = {folder}
MaxClientConnections = 100
ServerThreads = 100
[SPARQL]
ResultSetMaxRows = 1000000
"""


@contextlib.contextmanager
def virtuoso(release: Path) -> Iterator[Running]:
    """Virtuoso with 1.4 GB of buffers (as its manual advises for 2 GB of memory), loaded by the Graph Store Protocol."""
    program = _program("virtuoso-t", "apt-get install virtuoso-opensource")
    with TemporaryDirectory() as folder:
        sql, web = _free_port(), _free_port()
        settings = Path(folder) / "virtuoso.ini"
        settings.write_text(_VIRTUOSO.format(folder=folder, sql=sql, web=web), "utf-8")
        running = Running(f"http://127.0.0.1:{web}")
        with started([program, "+foreground", "+configfile", str(settings)], running.asking("ASK {}")):
            target = Target(f"{running.url}/sparql-graph-crud-auth", Login("dba", "dba"), 300)
            push(read_release(release), target, pause=lambda seconds: None)
            yield running


Start = Callable[[Path], AbstractContextManager[Running]]
OURS: dict[str, Start] = {"govkg, granian": govkg_granian, "govkg, waitress": govkg_waitress}
PEERS: dict[str, Start] = {
    "Oxigraph server": oxigraph,
    "rdflib-endpoint": rdflib_endpoint,
    "Virtuoso": virtuoso,
}


@contextlib.contextmanager
def started(command: list[str], address: str, settings: dict[str, str] | None = None) -> Iterator[None]:
    """A process that answers at an address. Raises RuntimeError when it does not."""
    environment = {**os.environ, **(settings or {})}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment) as process:
        try:
            wait_for(address, process)
            yield
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:  # a peer that ends its queries first
                process.kill()


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    """Until there is an answer."""
    until = time.monotonic() + _START
    while process.poll() is None and time.monotonic() < until:
        with contextlib.suppress(OSError):
            urlopen(address).close()
            return
        time.sleep(0.01)
    raise RuntimeError(f"{process.args!r} does not serve")


def _program(name: str, package: str) -> str:
    found = shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if found is None:
        raise MissingError(f"{name}: {package}")
    return found


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port
