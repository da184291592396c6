"""scikit-learn and whatever is built like it (XGBoost, LightGBM): the author's own calls of `fit`."""

from __future__ import annotations

import contextlib
import functools
import time
from typing import Any, Callable, Dict, Iterator, List, Optional, Sequence, Tuple

from ..building import Built
from ..cross_validation import Fit
from ..data_seen import rows_of
from ..disguise import disguised
from ..training import Training
from .boosting_rounds import evaluated
from .sklearn_metrics import score
from .sklearn_randomness import is_random
from .sklearn_searches import tell_best


def hook_base(training: Training) -> Callable[[Any], None]:
    def hook(module: Any) -> None:
        for mixin in ("ClassifierMixin", "RegressorMixin"):
            kind = getattr(module, mixin)
            kind.score = score(training, kind.score)
        _wrap_subclasses(training, module.BaseEstimator)

    return hook


def _wrap_subclasses(training: Training, base: Any) -> None:
    own = base.__dict__.get("__init_subclass__")

    def __init_subclass__(cls: Any, **kwargs: Any) -> None:
        if own is not None:
            own.__func__(cls, **kwargs)
        else:
            super(base, cls).__init_subclass__(**kwargs)
        # A class of the script itself is sent to worker processes by value: nothing of ours may hang on it.
        if cls.__module__ != "__main__":
            training.guard.run("sklearn.BaseEstimator", _wrap, training, cls)

    hook: Any = __init_subclass__
    base.__init_subclass__ = classmethod(hook)


def _wrap(training: Training, kind: Any) -> None:
    if callable(kind.__dict__.get("fit")):
        kind.fit = _fit(training, kind.__dict__["fit"])
    # Pipelines offer `score` through a descriptor, which finds out whether their last step has one.
    if callable(kind.__dict__.get("score")):
        kind.score = score(training, kind.__dict__["score"])
    elif kind.__name__ == "Pipeline" and "score" in kind.__dict__:
        _wrap_offered(training, kind.__dict__["score"])


def _wrap_offered(training: Training, descriptor: Any) -> None:
    if callable(getattr(descriptor, "fn", None)):
        descriptor.fn = score(training, descriptor.fn)


def _fit(training: Training, original: Any) -> Any:
    @disguised(original)
    def fit(self: Any, *args: Any, **kwargs: Any) -> Any:
        if training.nesting.inside:
            return original(self, *args, **kwargs)
        inputs = args[0] if args else kwargs.get("X")
        labels = args[1] if len(args) > 1 else kwargs.get("y")
        # A booster's first round is its own way of checking what it was given.
        if training.building.dry and _native(self):
            dry_fit(training, self, inputs, labels)
        with training.nesting, seeded(training, self, inputs), _evaluating(training, self, inputs, labels, kwargs):
            begun = time.perf_counter()
            result = original(self, *args, **kwargs)
            seconds = time.perf_counter() - begun
        training.guard.run("sklearn.fit", _fitted, training, self, inputs, labels, kwargs)
        plain = labels is not None and not kwargs.keys() - {"X", "y"} and len(args) <= 2
        training.cross_validation.fitted(Fit(self, inputs, labels, seconds), plain)
        if hasattr(self, "predict"):
            training.building.passed(functools.partial(_built, self, inputs, labels))
        return result

    return fit


def dry_fit(training: Training, estimator: Any, inputs: Any, labels: Any) -> None:
    """What a `fit` checks before it trains; what only prepares data is fitted as always."""
    if hasattr(estimator, "predict"):
        getattr(estimator, "_validate_params", lambda: None)()
        training.building.passed(functools.partial(_built, estimator, inputs, labels))


def _built(estimator: Any, inputs: Any, labels: Any) -> Built:
    framework = "scikit-learn" if _native(estimator) else _family(estimator)
    known = getattr(estimator, "classes_", None)
    classes = len(known) if known is not None and getattr(known, "ndim", 0) == 1 else None
    return Built(framework, type(estimator).__name__, rows=rows_of(inputs), classes=classes)


