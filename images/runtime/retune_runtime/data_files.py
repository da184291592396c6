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
MOST_LISTED = 2_000
LONGEST_PATH = 250

SYSTEM = ("/proc/", "/sys/", "/dev/", "/run/", "/etc/", "/usr/", "/lib/", "/bin/", "/sbin/")
# What lies in hidden folders is settings and caches of tools; these hold data or pretrained models.
HOLDING_DATA = (".keras", ".cache", ".retune", ".kaggle", ".torch", ".tensorflow_datasets")
TOOLS_CACHES = ("matplotlib", "fontconfig", "pip", "uv", "jedi", "numba", "torch_extensions", "mesa_shader_cache")
# Code, its tables, and what belongs to the system.
NO_DATA = (".py", ".pyc", ".pyi", ".so", ".pth", ".ipynb", ".lock", ".ttf", ".otf", ".afm", ".pem", ".crt", ".conf", ".cfg", ".ini")


HEARD_OF = frozenset(("open", "os.listdir", "os.scandir", "sqlite3.connect", "socket.connect"))
OWN_ADDRESSES = ("127.", "::1", "localhost")
# What is read by libraries of its own from a folder that Python lists; text is opened by Python itself.
RECORDS = (
    ".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".wav", ".flac", ".mp3", ".ogg", ".mp4", ".avi",
    ".npy", ".npz", ".h5", ".hdf5", ".tfrecord", ".tfrecords", ".parquet", ".arrow", ".feather",
)


class DataFile(NamedTuple):
    path: str
    bytes: int
    digest: str


class DataFiles:
    """
    Hears of every file that this process opens by Python's own means, of those given to readers that open them beneath
    (`hooks/data_readers.py`), of those still mapped into memory at the end, and of records and pictures in folders that it lists.
    """

    def __init__(self, events: Events) -> None:
        self._events = events
        self._read: Dict[str, None] = {}
        self._listed: Dict[str, None] = {}
        self._written: Set[str] = set()
        self._remote = False
        self._telling = False

    def watch(self, work: str, begun: float) -> None:
        """`begun`, in seconds since the epoch: what was changed later the script made itself."""
        self._work = work + os.sep
        self._begun = begun
        # Modules live there; the author's own are in `work`, which the snapshot already tells apart.
        places = {sys.prefix, sys.base_prefix, sys.exec_prefix, os.path.dirname(os.path.dirname(os.path.abspath(__file__)))}
        # Our own log beside it.
        places.add(os.path.dirname(work))
        self._not_here = SYSTEM + tuple(os.path.realpath(each) + os.sep for each in places)
        sys.addaudithook(self._heard)

    def tell(self) -> None:
        self._telling = True
        found = sorted(self._found(), key=lambda each: -each[1])
        if not found and not self._remote:
            return
        left, told = WHOLE_TOGETHER, []
        for path, size in found[:MOST_TOLD]:
            whole = size <= min(WHOLE, left)
            left -= size if whole else 0
            digest = _digest(path, size, whole)
            if digest is not None:
                told.append(DataFile(path, size, digest))
        fields: Dict[str, Any] = {"files": [each._asdict() for each in told], "count": len(found)}
        self._events.write("data", **fields, bytes=sum(size for _, size in found), remote=self._remote)

    def _heard(self, event: str, arguments: Tuple[Any, ...]) -> None:
        # Asked by the interpreter at every turn: anything but a quick way out would cost the training time.
        if event not in HEARD_OF or self._telling or self._events.silent:
            return
        try:
            if event == "open":
                self._opened(*arguments[:3])
            elif event == "sqlite3.connect":
                self.heard(arguments[0])
            elif event == "socket.connect":
                self._remote = self._remote or _is_elsewhere(arguments[1])
            elif isinstance(arguments[0], (str, bytes)) and len(self._listed) < MOST_SEEN:
                self._listed[os.path.abspath(os.fsdecode(arguments[0]))] = None
        except Exception:
            # Raised here, it would come out of the author's own `open`.
            pass

    def heard(self, path: Any) -> None:
        """A file, or a folder of files, that is read now."""
        name = os.path.abspath(os.fsdecode(path))
        if not self._telling and not self._events.silent and len(self._read) < MOST_SEEN and "\0" not in name:
            self._read[name] = None

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
        for name in self._names():
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

    def _names(self) -> Iterator[str]:
        for name in [*self._read, *_mapped()]:
            if os.path.isdir(name):
                yield from _below(name)
            elif not name.endswith(NO_DATA):
                yield name
        for folder in list(self._listed):
            if not os.path.realpath(folder).startswith(self._not_here):
                yield from (path for path in _below(folder) if path.lower().endswith(RECORDS))

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


def _below(folder: str) -> List[str]:
    """The files right in a folder, in the order of their names."""
    try:
        with os.scandir(folder) as entries:
            return sorted(each.path for each in entries if each.is_file())[:MOST_LISTED]
    except OSError:
        return []


def _mapped() -> List[str]:
    """Files in this process's memory, but for code."""
    try:
        with open("/proc/self/maps", encoding="utf-8", errors="replace") as file:
            columns = [line.rstrip("\n").split(None, 5) for line in file]
    except OSError:
        return []
    return list({each[5]: None for each in columns if len(each) == 6 and each[5].startswith("/") and "x" not in each[1]})


def _mounts() -> List[str]:
    """Where something is mounted, as this process sees it; nothing where the system does not tell."""
    try:
        with open("/proc/self/mountinfo", encoding="utf-8", errors="replace") as file:
            return [line.split()[4].replace("\\040", " ") for line in file]
    except (OSError, IndexError):
        return []


def _is_elsewhere(address: Any) -> bool:
    """Another machine, that is: neither a socket of the file system nor this one's own network."""
    return isinstance(address, tuple) and bool(address) and not str(address[0]).startswith(OWN_ADDRESSES)


def _digest(path: str, size: int, whole: bool) -> Optional[str]:
    # SHA-256, as the other side of the protocol compares with files as they are later, and has no short BLAKE2b.
    content = hashlib.sha256()
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
    return content.hexdigest()[:32]
