"""One file without a name that many read at once, each at its own pace and from its own place."""

import io
import os
import shutil
import tempfile
from typing import BinaryIO

_START, _HERE, _END = 0, 1, 2


class SharedFile:
    """A copy of `source` on disk, of which nothing is left when the last reader is gone. Raises OSError when there is no room for it."""

    def __init__(self, source: BinaryIO) -> None:
        self.file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the last that refers to it
        shutil.copyfileobj(source, self.file)
        self.file.flush()

    def __del__(self) -> None:
        self.file.close()

    def reader(self) -> "Reader":
        """A reader at the beginning."""
        return Reader(self)


class Reader(io.RawIOBase):
    """A place in a shared file (pread(2)): readers do not move one another, and to close one closes no other."""

    def __init__(self, shared: SharedFile) -> None:
        self._shared, self._at = shared, 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # any writable buffer
        """Read the next bytes; 0 at the end."""
        found = os.preadv(self._shared.file.fileno(), [buffer], self._at)
        self._at += found
        return found

    def seek(self, offset: int, whence: int = _START) -> int:
        """Move to a place counted from the start, from here or from the end."""
        begins = {_START: 0, _HERE: self._at, _END: os.fstat(self._shared.file.fileno()).st_size}
        self._at = begins[whence] + offset
        return self._at

    def tell(self) -> int:
        """The place of the next byte."""
        return self._at
