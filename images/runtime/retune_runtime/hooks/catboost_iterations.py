"""CatBoost: its estimators, which are like scikit-learn's but not of its classes, and `catboost.cv`."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional

from ..data_seen import rows_of
from ..disguise import disguised
from ..training import Training
from .boosting_folds import tell_folds
from .boosting_rounds import Rounds, Told, built, evaluated

SCORES = {"CatBoostClassifier": "accuracy", "CatBoostRegressor": "r2"}


def hook_core(training: Training) -> Callable[[Any], None]:
    def hook(module: Any) -> None:
        for name in ("CatBoost", "CatBoostClassifier", "CatBoostRegressor", "CatBoostRanker"):
            kind = getattr(module, name, None)
            if kind is not None and "fit" in vars(kind):
                kind.fit = _fit(training, kind.fit)
            if kind is not None and name in SCORES and "score" in vars(kind):
                kind.score = _score(training, SCORES[name], kind.score)
        module.cv = _cv(training, module.cv)

    return hook


def _fit(training: Training, original: Any) -> Any:
    @disguised(original)
    def fit(self: Any, X: Any, y: Any = None, *args: Any, **kwargs: Any) -> Any:
        if training.nesting.inside:
            return original(self, X, y, *args, **kwargs)
        rounds: Optional[Rounds] = training.guard.run("catboost.fit", _rounds, training, self, X, y, kwargs)
        if rounds is not None and _takes_callbacks(self):
            kwargs["callbacks"] = [*(kwargs.get("callbacks") or []), _Each(training, rounds)]
        before = training.guard.run("catboost.seed", _reseed, training, self)
        try:
            with training.nesting:
                result = original(self, X, y, *args, **kwargs)
        finally:
            if before is not None:
                self._init_params.update(before)
            if rounds is not None:
                training.guard.run("catboost.fit", rounds.finish)
        training.guard.run("catboost.fit", _saw, training, X, y, kwargs.get("eval_set"))
        training.models.trained("model.cbm", self.save_model)
        training.building.passed(built("catboost", type(self).__name__, X))
        return result

    return fit


def _takes_callbacks(model: Any) -> bool:
    return str(model._init_params.get("task_type", "CPU")).upper() != "GPU"


def _rounds(training: Training, model: Any, inputs: Any, labels: Any, kwargs: Dict[str, Any]) -> Rounds:
    given = kwargs.get("eval_set")
    named = ("iterations", "n_estimators", "num_boost_round", "num_trees")
    rounds = next((model._init_params[name] for name in named if name in model._init_params), 1000)
    pairs = given if isinstance(given, list) else [] if given is None else [given]
    split_of = evaluated(training, inputs, labels, pairs, "validation_%d")
    return Rounds(training, rounds, split_of)


class _Each:
    """What CatBoost asks after each iteration; true lets it go on."""

    def __init__(self, training: Training, rounds: Rounds) -> None:
        self._training = training
        self._rounds = rounds

    def after_iteration(self, info: Any) -> bool:
        self._training.guard.run("catboost.fit", self._rounds.after, info.iteration, lambda: _metrics(info.metrics))
        return not self._rounds.stops(info.iteration)


def _metrics(told: Any) -> List[Told]:
    return [
        (data, metric, values[-1]) for data, metrics in (told or {}).items() for metric, values in metrics.items() if values
    ]


def _reseed(training: Training, model: Any) -> Optional[Dict[str, Any]]:
    """CatBoost always draws: permutations, bootstraps. Gives what to put back."""
    training.randomness.draws("catboost")
    seed = training.randomness.seed
    if seed is None:
        return None
    params = model._init_params
    name = next((name for name in ("random_seed", "random_state") if name in params), "random_seed")
    before = {name: params.get(name)}
    params[name] = seed
    return before


def _saw(training: Training, inputs: Any, labels: Any, eval_set: Any) -> None:
    training.progress.moved()
    training.data.saw("train", inputs, labels)
    for pair in eval_set if isinstance(eval_set, list) else [eval_set]:
        if isinstance(pair, tuple) and len(pair) == 2 and training.data.split_of(*pair) != "train":
            training.data.saw("validation", *pair)
        elif pair is not None and not isinstance(pair, tuple):
            training.data.saw("validation", pair, None)


def _score(training: Training, name: str, original: Any) -> Any:
    @disguised(original)
    def score(self: Any, X: Any, y: Any = None) -> Any:
        if training.nesting.inside:
            return original(self, X, y)
        with training.nesting:
            value = original(self, X, y)
        training.guard.run("catboost.score", tell, self, X, y, value)
        return value

    def tell(self: Any, inputs: Any, labels: Any, value: Any) -> None:
        split = training.data.split_of(inputs, labels)
        size = rows_of(labels) if labels is not None else inputs.num_row()
        training.observations.hooked(name, value, split, type(self).__name__ + ".score", None, size)

    return score


def _cv(training: Training, original: Any) -> Any:
    @disguised(original)
    def cv(*args: Any, **kwargs: Any) -> Any:
        with training.nesting:
            result = original(*args, **kwargs)
        if not training.nesting.inside:
            training.guard.run("catboost.cv", tell_folds, training, result, "-mean", "-std", "catboost.cv")
            training.building.passed(built("catboost", "cv", args[0] if args else kwargs.get("pool")))
        return result

    return cv
