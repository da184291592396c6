"""What the runtime adds to training: pairs of runs with and without it, in turn, each forked after the imports.

    PYTHON benchmarks/runtime/overhead.py [PAIRS] SCRIPT…

PYTHON is an interpreter that has what the scripts import. What is added once, whatever the training takes, is told
apart: that of the script's imports alone, in as many pairs. Of each pair of whole runs the ratio without it is taken;
their median, and the interval in which it lies with 95 % (by order statistics, whatever their distribution), tell what
is added to training. Processor time counts: another process on the machine changes it little, and wall-clock much.
`scripts/` has one of each kind.
"""

from __future__ import annotations

import ast
import math
import os
import statistics
import sys
import tempfile
from typing import Callable, Dict, List, NamedTuple, Tuple

from forks import Forks, Spent, attempt_folder

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


class Pairs(NamedTuple):
    plain: List[Spent]
    hooked: List[Spent]

    def ratios(self, of: Callable[[Spent], float], added_once: float) -> List[float]:
        return [(of(hooked) - added_once) / of(plain) for plain, hooked in zip(*self)]

    def added(self, of: Callable[[Spent], float]) -> float:
        return statistics.median(of(hooked) - of(plain) for plain, hooked in zip(*self))


def processor(spent: Spent) -> float:
    return spent.processor


def wall(spent: Spent) -> float:
    return spent.wall


def run_pairs(script: str, pairs: int, plain: Forks, hooked: Forks) -> Pairs:
    kinds = {"plain": plain, "hooked": hooked}
    spent: Dict[str, List[Spent]] = {kind: [] for kind in kinds}
    with tempfile.TemporaryDirectory() as base:
        for number in range(pairs + 1):
            # Whoever comes first finds the caches colder.
            for kind in list(kinds)[:: 1 if number % 2 else -1]:
                spent[kind].append(kinds[kind].run(attempt_folder(base, "%s-%d" % (kind, number), script)))
    return Pairs(spent["plain"][1:], spent["hooked"][1:])


def beginning(script: str, folder: str) -> str:
    """The script's imports and nothing else."""
    with open(script, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    tree.body = [each for each in tree.body if isinstance(each, (ast.Import, ast.ImportFrom))]
    path = os.path.join(folder, "imports.py")
    with open(path, "w", encoding="utf-8") as file:
        file.write(ast.unparse(tree))
    return path


def measure(script: str, pairs: int) -> bool:
    script = os.path.realpath(script)
    # Forked before there is a folder that would go with the end of a child.
    plain, hooked = Forks(script, with_runtime=False), Forks(script, with_runtime=True)
    with tempfile.TemporaryDirectory() as folder:
        once = run_pairs(beginning(script, folder), pairs, plain, hooked)
    whole = run_pairs(script, pairs, plain, hooked)
    ratios = whole.ratios(processor, once.added(processor))
    low, high = interval(ratios)
    median, seconds = statistics.median(ratios), statistics.median(map(wall, whole.plain))
    print("%-20s %2d pairs of %.1f s: training × %.3f (%.3f … %.3f)" % (os.path.basename(script), pairs, seconds, median, low, high))
    told = (1000 * once.added(processor), statistics.median(whole.ratios(wall, once.added(wall))))
    print("    and %.0f ms once; wall-clock × %.3f" % told, flush=True)
    return median <= GOAL


if __name__ == "__main__":
    count, *scripts = sys.argv[1:]
    sys.exit(0 if all([measure(script, int(count)) for script in scripts]) else 1)
