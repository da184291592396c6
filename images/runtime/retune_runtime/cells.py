"""The cells of a notebook, and what they may ask IPython for. Imports nothing of ours: `reproduce.sh` takes it along."""

from __future__ import annotations

import ast
import json
import os
from typing import Any, Callable, List, NamedTuple, Optional

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


def name_of(expression: ast.expr) -> Optional[str]:
    """`test_acc`, `results["accuracy"]`, `history.accuracy`, `accuracy(model, data)`: the word that says what it is."""
    if isinstance(expression, ast.Name):
        return expression.id
    if isinstance(expression, ast.Attribute):
        return expression.attr
    if isinstance(expression, ast.Call):
        return name_of(expression.func)
    if isinstance(expression, ast.Subscript):
        key = expression.slice
        return key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else name_of(expression.value)
    return None
