"""The command line: one verb, one library function. Exit codes: 0 done, 1 the input is wrong or the answer is no, 2 wrong usage."""

from govkg.cli.main import main

__all__ = ["main"]
