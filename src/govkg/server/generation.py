"""The site over one release: its workers, its pages, its name. Another release makes another one, and the first ends."""

import contextlib
from dataclasses import dataclass, replace

from govkg.core.dataset import Release
from govkg.publish.openapi_examples import examples_of
from govkg.query.catalogue import Catalogue, read_catalogue
from govkg.query.limits import Limits
from govkg.query.nursery import Nursery
from govkg.query.pooled import PooledEngine, UnansweredError
from govkg.query.workers import Pool
from govkg.server.answer_cache import AnswerCache
from govkg.server.app import create_app
from govkg.server.endpoint import NAME as ENDPOINT
from govkg.server.gate.gate import Gate
from govkg.server.kept_answers import KeptAnswers
from govkg.server.quick_query import QuickQuery
from govkg.server.site import NAME


@dataclass(frozen=True)
class Generation:
    """`answer` is its WSGI application. Strangers' queries go to the workers of `guests`, the site's own to those of `house`."""

    release: Release
    guests: Pool
    house: Pool
    answer: AnswerCache
    engine: PooledEngine
    catalogue: Catalogue

    def warm(self) -> None:
        """Find beforehand what the first reader of the API's pages would wait for: an example of each question."""
        with contextlib.suppress(UnansweredError):  # over large data; then that reader waits
            for query in self.catalogue.queries.values():
                examples_of(self.engine, query)

    def move_to(self, nursery: Nursery) -> None:
        """Ask other workers over the same release from now on."""
        self.guests.move_to(nursery)
        self.house.move_to(nursery)

    def close(self) -> None:
        """End the workers."""
        self.guests.close()
        self.house.close()


def make_generation(release: Release, nursery: Nursery, limits: Limits, gate: Gate, kept: KeptAnswers) -> Generation:
    """The site over a release whose workers a nursery has. Raises GovkgError for what is wrong with the saved queries or the strings."""
    catalogue = read_catalogue()
    guests, house = Pool(nursery, limits), Pool(nursery, house_limits(limits))
    engine = PooledEngine(house, release.version)
    try:
        app = create_app(engine, catalogue, pool=guests, release=release, gate=gate, kept=kept)
    except BaseException:
        guests.close()
        house.close()
        raise
    quick = QuickQuery(app, guests, release.version, app.extensions[ENDPOINT].address)
    answer = AnswerCache(quick, kept, app.extensions[NAME].fingerprint)
    return Generation(release, guests, house, answer, engine, catalogue)


def house_limits(limits: Limits) -> Limits:
    """The limits of the site's own queries: they have a time of their own, none of them steps aside or counts as long."""
    return replace(limits, seconds=limits.saved, quick=limits.saved, aside=limits.saved)
