"""An attempt runs once or never: whoever creates `claim.json` first has it."""

from __future__ import annotations

import json
import os

ALREADY_CLAIMED = 75


def claim(folder: str) -> bool:
    """Claims the attempt for this process. False: it was claimed or revoked before."""
    record = {"v": 1, "by": "runtime", "pid": os.getpid(), "start": process_start(os.getpid()), "boot": boot_id()}
    content = json.dumps(record).encode()
    target = os.path.join(folder, "claim.json")
    draft = "%s.%d" % (target, os.getpid())
    _create(draft, content)
    try:
        # Linked into place, so that nobody ever reads a claim without its content; fails as O_EXCL does.
        os.link(draft, target)
        return True
    except FileExistsError:
        return False
    except OSError:
        return _create(target, content)
    finally:
        os.unlink(draft)


def _create(path: str, content: bytes) -> bool:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileExistsError:
        return False
    try:
        os.write(descriptor, content)
    finally:
        os.close(descriptor)
    return True


def process_start(pid: int) -> int:
    """When a process began, in ticks since boot: with the pid and the boot it names a process for ever."""
    try:
        with open("/proc/%d/stat" % pid, "rb") as file:
            # The second field is the program's name in brackets and may itself hold blanks and brackets.
            return int(file.read().rsplit(b")", 1)[1].split()[19])
    except (OSError, IndexError, ValueError):
        return 0


def boot_id() -> str:
    try:
        with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:
            return file.read().strip()
    except OSError:
        return ""
