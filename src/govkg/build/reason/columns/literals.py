"""Table 8: literals. Their values are read only where a rule needs them, and datatypes are asked group by group."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from pyoxigraph import Literal, NamedNode

from govkg.build.reason import datatypes
from govkg.build.reason.columns.arrays import EMPTY, Column, Mask, column, contains, missing
from govkg.build.reason.datatypes import DATATYPES, Value
from govkg.build.reason.model import Term
from govkg.build.reason.ntriples import Tokens
from govkg.build.reason.vocabulary import NAMES
from govkg.core.names import RDF, XSD

STRING, LANGUAGE_STRING = XSD + "string", RDF + "langString"
NUMBERS = range(len(NAMES), len(NAMES) + len(DATATYPES))
"""The numbers of the supported datatypes."""

_TYPED = re.compile(rb'"\^\^<([^>]*)>\Z')


class Literals:
    """The literals among the terms, by datatype, with what the rules ask of them."""

    def __init__(self, of: Sequence[Term], groups: Mapping[str, Sequence[int]]) -> None:
        self._of = of
        self._groups = {datatype: column(numbers) for datatype, numbers in groups.items()}
        self._values: dict[int, Value | None] = {}
        self.all: Column = np.sort(np.concatenate([EMPTY, *self._groups.values()]))
        self.ill_typed = self._ill_typed()

    def among(self, numbers: Column) -> Mask:
        """Which of the terms are literals."""
        return contains(self.all, numbers)

    def value(self, number: int) -> Value | None:
        """The value of a term that is a well-typed literal of a datatype that we can read, else None."""
        if number not in self._values:
            term = self._of[number]
            try:
                self._values[number] = datatypes.value(term) if isinstance(term, Literal) else None
            except ValueError:
                self._values[number] = None
        return self._values[number]

    def whole_number(self, number: int) -> int:
        """The number that a literal of an integer datatype stands for, or -1 for anything else."""
        return datatypes.whole(self.value(number))

    def same_value(self, x: int, y: int) -> bool:
        """dt-eq: whether two literals are spellings of one value."""
        value = self.value(x)
        return value is not None and value == self.value(y)

    def differ(self, x: int, y: int) -> bool:
        """dt-diff: whether two terms are literals of different values."""
        one, two = self.value(x), self.value(y)
        return one is not None and two is not None and one != two

    def of_datatype(self, d: int) -> Column:
        """dt-type2: the literals whose values the datatype holds, sorted."""
        found = [self._held(datatype, d) for datatype in self._groups]
        return np.sort(np.concatenate([EMPTY, *found]))

    def _held(self, datatype: str, d: int) -> Column:
        """Those of one group that the datatype holds; texts are all alike, but for the narrower kinds of string."""
        numbers = self._groups[datatype]
        if datatype in (STRING, LANGUAGE_STRING) and not datatypes.is_narrow_string(_named(d)):
            return numbers if self._holds(d, int(numbers[0])) else EMPTY
        return column([x for x in numbers.tolist() if self._holds(d, x)])

    def _holds(self, d: int, x: int) -> bool:
        return datatypes.holds(_named(d), self.value(x)) is True

    def outside(self, d: int, things: Column) -> Column:
        """dt-not-type: the literals among some things that the datatype cannot hold."""
        given = things[self.among(things)]
        doubtful = missing(self.of_datatype(d), given) if len(given) else given
        return column([x for x in doubtful.tolist() if datatypes.holds(_named(d), self.value(x)) is False])

    def _ill_typed(self) -> dict[int, int]:
        """The literals that are no form of their datatype, with the datatype."""
        found: dict[int, int] = {}
        for datatype, numbers in self._groups.items():
            d = _NUMBER.get(datatype)
            if d is not None and datatype not in (STRING, LANGUAGE_STRING) and datatypes.can_read(_named(d)):
                found |= dict.fromkeys((x for x in numbers.tolist() if self.value(x) is None), d)
        return found


_NUMBER = {datatype.value: d for d, datatype in zip(NUMBERS, DATATYPES, strict=True)}


def _named(d: int) -> NamedNode:
    return DATATYPES[d - NUMBERS.start]


def literals(terms: Tokens) -> Literals:
    """Those of the terms that are literals."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for i, text in enumerate(terms.texts):
        if text[0] == 34:  # a quotation mark
            groups[_datatype(text)].append(i)
    return Literals(terms, groups)


def _datatype(text: bytes) -> str:
    if text.endswith(b'"'):
        return STRING
    typed = _TYPED.search(text)
    return typed[1].decode() if typed else LANGUAGE_STRING
