"""Runs a notebook as Jupyter does: cell by cell in one `__main__`, the last expression of each shown."""

from __future__ import annotations

import ast
import builtins
import linecache
import os
import sys
from typing import Any, Dict, Optional

from .cells import Cell, name_of, read_cells
from .failure import CELL
from .guard import Guard
from .instrument import Instrument
from .magics import plain_python
from .notebook_shell import Shell, Warn
from .observations import Observations

LONGEST_SHOWN = 2000


class NotebookRun:
    def __init__(self, path: str, name: str, instrument: Instrument, observations: Observations, guard: Guard, warn: Warn) -> None:
        self._path = path
        self._name = name
        self._instrument = instrument
        self._observations = observations
        self._guard = guard
        self._warn = warn

    def run(self, names: Dict[str, Any]) -> None:
        """Runs the cells in a module's names."""
        # Jupyter's `__main__` has no file, so that worker processes do not try to import it.
        names.pop("__file__", None)
        show = lambda text: self._guard.run("notebook", _write_past, text)  # noqa: E731
        shell = Shell(self._warn, lambda path: [plain_python(cell.source) for cell in read_cells(path)], names, show)
        setattr(builtins, "get_ipython", lambda: shell)
        setattr(builtins, "display", self._display)
        for count, cell in enumerate(read_cells(self._path), start=1):
            self._run_cell(cell, count, names)

    def _run_cell(self, cell: Cell, count: int, names: Dict[str, Any]) -> None:
        source = plain_python(cell.source)
        file = "%s%s%d" % (self._path, CELL, cell.number)
        # For tracebacks and `inspect`, which would read lines of the notebook's JSON otherwise.
        linecache.cache[file] = (len(source), None, [line + "\n" for line in cell.source.split("\n")], file)
        tree = self._instrument.tree(source.encode("utf-8"), file, self._name, cell.number)
        end = tree.body[-1] if tree.body else None
        last = end if isinstance(end, ast.Expr) else None
        if last is not None:
            tree.body.pop()
        exec(compile(tree, file, "exec", dont_inherit=True), names)
        if last is None:
            return
        value = eval(compile(ast.Expression(last.value), file, "eval", dont_inherit=True), names)
        if value is not None and not source.rstrip().endswith(";"):
            self._show(value, "Out[%d]: " % count)
            self._guard.run("notebook", self._tell, last.value, value)

    def _display(self, *values: Any, **_: Any) -> None:
        for value in values:
            self._show(value, "")

    def _show(self, value: Any, label: str) -> None:
        # Past the reading of printed lines: this is no print of the author's.
        text = "%s%s" % (label, repr(value))
        self._guard.run("notebook", _write_past, text[:LONGEST_SHOWN] + "\n")

    def _tell(self, expression: ast.expr, value: Any) -> None:
        if isinstance(value, str):
            lines = value.splitlines()[:50]
        elif isinstance(value, (dict, tuple, list)) and len(value) <= 50:
            lines = [repr(value)[:LONGEST_SHOWN]]
        else:
            name = name_of(expression)
            number = _number(value)
            lines = [] if name is None or number is None else ["%s: %s" % (name, number)]
        for line in lines:
            self._observations.shown(line)


def _number(value: Any) -> Optional[float]:
    """What a number or an array of one is worth; a model that a cell shows is worth none."""
    try:
        return float(value)
    except Exception:
        return None


def _write_past(text: str) -> None:
    """To the log, but not through the streams that are read along."""
    sys.stderr.flush()
    os.write(2, text.encode("utf-8", "replace"))
