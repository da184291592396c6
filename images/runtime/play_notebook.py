"""Runs the cells of a notebook one after the other, with no hook of ours and without Jupyter: `reproduce.sh` takes it along.

`python play_notebook.py NOTEBOOK [arguments]`; `cells.py`, `magics.py` and `notebook_shell.py` lie beside it.
"""

from __future__ import annotations

import ast
import builtins
import os
import sys
import types
from typing import Any, Dict, List

from cells import name_of, read_cells  # type: ignore[import-not-found]
from magics import plain_python  # type: ignore[import-not-found]
from notebook_shell import Shell  # type: ignore[import-not-found]

# An author's own modules may be called the same.
for own in ("cells", "magics", "notebook_shell"):
    del sys.modules[own]

HERE = os.path.dirname(os.path.abspath(__file__))


def main(arguments: List[str]) -> None:
    path = arguments[0]
    sys.argv = arguments
    # As in Jupyter: modules of the author lie beside the notebook, ours are no place to look.
    sys.path[:] = [os.path.dirname(os.path.abspath(path)), *(each for each in sys.path if os.path.abspath(each) != HERE)]
    main_module = types.ModuleType("__main__")
    sys.modules["__main__"] = main_module

    def cells(other: str) -> List[str]:
        return [plain_python(source) for _, source in read_cells(other)]

    shell = Shell(lambda _code, text: print(text, file=sys.stderr), cells, main_module.__dict__, sys.stderr.write)
    setattr(builtins, "get_ipython", lambda: shell)
    setattr(builtins, "display", lambda *values, **_: print(*values))
    for number, source in read_cells(path):
        run(source, "cell %d" % number, main_module.__dict__)


def run(source: str, file: str, names: Dict[str, Any]) -> None:
    """Runs one cell, and shows its last expression by the name in it."""
    tree = ast.parse(plain_python(source), file)
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr):
        exec(compile(tree, file, "exec", dont_inherit=True), names)
        return
    tree.body.pop()
    exec(compile(tree, file, "exec", dont_inherit=True), names)
    value = eval(compile(ast.Expression(last.value), file, "eval", dont_inherit=True), names)
    if value is not None and not source.rstrip().endswith(";"):
        name = name_of(last.value)
        print("%r" % (value,) if name is None else "%s: %r" % (name, value))


if __name__ == "__main__":
    main(sys.argv[1:])
