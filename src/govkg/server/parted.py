"""A description in two parts: what is shown at once, and what opens."""

import re

ENOUGH = 40  # characters; a shorter first sentence does not stand alone
_END = re.compile(r"(?<=[.!?]) (?=[A-ZÅÄÖ])")


def parted(text: str) -> tuple[str, str]:
    """The first sentence, with the next where it is short, and the rest (empty when there is none)."""
    for end in _END.finditer(text):
        if end.start() >= ENOUGH:
            return text[: end.start()], text[end.end() :]
    return text, ""
