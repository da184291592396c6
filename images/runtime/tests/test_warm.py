"""A warm process: what it imports, how it forks, when it refuses."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path
from typing import Any, Dict, List

from attempts import RUNTIME, AttemptTest, Ran

sys.path.insert(0, RUNTIME)

from retune_runtime.warm_imports import Import, beginning_of  # noqa: E402

BEGINNINGS = {
    "import numpy as np\nfrom sklearn.svm import SVC\nimport os, wandb\ndef f():\n    import torch\n": (
        [Import("numpy", ()), Import("sklearn.svm", ("SVC",))],
        {},
        None,
    ),
    "import os\nos.environ['TF_CPP_MIN_LOG_LEVEL'] = '3'\ntry:\n    import keras\nexcept ImportError:\n    pass\n": (
        [Import("keras", ())],
        {"TF_CPP_MIN_LOG_LEVEL": "3"},
        None,
    ),
    "import os\nos.environ.setdefault('A', 'b')\nx = os.environ.get('HOME')": ([], {"A": "b"}, None),
    "import numpy, os\nos.environ['OMP_NUM_THREADS'] = '1'": (
        [Import("numpy", ())],
        {},
        "it sets 'OMP_NUM_THREADS' after an import",
    ),
    "import os\nos.environ['A'] = str(1)": ([], {}, "it sets its environment by what it computes"),
    "import os\nos.environ.update(A='b')": ([], {}, "it sets its environment by what it computes"),
    "import os\nif True:\n    os.environ['A'] = 'b'": ([], {}, "it changes its environment as it runs"),
    "import own": ([Import("pandas", ())], {}, None),
}


class Beginnings(AttemptTest):
    def test_what_is_imported_before_anything_is_done(self) -> None:
        for script, (imports, environment, refused) in BEGINNINGS.items():
            with self.subTest(script):
                self.prepare({"train.py": script, "own.py": "import pandas\nimport own\n"})
                found = beginning_of(os.path.join(self.folder, "work"), "train.py")
                self.assertEqual((found.imports, found.environment, found.refused), (imports, environment, refused))


class Process:
    def __init__(self, folder: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, os.path.join(RUNTIME, "attempt.py"), "--warm"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.say({"source": os.path.join(folder, "work"), "script": "train.py"})

    def say(self, request: Dict[str, Any]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(request).encode() + b"\n")
        self._process.stdin.flush()

    def hear(self) -> Dict[str, Any]:
        assert self._process.stdout is not None
        answer: Dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def end(self) -> int:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        return self._process.wait(timeout=60)


class Forks(AttemptTest):
    def warm(self, script: str, **order: Any) -> "tuple[Process, Dict[str, Any]]":
        self.prepare({"train.py": script}, **order)
        process = Process(self.folder)
        self.addCleanup(process.end)
        return process, process.hear()

    def test_a_child_is_an_attempt_like_any_other(self) -> None:
        script = (
            "import os, sys, atexit, threading\n"
            "atexit.register(print, 'Test accuracy: 0.75')\n"
            "print(sys.argv, __name__, os.getcwd() == os.path.dirname(__file__), os.getpid() == os.getsid(0), sys.stdin.read() == '')\n"
            "print(threading.active_count(), [n for n in sorted(globals()) if not n.startswith('__')])\n"
            "sys.exit(3)\n"
        )
        process, ready = self.warm(script)
        self.assertEqual(ready["kind"], "ready")
        process.say({"folder": self.folder})
        started = process.hear()
        ended = process.hear()
        ran = Ran(self.folder, 0)
        self.assertEqual(
            ran.output,
            "['train.py'] __main__ True True True\n1 ['atexit', 'os', 'sys', 'threading']\nTest accuracy: 0.75\n",
        )
        self.assertEqual(ended, {"v": 1, "kind": "ended", "pid": started["pid"], "code": 3, "signal": None, "hung": False})
        self.assertEqual(ran.metrics("accuracy"), [(0.75, "test", "printed")])
        self.assertEqual((ran.last["kind"], ran.last["exitCode"]), ("failed", 3))
        with open(os.path.join(self.folder, "claim.json"), encoding="utf-8") as file:
            self.assertEqual(json.load(file)["pid"], started["pid"])

    def test_it_refuses_with_a_reason(self) -> None:
        _, answer = self.warm("import os\nos.environ['A'] = os.environ['B']\n")
        self.assertEqual((answer["kind"], answer["why"]), ("refused", "it sets its environment by what it computes"))

    def test_what_runs_goes_on_when_nobody_asks_any_more(self) -> None:
        process, _ = self.warm("import time\ntime.sleep(1)\nprint('Test accuracy: 0.5')")
        events = os.path.join(self.folder, "events.jsonl")
        process.say({"folder": self.folder})
        process.hear()
        self.assertEqual(process.end(), 0)
        deadline = time.monotonic() + 30
        # The child may not have written anything yet.
        while not os.path.exists(events) or '"finished"' not in Path(events).read_text("utf-8"):
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.1)
        self.assertEqual(Ran(self.folder, 0).metrics("accuracy"), [(0.5, "test", "printed")])

    def test_a_child_handles_signals_as_a_new_process_does(self) -> None:
        process, _ = self.warm("import signal\nprint(signal.getsignal(signal.SIGCHLD), signal.set_wakeup_fd(-1))")
        process.say({"folder": self.folder})
        process.hear()
        self.assertEqual(process.hear()["code"], 0)
        with open(os.path.join(self.folder, "output.log"), encoding="utf-8") as file:
            self.assertEqual(file.read().strip(), "%s -1" % signal.getsignal(signal.SIGCHLD))

    def test_a_child_that_does_nothing_is_ended(self) -> None:
        process, _ = self.warm("import time\ntime.sleep(1000)")
        begun = time.monotonic()
        process.say({"folder": self.folder})
        process.hear()
        ended = process.hear()
        self.assertEqual((ended["signal"], ended["hung"]), ("SIGKILL", True))
        self.assertLess(time.monotonic() - begun, 40)

    def test_the_end_is_the_interpreters(self) -> None:
        script = """
import atexit, sys, tempfile, threading, time
kept = open("kept.txt", "w")
kept.write("whole")
folder = tempfile.TemporaryDirectory()
open("folder.txt", "w").write(folder.name)
atexit.register(print, "last words")
threading.Thread(target=lambda: (time.sleep(0.5), print("a thread"))).start()
sys.exit("a message")
"""
        process, _ = self.warm(script)
        process.say({"folder": self.folder})
        process.hear()
        self.assertEqual(process.hear()["code"], 1)
        ran = Ran(self.folder, 1)
        self.assertEqual(ran.output.split("\n"), ["a message", "a thread", "last words", ""])
        work = Path(self.folder, "work")
        self.assertEqual(work.joinpath("kept.txt").read_text("utf-8"), "whole")
        self.assertFalse(os.path.exists(work.joinpath("folder.txt").read_text("utf-8")))
        self.assertEqual((ran.last["kind"], ran.last["exitCode"]), ("failed", 1))

    def test_numbers_drawn_without_a_seed_differ(self) -> None:
        process, _ = self.warm("import random\nprint(random.random())")
        outputs: List[str] = []
        for name in ("one", "two"):
            folder = os.path.join(self.folder, name)
            os.makedirs(os.path.join(folder, "work"))
            for file in ("order.json", "work/train.py"):
                os.link(os.path.join(self.folder, file), os.path.join(folder, file))
            process.say({"folder": folder})
            process.hear(), process.hear()
            outputs.append(Ran(folder, 0).output)
        self.assertNotEqual(*outputs)


if __name__ == "__main__":
    unittest.main()
