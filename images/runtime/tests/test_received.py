"""What the script really got: executed values and what objects hold."""

from __future__ import annotations

import unittest

from attempts import AttemptTest, watch

SCRIPT = '''"""Doc é 😀."""
from __future__ import annotations
import settings
EPOCHS = 10; é = "😀"; RATE = 1e-3
def build(width=64, *, rate: float = 0.25): return (width, rate)
params = {"eta": 0.1, 'name': "rbf", "none": None, "flag": True}
class Model:
    def __init__(self, units, rate): self.units, self.rate = units, rate
    def get_config(self): return {"kernel": 5}
model = Model(  # a call over lines
    32,
    rate=(0.5),
)
other = Model(8, rate=[1, 2])
third = Model(7, rate=0.1)
text = f"{EPOCHS + 1} é {len('abc')}"
class Hidden:
    __private = -4
for step in range(3): lr = 0.1 / (step + 1)
print(EPOCHS, build(), params, model.units, text, Hidden._Hidden__private, lr, __doc__, settings.BATCH)
'''
SETTINGS = "# é\nBATCH = 128\n"


class ReadBack(AttemptTest):
    def told(self, **watches: object) -> object:
        ran = self.run_script(SCRIPT, {"settings.py": SETTINGS}, watch=list(watches.values()))
        self.assertEqual(ran.code, 0, ran.output)
        return ran

    def test_expressions_of_every_form(self) -> None:
        parts = ("10", "1e-3", "64", "0.25", "0.1", '"rbf"', "None", "True", "32", "EPOCHS + 1", "-4", "0.1 / (step + 1)")
        ran = self.run_script(SCRIPT, {"settings.py": SETTINGS}, watch=[watch(SCRIPT, part) for part in parts])
        self.assertEqual(
            ran.output, "10 (64, 0.25) {'eta': 0.1, 'name': 'rbf', 'none': None, 'flag': True} 32 11 é 3 -4 0.03333333333333333 Doc é 😀. 128\n"
        )
        values = {id.rstrip("/"): value for id, value, witness in ran.received() if witness == "executed"}
        self.assertEqual(
            values,
            {"10": 10, "1e-3": 0.001, "64": 64, "0.25": 0.25, "0.1": 0.1, '"rbf"': "rbf", "None": None, "True": True,
             "32": 32, "EPOCHS + 1": 11, "-4": -4, "0.1 / (step + 1)": 0.1 / 3},
        )  # fmt: skip
        steps = [value for id, value, _ in ran.received() if id == "0.1 / (step + 1)/"]
        self.assertEqual(steps, [0.1, 0.05, 0.1 / 3], "again where it changed")
        self.assertEqual(ran.of("warning"), [])

    def test_objects_win(self) -> None:
        call = SCRIPT[SCRIPT.index("Model(  #") : SCRIPT.index("other =")].strip()
        ran = self.run_script(
            SCRIPT,
            {"settings.py": SETTINGS},
            watch=[
                watch(SCRIPT, "32", call, "units"),
                watch(SCRIPT, "(0.5)", call, "rate"),
                watch(SCRIPT, "8", "Model(8, rate=[1, 2])", "nothing"),
                watch(SCRIPT, "[1, 2]", "Model(8, rate=[1, 2])", "rate"),
                watch(SCRIPT, "7", "Model(7, rate=0.1)", "kernel"),
            ],
        )
        self.assertEqual(
            ran.received(),
            [("32/units", 32, "object"), ("(0.5)/rate", 0.5, "object"), ("8/nothing", 8, "executed"), ("7/kernel", 5, "object")],
        )

    def test_a_path_into_the_object_and_a_call_that_only_ran(self) -> None:
        text = (
            "class Optimiser:\n"
            "    def __init__(self, lr): self.param_groups = [{'lr': lr / 2}]\n"
            "optimiser = Optimiser(0.5)\n"
            "layers = list()\n"
        )
        ran = self.run_script(
            text,
            watch=[
                watch(text, "0.5", "Optimiser(0.5)", "param_groups.0.lr"),
                watch(text, "list()", "list()", "=3"),
            ],
        )
        self.assertEqual(ran.received(), [("0.5/param_groups.0.lr", 0.25, "object"), ("list()/=3", 3, "executed")])

    def test_what_never_arrives_is_told_at_the_end(self) -> None:
        ran = self.run_script("import sys\ndef f(x): sys.exit(2)\nf(5)\n", watch=[watch("import sys\ndef f(x): sys.exit(2)\nf(5)\n", "5", "f(5)", "x")])
        self.assertEqual(ran.received(), [("5/x", 5, "executed")])

    def test_a_sibling_module(self) -> None:
        ran = self.run_script(
            SCRIPT, {"settings.py": SETTINGS}, watch=[watch(SETTINGS, "128", path="settings.py")]
        )
        self.assertEqual(ran.received(), [("128/", 128, "executed")])

    def test_a_place_without_an_expression(self) -> None:
        ran = self.run_script("x = 12345\n", watch=[watch("x = 12345\n", "234")])
        self.assertEqual([each["code"] for each in ran.of("warning")], ["watch-not-found"])
        self.assertIn("234/", ran.of("warning")[0]["text"])
        self.assertEqual(ran.code, 0)

    def test_positions_after_a_mark_and_with_tabs(self) -> None:
        script = "\ufeffé = '😀'; x = 5\nif x:\n\ty = 'é' * 2 ; z = 7\nprint(x, y, z)\n"
        ran = self.run_script(script, watch=[watch(script, "5"), watch(script, "7"), watch(script, "2")])
        self.assertEqual([value for _, value, _ in ran.received()], [5, 2, 7])

    def test_an_exception_in_an_instrumented_line_reads_as_ever(self) -> None:
        script = "def f(x):\n    return 1 / x\nf(0)\n"
        ran = self.run_script(script, watch=[watch(script, "0"), watch(script, "1 / x")])
        self.assertNotIn("retune", ran.output)
        self.assertIn('train.py", line 2, in f\n    return 1 / x\n', ran.output)


if __name__ == "__main__":
    unittest.main()
