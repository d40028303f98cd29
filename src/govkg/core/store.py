"""Where a remote store is and who we are to it: an address without secrets, and credentials from the environment or netrc."""

import netrc
import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from govkg.core.errors import UsageError

ENDPOINT, PUSH = "GOVKG_ENDPOINT", "GOVKG_STORE_PUSH"
USER, PASSWORD = "GOVKG_STORE_USER", "GOVKG_STORE_PASSWORD"
SECONDS = "GOVKG_STORE_SECONDS"  # how long one try may take
DEFAULT_SECONDS = 30.0


@dataclass(frozen=True)
class Login:
    """A user's name and password; neither is ever shown."""

    user: str
    password: str

    def __repr__(self) -> str:
        return "Login(…)"


def checked_address(url: str, where: str) -> str:
    """The address of a store. Raises UsageError when it is none, or carries a password, which would stand in logs and process lists."""
    try:
        parts = urlsplit(url)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        raise UsageError(where, "this is no address", "write http://host:port/path") from None
    if "@" in parts.netloc:
        what = "a name or password does not belong in an address"
        raise UsageError(where, what, f"set {USER} and {PASSWORD}, or write them in ~/.netrc")
    if not is_web or parts.fragment or any(map(str.isspace, url)):
        raise UsageError(where, "this is no http or https address", "write http://host:port/path")
    return url


def login_for(url: str, environment: Mapping[str, str] = os.environ) -> Login | None:
    """The credentials for a store: from the environment, else from netrc; None when there are none. Raises UsageError for half of them."""
    user, password = environment.get(USER, ""), environment.get(PASSWORD, "")
    if bool(user) != bool(password):
        raise UsageError(USER if password else PASSWORD, "is not set, but the other is", f"set {USER} and {PASSWORD}")
    return Login(user, password) if user else _from_netrc(urlsplit(url).hostname or "", environment)


def seconds_of(environment: Mapping[str, str] = os.environ) -> float:
    """How long one try may take. Raises UsageError for no number above zero."""
    text = environment.get(SECONDS, "").strip()
    try:
        found = float(text) if text else DEFAULT_SECONDS
    except ValueError:
        raise UsageError(SECONDS, f"`{text}` is no number", "write seconds, such as 30") from None
    if not 0 < found < float("inf"):
        raise UsageError(SECONDS, "a time limit is a number above zero", "leave it out for the default")
    return found


def _from_netrc(host: str, environment: Mapping[str, str]) -> Login | None:
    try:
        found = netrc.netrc(environment.get("NETRC")).authenticators(host)
    except FileNotFoundError:
        return None
    except (netrc.NetrcParseError, OSError):
        raise UsageError("netrc", "the file cannot be read", "mend it or its permissions") from None
    return Login(found[0], found[2] or "") if found else None
