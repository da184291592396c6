"""How well configurations of scikit-learn's families do on synthetic data: what learn-synthetic.mjs learns from.

    python scikit-tasks.py FAMILY > scikit-FAMILY.json
    python scikit-tasks.py FAMILY --surfaces > FAMILY.json     what learn-experience.mjs learns from

A task is a data set and what an author wrote: some of the family's knobs, at values that are off, the others at the
library's defaults. A candidate changes the knobs that are written. None of the data sets is one that people know by name:
what is learnt here may be reported on those.
"""

import functools
import json
import math
import random
import sys
import warnings

import numpy
from sklearn import datasets
from sklearn.ensemble import (
    GradientBoostingClassifier,
    GradientBoostingRegressor,
    HistGradientBoostingClassifier,
    RandomForestClassifier,
    RandomForestRegressor,
)
from sklearn.linear_model import Lasso, LogisticRegression, Ridge
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

warnings.filterwarnings("ignore")


def log(low, high, whole=False):
    return lambda chance: (round if whole else three)(math.exp(chance.uniform(math.log(low), math.log(high))))


def linear(low, high, whole=False):
    return lambda chance: chance.randint(low, high) if whole else three(chance.uniform(low, high))


def among(*values):
    return lambda chance: chance.choice(values)


def three(value):
    return float("%.2g" % value)


