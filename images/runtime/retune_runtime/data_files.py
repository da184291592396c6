"""Which files the script read as data, and a fingerprint of each: told once, at the end."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Set, Tuple

from .events import Events

# Whole up to here, and while the sum of all lasts; beyond that by size and samples from beginning to end.
WHOLE = 16 << 20
WHOLE_TOGETHER = 64 << 20
SAMPLES = 64
SAMPLE = 16 << 10
MOST_SEEN = 20_000
MOST_TOLD = 40
LONGEST_PATH = 250

SYSTEM = ("/proc/", "/sys/", "/dev/", "/run/", "/etc/", "/usr/", "/lib/", "/bin/", "/sbin/")
# What lies in hidden folders is settings and caches of tools; these hold data or pretrained models.
HOLDING_DATA = (".keras", ".cache", ".retune", ".kaggle", ".torch", ".tensorflow_datasets")
TOOLS_CACHES = ("matplotlib", "fontconfig", "pip", "uv", "jedi", "numba", "torch_extensions", "mesa_shader_cache")
# Code, its tables, and what belongs to the system.
NO_DATA = (".py", ".pyc", ".pyi", ".so", ".pth", ".ipynb", ".lock", ".ttf", ".otf", ".afm", ".pem", ".crt", ".conf", ".cfg", ".ini")


class DataFile(NamedTuple):
    path: str
    bytes: int
    digest: str


class DataFiles:
    """Hears of every file that this process opens by Python's own means; what a library opens by itself is not heard of."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._read: Dict[str, None] = {}
        self._written: Set[str] = set()
        self._telling = False

    def watch(self, work: str, begun: float) -> None:
        """`begun`, in seconds since the epoch: what was changed later the script made itself."""
        self._work = work + os.sep
        self._begun = begun
        # Modules live there; the author's own are in `work`, which the snapshot already tells apart.
        places = {sys.prefix, sys.base_prefix, sys.exec_prefix, os.path.dirname(os.path.dirname(os.path.abspath(__file__)))}
        self._not_here = SYSTEM + tuple(os.path.realpath(each) + os.sep for each in places)
        sys.addaudithook(self._heard)

    def tell(self) -> None:
        self._telling = True
        found = sorted(self._found(), key=lambda each: -each[1])
        if not found:
            return
        left, told = WHOLE_TOGETHER, []
        for path, size in found[:MOST_TOLD]:
            whole = size <= min(WHOLE, left)
            left -= size if whole else 0
            digest = _digest(path, size, whole)
            if digest is not None:
                told.append(DataFile(path, size, digest))
        fields: Dict[str, Any] = {"files": [each._asdict() for each in told], "count": len(found)}
        self._events.write("data", **fields, bytes=sum(size for _, size in found))

    def _heard(self, event: str, arguments: Tuple[Any, ...]) -> None:
        # Asked by the interpreter at every turn: anything but a quick way out would cost the training time.
        if event != "open" or self._telling or self._events.silent:
            return
        try:
            self._opened(*arguments[:3])
        except Exception:
            # Raised here, it would come out of the author's own `open`.
            pass

    def _opened(self, path: Any, mode: Any, flags: Any) -> None:
        if not isinstance(path, (str, bytes)) or len(self._read) >= MOST_SEEN:
            return
        name = os.path.abspath(os.fsdecode(path))
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR) != 0
        if writes or (isinstance(mode, str) and any(sign in mode for sign in "wax+")):
            self._written.add(name)
        elif not name.endswith(NO_DATA):
            self._read[name] = None

    def _found(self) -> Iterator[Tuple[str, int]]:
        mounts = [each for each in _mounts() if each.startswith(self._work)]
        written = {os.path.realpath(each) for each in list(self._written)}
        seen: Set[str] = set()
        for name in list(self._read):
            path = os.path.realpath(name)
            if path in seen or path in written or len(path) > LONGEST_PATH or not self._is_data(path, mounts):
                continue
            seen.add(path)
            try:
                status = os.stat(path)
            except OSError:
                continue
            if stat.S_ISREG(status.st_mode) and status.st_mtime < self._begun:
                yield path, status.st_size

    def _is_data(self, path: str, mounts: List[str]) -> bool:
        if path.startswith(self._work):
            # Of the snapshot, or made by the script; but not what is mounted there.
            return any(path == each or path.startswith(each + os.sep) for each in mounts)
        parts = path.split(os.sep)
        hidden = [part for part in parts if part.startswith(".")]
        return (
            not path.startswith(self._not_here)
            and all(part in HOLDING_DATA for part in hidden)
            and not (hidden and any(part in TOOLS_CACHES for part in parts))
        )


def _mounts() -> List[str]:
    """Where something is mounted, as this process sees it; nothing where the system does not tell."""
    try:
        with open("/proc/self/mountinfo", encoding="utf-8", errors="replace") as file:
            return [line.split()[4].replace("\\040", " ") for line in file]
    except (OSError, IndexError):
        return []


def _digest(path: str, size: int, whole: bool) -> Optional[str]:
    content = hashlib.blake2b(digest_size=16)
    try:
        with open(path, "rb") as file:
            if whole:
                content.update(file.read(size + 1))
            else:
                for number in range(SAMPLES):
                    file.seek((size - SAMPLE) * number // (SAMPLES - 1))
                    content.update(file.read(SAMPLE))
    except OSError:
        return None
    return content.hexdigest()