@contextlib.contextmanager
def _evaluating(training: Training, estimator: Any, inputs: Any, labels: Any, kwargs: Dict[str, Any]) -> Iterator[None]:
    """Tells the boosters' rounds which of the `eval_set` is the training data itself."""
    given = _eval_pairs(kwargs)
    if not given:
        yield
        return
    names = "valid_%d" if _family(estimator) == "lightgbm" else "validation_%d"
    training.eval_splits.current = training.guard.run("eval_set", evaluated, training, inputs, labels, given, names)
    try:
        yield
    finally:
        training.eval_splits.current = None


def _eval_pairs(kwargs: Dict[str, Any]) -> Sequence[Any]:
    """What a booster evaluates each round; newer LightGBM takes inputs and labels apart."""
    given = kwargs.get("eval_set")
    if given is not None:
        return [given] if isinstance(given, tuple) and len(given) == 2 and not isinstance(given[0], tuple) else list(given)
    inputs, labels = kwargs.get("eval_X"), kwargs.get("eval_y")
    if inputs is None or labels is None:
        return ()
    return list(zip(inputs, labels)) if isinstance(inputs, tuple) else [(inputs, labels)]


def _fitted(training: Training, estimator: Any, inputs: Any, labels: Any, kwargs: Dict[str, Any]) -> None:
    training.progress.moved()
    if labels is None:
        return
    training.data.saw("train", inputs, labels)
    tell_best(training, estimator, labels)
    for part in _eval_pairs(kwargs):
        if isinstance(part, (tuple, list)) and len(part) == 2 and training.data.split_of(*part) != "train":
            training.data.saw("validation", *part)
    if hasattr(estimator, "predict"):
        boosted = hasattr(estimator, "save_model") and type(estimator).__module__.startswith("xgboost")
        if boosted:
            training.models.trained("model.json", estimator.save_model)
        else:
            training.models.trained("model.joblib", functools.partial(_dump, estimator))


def _dump(estimator: Any, path: str) -> None:
    try:
        import joblib  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError:
        import pickle

        with open(path, "wb") as file:
            pickle.dump(estimator, file)
    else:
        joblib.dump(estimator, path)


@contextlib.contextmanager
def seeded(training: Training, estimator: Any, inputs: Any) -> Iterator[None]:
    """Gives an estimator and those inside it the order's seed for one fit; splitters keep theirs."""
    before = training.guard.run("sklearn.seed", _reseed, training, estimator, inputs) or []
    try:
        yield
    finally:
        for part, name, value in before:
            training.guard.run("sklearn.seed", functools.partial(part.set_params, **{name: value}))


def _reseed(training: Training, estimator: Any, inputs: Any) -> List[Tuple[Any, str, Any]]:
    changed: List[Tuple[Any, str, Any]] = []
    for part in _parts(estimator):
        name = _seed_name(part)
        if name is None or not is_random(part, rows_of(inputs)):
            continue
        training.randomness.draws("sklearn:" + type(part).__name__ if _native(part) else _family(part))
        seed = training.randomness.seed
        if seed is not None:
            changed.append((part, name, part.get_params(deep=False)[name]))
            part.set_params(**{name: seed})
    return changed


def _parts(estimator: Any) -> List[Any]:
    """The estimator and all estimators in it, each once."""
    if not hasattr(estimator, "get_params"):
        return []
    parts = [estimator]
    for value in estimator.get_params(deep=True).values():
        if hasattr(value, "get_params") and not isinstance(value, type) and all(value is not part for part in parts):
            parts.append(value)
    return parts


def _seed_name(part: Any) -> Optional[str]:
    names = part.get_params(deep=False)
    return next((name for name in ("random_state", "random_seed", "seed") if name in names), None)


def _native(part: Any) -> bool:
    return _family(part) not in ("xgboost", "lightgbm", "catboost")


def _family(part: Any) -> str:
    return str(type(part).__module__).partition(".")[0]
