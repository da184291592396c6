"""Keeps the user's data as it is: whatever the script does to files given by `--data`, it does to copies of its own."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from typing import Any, Callable, Dict, List, Tuple

# More than this is not copied because a script opens it for writing: the disk may not hold it once for each trial.
LARGEST_COPY = 1 << 30


class DataKept:
    """
    In a container the data is mounted read-only. Without one it lies in the working copy as links, and a script that
    writes `data/train.csv` would write through one of them: a file opened so becomes a copy first. What has no link
    of its own (an absolute path, a folder that is one link) cannot be written, as in a container.

    Forked children are heard too; not heard are libraries that open files beneath Python.
    """

    def __init__(self, places: List[str], work: str) -> None:
        self._places = tuple(os.path.realpath(place) for place in places)
        self._beneath = tuple(place + os.sep for place in self._places)
        self._work = work + os.sep
        self._changing: Dict[str, Callable[..., None]] = {
            "open": self._open,
            "os.truncate": lambda path, *_: self._write(path, keeps=True),
            "os.remove": lambda path, *_: self._change(path),
            "os.rmdir": lambda path, *_: self._change(path),
            "os.rename": lambda source, target, *_: self._change(source, target),
            "shutil.rmtree": lambda path, *_: self._change(path),
        }

    def watch(self) -> None:
        if self._places:
            sys.addaudithook(self._heard)

    def _heard(self, event: str, arguments: Tuple[Any, ...]) -> None:
        change = self._changing.get(event)
        if change is not None and isinstance(arguments[0], (str, bytes)):
            change(*arguments)

    def _open(self, path: Any, mode: Any, flags: Any) -> None:
        words = mode if isinstance(mode, str) else ""
        if any(sign in words for sign in "wax+") or (isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)):
            self._write(path, keeps="w" not in words)

    def _write(self, path: Any, keeps: bool) -> None:
        """Before the content of a file changes; `keeps`: some of what is in it stays."""
        name = os.path.abspath(os.fsdecode(path))
        target = os.path.realpath(name)
        if not self._is_data(target):
            return
        if not (os.path.islink(name) and self._in_work(name)) or not os.path.isfile(target):
            raise _read_only(name)
        if keeps and os.path.getsize(target) > LARGEST_COPY:
            raise _read_only(name)
        draft = name + ".retune-copy"
        if keeps:
            shutil.copyfile(target, draft)
        else:
            open(draft, "x").close()
        os.replace(draft, name)

    def _change(self, *paths: Any) -> None:
        """Before files or folders go or come: a link itself may, what it leads to may not."""
        for name in [os.path.abspath(os.fsdecode(path)) for path in paths]:
            if self._is_data(os.path.join(os.path.realpath(os.path.dirname(name)), os.path.basename(name))):
                raise _read_only(name)

    def _in_work(self, name: str) -> bool:
        """A link that lies in the working copy itself, not in a folder that is a link."""
        return (os.path.realpath(os.path.dirname(name)) + os.sep).startswith(self._work)

    def _is_data(self, target: str) -> bool:
        return target in self._places or target.startswith(self._beneath)


def _read_only(name: str) -> OSError:
    words = "data given by --data is read-only while Retune trains; let the script write to another place"
    return OSError(errno.EROFS, words, name)
