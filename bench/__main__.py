"""Measure against the peers and write RESULTS.md: `python -m bench [--quick] [PART...]`, or `--report` to write it anew only."""

import argparse
import sys
import traceback

from bench.parts import PARTS, keep, measured
from bench.plot import draw
from bench.report import write


def main() -> None:
    """Measure the parts, one after the other; each is kept when it is done."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"all, or some of: {', '.join(PARTS)}")
    parser.add_argument("--quick", action="store_true", help="one short round of everything: a few minutes")
    parser.add_argument("--report", action="store_true", help="measure nothing")
    options = parser.parse_args()
    for part in options.parts:
        if part not in PARTS:
            parser.error(f"there is no part {part}; the parts are {', '.join(PARTS)}")
    failed = []
    for part in [] if options.report else options.parts or PARTS:
        try:
            keep(measured(part, options.quick))
        except Exception:  # the others are worth having: they took half an hour
            traceback.print_exc()
            failed.append(part)
    draw()
    write()
    if failed:
        sys.exit(f"not measured: {', '.join(failed)}; what RESULTS.md has of them is older")


if __name__ == "__main__":
    main()
