"""XGBoost's own interface: `xgboost.train`. Its scikit-learn interface is hooked as scikit-learn is."""

from __future__ import annotations

import sys
from typing import Any, Callable, Dict, List

from ..disguise import disguised
from ..training import Training
from .sklearn_randomness import RULES

SPLITS = {
    "train": "train",
    "training": "train",
    "dtrain": "train",
    "val": "validation",
    "valid": "validation",
    "validation": "validation",
    "eval": "validation",
    "test": "test",
    "dtest": "test",
}


def hook_training(training: Training) -> Callable[[Any], None]:
    def hook(module: Any) -> None:
        original = module.train

        @disguised(original)
        def train(params: Any, *args: Any, **kwargs: Any) -> Any:
            if training.events.silent:
                return original(params, *args, **kwargs)
            if not training.nesting.inside:
                params = training.guard.run("xgboost.train", _reseeded, training, params) or params
                outermost = True
            else:
                outermost = False
            rounds = args[1] if len(args) > 1 else kwargs.get("num_boost_round", 10)
            callback = training.guard.run("xgboost.train", _callback, training, rounds)
            if callback is not None and len(args) < 8:
                kwargs["callbacks"] = [*(kwargs.get("callbacks") or []), callback]
            with training.nesting:
                booster = original(params, *args, **kwargs)
            if outermost:
                training.models.trained("model.json", booster.save_model)
            return booster

        module.train = train

    return hook


def _reseeded(training: Training, params: Any) -> Any:
    told: Dict[str, Any] = dict(params)
    if not RULES["XGBClassifier"](told, None):
        return params
    training.randomness.draws("xgboost")
    return params if training.randomness.seed is None else {**told, "seed": training.randomness.seed}


def _callback(training: Training, rounds: int) -> Any:
    kind: Any = getattr(sys.modules["xgboost.callback"], "TrainingCallback")
    training.observations.epochs_are_hooked = True
    told: List[int] = []

    def after(epoch: int, evals_log: Any) -> None:
        # Rounds are quick: a heartbeat for each, an event for about one in a hundred, and where there is a metric.
        training.progress.moved()
        if evals_log or epoch % max(1, rounds // 100) == 0:
            told.append(epoch)
            training.observations.progress(phase="train", epoch=epoch + 1, epochs=int(rounds))
        for name, metrics in (evals_log or {}).items():
            for metric, values in metrics.items():
                value = values[-1][0] if isinstance(values[-1], tuple) else values[-1]
                split = SPLITS.get(name.lower(), "unknown")
                training.observations.hooked(metric, value, split, "round %d: %s" % (epoch + 1, name), epoch + 1)

    class Rounds(kind):  # type: ignore[misc]
        def after_iteration(self, model: Any, epoch: int, evals_log: Any) -> bool:
            training.guard.run("xgboost.train", after, epoch, evals_log)
            return training.epoch_limit is not None and epoch + 1 >= training.epoch_limit

    return Rounds()
