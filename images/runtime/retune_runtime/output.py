"""Reads along what the script prints and logs, on its way to `output.log`."""

from __future__ import annotations

import codecs
import io
import os
import sys
from typing import Any, Callable, List

LONGEST_LINE = 20000
# A script that floods its output must not fill the disk for others.
LARGEST_LOG = 256 << 20
# Of what went past us, the end.
LOOKED_AT = 1 << 20


class Lines:
    """Cuts a stream of bytes into lines."""

    def __init__(self, encoding: str, see: Callable[[str], None]) -> None:
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._see = see
        self._rest = ""

    def feed(self, data: bytes) -> None:
        *lines, rest = (self._rest + self._decoder.decode(data)).split("\n")
        # A line without end (a progress bar, a flood) must not grow without end.
        self._rest = rest[-LONGEST_LINE:]
        for line in lines:
            if len(line) <= LONGEST_LINE:
                self._see(line)

    def finish(self) -> None:
        rest, self._rest = self._rest, ""
        if rest:
            self._see(rest)


class ReadAlong(io.BufferedWriter):
    """The bytes' way out. Below the text layer, so that a script may wrap or replace `sys.stdout` as it likes."""

    lines: Lines
    alive: Callable[[], bool]
    at_once = False
    kept = 0

    def write(self, data: Any) -> int:
        count = len(data)
        if self.kept <= LARGEST_LOG:
            self.kept += count
            super().write(data)
            if self.kept > LARGEST_LOG:
                super().write(b"\n[retune: what is printed from here on is not kept]\n")
        try:
            if self.alive():
                self.lines.feed(bytes(data))
        except Exception:
            # Reading along is a bonus; the author's print must not fail for it.
            pass
        if self.at_once:
            self.flush()
        return count


def last_lines(path: str) -> List[str]:
    """The end of the log, where results stand."""
    with open(path, "rb") as file:
        file.seek(max(0, os.fstat(file.fileno()).st_size - LOOKED_AT))
        return file.read().decode("utf-8", "replace").splitlines()


def read_along(name: str, see: Callable[[str], None], alive: Callable[[], bool]) -> Callable[[], None]:
    """Starts to read `stdout` or `stderr`; returns what ends it, for a last line without its end."""
    stream = getattr(sys, name)
    if not isinstance(stream, io.TextIOWrapper):
        return lambda: None
    encoding, errors = stream.encoding, stream.errors
    stream.flush()
    below: Any = stream.detach()
    # With PYTHONUNBUFFERED there is no buffer between the text and the file.
    unbuffered = not isinstance(below, io.BufferedWriter)
    buffer = ReadAlong(below if unbuffered else below.detach())
    buffer.at_once = unbuffered
    buffer.lines = Lines(encoding, see)
    buffer.alive = alive
    # By line: the log shows how far the script is, and holds its last words whatever ends it.
    text = io.TextIOWrapper(buffer, encoding=encoding, errors=errors, line_buffering=True, write_through=unbuffered)
    text.mode = "w"  # type: ignore[misc]
    setattr(sys, name, text)
    setattr(sys, "__%s__" % name, text)

    def finish() -> None:
        # What the script put in its place may still hold text; ours may be closed or taken apart by now.
        for layer in (getattr(sys, name, None), text):
            try:
                layer.flush()  # type: ignore[union-attr]
            except Exception:
                continue
        buffer.lines.finish()
        buffer.alive = lambda: False

    return finish
