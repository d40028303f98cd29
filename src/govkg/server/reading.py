"""A document's text for the page: sections, and in them blocks of lines with the claims that stand on them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from govkg.query.engine import Engine
from govkg.server.claims import ClaimView
from govkg.server.documents import Document, Span, exclusions, segments
from govkg.server.textlines import Piece, Stretch, locate, pieces


@dataclass(frozen=True)
class Reach:
    """A quote that begins on a line: the line it ends on, and how many of the lines shown after the first one it goes over."""

    last: int
    lines: int


@dataclass(frozen=True)
class Line:
    """A line that is not blank, and the quotes of several lines that begin on it."""

    number: int
    pieces: tuple[Piece, ...]
    heading: bool
    left_out: Span | None
    reaches: tuple[Reach, ...]


@dataclass(frozen=True)
class Block:
    """Lines that belong together and the claims that start on them."""

    lines: tuple[Line, ...]
    claims: tuple[ClaimView, ...]
    left_out: Span | None


@dataclass(frozen=True)
class Section:
    """A part of the document under a heading of the first level; no heading before the first one."""

    heading: Span | None
    blocks: tuple[Block, ...]


def sections(
    engine: Engine,
    document: Document,
    text: Mapping[int, str],
    claims: list[ClaimView],
    shown: list[ClaimView],
    chosen: ClaimView | None,
    lang: str,
) -> list[Section]:
    """The whole text with the claims `shown` beside it, the quotes of `chosen` as hits. `claims` are all of the document's claims."""
    parts = segments(engine, document.iri, lang)
    states = _states(text, claims, {part.first for part in parts}, exclusions(engine, document.iri, lang))
    starts = {part.first: part for part in parts if "/" not in part.iri.partition("segment/")[2].partition("/")[2]}
    reaches = _reaches(states, claims)
    blocks = _blocks(_lines(text, states, shown, chosen, reaches), shown, {*starts, *(part.first for part in parts)})
    return _sections(blocks, starts)


def _states(
    text: Mapping[int, str], claims: list[ClaimView], starts: set[int], left_out: list[Span]
) -> dict[int, Span | bool]:
    """Line → why it is left out, or whether it is a heading: a segment's first lines, as far as no claim quotes them."""
    quoted, found = set(_stretches(text, claims)), dict[int, Span | bool]()
    heading = False
    for number, line in text.items():
        if line.strip():
            gone = (
                None
                if number in quoted
                else next((span for span in left_out if span.first <= number <= span.last), None)
            )
            heading = number in starts or (heading and gone is None and number not in quoted)
            found[number] = gone if gone and number not in starts else heading
    return found


def _reaches(states: Mapping[int, Span | bool], claims: list[ClaimView]) -> dict[int, tuple[Reach, ...]]:
    """Line → the quotes of several lines that begin on it. They can be linked to whatever claims are shown."""
    found: dict[int, tuple[Reach, ...]] = {}
    for first, last in sorted({(quote.line_from, quote.line_to) for claim in claims for quote in claim.quotes}):
        if last > first:
            seen = sum(number in states for number in range(first + 1, last + 1))
            found[first] = (*found.get(first, ()), Reach(last, seen))
    return found


def _lines(
    text: Mapping[int, str],
    states: Mapping[int, Span | bool],
    shown: list[ClaimView],
    chosen: ClaimView | None,
    reaches: Mapping[int, tuple[Reach, ...]],
) -> list[Line]:
    quoted, hits = _stretches(text, shown), _stretches(text, [chosen] if chosen else [])
    return [
        Line(number, pieces(text[number].rstrip(), quoted.get(number, []), hits.get(number, [])), state is True, None if isinstance(state, bool) else state, reaches.get(number, ()))
        for number, state in states.items()
    ]  # fmt: skip


def _stretches(text: Mapping[int, str], claims: Iterable[ClaimView]) -> dict[int, list[Stretch]]:
    """Line → the stretches of it that a claim quotes."""
    found: dict[int, list[Stretch]] = {}
    for first, last, exact in sorted(
        {(quote.line_from, quote.line_to, quote.exact) for claim in claims for quote in claim.quotes}
    ):
        for line, stretch in locate(text, first, last, exact).items():
            found.setdefault(line, []).append(stretch)
    return found


def _blocks(lines: list[Line], claims: list[ClaimView], cuts: set[int]) -> list[Block]:
    """Lines under overlapping quotes stay together; a new block starts where no quote spans, where a segment starts, or where what is left out changes."""
    reach: dict[int, int] = {}
    for quote in (quote for claim in claims for quote in claim.quotes):
        reach[quote.line_from] = max(reach.get(quote.line_from, 0), quote.line_to)
    groups: list[list[Line]] = []
    until, previous = 0, None
    for line in lines:
        starts = line.number in reach
        if (
            not groups
            or line.number in cuts
            or line.left_out != previous
            or (line.number > until and (starts or until))
        ):
            groups.append([])
            until = 0
        groups[-1].append(line)
        until, previous = max(until, reach.get(line.number, 0)), line.left_out
    return [_block(group, claims) for group in groups]


def _block(lines: list[Line], claims: list[ClaimView]) -> Block:
    here = tuple(claim for claim in claims if lines[0].number <= claim.line_from <= lines[-1].number)
    return Block(tuple(lines), here, lines[0].left_out)


def _sections(blocks: list[Block], starts: Mapping[int, Span]) -> list[Section]:
    found: list[Section] = []
    for block in blocks:
        heading = starts.get(block.lines[0].number)
        if heading or not found:
            found.append(Section(heading, (block,)))
        else:
            found[-1] = Section(found[-1].heading, (*found[-1].blocks, block))
    return found
