"""Printed lines, in the forms that real scripts print."""

from __future__ import annotations

import sys
import time
import unittest

from attempts import RUNTIME, AttemptTest

sys.path.insert(0, RUNTIME)

from retune_runtime.printed import printed_metrics  # noqa: E402

# line → name, value, split, epoch of each metric in it
TOLD = {
    "Test accuracy: 0.97": [("accuracy", 0.97, "test", None)],
    "test accuracy 0.81": [("accuracy", 0.81, "test", None)],
    "acc => 0.98": [("accuracy", 0.98, "unknown", None)],
    "error=0.02": [("error", 0.02, "unknown", None)],
    "Accuracy: 93 %": [("accuracy", 0.93, "unknown", None)],
    "Accuracy: 98.2100%": [("accuracy", 0.9821, "unknown", None)],
    "Accuracy: 0.97 %": [("accuracy", 0.97, "unknown", None)],
    "accuracy: 97": [("accuracy", 0.97, "unknown", None)],
    "Test set: Average loss: 0.0280, Accuracy: 9912/10000 (99%)": [
        ("loss", 0.028, "test", None),
        ("accuracy", 0.9912, "test", None),
    ],
    "Epoch 3/10 - loss: 0.1 - val_acc: 0.9": [("loss", 0.1, "unknown", 3), ("accuracy", 0.9, "validation", 3)],
    "Epoch 4: train acc 0.95, test acc 0.9": [("accuracy", 0.95, "train", 4), ("accuracy", 0.9, "test", 4)],
    "Epoch [2/5], Loss: 0.3021, Val Accuracy: 91.5%": [("loss", 0.3021, "unknown", 2), ("accuracy", 0.915, "validation", 2)],
    "[3]\tvalidation_0-auc:0.91": [("auc", 0.91, "unknown", 4)],
    "[0]\ttrain-rmse:3.5\ttest-rmse:4.25": [("rmse", 3.5, "train", 1), ("rmse", 4.25, "test", 1)],
    "R2: 0.4567": [("r2", 0.4567, "unknown", None)],
    "R^2 score: -0.25": [("r2", -0.25, "unknown", None)],
    "R² = 0.5": [("r2", 0.5, "unknown", None)],
    "Test R2 score: 0.5": [("r2", 0.5, "test", None)],
    "RMSE: 54.3": [("rmse", 54.3, "unknown", None)],
    "Mean Squared Error: 3025.5": [("mse", 3025.5, "unknown", None)],
    "Root Mean Squared Error (RMSE): 12.5": [("rmse", 12.5, "unknown", None)],
    "mean absolute error is 3.2e-02": [("mae", 0.032, "unknown", None)],
    "Accuracy of the network on the 10000 test images: 97 %": [("accuracy", 0.97, "test", None)],
    "Accuracy on test set: 0.88": [("accuracy", 0.88, "test", None)],
    "Accuracy of Random Forest: 0.93": [("accuracy", 0.93, "unknown", None)],
    "{'accuracy': 0.9712, 'loss': 0.1}": [("accuracy", 0.9712, "unknown", None), ("loss", 0.1, "unknown", None)],
    "Test accuracy: tensor(0.9800)": [("accuracy", 0.98, "test", None)],
    "Test accuracy: [0.98]": [("accuracy", 0.98, "test", None)],
    "('Test accuracy:', 0.98)": [("accuracy", 0.98, "test", None)],
    "Test loss: 0.3 / Test accuracy: 0.9": [("loss", 0.3, "test", None), ("accuracy", 0.9, "test", None)],
    "loss: 0.3, accuracy: 0.9": [("loss", 0.3, "unknown", None), ("accuracy", 0.9, "unknown", None)],
    "Model accuracy is 0.91.": [("accuracy", 0.91, "unknown", None)],
    "reached 97.3% test accuracy": [("accuracy", 0.973, "test", None)],
    "Top-1 accuracy: 76.5": [("accuracy", 0.765, "unknown", None)],
    "F1-score: 0.8": [("f1", 0.8, "unknown", None)],
    "ROC AUC: 0.95": [("auc", 0.95, "unknown", None)],
    "AUC-ROC = 0.95": [("auc", 0.95, "unknown", None)],
    "Balanced accuracy: 0.7": [("balanced_accuracy", 0.7, "unknown", None)],
    "Cross-validation accuracy: 0.93 (+/- 0.02)": [("accuracy", 0.93, "validation", None)],
    "    accuracy                           0.97       360": [("accuracy", 0.97, "unknown", None)],
    "\x1b[32mTest accuracy: 0.5\x1b[0m": [("accuracy", 0.5, "test", None)],
    "working...\rTest accuracy: 0.5": [("accuracy", 0.5, "test", None)],
    "validation loss = 1.25e-05": [("loss", 1.25e-05, "validation", None)],
    "Training accuracy: 100.00%": [("accuracy", 1.0, "train", None)],
    "Accuracy score: 1.0": [("accuracy", 1.0, "unknown", None)],
    "perplexity 35.2": [("perplexity", 35.2, "unknown", None)],
    "test_mse: 0.5, test_mae: 0.25": [("mse", 0.5, "test", None), ("mae", 0.25, "test", None)],
    "Accuracy: 45/50": [("accuracy", 0.9, "unknown", None)],
}

