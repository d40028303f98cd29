"""Whom a request says that it is for."""

import re

_HOST = re.compile(r"(?:[\w.~!$&'()*+;=%-]*|\[[0-9A-Fa-f:.]+\])(?::\d*)?", re.ASCII)


def is_host(text: str) -> bool:
    """Whether it is one host and its port (RFC 9110, 7.2), not several nor anything else; RFC 9112, 3.2 asks to refuse the rest."""
    return _HOST.fullmatch(text) is not None
