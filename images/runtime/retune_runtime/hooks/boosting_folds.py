"""What `xgboost.cv`, `lightgbm.cv` and `catboost.cv` give: for each round a mean over the folds and its deviation."""

from __future__ import annotations

from typing import Any

from ..training import Training
from .boosting_rounds import METRICS

PREFIXES = ("train-", "valid-", "test-", "train ", "valid ", "test ")


def tell_folds(training: Training, result: Any, mean: str, spread: str, call: str) -> None:
    """
    The last round: with early stopping, which cuts the table off there, the best one. The other rounds are kept in
    mind, as some authors print the best of a table that goes on after it.
    """
    training.progress.moved()
    for column in [str(each) for each in result]:
        if not column.endswith(mean):
            continue
        metric = column[: -len(mean)]
        values, deviations = list(result[column]), list(result[metric + spread])
        split = "train" if column.startswith(("train", "learn")) else "validation"
        for prefix in PREFIXES:
            metric = metric[len(prefix) :] if metric.startswith(prefix) else metric
        name = METRICS.get(metric.lower().partition(":")[0], metric)
        training.observations.hooked(name, values[-1], split, call, None, None, float(deviations[-1]))
        if split != "train":
            training.observations.rounds(name, values, call)
