"""Beats every second into `alive.json`, and ends the attempt when its time is up."""

from __future__ import annotations

import _thread
import json
import os
import sys
import time
from typing import Callable, Optional

from .events import Events
from .processes import kill_started

TIMED_OUT = 124


class Progress:
    """Counts epochs, steps and fits, so that a beating heart in a stuck process can be told from work."""

    def __init__(self) -> None:
        self.count = 0

    def moved(self) -> None:
        self.count += 1


class Heartbeat:
    def __init__(
        self, folder: str, events: Events, progress: Progress, limit: Optional[float], at_limit: Callable[[], None]
    ) -> None:
        self._path = os.path.join(folder, "alive.json")
        self._events = events
        self._progress = progress
        self._limit = limit
        self._at_limit = at_limit

    def start(self) -> None:
        self._beat()
        # Not a threading.Thread: the script counts its threads and finds its own only.
        _thread.start_new_thread(self._run, ())

    def _run(self) -> None:
        while not self._events.silent:
            left = 1.0 if self._limit is None else self._limit - self._events.seconds()
            if left <= 0 and self._limit is not None:
                self._end(self._limit)
            time.sleep(max(0.01, min(1.0, left)))
            self._beat()

    def _beat(self) -> None:
        record = {"v": 1, "t": self._events.seconds(), "progress": self._progress.count, "pid": os.getpid()}
        try:
            with open(self._path + ".tmp", "w", encoding="ascii") as file:
                json.dump(record, file)
            os.replace(self._path + ".tmp", self._path)
        except OSError:
            # A full disk must not end the training; the next beat tries again.
            pass

    def _end(self, limit: float) -> None:
        try:
            self._at_limit()
        finally:
            self._events.write_last("timed-out", limit=limit)
            # What the script printed last helps to see where it was; but a blocked output must not hold us.
            _thread.start_new_thread(_flush, ())
            time.sleep(0.1)
            kill_started()
            os._exit(TIMED_OUT)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass
