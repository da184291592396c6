"""The example lines that both sides read."""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import unittest
from typing import Any, Dict

from attempts import RUNTIME

sys.path.insert(0, RUNTIME)

from retune_runtime.events import Events  # noqa: E402


def examples() -> Dict[str, Any]:
    with open(os.path.join(RUNTIME, "protocol-examples.json"), encoding="utf-8") as file:
        found: Dict[str, Any] = json.load(file)
    return found


class Protocol(unittest.TestCase):
    def test_the_writer_writes_what_is_accepted(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "events.jsonl")
            events = Events()
            events.begin(folder)
            for example in examples()["accepted"]:
                message = dict(example["message"])
                message.pop("t")
                events.write(message.pop("kind"), **message)
            with open(path, encoding="utf-8") as file:
                written = [json.loads(line) for line in file]
        for line, example in zip(written, examples()["accepted"]):
            self.assertEqual({**line, "t": 0}, {**json.loads(example["line"]), "t": 0})
            self.assertEqual(list(line)[:3], ["v", "t", "kind"])

    def test_every_kind_has_an_example(self) -> None:
        with open(os.path.join(os.path.dirname(os.path.dirname(RUNTIME)), "src", "study", "messages.ts"), encoding="utf-8") as file:
            kinds = set(re.findall(r"kind: '([\w-]+)'", file.read()))
        self.assertEqual({example["message"]["kind"] for example in examples()["accepted"]}, kinds)


if __name__ == "__main__":
    unittest.main()
