"""Runs real scripts in attempt folders of their own, and reads what came of them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from typing import Any, Dict, List, Optional

RUNTIME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Ran:
    """An attempt that has ended."""

    def __init__(self, folder: str, code: int) -> None:
        self.folder = folder
        self.code = code
        with open(os.path.join(folder, "output.log"), encoding="utf-8", errors="replace") as file:
            self.output = file.read()
        path = os.path.join(folder, "events.jsonl")
        self.events: List[Dict[str, Any]] = []
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                self.events = [json.loads(line) for line in file]

    def of(self, kind: str) -> List[Dict[str, Any]]:
        return [event for event in self.events if event["kind"] == kind]

    def metrics(self, name: str) -> List[Any]:
        return [(round(each["value"], 4), each["split"], each["source"]) for each in self.of("metric") if each["name"] == name]

    def received(self) -> List[Any]:
        return [(each["id"], each["value"], each["witness"]) for each in self.of("received")]

    @property
    def last(self) -> Dict[str, Any]:
        return self.events[-1]


class AttemptTest(unittest.TestCase):
    maxDiff = None

    def setUp(self) -> None:
        self.folder = os.path.realpath(tempfile.mkdtemp(prefix="attempt-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def prepare(self, files: Dict[str, str], **order: Any) -> str:
        work = os.path.join(self.folder, "work")
        for name, text in files.items():
            path = os.path.join(work, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        whole = {
            "v": 1,
            "study": "a-study",
            "trial": 0,
            "attempt": 1,
            "fence": 1,
            "script": "train.py",
            "directory": "",
            "arguments": [],
            "seed": None,
            "limits": {"seconds": None, "epochs": None},
            "watch": [],
            "saveModel": False,
            "dry": False,
            **order,
        }
        with open(os.path.join(self.folder, "order.json"), "w", encoding="utf-8") as file:
            json.dump(whole, file)
        return self.folder

    def start(self, environment: Optional[Dict[str, str]] = None) -> "subprocess.Popen[bytes]":
        with open(os.path.join(self.folder, "output.log"), "ab") as log:
            return subprocess.Popen(
                [sys.executable, os.path.join(RUNTIME, "attempt.py"), self.folder],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                env={**os.environ, "CUDA_VISIBLE_DEVICES": "", **(environment or {})},
                cwd="/",
            )

    def run_script(self, text: str, files: Optional[Dict[str, str]] = None, **order: Any) -> Ran:
        environment = order.pop("environment", None)
        self.prepare({order.get("script", "train.py"): text, **(files or {})}, **order)
        return Ran(self.folder, self.start(environment).wait(timeout=900))

    def plain(self, script: str) -> str:
        """What `python train.py` prints, without us."""
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "train.py"), "w", encoding="utf-8") as file:
                file.write(script)
            done = subprocess.run(
                [sys.executable, "train.py"],
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "CUDA_VISIBLE_DEVICES": ""},
                check=True,
            )
            return done.stdout.decode()


def place(text: str, part: str, occurrence: int = 0) -> Dict[str, Any]:
    """Where a part of a text stands, as an order says it."""
    at = -1
    for _ in range(occurrence + 1):
        at = text.index(part, at + 1)
    return {"start": _position(text, at), "end": _position(text, at + len(part))}


def _position(text: str, at: int) -> Dict[str, int]:
    before = text[:at]
    return {"line": before.count("\n") + 1, "column": at - (before.rfind("\n") + 1)}


def watch(text: str, part: str, call: Optional[str] = None, attribute: str = "", path: str = "train.py", occurrence: int = 0) -> Any:
    arrival = None if call is None else {"place": place(text, call), "attribute": attribute}
    return {"id": part + "/" + attribute, "path": path, "place": place(text, part, occurrence), "arrival": arrival}