# knob: (argument, library's default, what authors write, what candidates are, the factor of the product's range)
FAMILIES = {
    "support vectors": (
        # On columns in units of their own a linear kernel with a small penalty would not end.
        functools.partial(SVC, max_iter=20_000),
        {
            "inverse-regularisation": ("C", 1.0, log(1e-3, 1e3), log(1, 100), 1000),
            "kernel-width": ("gamma", "scale", log(1e-5, 10), log(1e-5, 1), 1000),
            "kernel": ("kernel", "rbf", among("rbf", "rbf", "linear", "poly", "sigmoid"), among("rbf"), None),
        },
    ),
    "nearest neighbours": (
        KNeighborsClassifier,
        {
            "neighbours": ("n_neighbors", 5, log(10, 150, True), log(1, 15, True), None),
            "neighbour-weights": ("weights", "uniform", among("uniform"), among("uniform", "distance"), None),
            "distance-power": ("p", 2, among(1, 2, 3), among(1, 2), None),
        },
    ),
    "forest": (
        RandomForestClassifier,
        {
            "trees": ("n_estimators", 100, log(3, 30, True), log(30, 200, True), 8),
            "depth": ("max_depth", None, linear(1, 6, True), linear(4, 24, True), 12),
            "leaf-size": ("min_samples_leaf", 1, log(1, 40, True), log(1, 4, True), None),
            "split-size": ("min_samples_split", 2, log(2, 60, True), log(2, 8, True), None),
            "features-per-split": ("max_features", "sqrt", linear(0.1, 1), linear(0.1, 0.6), None),
        },
    ),
    "forest of regression": (
        RandomForestRegressor,
        {
            "trees": ("n_estimators", 100, log(3, 30, True), log(30, 150, True), 8),
            "depth": ("max_depth", None, linear(1, 20, True), linear(4, 24, True), 12),
            "leaf-size": ("min_samples_leaf", 1, log(1, 40, True), log(1, 12, True), None),
            "split-size": ("min_samples_split", 2, log(2, 60, True), log(2, 20, True), None),
            "features-per-split": ("max_features", 1.0, linear(0.1, 1), linear(0.1, 1), None),
        },
    ),
    "decision tree": (
        DecisionTreeClassifier,
        {
            "depth": ("max_depth", None, linear(1, 6, True), linear(3, 24, True), 12),
            "leaf-size": ("min_samples_leaf", 1, log(1, 60, True), log(1, 8, True), None),
            "split-size": ("min_samples_split", 2, log(2, 90, True), log(2, 12, True), None),
            "criterion": ("criterion", "gini", among("gini", "entropy"), among("gini", "entropy"), None),
        },
    ),
    "gradient boosting": (
        GradientBoostingClassifier,
        {
            "learning-rate": ("learning_rate", 0.1, log(0.002, 0.05), log(0.03, 0.6), 100),
            "rounds": ("n_estimators", 100, log(5, 50, True), log(30, 150, True), 8),
            "depth": ("max_depth", 3, linear(1, 5, True), linear(2, 6, True), 12),
            "row-share": ("subsample", 1.0, linear(0.3, 1), linear(0.5, 1), None),
            "leaf-size": ("min_samples_leaf", 1, log(1, 40, True), log(1, 20, True), None),
        },
    ),
    "gradient boosting of regression": (
        GradientBoostingRegressor,
        {
            "learning-rate": ("learning_rate", 0.1, log(0.002, 1), log(0.02, 0.4), 100),
            "rounds": ("n_estimators", 100, log(5, 50, True), log(30, 200, True), 8),
            "depth": ("max_depth", 3, linear(1, 9, True), linear(1, 6, True), 12),
            "row-share": ("subsample", 1.0, linear(0.3, 1), linear(0.4, 1), None),
            "leaf-size": ("min_samples_leaf", 1, log(1, 40, True), log(1, 20, True), None),
        },
    ),
    "histogram boosting": (
        HistGradientBoostingClassifier,
        {
            "learning-rate": ("learning_rate", 0.1, log(0.002, 0.05), log(0.03, 0.6), 100),
            "rounds": ("max_iter", 100, log(5, 40, True), log(30, 150, True), 8),
            "leaves": ("max_leaf_nodes", 31, log(2, 31, True), log(4, 40, True), 8),
            "leaf-size": ("min_samples_leaf", 20, log(1, 60, True), log(1, 30, True), None),
        },
    ),
    "logistic regression": (
        LogisticRegression,
        {
            "inverse-regularisation": ("C", 1.0, log(1e-4, 1e3), log(1e-2, 100), 1000),
            "iterations": ("max_iter", 100, log(2, 100, True), log(50, 800, True), 10),
        },
    ),
    "ridge": (Ridge, {"regularisation": ("alpha", 1.0, log(1e-1, 1e4), log(1e-4, 30), 1000)}),
    "lasso": (Lasso, {"regularisation": ("alpha", 1.0, log(1e-1, 1e3), log(1e-4, 3), 1000)}),
    "perceptron": (
        MLPClassifier,
        {
            "learning-rate": ("learning_rate_init", 0.001, log(1e-5, 0.3), log(5e-4, 0.03), 100),
            "regularisation": ("alpha", 1e-4, log(1e-5, 3), log(1e-5, 0.3), 1000),
            "epochs": ("max_iter", 200, log(5, 60, True), log(50, 240, True), 4),
            "units": ("hidden_layer_sizes", 100, log(2, 32, True), log(24, 200, True), 8),
            "batch-size": ("batch_size", 200, log(32, 400, True), log(16, 128, True), 8),
            "solver": ("solver", "adam", among("sgd", "adam", "sgd"), among("adam", "adam", "lbfgs"), None),
            "mlp-activation": ("activation", "relu", among("relu", "logistic", "tanh"), among("relu"), None),
        },
    ),
}
REGRESSION = ("forest of regression", "gradient boosting of regression", "ridge", "lasso")
# Ensembles and networks take their time: fewer and smaller data sets, fewer candidates.
SLOW = ("forest", "forest of regression", "gradient boosting", "gradient boosting of regression", "histogram boosting", "perceptron")
STARTS, WRITTEN = 3, 0.6


