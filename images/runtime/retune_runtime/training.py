"""What all hooks share: where they tell what they see."""

from __future__ import annotations

import os
import sys
from typing import Any, Callable, Dict, NamedTuple, Optional

from .building import Building
from .cross_validation import CrossValidation
from .data_seen import DataSeen
from .events import Events
from .guard import Guard, Nesting
from .heartbeat import Progress
from .observations import Observations
from .randomness import Randomness
from .saving import ModelKeeper
from .stopping import Stopping

DISTRIBUTIONS = {
    "numpy": "numpy",
    "sklearn": "scikit-learn",
    "keras": "keras",
    "tf_keras": "tf-keras",
    "tensorflow": "tensorflow",
    "torch": "torch",
    "xgboost": "xgboost",
    "lightgbm": "lightgbm",
    "catboost": "catboost",
    "lightning": "lightning",
    "pytorch_lightning": "pytorch-lightning",
    "transformers": "transformers",
}


class EvalSplits:
    """While a `fit` in scikit-learn's manner runs: which split the data sets are that it evaluates each round."""

    current: Optional[Callable[[str], str]] = None


class Training(NamedTuple):
    events: Events
    guard: Guard
    nesting: Nesting
    observations: Observations
    data: DataSeen
    randomness: Randomness
    models: ModelKeeper
    progress: Progress
    stopping: Stopping
    building: Building
    eval_splits: EvalSplits
    cross_validation: CrossValidation


class Versions:
    """Tells the frameworks' versions, again each time that one more is imported."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._versions: Dict[str, str] = {}

    def imported(self, module: Any) -> None:
        version = getattr(module, "__version__", None)
        name = DISTRIBUTIONS[module.__name__]
        if isinstance(version, str) and name not in self._versions:
            self._versions[name] = version
            self.tell()

    def tell(self) -> None:
        python = "%d.%d.%d" % sys.version_info[:3]
        self._events.write("started", pid=os.getpid(), python=python, versions=self._versions, devices=[])


def imported_wholly(package: str) -> bool:
    """False while a package is still importing itself: objects it makes then are not the author's."""
    module = sys.modules.get(package)
    spec = getattr(module, "__spec__", None)
    return module is not None and not getattr(spec, "_initializing", False)
