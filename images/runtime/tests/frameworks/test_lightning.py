"""Lightning on top of PyTorch: epochs, logged metrics, `test`, stopping and seeds."""

from __future__ import annotations

import unittest

from framework_attempts import DIGITS, AttemptTest, watch

SCRIPT = (
    DIGITS
    + """
import logging, warnings
warnings.filterwarnings("ignore"); logging.getLogger("PACKAGE").setLevel(logging.ERROR)
import torch, PACKAGE as pl
from torch.utils.data import DataLoader, TensorDataset
pl.seed_everything(1, verbose=False)
def data(x, y): return DataLoader(TensorDataset(torch.tensor(x, dtype=torch.float32), torch.tensor(y)), batch_size=256)
class Net(pl.LightningModule):
    def __init__(self, lr):
        super().__init__()
        self.lr, self.body = lr, torch.nn.Linear(64, 10)
    def step(self, batch, name):
        x, y = batch
        out = self.body(x)
        self.log(name + "_acc", (out.argmax(1) == y).float().mean(), on_epoch=True, on_step=name == "train")
        return torch.nn.functional.cross_entropy(out, y)
    def training_step(self, batch, _): return self.step(batch, "train")
    def validation_step(self, batch, _): self.step(batch, "val")
    def test_step(self, batch, _): self.step(batch, "test")
    def configure_optimizers(self): return torch.optim.Adam(self.parameters(), lr=self.lr)
model = Net(0.05)
trainer = pl.Trainer(max_epochs=3, accelerator="cpu", logger=False, enable_checkpointing=False, enable_progress_bar=False, enable_model_summary=False)
trainer.fit(model, data(X_train, y_train), data(X_test[:100], y_test[:100]))
print("%.4f" % trainer.test(model, data(X_test[100:], y_test[100:]), verbose=False)[0]["test_acc"], len(trainer.callbacks))
"""
)


class Lightning(AttemptTest):
    def test_both_names(self) -> None:
        for package in ("lightning", "pytorch_lightning"):
            script = SCRIPT.replace("PACKAGE", package)
            self.setUp()
            ran = self.run_script(script, saveModel=True, watch=[watch(script, "0.05")])
            self.assertEqual(ran.code, 0, ran.output)
            self.assertEqual(ran.output.splitlines()[-1], self.plain(script).splitlines()[-1])
            told = [(each["split"], each["epoch"]) for each in ran.of("metric") if each["name"] == "accuracy"]
            epochs = [(split, epoch) for epoch in (1, 2, 3) for split in ("train", "validation")]
            self.assertEqual(sorted(told[:-1]), sorted(epochs))
            self.assertEqual(told[-1], ("test", None))
            progress = [(each["epoch"], each["epochs"]) for each in ran.of("progress") if "epoch" in each]
            self.assertEqual(progress, [(1, 3), (2, 3), (3, 3)])
            self.assertEqual(ran.of("randomness")[0]["sources"], ["torch"])
            self.assertEqual([each["file"] for each in ran.of("model")], ["model.pt"])
            self.assertEqual(ran.of("warning"), [])

    def test_it_stops_and_seeds(self) -> None:
        script = SCRIPT.replace("PACKAGE", "lightning")
        outputs = []
        for seed in (1, 1, 2):
            self.setUp()
            ran = self.run_script(script, seed=seed, limits={"seconds": None, "epochs": 1})
            self.assertEqual([each["epoch"] for each in ran.of("progress") if "epoch" in each], [1])
            self.assertEqual([(split, source) for _, split, source in ran.metrics("accuracy")][-1], ("test", "hook"))
            outputs.append(ran.metrics("accuracy")[-1])
        self.assertEqual(outputs[0], outputs[1])
        self.assertNotEqual(outputs[0], outputs[2])


if __name__ == "__main__":
    unittest.main()
