"""Scripts that behave badly, by mistake or on purpose: each ends with a name for it, and nothing outside is harmed."""

from __future__ import annotations

import os
import resource
import time
import unittest

from attempts import AttemptTest, Ran


class Hostile(AttemptTest):
    def ended(self, script: str, code: int, kind: str, seconds: float = 30, **order: object) -> Ran:
        begun = time.monotonic()
        ran = self.run_script(script, **order)
        self.assertEqual((ran.code, ran.last["kind"]), (code, kind), ran.output[-500:])
        self.assertLess(time.monotonic() - begun, seconds)
        return ran

    def test_os_exit_leaves_what_was_told(self) -> None:
        ran = self.run_script("import os\nprint('Test accuracy: 0.5', flush=True)\nos._exit(7)")
        # The command names it by the exit code, as no last event came.
        self.assertEqual((ran.code, ran.last["kind"]), (7, "metric"))

    def test_standard_output_is_replaced_and_closed(self) -> None:
        script = (
            "import io, os, sys\n"
            "print('Test accuracy: 0.5')\n"
            "sys.stdout = sys.stderr = sys.__stdout__ = None\n"
            "os.closerange(0, 256)\n"
            "raise ValueError('late')\n"
        )
        ran = self.ended(script, 1, "failed")
        self.assertEqual((ran.last["type"], ran.last["line"]), ("ValueError", 5))
        self.assertEqual(ran.metrics("accuracy"), [(0.5, "test", "printed")])

    def test_signals_are_taken(self) -> None:
        script = (
            "import signal, time\n"
            "for each in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM, signal.SIGHUP): signal.signal(each, signal.SIG_IGN)\n"
            "while True: time.sleep(0.1)\n"
        )
        self.ended(script, 124, "timed-out", limits={"seconds": 1.0, "epochs": None})

    def test_a_thread_without_end(self) -> None:
        script = "import threading, time\nthreading.Thread(target=lambda: [time.sleep(0.1) for _ in iter(int, 1)]).start()\n"
        self.ended(script, 124, "timed-out", limits={"seconds": 1.5, "epochs": None})

    def test_it_never_lets_go_of_the_interpreter(self) -> None:
        script = "import re\nre.match(r'(a+)+$', 'a' * 40 + 'b')\n"
        self.prepare({"train.py": script}, limits={"seconds": 1.0, "epochs": None})
        process = self.start()
        time.sleep(3)
        # The heartbeat's thread cannot run: the command's own patience ends such a process (`overtime`).
        held = process.poll() is None
        process.kill()
        process.wait(timeout=30)
        self.assertTrue(held or Ran(self.folder, 0).last["kind"] == "timed-out")

    def test_processes_without_end(self) -> None:
        script = (
            "import os, time\n"
            "for _ in range(60):\n"
            "    try:\n"
            "        if os.fork() == 0: time.sleep(1000)\n"
            "    except OSError: pass\n"
            "time.sleep(1000)\n"
        )
        self.ended(script, 124, "timed-out", limits={"seconds": 2.0, "epochs": None})
        time.sleep(0.3)
        self.assertEqual(_running_in(self.folder), [], "what it started has ended with it")

    def test_a_fork_bomb_meets_a_limit(self) -> None:
        limits = "import resource\nprint(*resource.getrlimit(resource.RLIMIT_NPROC))\n"
        soft, hard = map(int, self.run_script(limits).output.split())
        with open("/proc/loadavg", encoding="ascii") as file:
            now = int(file.read().split()[3].partition("/")[2])
        usual = resource.getrlimit(resource.RLIMIT_NPROC)
        self.assertEqual(hard, usual[1])
        # Others on this machine start and end meanwhile.
        self.assertTrue(usual[0] not in (-1, soft) or abs(soft - now - 4096) < 1000, (soft, now))

    def test_a_flood_of_print(self) -> None:
        script = "line = 'loss: 0.5 ' * 900\nfor _ in range(4000): print(line)\nprint('Test accuracy: 0.5')\n"
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        ran = self.ended(script, 0, "finished", seconds=60)
        self.assertEqual(ran.metrics("accuracy"), [(0.5, "test", "printed")])
        self.assertLess(os.path.getsize(os.path.join(self.folder, "events.jsonl")), 1 << 21)
        after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        self.assertLess(after, max(before, 120 * 1024), "kilobytes of memory")

    def test_the_log_does_not_fill_the_disk(self) -> None:
        script = "chunk = 'x' * (1 << 20) + '\\n'\nfor _ in range(400): print(chunk)\nprint('Test accuracy: 0.5')\n"
        ran = self.ended(script, 0, "finished", seconds=120)
        self.assertEqual(ran.metrics("accuracy"), [(0.5, "test", "printed")])
        self.assertLess(os.path.getsize(os.path.join(self.folder, "output.log")), 260 << 20)
        self.assertTrue(ran.output.endswith("not kept]\n"))

    def test_one_line_without_end(self) -> None:
        script = "import sys\nfor _ in range(2000): sys.stdout.write('x' * 10000)\nprint('\\nTest accuracy: 0.5')\n"
        self.assertEqual(self.ended(script, 0, "finished").metrics("accuracy"), [(0.5, "test", "printed")])

    def test_it_takes_our_modules_apart(self) -> None:
        script = (
            "import sys, builtins, json, time, os\n"
            "for name in [n for n in sys.modules if n.startswith('retune')]: del sys.modules[name]\n"
            "builtins.open = builtins.print = None\n"
            "json.dumps = time.monotonic = lambda *a, **k: 1 / 0\n"
            "sys.excepthook = None\n"
            "raise KeyError('mine')\n"
        )
        ran = self.run_script(script)
        self.assertNotEqual(ran.code, 0)

    def test_recursion_and_memory(self) -> None:
        self.assertEqual(self.ended("def f(): f()\nf()", 1, "failed").last["type"], "RecursionError")
        self.setUp()
        ran = self.ended("x = [0]\nx = x * (10 ** 17)", 1, "failed")
        self.assertIn(ran.last["type"], ("MemoryError", "OverflowError"))

    def test_an_exception_that_cannot_be_told(self) -> None:
        script = "class Bad(Exception):\n    def __str__(self): raise RuntimeError('no')\nraise Bad()"
        self.assertEqual(self.ended(script, 1, "failed").last["type"], "Bad")

    def test_text_that_is_no_text(self) -> None:
        script = "print('Test accuracy: 0.5 \\udcff')\n"
        ran = self.run_script(script, environment={"PYTHONIOENCODING": "utf-8:surrogateescape"})
        self.assertEqual([value for value, _, _ in ran.metrics("accuracy")], [0.5])


def _running_in(folder: str) -> "list[str]":
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.readlink("/proc/%s/cwd" % pid).startswith(folder):
                found.append(pid)
        except OSError:
            continue
    return found


if __name__ == "__main__":
    unittest.main()
