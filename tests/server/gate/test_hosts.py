"""Whom a request may say that it is for."""

import pytest

from govkg.server.gate.hosts import is_host


@pytest.mark.parametrize(
    "text", ["", "x", "data.example.fi", "127.0.0.1:8080", "[::1]:8080", "[2001:db8::1]", "a_b-c.fi.", "x:"]
)
def test_a_host_is_a_name_or_an_address_and_may_have_a_port(text: str) -> None:
    assert is_host(text)


@pytest.mark.parametrize(
    "text", ["a, b", "a,b", "a b", "a<b>", "a/b", "a?b", "u@a", "a:b", "::1", "[x]", "a\x00", "ä", "a\n"]
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_host(text)
