"""What an exception says to the author: the traceback without our frames, and the innermost line that is theirs."""

from __future__ import annotations

import os
import re
import types
from typing import Any, Dict, List, Optional, Set, Tuple

RUNTIME = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep


# Stands in the file name of a notebook's code, between its path and the number of the cell.
CELL = "#cell-"


def without_runtime(error: BaseException) -> BaseException:
    """Takes the runtime's own frames out of the traceback of an exception and of those behind it."""
    seen: Set[int] = set()
    waiting: List[Optional[BaseException]] = [error]
    while waiting:
        each = waiting.pop()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        each.__traceback__ = _stripped(each.__traceback__)
        waiting += [each.__cause__, each.__context__]
    return error


def _stripped(traceback: Optional[types.TracebackType]) -> Optional[types.TracebackType]:
    kept = [entry for entry in _entries(traceback) if not _ours(entry.tb_frame.f_code.co_filename)]
    chain: Optional[types.TracebackType] = None
    for entry in reversed(kept):
        chain = types.TracebackType(chain, entry.tb_frame, entry.tb_lasti, entry.tb_lineno)
    return chain


def _entries(traceback: Optional[types.TracebackType]) -> List[types.TracebackType]:
    entries = []
    while traceback is not None:
        entries.append(traceback)
        traceback = traceback.tb_next
    return entries


def _ours(filename: str) -> bool:
    # Python drops its import machinery's frames itself, but not where our import hook stands between them.
    return filename.startswith(RUNTIME) or filename.startswith("<frozen importlib")


def failure(error: BaseException, exit_code: int, work: str) -> Dict[str, Any]:
    """The fields of a `failed` event."""
    place, line = _place(error, work)
    file, cell = _file_and_cell(place)
    message = str(error.code) if isinstance(error, SystemExit) else _message(error)
    if cell is not None:
        message += " (cell %d)" % cell
    return {"exitCode": exit_code, "type": type(error).__name__, "message": message, "file": file, "line": line}


def _file_and_cell(place: Optional[str]) -> Tuple[Optional[str], Optional[int]]:
    found = re.fullmatch(r"(.*)%s(\d+)" % re.escape(CELL), place or "")
    return (place, None) if found is None else (found[1], int(found[2]))


def _message(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:
        return ""


def _place(error: BaseException, work: str) -> Tuple[Optional[str], Optional[int]]:
    places = [(entry.tb_frame.f_code.co_filename, entry.tb_lineno) for entry in _entries(error.__traceback__)]
    if isinstance(error, SyntaxError) and error.filename:
        places.append((error.filename, error.lineno or 1))
    inside = [(name, line) for name, line in places if os.path.abspath(name).startswith(work + os.sep)]
    if not inside:
        return None, None
    name, line = inside[-1]
    return os.path.relpath(name, work).replace(os.sep, "/"), line
