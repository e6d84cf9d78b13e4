"""A child of a program that is killed before a chosen step that touches the disk.

It is forked for each step, since an audit hook cannot be taken off again, and no other program can be killed so exactly.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

#: The steps: whatever changes the disk.
STEPS = {"open", "os.mkdir", "os.rename", "os.rmdir", "os.remove", "os.truncate"}


def child(folder: Path, work: Callable[[], object], step: int | None = None) -> int:
    """The process id of a child that works, and that is killed before a step in the folder; its code is 0 once it is done."""
    if pid := os.fork():
        return pid
    left = step

    def kill(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if left is not None and event in STEPS and str(folder) in str(arguments[0]):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    code = 1
    try:
        sys.addaudithook(kill)
        work()
        code = 0
    finally:
        os._exit(code)
