"""Which processes an attempt has started, for the time when they must end."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import Iterator, List, Tuple


# Loaders start many workers, each with many threads; a fork bomb starts more.
MOST_MORE = 4096


def limit_processes() -> None:
    """A fork bomb ends in an error of its own, before the machine has no process left for anybody else; root has no limit."""
    try:
        import resource

        with open("/proc/loadavg", encoding="ascii") as file:
            now = int(file.read().split()[3].partition("/")[2])
        soft, hard = resource.getrlimit(resource.RLIMIT_NPROC)
        most = now + MOST_MORE
        if soft == resource.RLIM_INFINITY or soft > most:
            # The hard limit stays: who knows what he does can lift ours again.
            resource.setrlimit(resource.RLIMIT_NPROC, (most, hard))
    except (ImportError, OSError, ValueError, IndexError, AttributeError):
        # Nothing of the kind on this system.
        pass


def kill_started() -> None:
    """Kills what this process started, and its whole process group when it leads one, but not itself."""
    own = os.getpid()
    leads = os.getpgrp() == own
    table = list(_processes())
    family = {own}
    grown = True
    while grown:
        more = {pid for pid, parent, _ in table if parent in family} - family
        family |= more
        grown = bool(more)
    for pid, _, group in table:
        if pid != own and (pid in family or (leads and group == own)):
            _kill(pid)


def cpu_seconds(pid: int) -> float:
    """Processor time that a process has used so far, all its threads together; 0 where that cannot be told."""
    try:
        with open("/proc/%d/stat" % pid, "rb") as file:
            fields = file.read().rsplit(b")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError, ValueError):
        return 0.0


def used_so_far() -> Tuple[float, float, int]:
    """Processor seconds of all, those of the calling thread, and, at most, bytes of memory.

    All: this process and those that it has waited for; the memory is that of the largest.
    """
    import resource

    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    # Kilobytes, on macOS bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return cpu, time.thread_time(), unit * max(own.ru_maxrss, children.ru_maxrss)


def has_accelerator() -> bool:
    """Whether a training here may use a GPU, which two of them would have to share."""
    return sys.platform == "darwin" or any(os.path.exists(path) for path in ("/dev/nvidiactl", "/dev/kfd", "/dev/dxg"))


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except OSError:
        pass


def _processes() -> Iterator[Tuple[int, int, int]]:
    """Pid, parent and process group of every process."""
    try:
        names = os.listdir("/proc")
    except OSError:
        names = []
    pids = [int(name) for name in names if name.isdigit()]
    if not pids:
        yield from _from_ps()
        return
    for pid in pids:
        try:
            with open("/proc/%d/stat" % pid, "rb") as file:
                fields = file.read().rsplit(b")", 1)[1].split()
            yield pid, int(fields[1]), int(fields[2])
        except (OSError, IndexError, ValueError):
            continue


def _from_ps() -> List[Tuple[int, int, int]]:
    import subprocess

    table = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,pgid="], stdout=subprocess.PIPE, check=False).stdout
    rows = [line.split() for line in table.decode("ascii", "replace").splitlines()]
    return [(int(row[0]), int(row[1]), int(row[2])) for row in rows if len(row) == 3]
