"""Real servers on loopback, started from packages: the Oxigraph server, Virtuoso, nginx, and `govkg serve`."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from govkg.core.paths import home
from govkg.core.store import Login

OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass(frozen=True)
class Running:
    """A store: where it answers, where it takes graphs, and who may put them there."""

    name: str
    query: str
    push: str
    login: Login | None = None


def program(name: str, package: str) -> str:
    """The path of a program. Without it a test is skipped, in CI it fails."""
    found = shutil.which(name) or shutil.which(str(Path(sys.executable).with_name(name)))
    if found is None:
        said = f"{name} is not installed: {package}"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(said)
    return found


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


@contextmanager
def started(command: Sequence[str], url: str, folder: Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A server that answers at `url`; ended when left."""
    with (folder / "log").open("wb") as log:
        env = {**os.environ, **environment}
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, env=env)
        try:
            wait_for(url, process, folder / "log")
            yield process
        finally:
            process.kill()
            process.wait()


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert process.poll() is None, log.read_text("utf-8", "replace")
        try:
            OPENER.open(url, timeout=5).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail(f"{url} does not answer: {log.read_text('utf-8', 'replace')}")


@contextmanager
def oxigraph(folder: Path, port: int = 0, is_kept: bool = False) -> Iterator[Running]:
    port = port or free_port()
    base = f"http://127.0.0.1:{port}"
    command = [program("oxigraph", "pip install oxigraph"), "serve", "--bind", base[7:]]
    command += ["--location", str(folder)] if is_kept else []  # else in memory, which loads faster
    log = folder.with_name(folder.name + "-log")
    log.mkdir(exist_ok=True)
    with started(command, f"{base}/query?query=ASK%7B%7D", log):
        yield Running("oxigraph", f"{base}/query", f"{base}/store")


VIRTUOSO = """[Database]
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
StopCompilerWhenXOverRunTime = 1
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
[HTTPServer]
ServerPort = 127.0.0.1:{web}
ServerRoot = {folder}
MaxClientConnections = 20
ServerThreads = 20
[SPARQL]
ResultSetMaxRows = {rows}
"""


@contextmanager
def virtuoso(folder: Path, rows: int = 1_000_000) -> Iterator[Running]:
    """Virtuoso that gives at most so many rows."""
    sql, web = free_port(), free_port()
    ini = folder / "virtuoso.ini"
    ini.write_text(VIRTUOSO.format(folder=folder, sql=sql, web=web, rows=rows), "utf-8")
    base = f"http://127.0.0.1:{web}"
    command = [program("virtuoso-t", "apt-get install virtuoso-opensource"), "+foreground", "+configfile", str(ini)]
    with started(command, f"{base}/sparql?query=ASK%7B%7D", folder):
        yield Running("virtuoso", f"{base}/sparql", f"{base}/sparql-graph-crud-auth", Login("dba", "dba"))


@contextmanager
def govkg_serve(
    folder: Path, root: Path, *options: str, **environment: str
) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """`govkg serve` over the data of `root`, with caches of its own; its port and process."""
    folder.mkdir(parents=True)
    port = free_port()
    command = [sys.executable, "-m", "govkg", "serve", "--port", str(port), *options]
    own = {"PYTHONPATH": str(home() / "src"), "GOVKG_ROOT": str(root), "GOVKG_CACHE": str(folder / "cache")}
    with started(command, f"http://127.0.0.1:{port}/healthz", folder, **{**own, **environment}) as process:
        yield port, process