def data_set(number, regression, small):
    chance = random.Random(1000 + number)
    features = chance.choice([6, 12, 24] if small else [6, 12, 30, 64])
    rows = chance.choice([300, 500] if small else [400, 700, 1000])
    informative = max(3, int(features * chance.uniform(0.3, 0.9)))
    if regression:
        X, y = (
            datasets.make_friedman1(rows, max(5, features), noise=chance.choice([0.5, 2, 5, 8]), random_state=number)
            if chance.random() < 0.5
            else datasets.make_regression(
                rows // 3, features, n_informative=informative, noise=chance.choice([5, 60, 200, 400]), random_state=number
            )
        )
    elif chance.random() < 0.25:
        X, y = datasets.make_moons(rows, noise=chance.choice([0.1, 0.25]), random_state=number)
    else:
        X, y = datasets.make_classification(
            rows,
            features,
            n_informative=informative,
            n_redundant=min(features - informative, features // 5),
            n_classes=chance.choice([2, 2, 3] if small else [2, 2, 4, 8]) if informative > 4 else 2,
            n_clusters_per_class=chance.choice([1, 2]) if informative > 4 else 1,
            class_sep=chance.choice([0.7, 1, 1.6, 2.5]),
            flip_y=chance.choice([0, 0.01, 0.05]),
            random_state=number,
        )
    # As measured: all alike, or grey values of an image, or every column in a unit of its own.
    unit = chance.choice(["none", "none", "pixels", "own"])
    if unit == "pixels":
        X = 16 * (X - X.min(0)) / (X.max(0) - X.min(0))
    if unit == "own":
        X = X * numpy.exp(numpy.random.default_rng(number).normal(0, 1.5, X.shape[1]))
    return train_test_split(X, y, test_size=0.4, random_state=number)


def clamped(knob, argument, value, start, factor):
    if factor is None or start is None or isinstance(value, str) or isinstance(start, str):
        return value
    if knob == "depth":
        return min(value, max(2 * start, factor))
    if knob in ("epochs", "iterations"):
        return min(max(value, max(1, start // 2)), factor * start)
    inside = min(max(value, start / factor), start * factor)
    return round(inside) if isinstance(value, int) else inside


def scorer(family, split):
    estimator, _ = FAMILIES[family]
    scores = {}

    def score(arguments):
        key = json.dumps(arguments, sort_keys=True)
        if key not in scores:
            if "hidden_layer_sizes" in arguments:
                arguments = {**arguments, "hidden_layer_sizes": (arguments["hidden_layer_sizes"],)}
            seed = {"random_state": 0} if "random_state" in estimator().get_params() else {}
            try:
                scores[key] = round(float(estimator(**arguments, **seed).fit(*split[::2]).score(*split[1::2])), 4)
            except ValueError:
                scores[key] = None
        return scores[key]

    return score


def tasks_of(family, sets, count_of_candidates):
    _, knobs = FAMILIES[family]
    chance = random.Random(family)
    candidates = []
    while len(candidates) < count_of_candidates:
        count = chance.choice([1, 2, len(knobs), len(knobs)]) if len(knobs) > 2 else len(knobs)
        chosen = sorted(chance.sample(sorted(knobs), min(count, len(knobs))))
        candidates.append({knob: knobs[knob][3](chance) for knob in chosen})
    tasks = []
    for number in range(sets):
        score = scorer(family, data_set(number, family in REGRESSION, family in SLOW))
        for _ in range(STARTS):
            written = [knob for knob in knobs if chance.random() < WRITTEN] or [chance.choice(sorted(knobs))]
            author = {knob: knobs[knob][2](chance) for knob in written}
            row = []
            for candidate in [{}, *candidates]:
                arguments = {}
                for knob, (argument, default, _, _, factor) in knobs.items():
                    start = author.get(knob, default)
                    value = candidate[knob] if knob in candidate and knob in author else start
                    arguments[argument] = clamped(knob, argument, value, start, factor)
                row.append(score(arguments))
            tasks.append({"set": number, "author": author, "scores": row})
        print(family, number, file=sys.stderr, flush=True)
    return {"candidates": candidates, "tasks": tasks}


def surfaces_of(family, sets, count_of_points):
    """The same points on every data set: each knob as authors write it or as candidates are."""
    _, knobs = FAMILIES[family]
    chance = random.Random(family + " surfaces")
    points = [{knob: chance.choice(row[2:4])(chance) for knob, row in knobs.items()} for _ in range(count_of_points)]
    scores = []
    for number in range(sets):
        score = scorer(family, data_set(number, family in REGRESSION, family in SLOW))
        scores.append([score({knobs[knob][0]: value for knob, value in point.items()}) for point in points])
        print(family, number, file=sys.stderr, flush=True)
    usual = {knob: row[1] for knob, row in knobs.items()}
    return {"usual": usual, "points": points, "scores": scores}


def main():
    family, *mode = sys.argv[1:]
    slow = family in SLOW
    made = (
        surfaces_of(family, *((12, 60) if slow else (24, 100)))
        if mode == ["--surfaces"]
        else tasks_of(family, *((8, 26) if slow else (10, 36)))
    )
    json.dump({"family": family, **made}, sys.stdout)


main()
