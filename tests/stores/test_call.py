"""One query to a store: what is tried again, what is not, and what is said."""

import json
import socket
from urllib.parse import parse_qs

import pytest

from govkg.core.errors import AwayError, GovkgError
from govkg.core.http import LateError, with_retries
from govkg.core.names import XSD
from govkg.core.store import Login
from govkg.query.remote import GRAPHS, RemoteEngine, RemoteStore, form_of, prefixed
from govkg.query.store_call import Call, StoreAddress, send
from tests.stores.fake import ONE, Told, fake

ASKED = "SELECT ?x WHERE { ?x a gov:Region }"


def test_a_fault_that_may_pass_is_tried_again() -> None:
    with fake(Told(503), Told(502), Told(body=ONE)) as store:
        assert send(StoreAddress(store.url), Call(ASKED, "SELECT")) == ONE
    assert len(store.asked) == 3


def test_a_query_that_is_refused_is_not_tried_again_and_the_store_s_words_are_told() -> None:
    with fake(Told(400, b"what is\n this?")) as store, pytest.raises(GovkgError, match="what is this"):
        send(StoreAddress(store.url), Call(ASKED, "SELECT"))
    assert len(store.asked) == 1


def test_a_query_that_takes_too_long_is_not_sent_again() -> None:
    with fake(Told(pause=1.5)) as store, pytest.raises(LateError, match="in time"):
        send(StoreAddress(store.url), Call(ASKED, "SELECT", seconds=1))
    assert len(store.asked) == 1


def test_a_store_that_is_away_is_said_after_some_tries() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        url = f"http://127.0.0.1:{free.getsockname()[1]}/sparql"
    with pytest.raises(AwayError, match="nobody answers there, 4 times"):
        send(StoreAddress(url), Call(ASKED, "SELECT"))


def test_pauses_grow() -> None:
    pauses: list[float] = []

    def fail() -> None:
        raise ConnectionResetError

    with pytest.raises(AwayError):
        with_retries("store", fail, pause=pauses.append)
    assert len(pauses) == 3
    assert pauses[2] > pauses[0]


def test_a_redirect_is_not_followed() -> None:
    with (
        fake(Told()) as other,
        fake(Told(307, headers={"Location": other.url})) as store,
        pytest.raises(AwayError, match="no SPARQL is answered there"),
    ):
        send(StoreAddress(store.url), Call(ASKED, "SELECT"))
    assert not other.asked


@pytest.mark.parametrize("header", ["X-SPARQL-MaxRows", "X-SQL-State"])
def test_an_answer_that_was_cut_is_no_answer(header: str) -> None:
    with fake(Told(headers={header: "10000"})) as store, pytest.raises(GovkgError, match="left rows out"):
        send(StoreAddress(store.url), Call(ASKED, "SELECT"))


def test_the_dataset_is_named_in_the_request() -> None:
    with fake(Told()) as store:
        send(StoreAddress(store.url), Call(ASKED, "SELECT", GRAPHS, GRAPHS))
    form = parse_qs(store.asked[0][2].decode())
    assert form == {"query": [ASKED], "default-graph-uri": list(GRAPHS), "named-graph-uri": list(GRAPHS)}


def test_credentials_go_to_who_asks_for_them_only_and_into_no_message() -> None:
    login, asks = Login("anna", "s3cret"), {"WWW-Authenticate": 'Basic realm="x"'}
    with fake(Told(401, headers=asks), Told(body=ONE)) as store:
        assert send(StoreAddress(store.url, login), Call(ASKED, "SELECT")) == ONE
    assert "Authorization" not in store.asked[0][1]
    assert store.asked[1][1]["Authorization"].startswith("Basic ")
    with fake(Told(403, b"no, s3cret")) as store, pytest.raises(AwayError) as refused:
        send(StoreAddress(store.url, login), Call(ASKED, "SELECT"))
    assert "s3cret" not in f"{refused.value} {StoreAddress(store.url, login)!r}"


def test_what_our_parser_does_not_read_never_reaches_the_store() -> None:
    with fake(Told()) as store:
        remote = RemoteStore(StoreAddress(store.url), "1", 5)
        with pytest.raises(SyntaxError):
            remote.query("define sql:log-enable 2 SELECT * { ?s ?p ?o }")
    assert not store.asked


def test_a_graph_of_others_never_reaches_the_store() -> None:
    with fake(Told()) as store, pytest.raises(GovkgError, match="only the graphs of the release"):
        RemoteStore(StoreAddress(store.url), "1", 5).query(
            f"SELECT * FROM <{GRAPHS[0]}> FROM NAMED <urn:x> {{ ?s ?p ?o }}"
        )
    assert not store.asked


def test_truth_is_written_by_a_word_however_the_store_writes_it() -> None:
    told = json.dumps({"type": "typed-literal", "datatype": f"{XSD}boolean", "value": "1"})
    version = b'{"head":{"vars":["version"]},"results":{"bindings":[{"version":{"type":"literal","value":"1"}}]}}'
    table = f'{{"head":{{"vars":["x"]}},"results":{{"bindings":[{{"x":{told}}}]}}}}'.encode()
    triple = f'<urn:a> <urn:b> "0"^^<{XSD}boolean> .'.encode()
    with fake(Told(body=version), Told(body=table), Told(body=triple)) as store:
        engine = RemoteEngine(RemoteStore(StoreAddress(store.url), "1", 5))
        assert [row["x"].value for row in engine.select(ASKED)] == ["true"]
        assert [str(triple.object) for triple in engine.construct("CONSTRUCT WHERE { ?s ?p ?o }")] == [
            f'"false"^^<{XSD}boolean>'
        ]


def test_prefixes_of_ours_are_declared_where_they_are_used() -> None:
    assert prefixed("SELECT * { ?s a gov:Region }").startswith("PREFIX gov: <https://w3id.org/govkg/def#>\nSELECT")
    told = "PREFIX gov: <urn:x> SELECT * { ?s a gov:Region ; ?p 'skos:no' }"
    assert prefixed(told) == told


@pytest.mark.parametrize("form", ["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"])
def test_the_form_of_a_query_is_its_first_word_after_the_prologue(form: str) -> None:
    assert form_of(f"PREFIX select: <urn:ask> # describe\n {form.lower()} {{ }}") == form


def test_a_graph_of_a_store_behind_a_proxy_is_refused_when_its_solutions_were_cut() -> None:
    call = Call("CONSTRUCT WHERE { ?s ?p ?o }", "CONSTRUCT", solutions="SELECT * WHERE { ?s ?p ?o }")
    cut = Told(headers={"X-SPARQL-MaxRows": "1"})
    with fake(Told(body=b""), cut) as store, pytest.raises(GovkgError, match="left rows out"):
        send(StoreAddress(store.url), call)
    with fake(Told(body=b""), Told()) as store:
        assert send(StoreAddress(store.url), call) == b""
    assert len(store.asked) == 2


def test_a_store_that_never_cuts_is_asked_once() -> None:
    call = Call("CONSTRUCT WHERE { ?s ?p ?o }", "CONSTRUCT", solutions="SELECT * WHERE { ?s ?p ?o }")
    with fake(Told(body=b"", headers={"Server": "oxigraph/0.5.13"})) as store:
        assert send(StoreAddress(store.url), call) == b""
    assert len(store.asked) == 1
