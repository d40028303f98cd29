"""A stopped process whose keeper ends would stay stopped for ever, since nobody is left who would let it go on."""

import ctypes
import signal
import sys

_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_C = (
    ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
)  # before the fence, which lets no file be opened


def go_on_without_parent() -> None:
    """Let this process go on, if it is stopped, when its parent ends (prctl(2), PR_SET_PDEATHSIG); then it ends by its own alarm.

    Nothing happens to a process that is not stopped. It has to be called in the process itself, whose parent has no other threads: the
    signal comes when the thread that forked it ends. Only Linux tells of it. Raises OSError.
    """
    if _C is not None and _C.prctl(_PR_SET_PDEATHSIG, ctypes.c_ulong(signal.SIGCONT)):
        raise OSError(ctypes.get_errno(), "prctl")
