"""Trials of one script in one process, as a hand-written study would run them: imports and data once.

    python trials.py SCRIPT PLACES METRIC

PLACES is the `hyperparameters` of `detect --json`, METRIC an expression in the script's own names. On stdin a JSON
object of values by id a line, on stdout {"score", "seconds"} or {"error", "seconds"} for it.

What stands before the first statement that holds a place runs once; what comes after it runs for each trial, in a
copy of those names. Statements that seed run again with each trial. The script's own functions that load data,
and scikit-learn's, are called once.
"""

import ast
import functools
import io
import json
import os
import re
import sys
import time
import types
import warnings

LOADS = re.compile(r"^(load|read|get)_?(data|split|images|labels|idx)?", re.I)
SEEDS = re.compile(r"\bseed\b|random_seed")


class Script:
    def __init__(self, path, places):
        with open(path, encoding="utf-8") as file:
            self.text = file.read()
        self.path, self.places = path, places
        lines = self.text.split("\n")
        self.begins = [0]
        for line in lines:
            self.begins.append(self.begins[-1] + len(line) + 1)
        first = min(place["line"] for place in places)
        body = ast.parse(self.text).body
        self.shared = [node for node in body if node.end_lineno < first]
        self.seeding = [node for node in self.shared if SEEDS.search(ast.get_source_segment(self.text, node) or "")]
        self.first_own = len(self.shared)
        module = types.ModuleType("__main__")
        module.__dict__["__file__"] = path
        sys.modules["__main__"] = module
        self.names = module.__dict__
        remember_loaders()
        self.run(self.shared, self.names)
        self.remember_own_loaders(self.names)

    def run(self, nodes, names):
        exec(compile(ast.Module(nodes, []), self.path, "exec"), names)

    def remember_own_loaders(self, names):
        for name, value in list(names.items()):
            if isinstance(value, types.FunctionType) and value.__module__ == "__main__" and LOADS.match(name):
                names[name] = functools.lru_cache(None)(value)

    def trial(self, values, metric):
        edited = self.text
        for place in sorted(self.places, key=lambda one: (one["line"], one["column"]), reverse=True):
            if place["id"] in values:
                begin = self.begins[place["line"] - 1] + place["column"]
                end = self.begins[place["endLine"] - 1] + place["endColumn"]
                edited = edited[:begin] + repr(values[place["id"]]) + edited[end:]
        names = dict(self.names)
        self.run(self.seeding, names)
        for node in ast.parse(edited).body[self.first_own :]:
            self.run([node], names)
            if isinstance(node, ast.FunctionDef) and LOADS.match(node.name):
                known = self.names.setdefault("retune benchmark", {})
                names[node.name] = known.setdefault(node.name, functools.lru_cache(None)(names[node.name]))
        return float(eval(metric, names))


def remember_loaders():
    from sklearn import datasets

    for name in dir(datasets):
        if name.startswith("load_"):
            setattr(datasets, name, functools.lru_cache(None)(getattr(datasets, name)))


def main():
    warnings.filterwarnings("ignore")
    path, places, metric = sys.argv[1:4]
    sys.argv = [path]
    sys.path[0] = os.path.dirname(os.path.abspath(path))
    answers, sys.stdout = sys.stdout, io.StringIO()
    script = Script(path, json.loads(places))
    for line in sys.stdin:
        values, begun = json.loads(line), time.perf_counter()
        try:
            answer = {"score": script.trial(values, metric)}
        except Exception as error:
            answer = {"error": "%s: %s" % (type(error).__name__, error)}
        print(json.dumps({**answer, "seconds": time.perf_counter() - begun}), file=answers, flush=True)


main()
