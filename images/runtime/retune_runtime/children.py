"""Whether the script has a program of its own do the work: `subprocess.run([sys.executable, "evaluate.py"])`."""

from __future__ import annotations

import os
import sys
from typing import Any, List, Tuple

from .output import last_lines

# A worker of `multiprocessing` is none: it comes by another way, and what it prints is a part of the work.
STARTED_BY = frozenset(("subprocess.Popen", "os.system"))


class Children:
    def __init__(self) -> None:
        self._begun = False

    def watch(self) -> None:
        sys.addaudithook(self._heard)

    def lines(self, folder: str) -> List[str]:
        """The end of the log, if a program of the script's may have printed there, past its own output."""
        return last_lines(os.path.join(folder, "output.log")) if self._begun else []

    def _heard(self, event: str, _: Tuple[Any, ...]) -> None:
        if event in STARTED_BY:
            self._begun = True
