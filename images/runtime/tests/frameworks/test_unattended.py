"""Scripts that expect a person, and the ways in which `__main__` travels to worker processes."""

from __future__ import annotations

import os
import unittest

from framework_attempts import DIGITS, AttemptTest

PLOT = """
import matplotlib
matplotlib.use("TkAgg")
import matplotlib.pyplot as plt
plt.plot([1, 2])
plt.show()
print(plt.get_fignums())
plt.plot([3, 4]); plt.show(block=False); plt.savefig("own.png")
print(plt.get_fignums(), matplotlib.get_backend())
"""

WORKERS = (
    DIGITS
    + """
import inspect, pickle
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.model_selection import GridSearchCV, cross_val_score
from joblib import Parallel, delayed
class Mine(ClassifierMixin, BaseEstimator):
    def __init__(self, k=1): self.k = k
    def fit(self, X, y): self.classes_ = sorted(set(y)); return self
    def predict(self, X): return [self.classes_[self.k]] * len(X)
def square(x): return x * x
if __name__ == "__main__":
    print(Parallel(n_jobs=2)(delayed(square)(i) for i in range(4)))
    print(cross_val_score(Mine(), X, y, cv=3, n_jobs=2).round(4))
    print(GridSearchCV(Mine(), {"k": [1, 2]}, cv=3, n_jobs=2).fit(X_train, y_train).best_params_)
    print(pickle.loads(pickle.dumps(Mine(3))).k, inspect.getsource(square), inspect.signature(Mine.fit))
"""
)

LOADERS = """
import torch
from torch.utils.data import DataLoader, Dataset
class Numbers(Dataset):
    def __len__(self): return 6
    def __getitem__(self, i): return i
if __name__ == "__main__":
    for context in ("fork", "spawn"):
        print([batch.tolist() for batch in DataLoader(Numbers(), batch_size=3, num_workers=1, multiprocessing_context=context)])
"""


class Unattended(AttemptTest):
    def test_figures_are_saved(self) -> None:
        ran = self.run_script(PLOT)
        self.assertEqual((ran.code, ran.output), (0, "[]\n[1] Agg\n"), ran.output)
        figures = sorted(os.listdir(os.path.join(self.folder, "figures")))
        self.assertEqual(figures, ["figure-1.png", "figure-2.png"])
        self.assertTrue(os.path.getsize(os.path.join(self.folder, "work", "own.png")))
        self.assertEqual(ran.of("warning"), [])

    def test_worker_processes_of_scikit_learn(self) -> None:
        ran = self.run_script(WORKERS)
        self.assertEqual(ran.output, self.plain(WORKERS))
        self.assertEqual(ran.of("warning"), [])

    def test_worker_processes_of_a_loader(self) -> None:
        try:
            import torch  # noqa: F401
        except ImportError:
            return
        self.assertEqual(self.run_script(LOADERS).output, self.plain(LOADERS))


if __name__ == "__main__":
    unittest.main()
