"""Runs a notebook as Jupyter does: cell by cell in one `__main__`, the last expression of each shown."""

from __future__ import annotations

import ast
import builtins
import json
import linecache
import os
import sys
from typing import Any, Callable, Dict, List, NamedTuple, Optional

from .failure import CELL
from .guard import Guard
from .instrument import Instrument
from .magics import plain_python
from .observations import Observations

LONGEST_SHOWN = 2000

# Line magics that would change the machine or start something else.
_COMMANDS = (
    "pip", "pip3", "conda", "mamba", "run", "sx", "system", "load", "download", "mkdir", "rmdir", "rm", "cp", "mv", "ls", "ll", "cat"
)

Warn = Callable[[str, str], None]


class Cell(NamedTuple):
    # From 0, over all cells of the notebook.
    number: int
    source: str


class Shell:
    """What `get_ipython()` gives: the few magics that change what follows; the others do nothing here."""

    def __init__(self, warn: Warn) -> None:
        self._warn = warn

    def run_line_magic(self, name: str, line: str, *_: Any) -> None:
        if name == "cd":
            os.chdir(os.path.expanduser(line.strip("'\"")))
        elif name in ("env", "set_env") and "=" in line:
            key, _equals, value = line.partition("=")
            os.environ[key.strip()] = value.strip()
        elif name in _COMMANDS:
            self._skipped("%" + name + " " + line)

    def run_cell_magic(self, name: str, line: str, body: str) -> None:
        if name in ("writefile", "file"):
            append = line.startswith("-a ")
            with open(line[3:].strip() if append else line, "a" if append else "w", encoding="utf-8") as file:
                file.write(body)
        elif name in ("bash", "sh", "script", "!", "perl", "ruby", "system", "sx"):
            self._skipped("%%" + name)

    def getoutput(self, command: str, *_: Any) -> List[str]:
        self._skipped("!" + command)
        return []

    def system(self, command: str) -> None:
        self._skipped("!" + command)

    def magic(self, line: str) -> None:
        name, _, rest = line.lstrip("%").partition(" ")
        self.run_line_magic(name, rest)

    def _skipped(self, command: str) -> None:
        self._warn("notebook-command", "a command of the notebook is not run here: " + command.strip()[:200])


class NotebookRun:
    def __init__(self, path: str, name: str, instrument: Instrument, observations: Observations, guard: Guard, warn: Warn) -> None:
        self._path = path
        self._name = name
        self._instrument = instrument
        self._observations = observations
        self._guard = guard
        self._shell = Shell(warn)

    def run(self, names: Dict[str, Any]) -> None:
        """Runs the cells in a module's names."""
        # Jupyter's `__main__` has no file, so that worker processes do not try to import it.
        names.pop("__file__", None)
        setattr(builtins, "get_ipython", lambda: self._shell)
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
            name = _name_of(expression)
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


def _name_of(expression: ast.expr) -> Optional[str]:
    """`test_acc`, `results["accuracy"]`, `history.accuracy`, `accuracy(model, data)`: the word that says what it is."""
    if isinstance(expression, ast.Name):
        return expression.id
    if isinstance(expression, ast.Attribute):
        return expression.attr
    if isinstance(expression, ast.Call):
        return _name_of(expression.func)
    if isinstance(expression, ast.Subscript):
        key = expression.slice
        return key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else _name_of(expression.value)
    return None


def read_cells(path: str) -> List[Cell]:
    with open(path, encoding="utf-8-sig") as file:
        notebook: Any = json.load(file)
    cells = notebook.get("cells")
    if cells is None:
        # The third format keeps them in a worksheet.
        cells = [cell for sheet in notebook.get("worksheets") or () for cell in sheet.get("cells") or ()]
    found = []
    for index, cell in enumerate(cells):
        if cell.get("cell_type") == "code":
            source = cell.get("source", cell.get("input", ""))
            found.append(Cell(index, source if isinstance(source, str) else "".join(source)))
    return found


def _write_past(text: str) -> None:
    """To the log, but not through the streams that are read along."""
    sys.stderr.flush()
    os.write(2, text.encode("utf-8", "replace"))
