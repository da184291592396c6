"""Trains a little with every imported framework: done in a fork, to see whether a fork can."""

from __future__ import annotations

import sys
from typing import Any, Callable, Dict


def _numpy() -> None:
    numpy: Any = sys.modules["numpy"]
    square = numpy.ones((300, 300))
    assert (square @ square)[0, 0] == 300


def _sklearn() -> None:
    numpy: Any = sys.modules["numpy"]
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found, import-untyped, unused-ignore]

    inputs = numpy.arange(200.0).reshape(100, 2)
    LogisticRegression(max_iter=5).fit(inputs, inputs[:, 0] > 90).predict(inputs)
    if "sklearn.ensemble" in sys.modules:
        sys.modules["sklearn.ensemble"].HistGradientBoostingClassifier(max_iter=2).fit(inputs, inputs[:, 0] > 90)


def _torch() -> None:
    torch: Any = sys.modules["torch"]
    model = torch.nn.Linear(64, 64)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    model(torch.ones(256, 64)).sum().backward()
    optimizer.step()


def _keras() -> None:
    keras: Any = sys.modules.get("keras") or sys.modules["tensorflow"].keras
    numpy: Any = sys.modules["numpy"]
    model = keras.Sequential([keras.layers.Dense(2)])
    model.compile("sgd", "mse")
    model.fit(numpy.ones((8, 2)), numpy.ones((8, 2)), epochs=1, verbose=0)


def _xgboost() -> None:
    numpy: Any = sys.modules["numpy"]
    xgboost: Any = sys.modules["xgboost"]
    inputs = numpy.arange(200.0).reshape(100, 2)
    xgboost.train({"max_depth": 2}, xgboost.DMatrix(inputs, inputs[:, 0]), 2)


def _lightgbm() -> None:
    numpy: Any = sys.modules["numpy"]
    lightgbm: Any = sys.modules["lightgbm"]
    inputs = numpy.arange(200.0).reshape(100, 2)
    lightgbm.train({"verbose": -1}, lightgbm.Dataset(inputs, inputs[:, 0]), 2)


def _catboost() -> None:
    numpy: Any = sys.modules["numpy"]
    catboost: Any = sys.modules["catboost"]
    inputs = numpy.arange(200.0).reshape(100, 2)
    catboost.CatBoostRegressor(iterations=2, verbose=0, allow_writing_files=False).fit(inputs, inputs[:, 0])


PROBES: Dict[str, Callable[[], None]] = {
    "numpy": _numpy,
    "sklearn": _sklearn,
    "torch": _torch,
    "keras": _keras,
    "tensorflow": _keras,
    "xgboost": _xgboost,
    "lightgbm": _lightgbm,
    "catboost": _catboost,
}


def probe() -> None:
    for module in list(sys.modules):
        if module in PROBES:
            PROBES[module]()
