"""What an answer amounts to as a whole: stated, stated absent, not stated, not read, or left empty by limits."""

from govkg.core.names import ID
from govkg.query.emptiness import ABOUT_READING, NOT_STATED, STATED, STATED_ABSENT, Outcome
from govkg.query.empty_words import sentence
from govkg.query.run import GraphAnswer, Table

_ABSENT = f"{ID}answer/stated-absent"
SILENT = frozenset({f"{ID}answer/not-stated", _ABSENT})  # the answers of a document that gives none


def outcome_of(answer: Table | GraphAnswer) -> Outcome:
    """The kind of an answer with its sentence; of one with rows, what all of its rows say together."""
    if answer.empty is not None:
        return answer.empty
    if isinstance(answer, GraphAnswer) or not answer.rows or answer.query.theme == ABOUT_READING:
        return Outcome(STATED)  # who asks about the reading is told of silence, which is no silence
    answers = [frozenset(answer.at(row, "answer").iris) for row in answer.rows]
    if not all(iris and iris <= SILENT for iris in answers):
        return Outcome(STATED)
    if frozenset().union(*answers) == {_ABSENT}:
        return Outcome(STATED_ABSENT, sentence(answer.lang, STATED_ABSENT))
    return Outcome(NOT_STATED, sentence(answer.lang, "silent"))
