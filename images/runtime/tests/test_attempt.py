"""Claim, heartbeat, limits and the events themselves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import unittest
from typing import Callable

from attempts import RUNTIME, AttemptTest, Ran

sys.path.insert(0, RUNTIME)

from retune_runtime.claim import boot_id, process_start  # noqa: E402
from retune_runtime.events import Events  # noqa: E402


class Claim(AttemptTest):
    def test_it_runs_once(self) -> None:
        self.prepare({"train.py": "print('ran')"})
        started = [self.start() for _ in range(4)]
        self.assertEqual(sorted(process.wait(timeout=60) for process in started), [0, 75, 75, 75])
        self.assertEqual(Ran(self.folder, 0).output, "ran\n")

    def test_a_revoked_attempt_does_nothing(self) -> None:
        self.prepare({"train.py": "print('ran')"})
        with open(os.path.join(self.folder, "claim.json"), "w", encoding="utf-8") as file:
            file.write('{"v":1,"by":"command"}')
        ran = Ran(self.folder, self.start().wait(timeout=60))
        self.assertEqual((ran.code, ran.output, ran.events), (75, "", []))
        self.assertFalse(os.path.exists(os.path.join(self.folder, "alive.json")))

    def test_it_says_who(self) -> None:
        self.prepare({"train.py": "import time; time.sleep(1)"})
        process = self.start()
        path = os.path.join(self.folder, "claim.json")
        while not os.path.exists(path):
            self.assertIsNone(process.poll())
            time.sleep(0.01)
        with open(path, encoding="utf-8") as file:
            claim = json.load(file)
        start = process_start(process.pid)
        self.assertEqual(claim, {"v": 1, "by": "runtime", "pid": process.pid, "start": start, "boot": boot_id()})
        process.wait(timeout=60)
        self.assertEqual([name for name in os.listdir(self.folder) if name.startswith("claim")], ["claim.json"])

    def test_an_order_that_cannot_be_read_is_our_bug(self) -> None:
        self.prepare({"train.py": ""}, v=2)
        ran = Ran(self.folder, self.start().wait(timeout=60))
        self.assertEqual(ran.code, 70)
        self.assertIn("order.json has version 2", ran.output)


class Alive(AttemptTest):
    def test_it_beats_every_second(self) -> None:
        self.prepare({"train.py": "import time; time.sleep(2.6)"})
        process = self.start()
        _eventually(lambda: os.path.exists(os.path.join(self.folder, "alive.json")))
        first = self.alive()
        time.sleep(1.5)
        second = self.alive()
        self.assertEqual(first["pid"], process.pid)
        self.assertGreater(second["t"], first["t"] + 0.9)
        process.wait(timeout=60)

    def alive(self) -> "dict[str, float]":
        with open(os.path.join(self.folder, "alive.json"), encoding="utf-8") as file:
            found: "dict[str, float]" = json.load(file)
        return found


class Limits(AttemptTest):
    def test_time_is_up(self) -> None:
        script = (
            "import os, subprocess, sys, time\n"
            "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(100)'])\n"
            "print(child.pid, end=' ')\n"
            "while True: pass\n"
        )
        ran = self.run_script(script, limits={"seconds": 1.5, "epochs": None})
        self.assertLess(ran.last["t"], 5)
        self.assertEqual((ran.code, ran.last["kind"], ran.last["limit"]), (124, "timed-out", 1.5))
        # Killed at once, gone when the system finds the time.
        _eventually(lambda: not _runs(int(ran.output.split()[0])))

    def test_enough_time(self) -> None:
        ran = self.run_script("pass", limits={"seconds": 60, "epochs": None})
        self.assertEqual((ran.code, ran.last["kind"]), (0, "finished"))


def _eventually(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not holds():
        if time.monotonic() > until:
            raise AssertionError("not within 30 seconds")
        time.sleep(0.02)


def _runs(pid: int) -> bool:
    try:
        with open("/proc/%d/stat" % pid, encoding="ascii") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


class EventLines(AttemptTest):
    def test_text_is_cut_and_numbers_are_finite(self) -> None:
        path = os.path.join(self.folder, "events.jsonl")
        events = Events()
        events.begin(self.folder)
        events.write("warning", code="x", text="😀" * 5000)
        with self.assertRaises(ValueError):
            events.write("metric", value=float("nan"))
        events.write_last("finished", exitCode=0)
        events.write("warning", code="late", text="")
        with open(path, "rb") as file:
            lines = file.read().splitlines()
        self.assertEqual(len(json.loads(lines[0])["text"]), 2000)
        self.assertLess(len(lines[0]), 16000)
        self.assertEqual([json.loads(line)["kind"] for line in lines], ["warning", "finished"])

    def test_what_belongs_together_comes_in_one_piece(self) -> None:
        events = Events()
        events.begin(self.folder)
        path = os.path.join(self.folder, "events.jsonl")
        with events.together():
            events.write("progress", epoch=1)
            events.write("progress", epoch=2)
            self.assertFalse(os.path.exists(path))
        with events.together(), events.together():
            events.write("progress", epoch=3)
            # The last one waits for nothing.
            events.write_last("finished", exitCode=0)
            events.write("progress", epoch=4)
        with open(path, encoding="utf-8") as file:
            told = [json.loads(line) for line in file]
        self.assertEqual([(each["kind"], each.get("epoch")) for each in told], [("progress", 1), ("progress", 2), ("progress", 3), ("finished", None)])

    def test_threads_do_not_mix_lines(self) -> None:
        script = (
            "import threading\n"
            "def tell(n):\n"
            "    for i in range(200): print('Test accuracy: 0.%d%03d\\n' % (n, i), end='')\n"
            "threads = [threading.Thread(target=tell, args=(n,)) for n in range(8)]\n"
            "[t.start() for t in threads]; [t.join() for t in threads]\n"
        )
        ran = self.run_script(script)
        self.assertEqual(len(ran.of("metric")), 1600)

    def test_a_flood_is_kept_within_bounds(self) -> None:
        ran = self.run_script("for i in range(20000): print('accuracy: 0.%05d' % i)")
        told = ran.of("metric")
        self.assertEqual(len(told), 5001)
        self.assertEqual(told[-1]["value"], 0.19999)

    def test_numbers_that_the_script_draws_itself_are_random(self) -> None:
        drawn = "import random\nrandom.seed(1)\nprint('accuracy:', random.random())\n"
        for script, sources in ((drawn, ["random"]), ("import random\nrandom.seed(1)\n", [])):
            self.setUp()
            told = self.run_script(script).of("randomness")[0]
            self.assertEqual((told["sources"], told["shared"]), (sources, bool(sources)))


class Overhead(unittest.TestCase):
    def test_it_starts_quickly(self) -> None:
        """In processor time, which a busy machine does not change."""
        code = "import sys, time; sys.path.insert(0, %r); t = time.process_time(); import retune_runtime.launch; print(time.process_time() - t)"
        taken = min(
            float(subprocess.run([sys.executable, "-c", code % RUNTIME], stdout=subprocess.PIPE, check=True).stdout)
            for _ in range(5)
        )
        self.assertLess(taken, 0.06)


if __name__ == "__main__":
    unittest.main()
