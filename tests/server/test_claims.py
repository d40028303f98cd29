"""Claims as the pages show them: of whom or what they speak, and what they say of it."""

import pytest

from govkg.core.names import ID
from govkg.server.claims import ClaimView
from govkg.server.facts import Value


def _view(**given: str) -> ClaimView:
    values = {
        name: (Value(text, "", f"{ID}answer/{text}" if name == "answer" else ""),) for name, text in given.items()
    }
    return ClaimView("", "", 0, 1, 1, values, ())


@pytest.mark.parametrize(
    ("given", "subject", "said"),
    [
        ({"body": "board", "question": "who?", "task": "grants"}, "board", "grants"),
        ({"subjectText": "a network", "question": "who with whom?", "task": "grants"}, "a network", "grants"),
        ({"question": "how far?", "task": "strategy"}, "how far?", "strategy"),
    ],
)
def test_a_claim_speaks_of_its_body_else_of_what_the_text_names(given: dict[str, str], subject: str, said: str) -> None:
    view = _view(answer="stated", **given)
    assert [[value.text for value in part] for part in (view.subject, view.object)] == [[subject], [said]]


def test_a_silence_speaks_of_the_question_that_was_read_for() -> None:
    view = _view(answer="not-stated", question="who?", subjectText="the body that decides")
    assert view.subject[0].text == "who?"
    assert view.object[0].text == "the body that decides"
