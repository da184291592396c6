"""Runs of one script, forked from a process that has imported its frameworks: with the runtime, or without it.

Imports are paid once, so that a run is the script's own work and what the runtime adds to it. Each run's
processor time and wall-clock are measured by its parent.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import sys
import time
from typing import Any, Dict, List, NamedTuple

RUNTIME = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "images", "runtime"))
sys.path.insert(0, RUNTIME)

from retune_runtime.ending import end_without_teardown  # noqa: E402
from retune_runtime.launch import Attempt  # noqa: E402
from retune_runtime.warm_imports import beginning_of, import_all  # noqa: E402


class Spent(NamedTuple):
    wall: float
    # User and system, all threads.
    processor: float


def attempt_folder(base: str, name: str, script: str, **order: Any) -> str:
    folder = os.path.join(base, name)
    os.makedirs(os.path.join(folder, "work"))
    shutil.copy(script, os.path.join(folder, "work", "train.py"))
    whole: Dict[str, Any] = {"v": 1, "script": "train.py", "directory": "", "arguments": [], "seed": None, "watch": []}
    whole.update({"limits": {"seconds": None, "epochs": None}, "saveModel": False, "dry": False, **order})
    with open(os.path.join(folder, "order.json"), "w", encoding="utf-8") as file:
        json.dump(whole, file)
    return folder


def events_of(folder: str) -> List[Dict[str, Any]]:
    with open(os.path.join(folder, "events.jsonl"), encoding="utf-8") as file:
        return [json.loads(line) for line in file]


class Forks:
    """A process that holds the imports and runs one child at a time on request."""

    def __init__(self, script: str, with_runtime: bool) -> None:
        asking, self._ask = os.pipe()
        self._hear, answering = os.pipe()
        if os.fork() == 0:
            os.close(self._ask)
            os.close(self._hear)
            _serve(script, with_runtime, asking, answering)
        os.close(asking)
        os.close(answering)
        self._receive()

    def run(self, folder: str) -> Spent:
        os.write(self._ask, (folder + "\n").encode())
        return Spent(**self._receive())

    def _receive(self) -> Dict[str, Any]:
        line = b""
        while not line.endswith(b"\n"):
            more = os.read(self._hear, 65536)
            if not more:
                raise SystemExit("the process that holds the imports has ended")
            line += more
        answer: Dict[str, Any] = json.loads(line)
        return answer


def _serve(script: str, with_runtime: bool, asking: int, answering: int) -> None:
    attempt = Attempt() if with_runtime else None
    if attempt is not None:
        attempt.watch_imports()
    import_all(beginning_of(os.path.dirname(script), os.path.basename(script)).imports)
    gc.collect()
    gc.freeze()
    os.write(answering, b"{}\n")
    with os.fdopen(asking) as requests:
        for line in requests:
            begun = time.perf_counter()
            pid = os.fork()
            if pid == 0:
                _run(line.strip(), attempt)
            _, status, usage = os.wait4(pid, 0)
            if status:
                raise SystemExit("%s ended with %d" % (line.strip(), status))
            spent = {"wall": time.perf_counter() - begun, "processor": usage.ru_utime + usage.ru_stime}
            os.write(answering, json.dumps(spent).encode() + b"\n")
    os._exit(0)


def _run(folder: str, attempt: Any) -> None:
    output = os.open(os.path.join(folder, "output.log"), os.O_WRONLY | os.O_CREAT, 0o644)
    for descriptor in (1, 2):
        os.dup2(output, descriptor)
    if attempt is not None:
        attempt.prepare(folder, frozenset())
        end_without_teardown(attempt.run())
    os.chdir(os.path.join(folder, "work"))
    sys.argv = ["train.py"]
    sys.path.insert(0, os.getcwd())
    path = os.path.abspath("train.py")
    with open(path, "rb") as file:
        source = file.read()
    exec(compile(source, path, "exec"), {"__name__": "__main__", "__file__": path})
    end_without_teardown(0)
