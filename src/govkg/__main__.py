"""`python -m govkg`: the command line."""

from govkg.cli import main

main()
