"""Who really asks when a proxy stands before the server."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .apps import ask, gated

PROXY = "10.0.0.1"


def client(forwarded: str, peer: str = PROXY, proxies: str = "10.0.0.0/8") -> str:
    app, _ = gated(proxies=proxies)
    return ask(app, REMOTE_ADDR=peer, HTTP_X_FORWARDED_FOR=forwarded).body.decode().split()[0]


def test_nobody_is_believed_unless_the_operator_says_so() -> None:
    assert client("203.0.113.9", proxies="") == PROXY
    assert client("203.0.113.9", peer="198.51.100.7") == "198.51.100.7"


@pytest.mark.parametrize(
    ("forwarded", "found"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("192.0.2.1, 203.0.113.9", "203.0.113.9"),  # the first one the client made up
        ("203.0.113.9, 10.0.0.2", "203.0.113.9"),
        ("192.0.2.1, 203.0.113.9, 10.0.0.3, 10.0.0.2", "203.0.113.9"),
        (" 2001:db8::1 ", "2001:db8::1"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("10.0.0.9", "10.0.0.9"),
        ("", PROXY),
        ("unknown", PROXY),
        ("203.0.113.9, nonsense, 10.0.0.2", "10.0.0.2"),
    ],
)
def test_the_client_is_the_last_address_that_is_no_trusted_proxy(forwarded: str, found: str) -> None:
    assert client(forwarded) == found


@given(st.text(max_size=60))
def test_whatever_stands_in_the_header_the_client_is_an_address(forwarded: str) -> None:
    assert client(forwarded).replace(".", "").replace(":", "").isalnum()


def test_a_client_cannot_escape_its_limit_by_naming_others() -> None:
    app, _ = gated(requests="1", proxies="10.0.0.0/8")
    told = [ask(app, REMOTE_ADDR=PROXY, HTTP_X_FORWARDED_FOR=f"192.0.2.{n}, 203.0.113.9").status[:3] for n in range(2)]
    assert told == ["200", "429"]


@pytest.mark.parametrize(
    ("scheme", "peer", "found"),
    [
        ("https", PROXY, "https"),
        ("http, https", PROXY, "https"),
        ("gopher", PROXY, "http"),
        ("https", "1.2.3.4", "http"),
    ],
)
def test_the_scheme_is_believed_of_a_trusted_proxy_only(scheme: str, peer: str, found: str) -> None:
    app, _ = gated(proxies="10.0.0.0/8")
    assert ask(app, REMOTE_ADDR=peer, HTTP_X_FORWARDED_PROTO=scheme).body.decode().split()[1] == found
