"""Runs the author's script as `python train.py` does: as `__main__`, with nothing of ours in its way."""

from __future__ import annotations

import importlib.machinery
import os
import sys
import types
from typing import Any, Dict, FrozenSet, List


class Script:
    """The script's place; entering it changes the working directory, `sys.argv` and `sys.path`."""

    def __init__(self, work: str, script: str, directory: str, arguments: List[str]) -> None:
        self.work = os.path.realpath(work)
        self.path = os.path.join(self.work, *script.split("/"))
        self._directory = os.path.join(self.work, *directory.split("/"))
        self._arguments = arguments

    @property
    def is_notebook(self) -> bool:
        return self.path.endswith(".ipynb")

    def enter(self, at_start: FrozenSet[str]) -> None:
        os.chdir(self._directory)
        sys.argv = [os.path.relpath(self.path, self._directory), *self._arguments]
        folder = os.path.dirname(self.path)
        if not getattr(sys.flags, "safe_path", False):
            sys.path.insert(0, folder)
        _make_way(folder, at_start)

    def run(self, code: types.CodeType) -> None:
        exec(code, self.main())

    def main(self) -> Dict[str, Any]:
        """The names of `__main__`, as a script finds them."""
        # The interpreter's own `__main__` module is used, so whoever looks it up finds the script.
        main = sys.modules["__main__"]
        for name in [name for name in vars(main) if not (name.startswith("__") and name.endswith("__"))]:
            del vars(main)[name]
        main.__file__ = self.path
        main.__doc__ = None
        main.__loader__ = importlib.machinery.SourceFileLoader("__main__", self.path)
        return vars(main)


def _make_way(folder: str, at_start: FrozenSet[str]) -> None:
    """Forgets standard modules that only we imported where the author has one of the same name."""
    try:
        beside = {name[: -len(".py")] if name.endswith(".py") else name for name in os.listdir(folder)}
    except OSError:
        return
    for name in [name for name in sys.modules if name not in at_start and name.partition(".")[0] in beside]:
        if not name.startswith("retune_runtime"):
            del sys.modules[name]
