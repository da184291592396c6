"""Which estimators draw random numbers: many take a `random_state` that their solver never uses.

Where it is not certain the answer is yes: a needless second run costs time, a claim that nothing is random would
cost the truth.
"""

from __future__ import annotations

from typing import Any, Callable, Dict, Optional

Parameters = Dict[str, Any]
Rule = Callable[[Parameters, Optional[int]], bool]


def _solver(*random: str) -> Rule:
    return lambda parameters, rows: parameters.get("solver") in random


def _true(name: str) -> Rule:
    # Newer versions hold words there: "auto" may become true, "deprecated" does not.
    return lambda parameters, rows: parameters.get(name) in (True, "auto")


def _selection(parameters: Parameters, rows: Optional[int]) -> bool:
    return parameters.get("selection") == "random"


def _pca(parameters: Parameters, rows: Optional[int]) -> bool:
    if parameters.get("svd_solver") != "auto":
        return parameters.get("svd_solver") in ("randomized", "arpack")
    count = parameters.get("n_components")
    # On its own it turns to the randomised solver for few components of much data.
    return isinstance(count, int) and (rows is None or rows > 500)


def _histogram_boosting(parameters: Parameters, rows: Optional[int]) -> bool:
    stops = parameters.get("early_stopping")
    return stops is True or (stops == "auto" and (rows is None or rows > 10000)) or _below_one(parameters, "max_features")


def _restarts(parameters: Parameters, rows: Optional[int]) -> bool:
    return bool(parameters.get("n_restarts_optimizer"))


def _dummy(parameters: Parameters, rows: Optional[int]) -> bool:
    return parameters.get("strategy") in ("stratified", "uniform")


def _many_rows(most: int) -> Rule:
    return lambda parameters, rows: rows is None or rows > most


def _below_one(parameters: Parameters, *names: str) -> bool:
    values = [parameters.get(name) for name in names]
    return any(isinstance(value, (int, float)) and value < 1 for value in values)


def _xgboost(parameters: Parameters, rows: Optional[int]) -> bool:
    shares = ("subsample", "colsample_bytree", "colsample_bylevel", "colsample_bynode")
    return (
        _below_one(parameters, *shares)
        or parameters.get("booster") == "dart"
        or (parameters.get("booster") == "gblinear" and parameters.get("feature_selector") in ("shuffle", "random"))
    )


def _lightgbm(parameters: Parameters, rows: Optional[int]) -> bool:
    bagging = _below_one(parameters, "subsample") and bool(parameters.get("subsample_freq"))
    kind = parameters.get("boosting_type") in ("dart", "rf", "goss") or parameters.get("data_sample_strategy") == "goss"
    return bagging or kind or _below_one(parameters, "colsample_bytree") or bool(parameters.get("extra_trees"))


RULES: Dict[str, Rule] = {
    "Ridge": _solver("sag", "saga"),
    "RidgeClassifier": _solver("sag", "saga"),
    "LogisticRegression": _solver("sag", "saga", "liblinear"),
    "LogisticRegressionCV": _solver("sag", "saga", "liblinear"),
    "SVC": _true("probability"),
    "NuSVC": _true("probability"),
    "LinearSVC": _true("dual"),
    "LinearSVR": _true("dual"),
    "Lasso": _selection,
    "LassoCV": _selection,
    "ElasticNet": _selection,
    "ElasticNetCV": _selection,
    "MultiTaskLasso": _selection,
    "MultiTaskElasticNet": _selection,
    "Perceptron": _true("shuffle"),
    "SGDClassifier": _true("shuffle"),
    "SGDRegressor": _true("shuffle"),
    "PassiveAggressiveClassifier": _true("shuffle"),
    "PassiveAggressiveRegressor": _true("shuffle"),
    "PCA": _pca,
    "HistGradientBoostingClassifier": _histogram_boosting,
    "HistGradientBoostingRegressor": _histogram_boosting,
    "GaussianProcessClassifier": _restarts,
    "GaussianProcessRegressor": _restarts,
    "DummyClassifier": _dummy,
    "QuantileTransformer": _many_rows(10000),
    "KBinsDiscretizer": _many_rows(10000),
    "XGBClassifier": _xgboost,
    "XGBRegressor": _xgboost,
    "XGBRanker": _xgboost,
    "LGBMClassifier": _lightgbm,
    "LGBMRegressor": _lightgbm,
    "LGBMRanker": _lightgbm,
}


def is_random(estimator: Any, rows: Optional[int]) -> bool:
    parameters = estimator.get_params(deep=False)
    # XGBoost keeps what it was given by other names beside its parameters.
    rule = RULES.get(type(estimator).__name__)
    return True if rule is None else rule({**parameters, **(parameters.get("kwargs") or {})}, rows)
