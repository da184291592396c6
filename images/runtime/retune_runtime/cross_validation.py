"""How well the script's estimator does on its own training data, each part held out in turn: an estimate that the test data,
which a search wears out, has no say in."""

from __future__ import annotations

import warnings
from typing import Any, List, NamedTuple, Optional

from .data_seen import rows_of
from .events import Events
from .guard import Guard, Nesting

FOLDS = 3
# A part larger than two thirds is trained again in each fold: twice the time of the author's own fit.
LONGEST_FIT = 0.5
FEWEST_ROWS = 60


class Fit(NamedTuple):
    estimator: Any
    inputs: Any
    labels: Any
    seconds: float


class CrossValidation:
    """Remembers the author's fit and, asked at the end, repeats it in folds. Only where there is one model, which trains quickly
    and was given nothing but data."""

    def __init__(self, events: Events, guard: Guard, nesting: Nesting) -> None:
        self._events, self._guard, self._nesting = events, guard, nesting
        self._fits = 0
        self._only: Optional[Fit] = None
        self.wanted = False

    def fitted(self, fit: Fit, plain: bool) -> None:
        if not self.wanted or not hasattr(fit.estimator, "predict"):
            return
        self._fits += 1
        # Of a class of the script's own we see what it inherits, not what it does before and after.
        known = type(fit.estimator).__module__ != "__main__"
        short = plain and known and fit.seconds <= LONGEST_FIT and (rows_of(fit.inputs) or 0) >= FEWEST_ROWS
        self._only = fit if short and self._fits == 1 else None

    def tell(self) -> None:
        if self._only is not None:
            self._guard.run("cross-validation", self._tell, self._only)

    def _tell(self, fit: Fit) -> None:
        from sklearn.base import is_classifier, is_regressor  # type: ignore[import-not-found, import-untyped, unused-ignore]

        name = "accuracy" if is_classifier(fit.estimator) else "r2" if is_regressor(fit.estimator) else None
        if name is None:
            return
        try:
            with self._nesting, warnings.catch_warnings():
                warnings.simplefilter("ignore")
                values = _scores(fit, name == "accuracy")
        except ValueError:
            # A class with fewer rows than folds, a column that not every part fills.
            return
        self._events.write("cross-validated", name=name, values=values, rows=rows_of(fit.inputs))


def _scores(fit: Fit, stratified: bool) -> List[float]:
    from sklearn.base import clone
    from sklearn.model_selection import KFold, StratifiedKFold, cross_val_score  # type: ignore[import-not-found, import-untyped, unused-ignore]

    kind = StratifiedKFold if stratified else KFold
    # Shuffled by a seed of ours: rows often lie in an order, and both sides of a comparison get the same parts.
    parts = kind(FOLDS, shuffle=True, random_state=0)
    scores = cross_val_score(clone(fit.estimator), fit.inputs, fit.labels, cv=parts, error_score="raise")
    return [round(float(score), 6) for score in scores]
