"""The site over a remote store. It holds no data: workers ask the store, and a new version in it is taken up without failing a request."""

import logging

from govkg.core.dataset import release_file
from govkg.core.errors import AwayError
from govkg.core.store import seconds_of
from govkg.publish.gathered import release_of
from govkg.query.limits import Limits
from govkg.query.remote import RemoteEngine, RemoteStore, address_of, stored_version
from govkg.server.gate.gate import Gate
from govkg.server.kept_answers import KeptAnswers
from govkg.server.service import Served, Service

log = logging.getLogger("govkg.service")


class StoreService(Service):
    """A WSGI application over the store at `url`. Raises AwayError when at the start there is no whole release in it."""

    def __init__(self, url: str, limits: Limits, gate: Gate, kept: KeptAnswers) -> None:
        self._address, self._seconds = address_of(url), seconds_of()
        self._is_away = False
        super().__init__(path=release_file(), limits=limits, gate=gate, kept=kept)

    def _stamp(self) -> tuple[object, ...]:
        """The version in the store; the last one while the store is away or being loaded, which the answers tell by themselves."""
        try:
            version = stored_version(self._address, self._seconds)
        except AwayError as error:
            if not hasattr(self, "_now"):
                raise
            if not self._is_away:
                log.error("%s; what is kept goes on being served", error)
            self._is_away = True
            return self._now.seen
        if self._is_away:
            log.info("the store answers again, with version %s", version)
        self._is_away = False
        return (version,)

    def _raise(self) -> Served:
        from govkg.server.generation import make_generation

        seen = self._stamp()
        version = str(seen[0])
        release = release_of(RemoteEngine(RemoteStore(self._address, version, self._seconds)))
        nursery = self._keepers.start_remote(self._address.url, version)
        try:
            site = make_generation(release, nursery, self._limits, self._gate, self._kept)
        except BaseException:
            self._keepers.end(nursery)
            raise
        return Served(site, nursery, seen, is_to_be_read=False)
