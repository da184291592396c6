"""Printed lines, in the forms that real scripts print: the file that the reader in TypeScript is tested by too."""

from __future__ import annotations

import json
import os
import sys
import time
import unittest
from typing import Any, Dict

from attempts import RUNTIME, AttemptTest

sys.path.insert(0, RUNTIME)

from retune_runtime.printed import Printed, printed_metrics  # noqa: E402
from retune_runtime.printed_tables import TableReader  # noqa: E402

with open(os.path.join(RUNTIME, "printed-examples.json"), encoding="utf-8") as shared:
    EXAMPLES = json.load(shared)


def told(metric: Printed) -> Dict[str, Any]:
    return {"name": metric.name, "value": round(metric.value, 10), "split": metric.split, "epoch": metric.epoch}


class Parsing(unittest.TestCase):
    def test_forms(self) -> None:
        self.check("lines", False)

    def test_bars(self) -> None:
        self.check("bars", True)
        for example in EXAMPLES["bars"]:
            with self.subTest(example["text"]):
                self.assertEqual(printed_metrics(example["text"]), [])

    def test_tables(self) -> None:
        for example in EXAMPLES["tables"]:
            with self.subTest(example["text"]):
                tables = TableReader()
                found = [each for line in example["text"].split("\n") for each in [*tables.line(line), *printed_metrics(line)]]
                self.assertEqual([told(each) for each in [*found, *tables.finish()]], example["metrics"])

    def check(self, group: str, bars: bool) -> None:
        for example in EXAMPLES[group]:
            with self.subTest(example["text"]):
                self.assertEqual([told(each) for each in printed_metrics(example["text"], bars)], example["metrics"])

    def test_a_hostile_line_takes_no_time(self) -> None:
        for part in ("accuracy ", "acc of the test ", " ", "1", "loss:", "(", "acc (", "acc:[", "_", "acc_", "acc test_", "1/", "acc|", "acc  ", "the acc "):
            for start in ("", "accuracy", "accuracy of"):
                begun = time.process_time()
                printed_metrics((start + part * 2000)[:2000])
                TableReader().line((start + part * 2000)[:400])
                self.assertLess(time.process_time() - begun, 0.2, (start, part))


class WaysOut(AttemptTest):
    def test_whatever_the_script_does_to_its_output(self) -> None:
        script = (
            "import io, sys\n"
            "print('Test accuracy: 0.1')\n"
            "class Tee:\n"
            "    def __init__(self, to): self.to = to\n"
            "    def write(self, text): return self.to.write(text)\n"
            "    def flush(self): self.to.flush()\n"
            "keep = sys.stdout; sys.stdout = Tee(keep)\n"
            "print('Test accuracy:', 0.2)\n"
            "sys.stdout = keep\n"
            "sys.stdout.buffer.write(b'Test accuracy: 0.3\\n')\n"
            "sys.stdout.reconfigure(encoding='utf-8')\n"
            "sys.__stdout__.write('Test accuracy: 0.4\\n')\n"
            "sys.stdout = io.TextIOWrapper(sys.stdout.detach(), encoding='utf-8')\n"
            "print('😀 Test accuracy: 0.5')\n"
            "print('Test accuracy: 0.6', end='')\n"
        )
        ran = self.run_script(script)
        self.assertEqual([value for value, _, _ in ran.metrics("accuracy")], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
        self.assertEqual(ran.output.count("accuracy"), 6)
        self.assertEqual(ran.of("metric")[4]["text"], "😀 Test accuracy: 0.5")

    def test_what_is_logged_counts_but_a_traceback_does_not(self) -> None:
        script = (
            "import logging, sys\n"
            "logging.basicConfig(level=logging.INFO, format='%(asctime)s - %(levelname)s - %(message)s')\n"
            "logging.info('Training accuracy: %.2f', 0.9)\n"
            "logging.info('Test accuracy: %.2f', 0.7)\n"
            "print('val_acc = 0.6', file=sys.stderr)\n"
            "raise ValueError('no plot') if print('Test loss: 0.25') is None else 'Test accuracy: 0.1'\n"
        )
        ran = self.run_script(script)
        told = [(value, split) for value, split, _ in ran.metrics("accuracy")]
        self.assertEqual(told, [(0.9, "train"), (0.7, "test"), (0.6, "validation")])
        self.assertIn("else 'Test accuracy: 0.1'", ran.output, "the traceback")
        self.assertEqual((ran.code, ran.last["type"]), (1, "ValueError"))

    def test_a_frame_of_scores(self) -> None:
        ran = self.run_script("print('   accuracy    f1\\n0      0.93  0.91')\nprint('done')\nprint('Accuracy:')\nprint(0.97)\n")
        self.assertEqual([value for value, _, _ in ran.metrics("accuracy")], [0.93, 0.97])

    def test_a_frame_of_scores_at_the_very_end(self) -> None:
        self.assertEqual([value for value, _, _ in self.run_script("print('accuracy  f1\\n0.93  0.91')").metrics("accuracy")], [0.93])

    def test_what_a_child_prints_counts_where_nothing_else_does(self) -> None:
        child = "import os, subprocess, sys\nsubprocess.run([sys.executable, '-c', 'print(\"Test accuracy: 0.8\")'], check=True)\n"
        self.assertEqual(self.run_script(child).metrics("accuracy"), [(0.8, "test", "printed")])

    def test_what_a_child_prints_is_left_where_the_script_tells_its_own(self) -> None:
        child = "import os\nprint('Test accuracy: 0.7', flush=True)\nos.system('echo Test accuracy: 0.8')\n"
        self.assertEqual(self.run_script(child).metrics("accuracy"), [(0.7, "test", "printed")])

    def test_epochs_are_progress(self) -> None:
        ran = self.run_script("for e in range(3): print(f'Epoch {e + 1}/3 loss {0.5:.2f}')")
        self.assertEqual([(each["epoch"], each["epochs"]) for each in ran.of("progress")], [(1, 3), (2, 3), (3, 3)])


if __name__ == "__main__":
    unittest.main()
