"""IP addresses: those of a list, and what counts as one client."""

from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_KNOWN = 10_000  # addresses whose reading is remembered
_SITE = 64  # bits of an IPv6 address that one subscriber has (RFC 6177): its holder can take any address below them


class Networks:
    """A list of networks, such as `127.0.0.0/8 ::1`."""

    def __init__(self, text: str) -> None:
        """Raises ValueError when a part of the text is no network."""
        self._networks = [ip_network(part) for part in text.split()]
        self._holds = lru_cache(_KNOWN)(self._look)

    def __contains__(self, address: str) -> bool:
        return self._holds(address)

    def __bool__(self) -> bool:
        return bool(self._networks)

    def __repr__(self) -> str:
        return " ".join(map(str, self._networks))

    def _look(self, address: str) -> bool:
        found = read(address)
        return found is not None and any(found in network for network in self._networks)


def read(address: str) -> IPv4Address | IPv6Address | None:
    """An address, an IPv4 one written as IPv6 as what it is; None for what is no address."""
    try:
        found = ip_address(address.strip())
    except ValueError:
        return None
    if getattr(found, "scope_id", None):  # `fe80::1%any text`: of no meaning to another machine
        return None
    return getattr(found, "ipv4_mapped", None) or found


@lru_cache(_KNOWN)
def client_of(address: str) -> str:
    """What counts as one client: an IPv4 address, or the network of an IPv6 address that one subscriber has."""
    found = read(address)
    if isinstance(found, IPv6Address):
        return str(ip_network((found, _SITE), strict=False))
    return str(found) if found else ""
