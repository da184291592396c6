"""What a warm process saves: runs of one script in turn.

    PYTHON benchmarks/runtime/speed.py SCRIPT [ROUNDS]

PYTHON is an interpreter that has what the script imports. Each round runs `python SCRIPT`, the same as an attempt
started cold, and the same forked from a warm process; medians are compared. Metrics must be equal. What the
runtime adds to training is measured by `overhead.py`, without the noise of starting a process.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from typing import Any, Callable, Dict, List

from forks import RUNTIME, attempt_folder, events_of

ATTEMPT = os.path.join(RUNTIME, "attempt.py")


def metrics(folder: str) -> List[Any]:
    keys = ("name", "value", "split", "epoch")
    return [[event[key] for key in keys] for event in events_of(folder) if event["kind"] == "metric"]


def timed(run: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


class Warm:
    def __init__(self, source: str) -> None:
        self._process = subprocess.Popen([sys.executable, ATTEMPT, "--warm"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.ready = self.ask({"source": source, "script": "train.py"})
        if self.ready["kind"] != "ready":
            raise SystemExit("no warm process: %s" % self.ready)

    def ask(self, request: Dict[str, Any]) -> Dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(request).encode() + b"\n")
        self._process.stdin.flush()
        return self.hear()

    def hear(self) -> Dict[str, Any]:
        assert self._process.stdout is not None
        answer: Dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def run(self, folder: str) -> None:
        self.ask({"folder": folder})
        self.hear()


def main(script: str, rounds: int) -> int:
    with tempfile.TemporaryDirectory() as base, open(os.devnull, "wb") as nothing:
        warm = Warm(os.path.join(attempt_folder(base, "source", script), "work"))
        seconds: Dict[str, List[float]] = {"plain": [], "cold": [], "warm": []}
        told = []
        for number in range(rounds):
            plain, cold, forked = (attempt_folder(base, "%s-%d" % (kind, number), script) for kind in seconds)
            quiet = {"stdin": subprocess.DEVNULL, "stdout": nothing, "stderr": nothing}
            command = [sys.executable, "train.py"]
            seconds["plain"].append(timed(lambda: subprocess.run(command, cwd=plain + "/work", check=True, **quiet)))
            command = [sys.executable, ATTEMPT, cold]
            seconds["cold"].append(timed(lambda: subprocess.run(command, check=True, **quiet)))
            seconds["warm"].append(timed(lambda: warm.run(forked)))
            told += [metrics(cold), metrics(forked)]
    medians = {kind: statistics.median(each) for kind, each in seconds.items()}
    ratio = statistics.median(w / p for w, p in zip(seconds["warm"], seconds["plain"]))
    equal = all(each == told[0] for each in told) and bool(told[0])
    print("%s, %d rounds, imports of the warm process %.1f s" % (script, rounds, warm.ready["seconds"]))
    print("  python train.py %.2f s, cold attempt %.2f s, warm attempt %.2f s" % tuple(medians.values()))
    print("  warm / plain %.2f, metrics of all attempts equal: %s" % (ratio, equal))
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5))
