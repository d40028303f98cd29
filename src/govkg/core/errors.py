"""Errors that say where, what and what to do; all problems of a step are carried together."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong: `where` is a file (or a parameter), `line` counts from 1, or 0 for the whole of it."""

    where: str
    line: int
    what: str
    todo: str = ""

    def __str__(self) -> str:
        place = f"{self.where}:{self.line}" if self.line else self.where
        return f"{place}: {self.what}" + (f"\n    → {self.todo}" if self.todo else "")


class GovkgError(Exception):
    """Input that cannot be used. Carries every problem that the step found, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(p) for p in self.problems))


class UsageError(GovkgError, ValueError):
    """A wrong argument of a person or a program: an unknown query, parameter or value. A ValueError to Python programs."""

    def __init__(self, where: str, what: str, todo: str = "") -> None:
        super().__init__([Problem(where, 0, what, todo)])

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> "UsageError":
        """The error that tells all of these problems."""
        found = list(problems)
        error = cls(found[0].where, found[0].what, found[0].todo)
        GovkgError.__init__(error, found)
        return error


def stop_if(problems: Iterable[Problem]) -> None:
    """Raise GovkgError with all `problems`, or return when there are none."""
    found = list(problems)
    if found:
        raise GovkgError(found)


class AwayError(GovkgError):
    """The store does not answer now, or is being loaded: to be asked again later, or by another process."""

    def __init__(self, where: str, what: str, todo: str = "") -> None:
        super().__init__([Problem(where, 0, what, todo)])
