"""Where a command's bytes go: a file, or the terminal or pipe."""

import sys
from pathlib import Path

from govkg.core.files import unwritable


def put(data: bytes, out: Path | None) -> None:
    """Write to the file, or to standard output when none is named. Raises UsageError when the file cannot be written."""
    if out is None:
        sys.stdout.buffer.write(data)
        return
    try:
        out.write_bytes(data)
    except OSError as error:
        raise unwritable(out, error) from None
