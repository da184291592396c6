"""statsmodels: R² of a fit is of the data that was fitted."""

from __future__ import annotations

from typing import Any, Callable, Optional

from ..training import Training

MODULE = "statsmodels.regression.linear_model"


def hook_results(training: Training) -> Callable[[Any], None]:
    def hook(module: Any) -> None:
        results = module.RegressionResults
        original = vars(results).get("rsquared")
        if hasattr(original, "__get__"):
            results.rsquared = _InSample(training, original)

    return hook


class _InSample:
    """Stands before the attribute, so that a line that prints it is known to speak of training data."""

    def __init__(self, training: Training, original: Any) -> None:
        self._training = training
        self._original = original
        self._last: Optional[float] = None

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        value = self._original.__get__(instance, owner)
        if instance is not None and not self._training.nesting.inside:
            self._training.guard.run("statsmodels", self._tell, instance, value)
        return value

    def _tell(self, instance: Any, value: Any) -> None:
        if value != self._last:
            self._last = value
            self._training.observations.hooked("r2", value, "train", "%s.rsquared" % type(instance).__name__, size=int(instance.nobs))
