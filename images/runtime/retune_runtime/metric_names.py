"""The metrics known by name: the table of src/metrics.ts, which a test compares with this one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Dict, NamedTuple, Optional, Tuple


class MetricKind(NamedTuple):
    name: str
    direction: str
    fraction: bool
    aliases: Tuple[str, ...]


METRICS = (
    MetricKind(
        "accuracy",
        "maximise",
        True,
        (
            "acc",
            "accuracy_score",
            "categorical_accuracy",
            "binary_accuracy",
            "sparse_categorical_accuracy",
            "compile_metrics",
        ),
    ),
    MetricKind("balanced_accuracy", "maximise", True, ("balanced_accuracy_score",)),
    MetricKind("f1", "maximise", True, ("f1_score", "f_score", "f1_macro", "f1_weighted")),
    MetricKind("auc", "maximise", True, ("roc_auc", "roc_auc_score", "auroc")),
    MetricKind("average_precision", "maximise", True, ("average_precision_score", "map")),
    MetricKind("precision", "maximise", True, ("precision_score",)),
    MetricKind("recall", "maximise", True, ("recall_score",)),
    MetricKind("r2", "maximise", False, ("r2_score", "r_squared", "r^2", "r²", "explained_variance", "coefficient_of_determination")),
    MetricKind("rmse", "minimise", False, ("root_mean_squared_error", "root_mean_square_error")),
    MetricKind("mse", "minimise", False, ("mean_squared_error", "mean_square_error")),
    MetricKind("mae", "minimise", False, ("mean_absolute_error",)),
    MetricKind("mape", "minimise", False, ("mean_absolute_percentage_error",)),
    MetricKind("log_loss", "minimise", False, ("logloss", "cross_entropy")),
    MetricKind("perplexity", "minimise", False, ("ppl",)),
    MetricKind("error", "minimise", False, ("error_rate", "merror")),
    MetricKind("loss", "minimise", False, ("val_loss", "test_loss")),
)

BY_SPELLING: Dict[str, MetricKind] = {
    spelling: kind for kind in reversed(METRICS) for spelling in (kind.name, *kind.aliases)
}


# Asked for the same few names in every epoch.
@lru_cache(maxsize=1000)
def metric_named(spelling: str) -> Optional[MetricKind]:
    """The metric that a spelling means: `val_acc`, `Test accuracy` and `acc` are accuracy."""
    word = re.sub(r"[\s-]+", "_", spelling.strip().lower())
    word = re.sub(r"^(val|valid|validation|test|testing|train|training|eval)_", "", word)
    return BY_SPELLING.get(word)
