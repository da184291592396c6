"""What XGBoost, LightGBM and CatBoost have in common: rounds, each with metrics of named data sets."""

from __future__ import annotations

import math
import time
from typing import Any, Callable, Dict, Iterable, List, Optional, Sequence, Tuple

from ..building import Built
from ..data_seen import rows_of
from ..training import Training

# How boosters call what the table of metric names calls otherwise; only here, as `l1: 0.1` in print is a penalty.
METRICS: Dict[str, str] = {
    "l1": "mae",
    "l2": "mse",
    "mlogloss": "log_loss",
    "binary_logloss": "log_loss",
    "multi_logloss": "log_loss",
    "multiclass": "log_loss",
    "binary_error": "error",
    "multi_error": "error",
    "zerooneloss": "error",
    "aucpr": "average_precision",
    "totalf1": "f1",
}
SPLITS: Dict[str, str] = {
    "train": "train",
    "training": "train",
    "learn": "train",
    "dtrain": "train",
    "test": "test",
    "dtest": "test",
    "holdout": "test",
}
MOST_TOLD = 100
# Seconds.
TELL_EVERY = 0.25

Told = Tuple[str, str, float]


def built(framework: str, model: str, data: Any) -> Callable[[], Built]:
    """`data` is the booster's own kind of data set; each has its own word for its rows."""

    def describe() -> Built:
        count = next((getattr(data, name) for name in ("num_row", "num_data") if hasattr(data, name)), None)
        return Built(framework, model, rows=rows_of(data) if count is None else int(count()))

    return describe


class Rounds:
    """
    Tells progress and metrics of about 100 rounds, the same ones in every trial, and of the last one; a heartbeat for every round.

    A round is often shorter than a millisecond, and what is done between two finds the processor's caches full of the
    training's data: 100 rounds told one by one took 4 % of a training of 0.8 s. So they are told several at a time.
    """

    def __init__(self, training: Training, rounds: Any, split_of: Callable[[str], str]) -> None:
        training.observations.epochs_are_hooked = True
        self._training = training
        self._rounds: Optional[int] = int(rounds) if isinstance(rounds, (int, float)) and rounds > 0 else None
        self._every = max(1, math.ceil((self._rounds or 1000) / MOST_TOLD))
        self._split_of = split_of
        self._latest: Optional[Tuple[int, Callable[[], Iterable[Told]]]] = None
        self._waiting: List[Tuple[int, List[Told]]] = []
        self._told_at = -math.inf

    def after(self, number: int, metrics: Callable[[], Iterable[Told]]) -> None:
        """Round `number`, from 1, is over; metrics are (data set, metric, value), read only if they are told."""
        self._training.progress.moved()
        if number % self._every and number != 1:
            self._latest = number, metrics
            return
        self._latest = None
        self._waiting.append((number, list(metrics())))
        if time.monotonic() - self._told_at >= TELL_EVERY:
            self._tell()

    def stops(self, number: int) -> bool:
        return self._training.building.dry or self._training.stopping.after(number)

    def finish(self) -> None:
        """The training is over, or has failed."""
        if self._latest is not None:
            number, metrics = self._latest
            self._latest = None
            self._waiting.append((number, list(metrics())))
        self._tell()

    def _tell(self) -> None:
        waiting, self._waiting = self._waiting, []
        of = {} if self._rounds is None else {"epochs": self._rounds}
        with self._training.events.together():
            for number, told in waiting:
                self._training.observations.progress(phase="train", epoch=number, **of)
                for data, metric, value in told:
                    name = METRICS.get(metric.lower().partition(":")[0], metric)
                    text = "round %d: %s %s" % (number, data, metric)
                    self._training.observations.hooked(name, value, self._split_of(data), text, number)
        self._told_at = time.monotonic()


def splits_by_name(named: Iterable[Tuple[str, bool]]) -> Callable[[str], str]:
    """The split of a data set given for evaluation: (its name, whether it is the training set itself)."""
    known = {name: "train" if trained else _split_named(name) for name, trained in named}
    return lambda name: known.get(name) or _split_named(name)


def _split_named(name: str) -> str:
    # What is looked at in every round steers the author's own choices, whatever else it is called.
    return SPLITS.get(name.lower(), "validation")


def evaluated(training: Training, inputs: Any, labels: Any, given: Sequence[Any], names: str) -> Callable[[str], str]:
    """The splits of the (inputs, labels) evaluated each round, which boosters name by number: `validation_0`, `valid_1`."""
    own = training.data.same(inputs, labels)
    marks = [isinstance(pair, (tuple, list)) and len(pair) == 2 and own(*pair) for pair in given]
    named = [(names % index, mark) for index, mark in enumerate(marks)]
    if len(marks) == 1:
        named.append((names.partition("_")[0], marks[0]))
    return splits_by_name(named)
