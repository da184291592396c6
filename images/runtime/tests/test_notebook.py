"""Notebooks run cell by cell; what only IPython understands costs nothing."""

from __future__ import annotations

import ast
import json
import sys
import unittest
from typing import Any, List

from attempts import RUNTIME, AttemptTest, Ran, place

sys.path.insert(0, RUNTIME)

from retune_runtime.magics import plain_python  # noqa: E402


def notebook(*cells: str) -> str:
    made: List[Any] = [{"cell_type": "markdown", "source": ["# Title"], "metadata": {}}]
    made += [{"cell_type": "code", "source": cell.splitlines(True), "metadata": {}, "outputs": []} for cell in cells]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


PLAIN = {
    "%matplotlib inline\nx = 1": "get_ipython().run_line_magic('matplotlib', 'inline')\nx = 1",
    "pip install -q keras\nls = 3\nls -la": (
        "get_ipython().run_line_magic('pip', 'install -q keras')\nls = 3\nget_ipython().run_line_magic('ls', '-la')"
    ),
    "cd ..\nrun = run if x else 0": "get_ipython().run_line_magic('cd', '..')\nrun = run if x else 0",
    "if x:\n    !ls\n": "if x:\n    get_ipython().system('ls')\n",
    "%time model.fit(x)": "0;    model.fit(x)",
    "%%time\nmodel.fit(x)": "\nmodel.fit(x)",
    "model.fit?\n?x": "pass\npass",
    "x = (7\n% 4)\ny = 7 \\\n% 4": "x = (7\n% 4)\ny = 7 \\\n% 4",
    't = """\n% x\n!y\n"""': 't = """\n% x\n!y\n"""',
    "files = !ls *.csv": "files = get_ipython().getoutput('ls *.csv')",
    "x != 3\nprint('%d' % 1)": "x != 3\nprint('%d' % 1)",
}


class Notebook(AttemptTest):
    def test_plain_python(self) -> None:
        for source, plain in PLAIN.items():
            with self.subTest(source):
                self.assertEqual(plain_python(source), plain)
                ast.parse(plain)

    def run_notebook(self, *cells: str, **order: Any) -> Ran:
        return self.run_script(notebook(*cells), script="train.ipynb", **order)

    def test_cells_share_their_names(self) -> None:
        cell = "%time lr = 0.01\nprint('Test accuracy: 0.5', __name__)"
        watch = {"id": "lr", "path": "train.ipynb", "place": place(cell, "0.01"), "arrival": None}
        watch["place"]["start"]["cell"] = watch["place"]["end"]["cell"] = 2
        ran = self.run_notebook("%matplotlib inline\n!pip install thing\nimport os", cell, "lr * 2", watch=[watch])
        self.assertEqual((ran.code, ran.last["kind"]), (0, "finished"), ran.output)
        self.assertEqual(ran.received(), [("lr", 0.01, "executed")])
        self.assertEqual(ran.metrics("accuracy"), [(0.5, "test", "printed")])
        self.assertIn("Out[3]: 0.02", ran.output)
        self.assertEqual(
            [each["text"] for each in ran.of("warning")], ["a command of the notebook is not run here: !pip install thing"]
        )

    def test_the_last_expression_is_a_result(self) -> None:
        ran = self.run_notebook(
            "test_acc = 0.75\ntest_acc", "{'val_accuracy': 0.5}", "accuracy = 0.25\naccuracy;", "(1 + 1)", "[0.5]", "None", "object()"
        )
        self.assertEqual(ran.metrics("accuracy"), [(0.75, "test", "notebook"), (0.5, "validation", "notebook")])
        self.assertEqual(ran.of("warning"), [])

    def test_a_failure_has_its_cell_and_line(self) -> None:
        ran = self.run_notebook("x = 1", "def f():\n    raise KeyError('k')\n\nf()")
        self.assertEqual(ran.code, 1)
        self.assertEqual((ran.last["file"], ran.last["line"], ran.last["message"]), ("train.ipynb", 2, "'k' (cell 2)"))
        self.assertIn("    raise KeyError('k')\n", ran.output)
        self.assertNotIn("retune_runtime", ran.output)

    def test_what_cells_define_can_be_used_as_in_jupyter(self) -> None:
        ran = self.run_notebook(
            "class Point:\n    x = 3",
            "import inspect, pickle\nprint(pickle.loads(pickle.dumps(Point())).x)\ndef f():\n    return 4\nprint(inspect.getsource(f))",
            "%%writefile helper.py\nVALUE = 5\n",
            "import helper\ndisplay(helper.VALUE)\nprint('__file__' in globals())",
            "import multiprocessing as mp\nwith mp.get_context('spawn').Pool(1) as pool:\n    print(pool.map(abs, [-6]))",
        )
        self.assertEqual(ran.code, 0, ran.output)
        for part in ("3\n", "    return 4\n", "5\n", "False\n", "[6]\n"):
            self.assertIn(part, ran.output)

    def test_commands_that_look_at_files_run_and_their_words_are_no_results(self) -> None:
        ran = self.run_script(
            notebook(
                "folder = 'data'\n!mkdir -p {folder} && cp old.txt $folder",
                "!cat data/old.txt\nfiles = !ls {folder}\nprint(files)",
                "%cp old.txt copy.txt\nimport os\nprint(os.path.exists('copy.txt'), get_ipython().run_line_magic('pwd', '') == os.getcwd())",
                "!rm -rf data\n!ls; rm copy.txt\n!echo `rm copy.txt`\n!wget http://127.0.0.1/x.csv\n!find . -delete\nprint(sorted(os.listdir('.')))",
            ),
            {"old.txt": "accuracy: 0.99\n"},
            script="train.ipynb",
        )
        self.assertEqual((ran.code, ran.metrics("accuracy")), (0, []), ran.output)
        self.assertEqual(
            ran.output.splitlines(), ["accuracy: 0.99", "['old.txt']", "True True", "['copy.txt', 'data', 'old.txt', 'train.ipynb']"]
        )
        self.assertEqual(len(ran.of("warning")), 5)

    def test_run_runs_a_program_and_keeps_its_names(self) -> None:
        ran = self.run_script(
            notebook(
                "base = 1\n%run helper.py 3",
                "print(SCALE, __name__, '__file__' in globals())",
                "%run -i shared.py",
                "print(both)",
                "%run more.ipynb",
                "print(third)",
                "%run nowhere.py\n%run helper.py quit",
                "import sys\nprint(len(sys.argv), get_ipython().enable_gui('qt'), get_ipython().user_ns['base'])",
            ),
            {
                "helper.py": "import sys\nif sys.argv[1] == 'quit': sys.exit(0)\nassert 'base' not in globals()\nif __name__ == '__main__': SCALE = int(sys.argv[1])\n",
                "shared.py": "both = base + SCALE\n",
                "more.ipynb": notebook("third = both * 2\n!ls > /dev/null"),
            },
            script="train.ipynb",
        )
        self.assertEqual(ran.code, 0, ran.output)
        self.assertEqual(ran.output.splitlines(), ["3 __main__ False", "4", "8", "1 None 1"])
        self.assertEqual([each["text"][-16:] for each in ran.of("warning")], ["%run nowhere.py"[-16:].rjust(16)])


if __name__ == "__main__":
    unittest.main()
