"""The limits of the web server, from the environment."""

import pytest

from govkg.core.errors import UsageError
from govkg.server.gate.web_limits import WebLimits, web_limits_of


def test_limits_come_from_the_environment() -> None:
    limits = web_limits_of({"GOVKG_WEB_REQUESTS": "7", "GOVKG_WEB_PROXIES": "10.0.0.0/8 ::1", "GOVKG_WEB_LOG": "off"})
    assert (limits.requests, limits.window, limits.log) == (7, WebLimits().window, "off")
    assert "10.1.2.3" in limits.proxies
    assert "11.1.2.3" not in limits.proxies


def test_a_limit_that_there_is_not_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="GOVKG_WEB_REQUESTS"):
        web_limits_of({"GOVKG_WEB_REQUEST": "7"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("REQUESTS", "many"),
        ("REQUESTS", "-1"),
        ("WINDOW", "0"),
        ("PROXIES", "nginx"),
        ("PROXIES", "10.0.0.1/8"),
        ("LOG", "all"),
        ("CONNECTIONS", "0"),
    ],
)
def test_a_wrong_value_is_an_error_that_names_the_limit(name: str, value: str) -> None:
    with pytest.raises(UsageError, match=f"GOVKG_WEB_{name}"):
        web_limits_of({f"GOVKG_WEB_{name}": value})
