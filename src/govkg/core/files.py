"""Read text files as people wrote them, and say plainly why a file cannot be read or written."""

import errno
import os
from pathlib import Path

from govkg.core.errors import GovkgError, Problem, UsageError

_NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
_BOMS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"\xef\xbb\xbf": "UTF-8 with a byte order mark"}


def read_text(path: Path, name: str | None = None) -> str:
    """The text of a UTF-8 file. Raises GovkgError when it is missing, binary or in another encoding."""
    name = name or str(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise GovkgError([Problem(name, 0, "the file is missing", "add it")]) from None
    except OSError as error:
        raise unreadable(name, error) from None
    if problem := _why_not_text(data):
        raise GovkgError([Problem(name, *problem, "save it as UTF-8 text without a byte order mark")])
    return data.decode("utf-8")


def unreadable(name: str, error: OSError) -> GovkgError:
    """The error of a file that is there and cannot be read: a folder, or one that is not ours to read."""
    return GovkgError([Problem(name, 0, f"cannot be read: {error.strerror}", "mend the file or its permissions")])


def unwritable(path: Path, error: OSError) -> GovkgError:
    """The error of a file that cannot be written: a wrong one was named, or there is no room for it."""
    why = error.strerror or str(error)  # the store's own errors have no number
    if error.errno in _NO_ROOM or any(os.strerror(number) in why for number in _NO_ROOM):
        todo = "free some room on the disk; what was there before is as it was"
        return GovkgError([Problem(str(path), 0, f"cannot be written: {why}", todo)])
    return UsageError(str(path), f"cannot be written: {why}", "name a file in a folder that you may write to")


def _why_not_text(data: bytes) -> tuple[int, str] | None:
    for bom, encoding in _BOMS.items():
        if data.startswith(bom):
            return 0, f"the file is {encoding}"
    if b"\0" in data:
        return data[: data.index(b"\0")].count(b"\n") + 1, "the file is binary or UTF-16: it holds a NUL byte"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data[: error.start].count(b"\n") + 1, f"not UTF-8 at byte {error.start}"
    return None
