"""The table of metric names is the one of src/metrics.ts."""

from __future__ import annotations

import os
import re
import sys
import unittest

from attempts import RUNTIME

sys.path.insert(0, RUNTIME)

from retune_runtime.metric_names import METRICS, MetricKind, metric_named  # noqa: E402


class Names(unittest.TestCase):
    def test_the_table_is_that_of_the_command(self) -> None:
        path = os.path.join(os.path.dirname(os.path.dirname(RUNTIME)), "src", "metrics.ts")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        rows = re.findall(r"^  kind\('(\S+)', '(\w+)', (\w+), \[([^\]]*)\]\)", text, re.MULTILINE)
        table = [MetricKind(name, way, share == "true", tuple(re.findall(r"'([^']+)'", rest))) for name, way, share, rest in rows]
        self.assertEqual(list(METRICS), table)
        self.assertGreater(len(table), 10)
        self.assertIn("(val|valid|validation|test|testing|train|training|eval)_", text)

    def test_spellings(self) -> None:
        for spelling, name in (("val_acc", "accuracy"), ("Test accuracy", "accuracy"), ("R²", "r2"), ("val_loss", "loss")):
            found = metric_named(spelling)
            self.assertEqual(None if found is None else found.name, name)
        self.assertIsNone(metric_named("lr"))


if __name__ == "__main__":
    unittest.main()
