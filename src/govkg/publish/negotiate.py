"""Which of the media types on offer a client likes best (RFC 9110, 12.5.1) and whether it takes a content coding (12.5.3)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_WEIGHT = re.compile(r"(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)")
_RANGE = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")

_USUAL = 500  # characters; answers to longer headers are not kept


@dataclass(frozen=True)
class _Wish:
    name: str
    weight: float


def best(accept: str | None, offers: Sequence[str]) -> str | None:
    """The offer that the Accept header weighs most; then the one it names more exactly; then the first of ours. None when it takes none.

    What is no media range is passed over; a header of nothing else counts as no header.
    """
    header = accept or ""
    return (_best if len(header) <= _USUAL else _best.__wrapped__)(header, tuple(offers))


@lru_cache(500)
def _best(header: str, offers: tuple[str, ...]) -> str | None:
    wishes = {wish.name: wish.weight for wish in _wishes(header) if _is_range(wish.name)} or {"*/*": 1.0}
    ranked = [(*_liking(offer, wishes), -place, offer) for place, offer in enumerate(offers)]
    taken = [found for found in ranked if found[0] > 0]
    return max(taken)[-1] if taken else None


def takes_gzip(accept_encoding: str | None) -> bool:
    """Whether the client takes gzip. Without the header we send none."""
    header = accept_encoding or ""
    return _takes_gzip(header) if len(header) <= _USUAL else _takes_gzip.__wrapped__(header)


@lru_cache(500)  # readers send few different headers
def _takes_gzip(header: str) -> bool:
    wishes = {wish.name: wish.weight for wish in _wishes(header)}
    return wishes.get("gzip", wishes.get("x-gzip", wishes.get("*", 0))) > 0


def _liking(offer: str, wishes: dict[str, float]) -> tuple[float, int]:
    """Weight of an offer and how exactly it is named; the most exact range decides, even when it weighs nothing."""
    for exactness, name in ((2, offer), (1, f"{offer.partition('/')[0]}/*"), (0, "*/*")):
        if name in wishes:
            return wishes[name], exactness
    return 0.0, 0


def _wishes(header: str) -> list[_Wish]:
    found = []
    for item in header.split(","):
        name, *parameters = (part.strip().lower() for part in item.split(";"))
        weight = next((p[2:].strip() for p in parameters if p.startswith("q=")), "1")
        if name and _WEIGHT.fullmatch(weight):
            found.append(_Wish(name, float(weight)))
    return found


def _is_range(name: str) -> bool:
    kind, slash, subtype = name.partition("/")
    return bool(slash and _RANGE.fullmatch(kind) and _RANGE.fullmatch(subtype))
