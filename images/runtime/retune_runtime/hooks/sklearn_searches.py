"""scikit-learn's searches: what the best candidate scored over the folds."""

from __future__ import annotations

from typing import Any

from ..data_seen import rows_of
from ..training import Training
from .sklearn_metrics import scored_by


def tell_best(training: Training, search: Any, labels: Any) -> None:
    """After a search's `fit`: a validation metric, as the folds chose the candidate."""
    best, index = getattr(search, "best_score_", None), getattr(search, "best_index_", None)
    if best is None:
        return
    name, sign = scored_by(search)
    if name is None:
        return
    key = search.refit if isinstance(search.refit, str) else "score"
    spread = getattr(search, "cv_results_", {}).get("std_test_" + key)
    told = None if spread is None or index is None else float(spread[index])
    text = type(search).__name__ + ".best_score_"
    training.observations.hooked(name, sign * float(best), "validation", text, None, rows_of(labels), told)
