"""A description in two parts."""

import pytest

from govkg.server.parted import parted

LONG = "A sentence that is long enough to stand alone."


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (f"{LONG} More.", (LONG, "More.")),
        (f"One row a task. {LONG} More.", (f"One row a task. {LONG}", "More.")),
        (LONG, (LONG, "")),
        ("Yksi rivi väitettä kohti, mm. tehtävästä, ja muusta.", ("Yksi rivi väitettä kohti, mm. tehtävästä, ja muusta.", "")),
        ("", ("", "")),
    ],
)  # fmt: skip
def test_the_first_sentence_is_shown_and_the_rest_opens(text: str, parts: tuple[str, str]) -> None:
    assert parted(text) == parts
