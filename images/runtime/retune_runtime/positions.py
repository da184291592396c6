"""Converts places between Python's `ast` (UTF-8 bytes) and the order (code points)."""

from __future__ import annotations

import ast
import importlib.util
from typing import List, Optional

from .order import Place, Position


class SourceText:
    def __init__(self, source: bytes) -> None:
        text = importlib.util.decode_source(source)
        # The order counts characters of the file as it stands; `ast` never sees a byte order mark.
        self._mark = 1 if source.startswith(b"\xef\xbb\xbf") else 0
        self._lines = text.lstrip("\ufeff").split("\n")

    def place(self, node: ast.expr) -> Optional[Place]:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        return self._position(node.lineno, node.col_offset), self._position(node.end_lineno, node.end_col_offset)

    def _position(self, line: int, column: int) -> Position:
        text = self._lines[line - 1]
        return line, column if text.isascii() else len(text.encode("utf-8")[:column].decode("utf-8", "replace"))

    def inside_brackets(self, place: Place) -> Place:
        """The place without brackets and blanks around it: `ast` gives `(3)` the place of `3`."""
        start, end = place
        while self._at(start) in "( \t\n" and start < end:
            start = self._next(start)
        while self._before(end) in ") \t\n" and start < end:
            end = self._previous(end)
        return start, end

    def without_mark(self, place: Place) -> Place:
        return self._shifted(place[0]), self._shifted(place[1])

    def _shifted(self, position: Position) -> Position:
        line, column = position
        return (line, column - self._mark) if line == 1 and column > 0 else position

    def _at(self, position: Position) -> str:
        line, column = position
        text: List[str] = self._lines
        if not 1 <= line <= len(text):
            return "?"
        return text[line - 1][column] if column < len(text[line - 1]) else "\n"

    def _before(self, position: Position) -> str:
        return self._at((position[0], position[1] - 1)) if position[1] > 0 else "\n"

    def _next(self, position: Position) -> Position:
        line, column = position
        return (line, column + 1) if column < len(self._lines[line - 1]) else (line + 1, 0)

    def _previous(self, position: Position) -> Position:
        line, column = position
        return (line, column - 1) if column > 0 else (line - 1, len(self._lines[line - 2]))
