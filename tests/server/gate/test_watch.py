"""Each request is counted and written down, without who asked and what."""

import json
import logging
from collections.abc import Iterable

import pytest

from govkg.server.gate.error_log import ErrorLog
from govkg.server.gate.kinds import kind_of, kinds_of
from govkg.server.gate.request_log import RequestLog
from govkg.server.gate.wsgi import Environ, StartResponse

from .apps import ask, echo, gated

SECRET = "Matti Meikäläinen"


def lines(**limits: str) -> tuple[list[dict[str, object]], object]:
    written: list[str] = []
    app, gate = gated(echo, **{"log": "requests", **limits})
    assert gate.log is not None
    gate.log._write = written.append
    told = ask(app, "/fi/q/x", QUERY_STRING=f"region={SECRET}", HTTP_USER_AGENT=SECRET, HTTP_REFERER=SECRET)
    gate.log.flush()
    return [json.loads(line) for line in "".join(written).splitlines()], told.headers["X-Request-Id"]


def test_a_request_is_one_line_of_json_with_the_number_that_its_answer_carries() -> None:
    (line,), number = lines()
    assert line.keys() == {"time", "level", "request", "kind", "method", "status", "ms", "bytes"}
    assert (line["request"], line["kind"], line["status"], line["bytes"]) == (number, "q", 200, 5)


def test_nothing_of_the_client_or_its_question_is_written() -> None:
    (line,), _ = lines()
    assert SECRET not in json.dumps(line, ensure_ascii=False)
    assert "198.51.100.7" not in json.dumps(line)


def test_the_address_is_written_when_the_operator_says_so() -> None:
    (line,), _ = lines(log="full")
    assert line["address"] == f"/fi/q/x?region={SECRET}"


def test_a_limit_that_bit_is_written_and_counted() -> None:
    (line,), _ = lines(address="10")
    assert (line["status"], line["limit"]) == (414, "address=10")


def test_requests_are_counted_by_kind_method_and_status() -> None:
    app, gate = gated(requests="2")
    for path in ("/fi/q/x", "/sv/q/y", "/api"):
        ask(app, path)
    ask(app, "/x" * 50, REQUEST_METHOD="x" * 50)
    text = gate.metrics.text().decode()
    assert 'govkg_requests_total{kind="q",method="GET",status="200"} 2.0' in text
    assert 'govkg_requests_total{kind="api",method="GET",status="429"} 1.0' in text
    assert 'govkg_requests_total{kind="other",method="other",status="429"} 1.0' in text
    assert 'govkg_limits_total{limit="requests"} 2.0' in text
    assert 'govkg_request_seconds_count{kind="q"} 2.0' in text


def broken(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    raise ValueError(SECRET)


def test_a_fault_is_counted_as_500() -> None:
    app, gate = gated(broken)
    with pytest.raises(ValueError, match=SECRET):
        ask(app)
    assert 'status="500"' in gate.metrics.text().decode()


@pytest.mark.parametrize(("full", "said"), [(False, False), (True, True)])
def test_the_words_of_an_exception_are_written_only_when_the_operator_says_so(full: bool, said: bool) -> None:
    written: list[str] = []
    log = RequestLog(written.append)
    logger = logging.Logger("test")
    logger.addHandler(ErrorLog(log, full=full))
    try:
        raise ValueError(SECRET)
    except ValueError:
        logger.exception("unexpected")
    log.flush()
    told = json.loads("".join(written))
    assert (told["exception"], told["message"], told["level"]) == ("ValueError", "unexpected", "error")
    assert __file__ in told["at"][0]
    assert (SECRET in json.dumps(told, ensure_ascii=False)) is said


def test_a_log_that_nobody_reads_drops_lines_and_makes_no_request_wait() -> None:
    log = RequestLog(lambda text: None)
    log._start = lambda: None  # type: ignore[method-assign]  # the thread waits for ever, as at a full pipe
    for number in range(20_000):
        log.put(str(number))
    assert log.dropped == 10_000


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "start"),
        ("", "start"),
        ("/fi/", "start"),
        ("/fi", "start"),
        ("/fi/q/x.csv", "q"),
        ("/sparql", "sparql"),
        ("/sv/sparql", "sparql"),
        ("/de/q", "other"),
        ("/wp-admin.php", "other"),
    ],
)
def test_the_kind_of_an_address_is_one_of_a_closed_list(path: str, kind: str) -> None:
    rules = ["/", "/<any(fi, sv, en):lang>/q/<name>", "/sparql", "/<any(fi, sv, en):lang>/sparql", "/<path:x>"]
    assert kind_of(path, kinds_of(rules)) == kind
