"""TensorFlow's custom loops: steps of an optimizer, and random streams where no Keras layer was made."""

from __future__ import annotations

import functools
import math
from typing import Any, Callable

from ..building import Built
from ..disguise import disguised
from ..training import Training, imported_wholly
from .steps import Steps

OPTIMIZER_MODULES = (
    "keras.src.optimizers.base_optimizer",
    "keras.src.optimizers.optimizer",
    "keras.optimizers.optimizer_experimental.optimizer",
    "keras.src.optimizers.optimizer_v2",
    "tf_keras.src.optimizers.optimizer",
    "tensorflow.python.keras.optimizer_v2.optimizer_v2",
)
CLASSES = ("BaseOptimizer", "_BaseOptimizer", "OptimizerV2")
RANDOM_MODULE = "tensorflow.python.ops.random_ops"
RANDOM = ("random_normal", "random_uniform", "truncated_normal", "random_shuffle", "parameterized_truncated_normal")


def hook_optimizers(training: Training) -> Callable[[Any], None]:
    steps = Steps(training)

    def hook(module: Any) -> None:
        for name in CLASSES:
            kind = getattr(module, name, None)
            if kind is not None and "apply_gradients" in vars(kind):
                kind.apply_gradients = _counted(training, steps, kind.apply_gradients)

    return hook


def _counted(training: Training, steps: Steps, original: Any) -> Any:
    @disguised(original)
    def apply_gradients(self: Any, *args: Any, **kwargs: Any) -> Any:
        result = original(self, *args, **kwargs)
        # Within `tf.function` this runs once, while the graph is traced; within `fit` epochs are told.
        if not training.nesting.inside:
            training.guard.run("tensorflow.step", steps.stepped)
            training.building.passed(functools.partial(_built, self))
        return result

    return apply_gradients


def _built(optimizer: Any) -> Built:
    variables = getattr(optimizer, "_trainable_variables", None) or ()
    shapes = ("parameter " + " × ".join(map(str, each.shape)) for each in variables)
    counts = [each.shape.num_elements() if hasattr(each.shape, "num_elements") else math.prod(each.shape) for each in variables]
    return Built("tensorflow", None, sum(map(int, counts)) if counts else None, shapes)


def hook_random(training: Training) -> Callable[[Any], None]:
    """
    Numbers drawn by the script itself may be initial weights or data: which of both cannot be told. So
    nothing is re-seeded, and training and split are said to share their stream.
    """

    def hook(module: Any) -> None:
        for name in RANDOM:
            original = vars(module).get(name)
            if callable(original):
                setattr(module, name, _drawing(training, original))

    return hook


def _drawing(training: Training, original: Any) -> Any:
    @disguised(original)
    def draw(*args: Any, **kwargs: Any) -> Any:
        if not training.randomness.known and not training.nesting.inside and imported_wholly("tensorflow"):
            training.guard.run("tensorflow.random", drawn)
        return original(*args, **kwargs)

    def drawn() -> None:
        training.randomness.draws("tensorflow")
        training.randomness.split_drawn()

    return draw
