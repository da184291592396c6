"""Writes `events.jsonl`: what happened, one line each."""

from __future__ import annotations

import json
import os
import threading
import time
from contextlib import contextmanager
from typing import Any, Dict, Iterator, List, Optional

LONGEST_TEXT = 2000


class Events:
    """Appends one line with one write call; silent until it begins, in forked children and after the last event."""

    def __init__(self) -> None:
        self.folder = ""
        self._path = ""
        self._start = time.monotonic()
        self._lock = threading.Lock()
        self._silent = True
        self._held: Optional[List[bytes]] = None
        os.register_at_fork(after_in_child=self._silence)

    def begin(self, folder: str) -> None:
        """From now on this process tells what happens in the attempt of this folder."""
        self.folder = folder
        self._path = os.path.join(folder, "events.jsonl")
        self._start = time.monotonic()
        self._silent = False

    @property
    def silent(self) -> bool:
        return self._silent

    def seconds(self) -> float:
        return round(time.monotonic() - self._start, 3)

    def write(self, kind: str, **fields: Any) -> None:
        self._append(kind, fields, last=False)

    def write_last(self, kind: str, **fields: Any) -> None:
        self._append(kind, fields, last=True)

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is written inside comes in one piece: a booster's round is short, and its events are several."""
        with self._lock:
            self._held = [] if self._held is None else self._held
        try:
            yield
        finally:
            with self._lock:
                self._flush(b"")

    def _append(self, kind: str, fields: Dict[str, Any], last: bool) -> None:
        if self._silent:
            return
        line = _encode({"v": 1, "t": self.seconds(), "kind": kind, **fields})
        with self._lock:
            if self._silent:
                return
            self._silent = last
            if self._held is not None and not last:
                self._held.append(line)
            else:
                self._flush(line)

    def _flush(self, line: bytes) -> None:
        held, self._held = self._held or [], None
        data = b"".join([*held, line])
        if not data:
            return
        # Opened for each piece: a script may close every descriptor it did not open itself.
        descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
        try:
            os.write(descriptor, data)
        finally:
            os.close(descriptor)

    def _silence(self) -> None:
        self._silent = True
        self._held = None
        self._lock = threading.Lock()


# Made once: a call of `json.dumps` with options makes one each time, and events are written while a model trains.
_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def _encode(message: Dict[str, Any]) -> bytes:
    text = _JSON.encode(message)
    if len(text) > LONGEST_TEXT:
        text = _JSON.encode(_cut(message))
    return text.encode("utf-8", "replace") + b"\n"


def _cut(value: Any) -> Any:
    if isinstance(value, str):
        return value[:LONGEST_TEXT]
    if isinstance(value, dict):
        return {key: _cut(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_cut(each) for each in value]
    return value
