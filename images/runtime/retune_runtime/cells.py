"""The cells of a notebook. Imports nothing of ours: `reproduce.sh` takes it along."""

from __future__ import annotations

import ast
import json
from typing import Any, List, NamedTuple, Optional


class Cell(NamedTuple):
    # From 0, over all cells of the notebook.
    number: int
    source: str


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
