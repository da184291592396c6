"""Keeps our hooks from ever breaking a training, and from seeing what a framework does inside itself."""

from __future__ import annotations

import os
import sys
from typing import Any, Callable, Optional, Set

from .events import Events


class Guard:
    """Runs parts of hooks; a bug in one becomes a warning, once."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._reported: Set[str] = set()

    def run(self, hook: str, function: Callable[..., Any], *arguments: Any) -> Any:
        try:
            return function(*arguments)
        except Exception:
            self._report(hook)
            return None

    def _report(self, hook: str) -> None:
        if hook in self._reported:
            return
        self._reported.add(hook)
        kind, error, trace = sys.exc_info()
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        name = "" if kind is None else kind.__name__
        try:
            place = "" if trace is None else "%s:%d" % (os.path.basename(trace.tb_frame.f_code.co_filename), trace.tb_lineno)
            self._events.write("warning", code="hook-failed", text="%s: %s: %s (%s)" % (hook, name, error, place))
        except Exception:
            pass


class Nesting:
    """Whether a hooked call is the author's own (outermost), or one that a framework makes inside it."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._depth = 0

    @property
    def inside(self) -> bool:
        return self._depth > 0 or self._events.silent

    def __enter__(self) -> None:
        self._depth += 1

    def __exit__(self, *_: Any) -> Optional[bool]:
        self._depth -= 1
        return None
