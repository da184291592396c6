"""What the step with network answers: the library's own call, and which address did not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import unittest
from typing import Any, Dict

FETCH = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "fetch.py")


def fetch(call: str, arguments: Dict[str, Any], folder: str) -> Dict[str, Any]:
    order = json.dumps({"call": call, "arguments": arguments})
    environment = {"PYTHONPATH": folder, "PATH": os.environ["PATH"]}
    said = subprocess.run([sys.executable, FETCH, order], env=environment, stdout=subprocess.PIPE, check=True)
    answer: Dict[str, Any] = json.loads(said.stdout)
    return answer


class Fetch(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        os.mkdir(os.path.join(self.folder, "library"))
        with open(os.path.join(self.folder, "library", "__init__.py"), "w", encoding="utf-8") as file:
            file.write("WEIGHTS = 'best'\n")
        with open(os.path.join(self.folder, "library", "loaders.py"), "w", encoding="utf-8") as file:
            file.write(
                "import urllib.request\n"
                "def load(into, weights=None, size=None):\n"
                "    print('downloading')\n"
                "    open(into, 'w').write('%s %s' % (weights, size))\n"
                "class Model:\n"
                "    @classmethod\n"
                "    def from_pretrained(cls, name):\n"
                "        urllib.request.urlopen('http://127.0.0.1:9/' + name)\n"
            )

    def test_calls_the_loader_with_values_tuples_and_things_of_the_library(self) -> None:
        into = os.path.join(self.folder, "made")
        arguments = {"into": into, "weights": {"address": "library.WEIGHTS"}, "size": [96, 96]}
        self.assertEqual(fetch("library.loaders.load", arguments, self.folder), {"ok": True})
        with open(into, encoding="utf-8") as file:
            self.assertEqual(file.read(), "best (96, 96)")

    def test_says_which_address_did_not_answer(self) -> None:
        answer = fetch("library.loaders.Model.from_pretrained", {"name": "bert"}, self.folder)
        self.assertEqual((answer["ok"], answer["address"]), (False, "http://127.0.0.1:9/bert"))
        self.assertIn("refused", answer["message"])

    def test_says_what_is_not_there(self) -> None:
        answer = fetch("library.nothing.load", {}, self.folder)
        self.assertEqual((answer["type"], answer["address"]), ("ModuleNotFoundError", None))


if __name__ == "__main__":
    unittest.main()
