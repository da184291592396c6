"""Rounds of boosters: all that are due are told, but several at a time, as rounds can be shorter than the telling."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import unittest
from typing import Any, Dict, List, Optional
from unittest import mock

from attempts import RUNTIME

sys.path.insert(0, RUNTIME)

from retune_runtime.hooks import boosting_rounds  # noqa: E402
from retune_runtime.hooks.boosting_rounds import Rounds  # noqa: E402
from retune_runtime.launch import Attempt  # noqa: E402


class RoundsTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.clock = 100.0
        self.training = Attempt()._training
        self.training.events.begin(self.folder)
        patched = mock.patch.object(boosting_rounds.time, "monotonic", lambda: self.clock)
        patched.start()
        self.addCleanup(patched.stop)

    def train(self, rounds: int, seconds: float, asked: Optional[int] = None) -> Rounds:
        """Rounds of this length each; what is evaluated of a round is its number."""
        told = Rounds(self.training, asked or rounds, lambda data: data)
        for number in range(1, rounds + 1):
            self.clock += seconds
            told.after(number, lambda: [("validation", "logloss", float(number))])
        return told

    def events(self) -> List[Dict[str, Any]]:
        with open(os.path.join(self.folder, "events.jsonl"), encoding="utf-8") as file:
            return [json.loads(line) for line in file]

    def test_short_rounds_are_told_several_at_a_time(self) -> None:
        real, opened = os.open, []
        with mock.patch.object(os, "open", lambda *given: opened.append(given) or real(*given)):
            self.train(600, 0.001).finish()
        due = [1, *range(6, 601, 6)]
        self.assertEqual([each["epoch"] for each in self.events() if each["kind"] == "progress"], due)
        self.assertEqual([each["value"] for each in self.events() if each["kind"] == "metric"], due)
        self.assertLess(len(opened), 6)
        self.assertEqual(self.training.progress.count, 600 + len(due))

    def test_long_rounds_are_told_at_once(self) -> None:
        self.train(7, 1.0)
        self.assertEqual([each["epoch"] for each in self.events() if each["kind"] == "progress"], [1, 2, 3, 4, 5, 6, 7])

    def test_the_last_round_is_told_wherever_it_ends(self) -> None:
        self.train(8, 0.001, asked=600).finish()
        self.assertEqual([each["epoch"] for each in self.events() if each["kind"] == "progress"], [1, 6, 8])
        self.assertEqual([each["value"] for each in self.events() if each["kind"] == "metric"], [1, 6, 8])


if __name__ == "__main__":
    unittest.main()
