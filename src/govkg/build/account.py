"""Account for every content line of a document: quoted under a claim, a heading, excluded with a reason, or unaccounted."""

from collections.abc import Iterable
from dataclasses import dataclass

from govkg.core.errors import Problem
from govkg.core.model import Curation


@dataclass(frozen=True)
class LineAccount:
    """What became of a content line: `state` is quoted, excluded or unaccounted; `why` an exclusion's reason; `claims` how many quote it."""

    number: int
    text: str
    state: str
    why: str
    claims: int


@dataclass(frozen=True)
class Coverage:
    """The account of a document in numbers of lines, claims and distinct quotes."""

    document: str
    content: int
    quoted: int
    excluded: int
    unaccounted: int
    claims: int
    quotes: int


def account(curation: Curation) -> list[LineAccount]:
    """What became of each content line (a line with a visible character), in order."""
    claims: dict[int, int] = {}
    for claim in curation.claims:
        for line in {line for found in claim.anchors for line in found.lines}:
            claims[line] = claims.get(line, 0) + 1
    excluded = _excluded(curation)
    lines = []
    for number, text in enumerate(curation.source.lines, 1):
        if not text.strip():
            continue
        state = "quoted" if number in claims else "excluded" if number in excluded else "unaccounted"
        lines.append(
            LineAccount(
                number,
                text.strip(),
                state,
                excluded.get(number, "") if state == "excluded" else "",
                claims.get(number, 0),
            )
        )
    return lines


def _excluded(curation: Curation) -> dict[int, str]:
    found: dict[int, str] = {}
    for segment in curation.source.segments:
        for line in range(segment.line_from, segment.line_from + segment.heading_lines):
            found[line] = "heading"
    for exclusion in curation.exclusions:
        for line in exclusion.lines:
            found[line] = exclusion.reason
    return found


def summary(curation: Curation) -> Coverage:
    """The account in numbers."""
    lines = account(curation)
    count = {state: sum(line.state == state for line in lines) for state in ("quoted", "excluded", "unaccounted")}
    quotes = {(found.start, found.end) for claim in curation.claims for found in claim.anchors}
    return Coverage(
        curation.source.slug,
        len(lines),
        count["quoted"],
        count["excluded"],
        count["unaccounted"],
        len(curation.claims),
        len(quotes),
    )


def unaccounted(curation: Curation) -> Iterable[Problem]:
    """A problem for each run of lines that is neither quoted nor excluded."""
    run: list[LineAccount] = []
    for line in [*account(curation), LineAccount(-1, "", "quoted", "", 0)]:
        if line.state == "unaccounted":
            run.append(line)
        elif run:
            place = f"lines {run[0].number}–{run[-1].number}" if len(run) > 1 else "line"
            yield Problem(
                f"{curation.source.slug}/text.txt",
                run[0].number,
                f"{place} neither quoted nor excluded: “{run[0].text[:60]}”",
                "quote under a claim, or add an exclusion with a reason",
            )
            run = []
