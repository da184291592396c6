"""Printed lines, in the forms that real scripts print: the file that the reader in TypeScript is tested by too."""

from __future__ import annotations

import json
import os
import sys
import time
import unittest

from attempts import RUNTIME, AttemptTest

sys.path.insert(0, RUNTIME)

from retune_runtime.printed import printed_metrics  # noqa: E402

with open(os.path.join(RUNTIME, "printed-examples.json"), encoding="utf-8") as shared:
    EXAMPLES = json.load(shared)


class Parsing(unittest.TestCase):
    def test_forms(self) -> None:
        self.check("lines", False)

    def test_bars(self) -> None:
        self.check("bars", True)
        for example in EXAMPLES["bars"]:
            with self.subTest(example["text"]):
                self.assertEqual(printed_metrics(example["text"]), [])

    def check(self, group: str, bars: bool) -> None:
        for example in EXAMPLES[group]:
            with self.subTest(example["text"]):
                found = [
                    {"name": each.name, "value": round(each.value, 10), "split": each.split, "epoch": each.epoch}
                    for each in printed_metrics(example["text"], bars)
                ]
                self.assertEqual(found, example["metrics"])

    def test_a_hostile_line_takes_no_time(self) -> None:
        for part in ("accuracy ", "acc of the test ", " ", "1", "loss:", "(", "acc (", "acc:[", "_", "acc_", "acc test_", "1/"):
            for start in ("", "accuracy", "accuracy of"):
                begun = time.perf_counter()
                printed_metrics((start + part * 2000)[:2000])
                self.assertLess(time.perf_counter() - begun, 0.2, (start, part))


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

    def test_epochs_are_progress(self) -> None:
        ran = self.run_script("for e in range(3): print(f'Epoch {e + 1}/3 loss {0.5:.2f}')")
        self.assertEqual([(each["epoch"], each["epochs"]) for each in ran.of("progress")], [(1, 3), (2, 3), (3, 3)])


if __name__ == "__main__":
    unittest.main()