NOTHING = (
    "Collecting accelerate==0.21.0",
    "Requirement already satisfied: accelerate>=0.20 in /usr/lib (0.21)",
    "Successfully installed accelerate-0.21 acc-1.0",
    "Accessories: 0.5",
    "accelerate 0.21",
    "2024-01-01 10:00:00.123456: I tensorflow/core/cuda.cc:12] CUDA accuracy: 0.5",
    "2024-01-01 10:00:00.123456: W external/xla] loss of precision 0.1",
    "Using CUDA version 11.8, accuracy may vary",
    "11/11 - 0s - 7ms/step - accuracy: 0.5 - loss: 1.2",
    "375/375 [==============================] - 1s 3ms/step - loss: 0.2 - accuracy: 0.93",
    "\x1b[1m12/12\x1b[0m \x1b[32m━━━━━━━━━━\x1b[0m 0s 5ms/step - accuracy: 0.9",
    "100%|██████████| 10/10 [00:01<00:00, acc=0.5]",
    "Target accuracy: 0.9",
    "accuracy threshold: nothing",
    "Top-5 accuracy: 98.1",
    "precision: 16",
    "using 16 bit precision",
    "Error: 404 not found",
    "accuracy",
    "Accuracy: nan",
    "accuracy: 250",
    "loss: inf",
    "UserWarning: accuracy: 0.5",
    "metrics=['accuracy'], epochs=10",
    "map: 5",
    "batch 12/100",
    "learning rate: 0.001",
    "lr=0.01 hidden=32",
    "Saved the best model to model_acc_0.91.h5",
)


class Parsing(unittest.TestCase):
    def test_forms(self) -> None:
        for line, expected in TOLD.items():
            with self.subTest(line):
                found = [(each.name, round(each.value, 10), each.split, each.epoch) for each in printed_metrics(line)]
                self.assertEqual(found, expected)

    def test_nothing(self) -> None:
        for line in NOTHING:
            with self.subTest(line):
                self.assertEqual(printed_metrics(line), [])

    def test_a_hostile_line_takes_no_time(self) -> None:
        for part in ("accuracy ", "acc of the test ", " ", "1", "loss:", "(", "acc (", "acc:[", "_", "acc_", "acc test_", "1/"):
            for start in ("", "accuracy", "accuracy of"):
                begun = time.perf_counter()
                printed_metrics((start + part * 2000)[:2000])
                self.assertLess(time.perf_counter() - begun, 0.2, (start, part))


class WaysOut(AttemptTest):
    def test_whatever_the_script_does_to_its_output(self) -> None:
        script = (
            "import io, sys\n"
            "print('Test accuracy: 0.1')\n"
            "class Tee:\n"
            "    def __init__(self, to): self.to = to\n"
            "    def write(self, text): return self.to.write(text)\n"
            "    def flush(self): self.to.flush()\n"
            "keep = sys.stdout; sys.stdout = Tee(keep)\n"
            "print('Test accuracy:', 0.2)\n"
            "sys.stdout = keep\n"
            "sys.stdout.buffer.write(b'Test accuracy: 0.3\\n')\n"
            "sys.stdout.reconfigure(encoding='utf-8')\n"
            "sys.__stdout__.write('Test accuracy: 0.4\\n')\n"
            "sys.stdout = io.TextIOWrapper(sys.stdout.detach(), encoding='utf-8')\n"
            "print('😀 Test accuracy: 0.5')\n"
            "print('Test accuracy: 0.6', end='')\n"
        )
        ran = self.run_script(script)
        self.assertEqual([value for value, _, _ in ran.metrics("accuracy")], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
        self.assertEqual(ran.output.count("accuracy"), 6)
        self.assertEqual(ran.of("metric")[4]["text"], "😀 Test accuracy: 0.5")

    def test_epochs_are_progress(self) -> None:
        ran = self.run_script("for e in range(3): print(f'Epoch {e + 1}/3 loss {0.5:.2f}')")
        self.assertEqual([(each["epoch"], each["epochs"]) for each in ran.of("progress")], [(1, 3), (2, 3), (3, 3)])


if __name__ == "__main__":
    unittest.main()
