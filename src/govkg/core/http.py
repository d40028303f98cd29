"""HTTP to a remote store: who we are is told only when the store asks, redirects are not followed, and what failed may be tried again."""

import base64
import http.client
import random
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from email.message import Message
from typing import TypeVar
from urllib.request import Request

from govkg.core.errors import AwayError
from govkg.core.store import SECONDS, Login

TRIES = 4
_FIRST_PAUSE = 0.2  # seconds; doubled at each try
_LONGEST_PAUSE = 5.0
PASSING = (408, 425, 429, 502, 503, 504)  # statuses that may pass (RFC 9110, 15.6; RFC 6585)
FAULTS = (urllib.error.URLError, http.client.HTTPException, OSError)  # the connection failed or broke off
_T = TypeVar("_T")


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect would take the query, or what is pushed, to who was not named."""

    def redirect_request(self, *args: object, **more: object) -> None:
        return None


class _Basic(urllib.request.HTTPBasicAuthHandler):
    """Leaves other schemes alone; the library's own handler fails on them."""

    def http_error_401(self, req: Request, fp: object, code: int, msg: str, headers: Message) -> object:
        if not _scheme(headers).startswith("basic"):
            return None
        return super().http_error_401(req, fp, code, msg, headers)  # type: ignore[arg-type]  # as the library calls it


def opener_for(url: str, login: Login | None) -> urllib.request.OpenerDirector:
    """Opens requests to a store. Credentials are sent to this address only, and only when it asks for them (RFC 7617, RFC 7616)."""
    if login is None:
        return urllib.request.build_opener(_NoRedirect)
    known = _known(url, login)
    return urllib.request.build_opener(_NoRedirect, urllib.request.HTTPDigestAuthHandler(known), _Basic(known))


def introduce(request: Request, challenge: Message, url: str, login: Login) -> None:
    """Put our credentials into a request as a challenge wants them: a server may hang up on a long body that comes without."""
    scheme = _scheme(challenge)
    if scheme.startswith("basic"):
        token = base64.b64encode(f"{login.user}:{login.password}".encode()).decode()
        request.add_unredirected_header("Authorization", f"Basic {token}")
    elif scheme.startswith("digest"):
        asked = challenge.get("www-authenticate", "").partition(" ")[2]
        parts = urllib.request.parse_keqv_list(urllib.request.parse_http_list(asked))
        handler = urllib.request.HTTPDigestAuthHandler(_known(url, login))
        request.add_unredirected_header("Authorization", f"Digest {handler.get_authorization(request, parts)}")


def _known(url: str, login: Login) -> urllib.request.HTTPPasswordMgrWithDefaultRealm:
    known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
    known.add_password(None, url, login.user, login.password)  # None: any realm
    return known


def _scheme(headers: Message) -> str:
    found: str = headers.get("www-authenticate", "")
    return found.lower()


class LateError(AwayError):
    """The store did not answer in time."""


def with_retries(
    where: str, call: Callable[[], _T], tries: int = TRIES, pause: Callable[[float], None] = time.sleep
) -> _T:
    """What `call` gives, tried again with growing pauses while the fault may pass. Only for calls that may be repeated.

    What came too late is not tried again, since the store would do the same work once more. Raises AwayError (LateError)
    when the last try failed so too; errors that will not pass go through.
    """
    for number in range(tries):
        try:
            return call()
        except urllib.error.HTTPError as error:
            if error.code not in PASSING:
                raise
            error.close()
            problem = f"the store answered {error.code}"
        except FAULTS as error:
            if is_late(error):
                raise LateError(
                    where, "the store did not answer in time", f"ask for less, or raise {SECONDS}"
                ) from None
            problem = _told(error)
        if number < tries - 1:
            pause(min(_LONGEST_PAUSE, _FIRST_PAUSE * 2**number) * random.uniform(0.5, 1))
    raise AwayError(
        where, f"{problem}, {tries} times" if tries > 1 else problem, "look whether the store runs, and try again"
    )


def is_late(error: Exception) -> bool:
    """Whether the fault is that the time was over."""
    return isinstance(error.reason if isinstance(error, urllib.error.URLError) else error, TimeoutError)


def _told(error: Exception) -> str:
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, ConnectionRefusedError):
        return "nobody answers there"
    return f"the connection failed ({type(reason).__name__})"
