"""The course of one query in its worker: as it goes on, it stands back for others, needs a place for long ones, runs out of time."""

import contextlib
import time

from govkg.query.credit import Credit, processor_time
from govkg.query.limits import Limits
from govkg.query.nursery import Child
from govkg.query.pauses import PAUSES
from govkg.query.places import Places
from govkg.query.priority import step_aside


class Course:
    """To be made when the query is sent, looked after by `look` every few milliseconds, and ended by `end`."""

    def __init__(self, limits: Limits, places: Places, credit: Credit, child: Child, client: str) -> None:
        self._limits, self._places, self._credit = limits, places, credit
        self._child, self._number, self._client = child, child.number, client
        self._began, self._before = time.monotonic(), processor_time(child.number)
        self.is_put_back = self._is_long = self._is_aside = False
        self._may_pause = limits.aside < limits.seconds

    @property
    def changed(self) -> bool:
        """Whether the worker is no more as it was."""
        return self.is_put_back or self._is_aside

    @property
    def left(self) -> float:
        """Seconds until the query's time is over."""
        return self._limits.seconds - (time.monotonic() - self._began)

    def look(self) -> None:
        """Do what is due now. Raises FullError when the query would stay for long and may not, OSError when its process has ended."""
        took, taken = time.monotonic() - self._began, self._taken()
        if self.is_put_back:
            PAUSES.look(self._number)
        elif self._may_pause and taken > self._credit.left(self._client) and self._child.is_kept:
            PAUSES.add(self._number)
            self.is_put_back = True
        if taken > self._limits.aside and not self._is_aside:
            self._is_aside = True
            step_aside(self._number)
        if took > self._limits.quick and not self._is_long:
            self._places.stay(self._client)
            self._is_long = True

    def end(self) -> None:
        """The query has ended, in whatever way."""
        if self.is_put_back:
            PAUSES.remove(self._number)
        if self._is_long:
            self._places.left(self._client)
        if self.is_put_back or self._is_aside:
            with contextlib.suppress(OSError):  # its process has ended, and its account with it
                self._credit.spend(self._client, self._taken())

    def _taken(self) -> float:
        return processor_time(self._number) - self._before
