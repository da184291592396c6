"""Ends a forked attempt as the interpreter would, but without taking every imported module down.

That would touch, and so copy, all the memory that a fork shares with its parent: about a second of processor time
with PyTorch, in every trial. What an end is good for still happens: threads are waited for, exit handlers run, and
files that the script left open are written.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import io
import os
import sys
import threading
from typing import Any, Callable, NoReturn


def end_without_teardown(code: Any) -> NoReturn:
    """`code` as for `sys.exit`."""
    if code is not None and not isinstance(code, int):
        print(code, file=sys.stderr)
        code = 1
    wait: Callable[[], None] = getattr(threading, "_shutdown")
    run_exit_handlers: Callable[[], None] = getattr(atexit, "_run_exitfuncs")
    for step in (wait, run_exit_handlers, _write_open_files):
        with contextlib.suppress(BaseException):
            step()
    os._exit((code or 0) & 0xFF)


def _write_open_files() -> None:
    # What the parent imported is frozen and not among these.
    for one in gc.get_objects():
        if isinstance(one, io.IOBase):
            with contextlib.suppress(Exception):
                one.flush()
