"""The place of a long query behind all others on a busy processor."""

import contextlib
import os
import sys
from pathlib import Path

_LOWEST = 19  # the nice value of who gives way to all


def step_aside(number: int) -> None:
    """Leave a process only what others leave of the processors. Raises OSError when it has ended.

    On Linux in the idle class, for each thread (sched(7), SCHED_IDLE): it is put off its processor as soon as another process wakes.
    With a nice value, who wakes would still wait for the end of a slice of some milliseconds.
    """
    if sys.platform != "linux":
        os.setpriority(os.PRIO_PROCESS, number, _LOWEST)
        return
    for thread in Path(f"/proc/{number}/task").iterdir():
        with contextlib.suppress(ProcessLookupError):  # a thread may end, the process goes on
            os.sched_setscheduler(int(thread.name), os.SCHED_IDLE, os.sched_param(0))
