"""LightGBM: `lightgbm.train`, which its scikit-learn interface calls too, and `lightgbm.cv`."""

from __future__ import annotations

import functools
import sys
from typing import Any, Callable, Dict, List, Optional

from ..disguise import disguised
from ..training import Training
from .boosting_folds import tell_folds
from .boosting_rounds import Rounds, Told, built, splits_by_name
from .sklearn_randomness import RULES

# After LightGBM's own record (20), before its early stopping (30), which ends the round by an exception.
BETWEEN = 25
SPELLINGS = {"subsample": ("bagging_fraction", "sub_row", "bagging"), "subsample_freq": ("bagging_freq",)}
MORE_SPELLINGS = {"colsample_bytree": ("feature_fraction", "sub_feature"), "boosting_type": ("boosting", "boost")}


def hook_training(training: Training) -> Callable[[Any], None]:
    def hook(module: Any) -> None:
        module.train = _train(training, module.train)
        module.cv = _cv(training, module.cv)

    return hook


def _train(training: Training, original: Any) -> Any:
    @disguised(original)
    def train(params: Any, *args: Any, **kwargs: Any) -> Any:
        if training.events.silent:
            return original(params, *args, **kwargs)
        outermost = not training.nesting.inside
        if outermost:
            params = training.guard.run("lightgbm.train", _reseeded, training, params) or params
        rounds: Optional[Rounds] = training.guard.run("lightgbm.train", _rounds, training, params, args, kwargs)
        if rounds is not None:
            kwargs["callbacks"] = [*(kwargs.get("callbacks") or []), _callback(training, rounds)]
        try:
            with training.nesting:
                booster = original(params, *args, **kwargs)
        finally:
            if rounds is not None:
                training.guard.run("lightgbm.train", rounds.finish)
        if outermost:
            training.models.trained("model.txt", booster.save_model)
            training.building.passed(built("lightgbm", "Booster", args[0] if args else kwargs.get("train_set")))
        return booster

    return train


def _reseeded(training: Training, params: Any) -> Any:
    told: Dict[str, Any] = dict(params)
    for name, others in {**SPELLINGS, **MORE_SPELLINGS}.items():
        told.setdefault(name, next((told[other] for other in others if other in told), None))
    if not RULES["LGBMClassifier"](told, None):
        return params
    training.randomness.draws("lightgbm")
    seed = training.randomness.seed
    # `seed` sets all the others, unless one of them is given.
    own = ("bagging_seed", "feature_fraction_seed", "drop_seed", "extra_seed", "random_state", "random_seed")
    return params if seed is None else {**{k: v for k, v in dict(params).items() if k not in own}, "seed": seed}


def _rounds(training: Training, params: Any, args: Any, kwargs: Dict[str, Any]) -> Rounds:
    given = dict(zip(("train_set", "num_boost_round", "valid_sets", "valid_names"), args), **kwargs)
    split_of = training.eval_splits.current
    if split_of is None:
        data = given.get("valid_sets") or ()
        data = data if isinstance(data, (list, tuple)) else [data]
        names = given.get("valid_names") or ()
        names = [names] if isinstance(names, str) else names
        split_of = splits_by_name((name, each is given.get("train_set")) for name, each in zip(names, data))
    named = ("num_iterations", "num_iteration", "n_iter", "num_rounds", "num_trees", "n_estimators")
    rounds = next((params[name] for name in named if name in params), given.get("num_boost_round", 100))
    return Rounds(training, rounds, split_of)


def _callback(training: Training, rounds: Rounds) -> Any:
    ended: Any = getattr(sys.modules["lightgbm.callback"], "EarlyStopException")

    def metrics(told: Any) -> List[Told]:
        return [(each[0], each[1], float(each[2])) for each in told or () if len(each) == 4]

    def callback(env: Any) -> None:
        told = env.evaluation_result_list
        training.guard.run("lightgbm.train", rounds.after, env.iteration + 1, lambda: metrics(told))
        if rounds.stops(env.iteration + 1):
            raise ended(env.iteration, told or [])

    setattr(callback, "order", BETWEEN)
    return callback


def _cv(training: Training, original: Any) -> Any:
    @disguised(original)
    def cv(params: Any, *args: Any, **kwargs: Any) -> Any:
        if training.nesting.inside:
            return original(params, *args, **kwargs)
        params = training.guard.run("lightgbm.cv", _reseeded, training, params) or params
        data = args[0] if args else kwargs.get("train_set")
        kwargs["callbacks"] = [*(kwargs.get("callbacks") or []), _fold_callback(training, data)]
        with training.nesting:
            result = original(params, *args, **kwargs)
        training.guard.run("lightgbm.cv", tell_folds, training, result, "-mean", "-stdv", "lightgbm.cv")
        return result

    return cv


def _fold_callback(training: Training, data: Any) -> Any:
    def callback(env: Any) -> None:
        training.progress.moved()
        training.building.passed(built("lightgbm", "CVBooster", data))

    setattr(callback, "order", BETWEEN)
    return callback
