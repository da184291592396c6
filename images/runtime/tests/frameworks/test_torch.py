"""PyTorch: printed metrics, steps, seeds, read-back and the kept weights."""

from __future__ import annotations

import os
import unittest

from framework_attempts import DIGITS, AttemptTest, watch

SCRIPT = (
    DIGITS
    + """
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
torch.manual_seed(0)
criterion = nn.CrossEntropyLoss()
before = torch.rand(1).item()
data = TensorDataset(torch.tensor(X_train, dtype=torch.float32), torch.tensor(y_train))
loader = DataLoader(data, batch_size=64, shuffle=True, num_workers=1)
class Net(nn.Module):
    def __init__(self, hidden):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(64, hidden), nn.ReLU(), nn.Dropout(0.2), nn.Linear(hidden, 10))
    def forward(self, x): return self.body(x)
def main():
    model = Net(32)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.5)
    for epoch in range(2):
        for inputs, labels in loader:
            optimizer.zero_grad(); loss = criterion(model(inputs), labels); loss.backward(); optimizer.step()
        print(f"Epoch {epoch + 1}/2, loss {loss.item():.4f}")
    model.eval()
    with torch.no_grad(): correct = (model(torch.tensor(X_test, dtype=torch.float32)).argmax(1) == torch.tensor(y_test)).sum().item()
    print(f"Test accuracy: {correct / len(y_test):.4f}")
print(before)
if __name__ == "__main__":
    main()
"""
)


class Torch(AttemptTest):
    def test_a_plain_loop(self) -> None:
        call = "torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.5)"
        watches = [watch(SCRIPT, "0.05", call, "lr"), watch(SCRIPT, "0.2)"[:-1], "nn.Dropout(0.2)", "p", occurrence=1)]
        ran = self.run_script(SCRIPT, saveModel=True, watch=watches)
        self.assertEqual(ran.output, self.plain(SCRIPT))
        self.assertEqual(ran.of("warning"), [])
        self.assertEqual([(value, witness) for _, value, witness in ran.received()], [(0.2, "object"), (0.05, "object")])
        self.assertEqual([(split, source) for _, split, source in ran.metrics("accuracy")], [("test", "printed")])
        self.assertEqual([each["epoch"] for each in ran.of("metric") if each["name"] == "loss"], [1, 2])
        self.assertEqual([each.get("epoch") for each in ran.of("progress") if "epoch" in each], [1, 2])
        self.assertTrue(any("step" in each for each in ran.of("progress")))
        self.assertEqual([(each["sources"], each["shared"]) for each in ran.of("randomness")], [(["torch"], False)])
        import torch

        state = torch.load(os.path.join(self.folder, "model", "model.pt"))
        self.assertEqual(sorted(state), ["body.0.bias", "body.0.weight", "body.3.bias", "body.3.weight"])

    def test_seeds(self) -> None:
        outputs = []
        for seed in (1, 1, 2):
            self.setUp()
            outputs.append(self.run_script(SCRIPT, seed=seed).output)
        self.assertEqual(outputs[0], outputs[1])
        self.assertNotEqual(outputs[0], outputs[2])
        first = {each.splitlines()[-4] for each in outputs}
        self.assertEqual(first, {self.plain(SCRIPT).splitlines()[-4]}, "what was drawn before the model stays")

    def test_it_stops_at_an_epoch(self) -> None:
        script = SCRIPT.replace("range(2)", "range(50)")
        ran = self.run_script(script, limits={"seconds": None, "epochs": 2})
        self.assertEqual((ran.code, ran.last["kind"]), (0, "finished"), ran.output)
        self.assertEqual([each["epoch"] for each in ran.of("stopped")], [2])
        self.assertEqual([each["epoch"] for each in ran.of("metric") if each["name"] == "loss"], [1, 2, 3])

    def test_a_dry_build(self) -> None:
        script = SCRIPT.replace("range(2)", "range(10**9)")
        ran = self.run_script(script, dry=True, watch=[watch(script, "32", occurrence=1)])
        self.assertEqual((ran.code, ran.last["kind"]), (0, "finished"), ran.output)
        built = ran.of("built")[0]
        self.assertEqual((built["framework"], built["parameters"]), ("pytorch", 64 * 32 + 32 + 32 * 10 + 10))
        self.assertEqual(built["shapes"], ["parameter 32 × 64", "parameter 32", "parameter 10 × 32", "parameter 10"])
        self.assertGreater(built["memory"], 1 << 25)
        self.assertEqual([value for _, value, _ in ran.received()], [32])

    def test_a_dry_build_that_does_not_fit_together(self) -> None:
        ran = self.run_script(SCRIPT.replace("nn.Linear(hidden, 10)", "nn.Linear(hidden + 1, 10)"), dry=True)
        self.assertEqual((ran.last["kind"], ran.last["type"], ran.of("built")), ("failed", "RuntimeError", []))

    def test_a_dry_build_waits_for_every_optimizer(self) -> None:
        steps = "for _ in range(3):\n    for one in (a, b):\n        print(one.defaults['lr'], flush=True); one.step()\n"
        made = "import torch\na, b = (torch.optim.SGD(torch.nn.Linear(2, 2).parameters(), lr) for lr in (0.1, 0.2))\n"
        ran = self.run_script(made + steps, dry=True)
        self.assertEqual(ran.output.split(), ["0.1", "0.2", "0.1"])

    def test_a_split_after_the_model_is_shared(self) -> None:
        ran = self.run_script("import torch\ntorch.nn.Linear(2, 2)\ntorch.utils.data.random_split(range(10), [5, 5])\n")
        self.assertTrue(ran.of("randomness")[0]["shared"])


if __name__ == "__main__":
    unittest.main()
