"""scikit-learn: metric functions, `score`, and cross-validation."""

from __future__ import annotations

import sys
from typing import Any, Callable, Dict, Optional, Tuple

from ..data_seen import rows_of
from ..disguise import disguised
from ..training import Training

# Patched where they are defined, before `from sklearn.metrics import …` can bind them elsewhere.
METRIC_MODULES = (
    "sklearn.metrics._classification",
    "sklearn.metrics._regression",
    "sklearn.metrics._ranking",
    "sklearn.metrics.classification",
    "sklearn.metrics.regression",
    "sklearn.metrics.ranking",
)
FUNCTIONS = (
    "accuracy_score",
    "balanced_accuracy_score",
    "f1_score",
    "roc_auc_score",
    "average_precision_score",
    "precision_score",
    "recall_score",
    "r2_score",
    "mean_squared_error",
    "root_mean_squared_error",
    "mean_absolute_error",
    "mean_absolute_percentage_error",
    "log_loss",
)


def hook_metrics(training: Training) -> Callable[[Any], None]:
    def hook(module: Any) -> None:
        for name in FUNCTIONS:
            original = vars(module).get(name)
            if original is not None and original.__module__ == module.__name__:
                setattr(module, name, _metric(training, name, original))

    return hook


def _metric(training: Training, name: str, original: Any) -> Any:
    @disguised(original)
    def metric(*args: Any, **kwargs: Any) -> Any:
        if training.nesting.inside:
            return original(*args, **kwargs)
        with training.nesting:
            value = original(*args, **kwargs)
        training.guard.run(name, tell, args, kwargs, value)
        return value

    def tell(args: Any, kwargs: Dict[str, Any], value: Any) -> None:
        if kwargs.get("normalize") is False or getattr(value, "shape", ()) not in ((), None):
            return
        labels = args[0] if args else kwargs.get("y_true")
        # Before there was root_mean_squared_error.
        told = "rmse" if name == "mean_squared_error" and kwargs.get("squared") is False else name
        split = training.data.split_of(None, labels)
        training.observations.hooked(told, value, split, name, None, rows_of(labels))

    return metric


def score(training: Training, original: Any) -> Any:
    """`estimator.score`, where we know what it is."""

    @disguised(original)
    def score(self: Any, *args: Any, **kwargs: Any) -> Any:
        known = None if training.nesting.inside else training.guard.run("score", scored, self)
        if known is None or known[0] is None:
            return original(self, *args, **kwargs)
        with training.nesting:
            value = original(self, *args, **kwargs)
        training.guard.run("score", tell, self, known[0], args, kwargs, known[1] * value)
        return value

    def scored(estimator: Any) -> Tuple[Optional[str], float]:
        # A search scores with its scorer, which is a metric function or its estimator's own score.
        return scored_by(estimator) if hasattr(estimator, "scorer_") else (kind(estimator), 1.0)

    def tell(self: Any, name: str, args: Any, kwargs: Dict[str, Any], value: Any) -> None:
        inputs = args[0] if args else kwargs.get("X")
        labels = args[1] if len(args) > 1 else kwargs.get("y")
        split = training.data.split_of(inputs, labels)
        training.observations.hooked(name, value, split, type(self).__name__ + ".score", None, rows_of(labels))

    return score


def kind(estimator: Any) -> Optional[str]:
    """What an estimator's own `score` gives."""
    base: Any = sys.modules["sklearn.base"]
    if base.is_classifier(estimator):
        return "accuracy"
    return "r2" if base.is_regressor(estimator) else None


def hook_cross_validation(training: Training) -> Callable[[Any], None]:
    def hook(module: Any) -> None:
        for name in ("cross_val_score", "cross_validate", "cross_val_predict"):
            setattr(module, name, _cross_validation(training, name, getattr(module, name)))

    return hook


def _cross_validation(training: Training, name: str, original: Any) -> Any:
    @disguised(original)
    def cross_validation(estimator: Any, *args: Any, **kwargs: Any) -> Any:
        if training.nesting.inside:
            return original(estimator, *args, **kwargs)
        inputs, labels = (*args, None, None)[0], (*args, None, None)[1]
        inputs, labels = kwargs.get("X", inputs), kwargs.get("y", labels)
        if training.building.dry:
            dry_fit(training, estimator, inputs, labels)
        with training.nesting, seeded(training, estimator, inputs):
            result = original(estimator, *args, **kwargs)
        training.guard.run(name, tell, estimator, inputs, labels, kwargs, result)
        return result

    def tell(estimator: Any, inputs: Any, labels: Any, kwargs: Dict[str, Any], result: Any) -> None:
        training.progress.moved()
        if name == "cross_val_predict":
            training.data.saw("validation", None, labels)
            return
        rows = rows_of(labels) or rows_of(inputs)
        columns = result if isinstance(result, dict) else {"test_score": result}
        for column, scores in columns.items():
            part, _, metric = column.partition("_")
            if part not in ("test", "train"):
                continue
            scoring = kwargs.get("scoring") if metric == "score" else metric
            spelling, sign = scorer_name(estimator, scoring)
            if spelling is not None:
                split = "validation" if part == "test" else "train"
                value, spread = sign * float(scores.mean()), float(scores.std())
                training.observations.hooked(spelling, value, split, name, None, rows, _finite(spread))

    from .sklearn_estimators import dry_fit, seeded

    return cross_validation


def scored_by(search: Any) -> Tuple[Optional[str], float]:
    """The metric of a fitted search, and −1 where scikit-learn negates it."""
    scoring, refit = getattr(search, "scoring", None), getattr(search, "refit", True)
    if isinstance(scoring, dict):
        scoring = scoring.get(refit, refit)
    elif isinstance(scoring, (list, tuple, set)):
        scoring = refit
    return scorer_name(search.estimator, scoring) if hasattr(search, "estimator") else (None, 1.0)


def scorer_name(estimator: Any, scoring: Any) -> Tuple[Optional[str], float]:
    """The metric of a `scoring` argument, and −1 where scikit-learn negates it."""
    if scoring is None:
        return kind(estimator), 1.0
    if isinstance(scoring, str):
        return (scoring[len("neg_") :], -1.0) if scoring.startswith("neg_") else (scoring, 1.0)
    function = getattr(scoring, "_score_func", None)
    if function is None:
        return None, 1.0
    name = function.__name__
    if name == "mean_squared_error" and getattr(scoring, "_kwargs", {}).get("squared") is False:
        name = "root_mean_squared_error"
    return name, float(getattr(scoring, "_sign", 1))


def _finite(number: float) -> Optional[float]:
    return number if number == number and abs(number) != float("inf") else None


def hook_splits(training: Training) -> Callable[[Any], None]:
    """Splits are never re-seeded; but one drawn from the global stream after the model was made is told."""

    def hook(module: Any) -> None:
        original = module.train_test_split

        @disguised(original)
        def train_test_split(*args: Any, **kwargs: Any) -> Any:
            drawn = kwargs.get("random_state") is None and kwargs.get("shuffle", True)
            if drawn and not training.nesting.inside:
                training.randomness.split_drawn()
            return original(*args, **kwargs)

        module.train_test_split = train_test_split

    return hook
