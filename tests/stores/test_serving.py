"""`govkg serve` over a store, and two of them behind nginx: the same bytes from each, and none missed when one is killed."""

import json
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from govkg.core.dataset import Release, read_release, seal
from tests.conftest import ROOT
from tests.stores.conftest import load
from tests.stores.servers import OPENER, Running, free_port, govkg_serve, oxigraph, program, started

pytestmark = pytest.mark.alone

PAGES = ("/en/", "/fi/q/bodies", "/api/queries/bodies?lang=en", "/data/task/ngo-grants.ttl", "/dumps/claims.csv")
QUERY = "/sparql?format=json&query=SELECT%20%2A%7B%3Fs%20a%20gov%3ARegion%7D"
HOST = "govkg.example.org"
NGINX = """daemon off; pid {folder}/pid; error_log stderr; worker_processes 1;
events {{ worker_connections 64; }}
http {{
  access_log off; client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  upstream govkg {{ server 127.0.0.1:{first} max_fails=1; server 127.0.0.1:{second} max_fails=1; }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass http://govkg; proxy_set_header Host $http_host; proxy_next_upstream error timeout http_503;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; proxy_set_header X-Forwarded-Proto https;
    }}
  }}
}}
"""


@pytest.fixture
def root(built_world: Path, tmp_path: Path) -> Path:
    """The invented region without its release, so that front ends have but the store's."""
    folder = tmp_path / "root"
    (folder / "data").mkdir(parents=True)
    for name in ("data/registry", "data/sources", "web", "queries"):
        (folder / name).symlink_to(ROOT / name)
    return folder


@pytest.fixture
def small(built_world: Path) -> Release:
    return read_release(built_world / "data" / "release" / "govkg.nq")


def get(port: int, path: str, language: str = "en") -> tuple[int, dict[str, str], bytes]:
    headers = {"Host": HOST, "Accept-Language": language}
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)
    try:
        with OPENER.open(request, timeout=60) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


def until_status(port: int, path: str, status: int) -> None:
    end = time.monotonic() + 60
    while get(port, path)[0] != status:
        assert time.monotonic() < end, f"{path} is not {status}"
        time.sleep(0.1)


@contextmanager
def nginx(folder: Path, first: int, second: int) -> Iterator[int]:
    folder.mkdir()
    port = free_port()
    (folder / "conf").write_text(NGINX.format(folder=folder, first=first, second=second, port=port), "utf-8")
    with started(
        [program("nginx", "apt-get install nginx-light"), "-c", str(folder / "conf"), "-p", str(folder)],
        f"http://127.0.0.1:{port}/healthz",
        folder,
    ):
        yield port


def test_two_front_ends_give_the_same_bytes_and_one_may_be_killed(
    store: Running, small: Release, root: Path, tmp_path: Path
) -> None:
    load(store, small)
    over = ("--endpoint", store.query)
    with (
        govkg_serve(tmp_path / "one", root, *over, GOVKG_WEB_PROXIES="127.0.0.1") as (first, process),
        govkg_serve(tmp_path / "two", root, *over, GOVKG_WEB_PROXIES="127.0.0.1") as (second, _),
        nginx(tmp_path / "nginx", first, second) as proxy,
    ):
        for path in (*PAGES, QUERY):
            one, two = get(first, path), get(second, path)
            assert one[0] == 200, path
            assert one[2] == two[2], path
            assert one[1].get("ETag") == two[1].get("ETag"), path
        assert b"https://govkg.example.org" in get(proxy, "/en/q/bodies")[2]
        process.kill()
        assert [get(proxy, path)[0] for path in (*PAGES, QUERY) * 3] == [200] * 3 * (len(PAGES) + 1)


def test_a_store_that_goes_away_is_said_in_three_languages_and_taken_up_again(
    small: Release, root: Path, tmp_path: Path
) -> None:
    folder, port = tmp_path / "data", free_port()
    folder.mkdir()
    with oxigraph(folder, port, is_kept=True) as store:
        load(store, small)
        serving = govkg_serve(tmp_path / "one", root, "--endpoint", store.query)
        own, _ = serving.__enter__()
        kept = get(own, "/en/q/bodies")
        assert kept[0] == 200
        assert get(own, "/readyz")[0] == 200
    try:
        until_status(own, "/readyz", 503)
        for lang, said in {"en": "store of the data", "fi": "tietokanta", "sv": "Databasen"}.items():
            status, headers, body = get(own, f"/{lang}/q/seats", lang)
            assert (status, said in body.decode()) == (503, True)
            assert headers["Retry-After"]
        status, _, refusal = get(own, QUERY)
        assert (status, store.query in refusal.decode()) == (503, False)
        status, _, problem = get(own, "/api/queries/seats")
        assert (status, json.loads(problem)["type"].rpartition("#")[2]) == (503, "store-away")
        assert [get(own, path)[0] for path in ("/healthz", "/readyz")] == [200, 503]  # a restart would not help
        assert get(own, "/en/q/bodies")[::2] == kept[::2]
        with oxigraph(folder, port, is_kept=True):
            until_status(own, "/readyz", 200)
            assert get(own, "/en/q/seats")[0] == 200
    finally:
        serving.__exit__(None, None, None)


def test_a_new_release_in_the_store_is_taken_up(store: Running, small: Release, root: Path, tmp_path: Path) -> None:
    load(store, small)
    more = seal(small.data.split(b"\n", 1)[1] + b"<urn:zz> <urn:p> <urn:o> <https://w3id.org/govkg/graph/proofs> .\n")
    new = tmp_path / "new.nq"
    new.write_bytes(seal(b"".join(sorted(more.splitlines(keepends=True)[1:]))))
    with govkg_serve(tmp_path / "one", root, "--endpoint", store.query) as (own, _):
        assert small.version.encode() in get(own, "/healthz")[2]
        load(store, read_release(new))
        end = time.monotonic() + 60
        while read_release(new).version.encode() not in get(own, "/healthz")[2]:
            assert time.monotonic() < end
            time.sleep(0.1)
        assert get(own, "/en/q/bodies")[0] == 200
