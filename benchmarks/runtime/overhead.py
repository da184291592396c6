"""What the runtime adds to training: pairs of runs with and without it, in turn, each forked after the imports.

    PYTHON benchmarks/runtime/overhead.py [PAIRS] SCRIPT…

PYTHON is an interpreter that has what the scripts import. Of each pair the ratio is taken; their median, and the
interval in which it lies with 95 % (by order statistics, whatever their distribution), tell what is added. Processor
time counts: another process on the machine changes it little, and wall-clock much. `scripts/` has one of each kind.
"""

from __future__ import annotations

import math
import os
import statistics
import sys
import tempfile
from typing import List, Tuple

from forks import Forks, attempt_folder

GOAL = 1.03


def interval(values: List[float]) -> Tuple[float, float]:
    """Ranks that enclose the median with 95 %: those of a binomial of one half."""
    values, count = sorted(values), len(values)
    below, outside = 0, 0.0
    while below < count // 2:
        outside += math.comb(count, below) / 2**count
        if 2 * outside > 0.05:
            break
        below += 1
    return values[max(0, below - 1)], values[count - max(1, below)]


def measure(script: str, pairs: int) -> bool:
    script = os.path.realpath(script)
    # Forked before there is a folder that would go with the end of a child.
    plain, hooked = Forks(script, with_runtime=False), Forks(script, with_runtime=True)
    with tempfile.TemporaryDirectory() as base:
        processor: List[float] = []
        wall: List[float] = []
        longest = 0.0
        for number in range(pairs + 1):
            order = [("plain", plain), ("hooked", hooked)]
            spent = {
                name: forks.run(attempt_folder(base, "%s-%d" % (name, number), script))
                # Whoever comes first finds the caches colder.
                for name, forks in (order if number % 2 else order[::-1])
            }
            if number == 0:
                continue
            longest = max(longest, spent["plain"].wall)
            processor.append(spent["hooked"].processor / spent["plain"].processor)
            wall.append(spent["hooked"].wall / spent["plain"].wall)
    low, high = interval(processor)
    told = (os.path.basename(script), pairs, longest, statistics.median(processor), low, high, statistics.median(wall))
    print("%-20s %2d pairs, up to %4.1f s: processor time × %.3f (%.3f … %.3f), wall-clock × %.3f" % told, flush=True)
    return statistics.median(processor) <= GOAL


if __name__ == "__main__":
    count, *scripts = sys.argv[1:]
    sys.exit(0 if all([measure(script, int(count)) for script in scripts]) else 1)
