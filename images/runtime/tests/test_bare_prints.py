"""Numbers that are printed without a word, of which the code says what they are."""

from __future__ import annotations

import unittest
from typing import Any, List

from attempts import AttemptTest

# A library that no hook knows, and data.
MODEL = '''
class Array(list):
    def __eq__(self, other): return Array(a == b for a, b in zip(self, other))
    def __hash__(self): return 0
    def mean(self): return sum(self) / len(self)
class Model:
    def fit(self, X, y): return self
    def predict(self, X): return Array([0, 1, 1, 0])
model = Model()
X, y = Array([1, 2, 3, 4]), Array([0, 1, 1, 1])
X_train, X_test, y_train, y_test = X, X, y, y
model.fit(X_train, y_train)
'''


class BarePrints(AttemptTest):
    def told(self, lines: str) -> List[Any]:
        ran = self.run_script(MODEL + lines)
        self.assertEqual(ran.code, 0, ran.output)
        return [(each["name"], round(each["value"], 4), each["split"], each["source"]) for each in ran.of("metric")]

    def check(self, lines: str, *expected: Any) -> None:
        with self.subTest(lines):
            self.setUp()
            self.assertEqual(self.told(lines), list(expected))

    def test_a_name_says_what_it_is(self) -> None:
        test = ("accuracy", 0.75, "test", "printed")
        self.check("acc = (model.predict(X_test) == y_test).mean()\nprint(acc)\n", test)
        self.check("pred = model.predict(X_test)\naccuracy = (pred == y_test).mean()\nprint(round(accuracy, 3))\n", test)
        self.check("test_acc = 0.75\nprint(test_acc)\n", test)
        self.check("results = {'test_acc': 0.75}\nprint(results['test_acc'])\n", test)
        self.check("acc = (model.predict(X_test) == y_test).mean()\nprint(acc * 100)\nprint(f'{acc:.2f}')\n", test, test)
        self.check("acc = 75.0\nprint(acc)\n", ("accuracy", 0.75, "unknown", "printed"))
        self.check("rmse = 2.5\nprint(rmse)\n", ("rmse", 2.5, "unknown", "printed"))

    def test_its_form_says_what_it_is(self) -> None:
        test = ("accuracy", 0.75, "test", "printed")
        self.check("print((model.predict(X_test) == y_test).mean())\n", test)
        self.check("y_pred = model.predict(X_test)\nhits = (y_pred == y_test).mean()\nprint(hits)\n", test)

    def test_training_data_is_called_that(self) -> None:
        train = ("accuracy", 0.75, "train", "printed")
        self.check("acc = (model.predict(X_train) == y_train).mean()\nprint(acc)\n", train)
        self.check("pred = model.predict(X)\nmodel.fit(X, y)\nacc = (pred == y).mean()\nprint(acc)\n", train)
        both = "print((model.predict(X_train) == y_train).mean())\nprint((model.predict(X_test) == y_test).mean())\n"
        self.check(both, train, ("accuracy", 0.75, "test", "printed"))

    def test_what_says_nothing_tells_nothing(self) -> None:
        self.check("loss = 0.5\nprint(loss)\n")
        self.check("value = 0.5\nprint(value)\n")
        self.check("acc = [0.5, 0.6]\nprint(acc)\n")
        self.check("acc = 'high'\nprint(acc)\n")
        self.check("print((X == y).mean())\n")
        self.check("import sys\nacc = 0.5\nprint(acc, file=sys.stderr)\n")
        self.check("def print(*words): pass\nacc = 0.5\nprint('it is', acc)\n")

    def test_the_script_is_what_it_was(self) -> None:
        script = "acc = 0.5\nprint(acc)\nprint(f'{acc:.3f}', end='|')\nprint(round(acc, 1))\nimport inspect, sys\n"
        script += "def f():\n    acc = 0.25\n    print(acc)\nf()\nprint(inspect.getsource(f))\n"
        ran = self.run_script(script)
        self.assertEqual(ran.output, self.plain(script))

    def test_deep_or_broken_code_fails_as_ever(self) -> None:
        broken = self.run_script("acc = 0.5\nprint(acc)\nif\n")
        self.assertEqual(broken.last["type"], "SyntaxError")
        self.setUp()
        deep = self.run_script("acc = 0.5\nprint(acc)\nx = " + "+".join(["1"] * 1500) + "\nprint(x)\n")
        self.assertEqual((deep.code, deep.output), (0, "0.5\n1500\n"))


if __name__ == "__main__":
    unittest.main()
