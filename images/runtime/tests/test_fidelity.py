"""A script finds the world as under `python train.py`."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import unittest

from attempts import AttemptTest, Ran


def code(text: str) -> str:
    return textwrap.dedent(text).lstrip("\n")


# What a script can see of how it is run; the same must come out of both ways.
WORLD = code(
    '''
    """A docstring."""
    import os, sys
    print(sys.argv[0], __name__, __file__ == os.path.abspath("train.py"), __doc__, __package__, __spec__)
    print(type(__loader__).__name__, __loader__.name, sorted(globals()))
    print(sys.path[0] == os.path.dirname(__file__), [p for p in sys.path if "runtime" in p])
    print(sys.modules["__main__"].__dict__ is globals(), __builtins__.__name__)
    print(type(sys.stdout), sys.stdout.name, sys.stdout.mode, sys.stdout.encoding, sys.stdout.errors)
    print(sys.stdout.isatty(), sys.stdout.fileno(), sys.stdout is sys.__stdout__, sys.stdout.newlines)
    import threading
    print(threading.active_count(), threading.current_thread().name)
    print(sys._getframe().f_back, sys._getframe().f_code.co_filename == __file__) if False else None
    print(sys._getframe().f_code.co_name, sys._getframe().f_code.co_filename == __file__)
    '''
)


class Fidelity(AttemptTest):
    def test_the_world_is_the_same(self) -> None:
        self.assertEqual(self.run_script(WORLD).output, self.plain(WORLD))

    def test_arguments_and_directory(self) -> None:
        script = "import sys, os\nprint(sys.argv, os.getcwd() == os.path.dirname(os.path.dirname(__file__)))\nprint(open('data.txt').read())"
        ran = self.run_script(
            script, {"project/data.txt": "here"}, script="project/src/train.py", directory="project", arguments=["--lr", "é 1"]
        )
        self.assertEqual(ran.output, "['src/train.py', '--lr', 'é 1'] True\nhere\n")

    def test_pickle_and_inspect(self) -> None:
        ran = self.run_script(
            code(
                """
                import pickle, inspect
                class Point:
                    x = 1  # é
                print(pickle.loads(pickle.dumps(Point())).x, Point.__module__)
                print(inspect.getsource(Point), end="")
                """
            )
        )
        self.assertEqual(ran.output, "1 __main__\nclass Point:\n    x = 1  # é\n")

    def test_processes(self) -> None:
        script = code(
            """
            import multiprocessing, sys
            def square(x):
                print("Test accuracy: 0.5", flush=True)
                return x * x
            if __name__ == "__main__":
                for method in ("fork", "spawn"):
                    with multiprocessing.get_context(method).Pool(2) as pool:
                        print(pool.map(square, [1, 2, 3]))
            """
        )
        ran = self.run_script(script)
        self.assertEqual(ran.code, 0, ran.output)
        self.assertEqual(ran.output.count("[1, 4, 9]"), 2)
        self.assertEqual(ran.of("metric"), [], "children tell nothing")
        self.assertEqual(len(ran.of("finished")), 1)

    def test_a_forked_child_that_exits_tells_nothing(self) -> None:
        ran = self.run_script("import os, sys, time\npid = os.fork()\nif not pid: sys.exit(3)\nos.waitpid(pid, 0)\ntime.sleep(1.2)")
        self.assertEqual([event["kind"] for event in ran.events], ["started", "randomness", "usage", "finished"])
        self.assertEqual(ran.last["exitCode"], 0)

    def test_a_traceback_is_the_authors_own(self) -> None:
        script = code(
            """
            import helper
            def train():
                helper.work()
            try:
                train()
            except KeyError as error:
                raise ValueError("no luck 😀") from error
            """
        )
        helper = "def work():\n    raise KeyError('x')\n"
        ran = self.run_script(script, {"helper.py": helper})
        plain = os.path.join(self.folder, "work")
        done = subprocess.run([sys.executable, "train.py"], cwd=plain, stderr=subprocess.PIPE, check=False)
        self.assertEqual(ran.output, done.stderr.decode())
        self.assertEqual(ran.code, 1)
        self.assertEqual(
            {key: ran.last[key] for key in ("kind", "exitCode", "type", "message", "file", "line")},
            {"kind": "failed", "exitCode": 1, "type": "ValueError", "message": "no luck 😀", "file": "train.py", "line": 7},
        )

    def test_an_import_that_fails_and_a_syntax_error(self) -> None:
        for script, kind, file, line in (
            ("import nothing_of_that_name\n", "ModuleNotFoundError", "train.py", 1),
            ("x = 1\nif x\n", "SyntaxError", "train.py", 2),
            ("import broken\n", "SyntaxError", "broken.py", 2),
        ):
            with self.subTest(script):
                self.setUp()
                ran = self.run_script(script, {"broken.py": "\n'"})
                done = subprocess.run(
                    [sys.executable, "train.py"], cwd=os.path.join(self.folder, "work"), stderr=subprocess.PIPE, check=False
                )
                self.assertEqual(ran.output, done.stderr.decode())
                self.assertEqual((ran.last["type"], ran.last["file"], ran.last["line"]), (kind, file, line))

    def test_exit_codes(self) -> None:
        for script, expected, kind in (
            ("import sys; sys.exit()", 0, "finished"),
            ("import sys; sys.exit(0)", 0, "finished"),
            ("raise SystemExit(3)", 3, "failed"),
            ("import sys; sys.exit('bad luck')", 1, "failed"),
            ("import sys; sys.exit(-1)", 255, "failed"),
            ("pass", 0, "finished"),
        ):
            with self.subTest(script):
                self.setUp()
                ran = self.run_script(script)
                self.assertEqual((ran.code, ran.last["kind"], ran.last["exitCode"]), (expected, kind, expected))
        self.assertEqual(ran.output, "")

    def test_atexit_and_threads_come_before_the_end(self) -> None:
        ran = self.run_script(
            code(
                """
                import atexit, threading, time
                atexit.register(print, "Test accuracy: 0.75")
                def late():
                    time.sleep(0.3)
                    print("Validation accuracy: 0.5")
                threading.Thread(target=late).start()
                """
            )
        )
        self.assertEqual(ran.metrics("accuracy"), [(0.5, "validation", "printed"), (0.75, "test", "printed")])
        self.assertEqual(ran.last["kind"], "finished")

    def test_modules_of_the_author_win(self) -> None:
        names = ("json", "ast", "dataclasses", "hooks", "script", "order", "metrics", "pickle", "attempt", "retune")
        script = "".join("import %s; print(%s.MINE)\n" % (name, name) for name in names)
        ran = self.run_script(script, {name + ".py": "MINE = %r\n" % name for name in names})
        self.assertEqual(ran.output.split(), list(names))

    def test_input_is_explained(self) -> None:
        ran = self.run_script("epochs = int(input('epochs? '))")
        self.assertIn("EOFError: the script asks for input, but runs unattended", ran.output)
        self.assertNotIn("retune_runtime", ran.output)
        self.assertEqual(ran.last["line"], 1)

    def test_a_script_that_closes_everything(self) -> None:
        ran = self.run_script("import os, sys\nprint('Test accuracy: 0.5')\nsys.stdout.close()\nos.closerange(0, 100)\n")
        self.assertEqual((ran.last["kind"], ran.last["exitCode"]), ("finished", 0))
        self.assertEqual(len(ran.metrics("accuracy")), 1)

    def test_unbuffered(self) -> None:
        ran = self.run_script("print('Test accuracy: 0.5')", environment={"PYTHONUNBUFFERED": "1"})
        self.assertEqual(ran.metrics("accuracy"), [(0.5, "test", "printed")])
        self.assertEqual(ran.output, "Test accuracy: 0.5\n")

    def test_source_in_another_encoding_and_line_ends(self) -> None:
        self.prepare({})
        os.makedirs(os.path.join(self.folder, "work"))
        with open(os.path.join(self.folder, "work", "train.py"), "wb") as file:
            file.write("# -*- coding: latin-1 -*-\r\nprint('é' == '\\xe9')\r\n".encode("latin-1"))
        ran = Ran(self.folder, self.start().wait(timeout=60))
        self.assertEqual(ran.output, "True\n")


if __name__ == "__main__":
    unittest.main()
