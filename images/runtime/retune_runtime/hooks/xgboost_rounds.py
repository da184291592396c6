"""XGBoost's own interface: `xgboost.train`. Its scikit-learn interface is hooked as scikit-learn is."""

from __future__ import annotations

import sys
from typing import Any, Callable, Dict, List

from ..disguise import disguised
from ..training import Training
from .boosting_folds import tell_folds
from .boosting_rounds import Rounds, Told, built, splits_by_name
from .sklearn_randomness import RULES


def hook_training(training: Training) -> Callable[[Any], None]:
    def hook(module: Any) -> None:
        original = module.train

        @disguised(original)
        def train(params: Any, *args: Any, **kwargs: Any) -> Any:
            if training.events.silent:
                return original(params, *args, **kwargs)
            outermost = not training.nesting.inside
            if outermost:
                params = training.guard.run("xgboost.train", _reseeded, training, params) or params
            rounds = training.guard.run("xgboost.train", _rounds, training, args, kwargs)
            if rounds is not None and len(args) < 8:
                callback = training.guard.run("xgboost.train", _callback, training, rounds)
                kwargs["callbacks"] = [*(kwargs.get("callbacks") or []), callback]
            try:
                with training.nesting:
                    booster = original(params, *args, **kwargs)
            finally:
                if rounds is not None:
                    training.guard.run("xgboost.train", rounds.finish)
            if outermost:
                training.models.trained("model.json", booster.save_model)
                training.building.passed(built("xgboost", "Booster", args[0] if args else kwargs.get("dtrain")))
            return booster

        module.train = train
        module.cv = _cv(training, module.cv)

    return hook


def _cv(training: Training, original: Any) -> Any:
    @disguised(original)
    def cv(params: Any, dtrain: Any, num_boost_round: int = 10, *args: Any, **kwargs: Any) -> Any:
        if training.nesting.inside:
            return original(params, dtrain, num_boost_round, *args, **kwargs)
        params = training.guard.run("xgboost.cv", _reseeded, training, params) or params
        rounds = Rounds(training, num_boost_round, lambda data: "train" if data == "train" else "validation")
        # Its place among the others differs from version to version, but nobody gives it by place.
        kwargs["callbacks"] = [*(kwargs.get("callbacks") or []), _fold_callback(training, rounds, dtrain)]
        try:
            with training.nesting:
                result = original(params, dtrain, num_boost_round, *args, **kwargs)
        finally:
            training.guard.run("xgboost.cv", rounds.finish)
        training.guard.run("xgboost.cv", tell_folds, training, result, "-mean", "-std", "xgboost.cv")
        return result

    return cv


def _reseeded(training: Training, params: Any) -> Any:
    told: Dict[str, Any] = dict(params)
    if not RULES["XGBClassifier"](told, None):
        return params
    training.randomness.draws("xgboost")
    return params if training.randomness.seed is None else {**told, "seed": training.randomness.seed}


def _rounds(training: Training, args: Any, kwargs: Dict[str, Any]) -> Rounds:
    given = dict(zip(("dtrain", "num_boost_round", "evals"), args), **kwargs)
    split_of = training.eval_splits.current
    if split_of is None:
        split_of = splits_by_name((name, data is given.get("dtrain")) for data, name in given.get("evals") or ())
    return Rounds(training, given.get("num_boost_round", 10), split_of)


def _callback(training: Training, rounds: Rounds) -> Any:
    kind: Any = getattr(sys.modules["xgboost.callback"], "TrainingCallback")

    class Each(kind):  # type: ignore[misc]
        def after_iteration(self, model: Any, epoch: int, evals_log: Any) -> bool:
            training.guard.run("xgboost.train", rounds.after, epoch + 1, lambda: _metrics(evals_log))
            return rounds.stops(epoch + 1)

    return Each()


def _fold_callback(training: Training, rounds: Rounds, data: Any) -> Any:
    kind: Any = getattr(sys.modules["xgboost.callback"], "TrainingCallback")

    class Each(kind):  # type: ignore[misc]
        def after_iteration(self, model: Any, epoch: int, evals_log: Any) -> bool:
            training.guard.run("xgboost.cv", rounds.after, epoch + 1, lambda: _metrics(evals_log))
            training.building.passed(built("xgboost", "Booster", data))
            # Ended by a callback it would cut its table off at a best round, which without early stopping it has not.
            return False

    return Each()


def _metrics(evals_log: Any) -> List[Told]:
    """Over folds each value is a pair of mean and deviation."""
    return [
        (data, metric, values[-1][0] if isinstance(values[-1], tuple) else values[-1])
        for data, metrics in (evals_log or {}).items()
        for metric, values in metrics.items()
    ]
