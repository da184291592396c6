"""What a dry build costs against a trial of one epoch, beyond imports: both forked from a warm process, in turn.

    PYTHON benchmarks/runtime/dry_build.py [ROUNDS] SCRIPT…
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from typing import List

from forks import Forks, attempt_folder, events_of

GOAL = 0.25


def measure(script: str, rounds: int) -> bool:
    script = os.path.realpath(script)
    limits = {"seconds": None, "epochs": 1}
    # Forked before there is a folder that would go with the end of a child.
    forks = Forks(script, with_runtime=True)
    with tempfile.TemporaryDirectory() as base:
        ratios: List[float] = []
        wall: List[float] = []
        for number in range(rounds):
            folder = attempt_folder(base, "dry-%d" % number, script, dry=True)
            dry = forks.run(folder)
            epoch = forks.run(attempt_folder(base, "epoch-%d" % number, script, limits=limits))
            ratios.append(dry.processor / epoch.processor)
            wall.append(dry.wall / epoch.wall)
        built = next(event for event in events_of(folder) if event["kind"] == "built")
    told = (os.path.basename(script), dry.processor, epoch.processor, statistics.median(ratios), statistics.median(wall))
    print("%-20s dry %.2f s, one epoch %.2f s of processor time: × %.2f (wall-clock × %.2f)" % told, flush=True)
    print("    %s, %s parameters, %s rows" % (built["framework"], built["parameters"], built["rows"]))
    return statistics.median(ratios) <= GOAL


if __name__ == "__main__":
    count, *scripts = sys.argv[1:]
    sys.exit(0 if all([measure(script, int(count)) for script in scripts]) else 1)
