"""Keras (3, tf.keras, tf_keras): epochs and metrics of `fit` and `evaluate`."""

from __future__ import annotations

import functools
import random
import sys
from typing import Any, Callable, Dict, List, Optional

from ..building import Built
from ..data_seen import rows_of
from ..disguise import disguised
from ..training import Training, imported_wholly

# Where the class `Model` lives, from Keras 3 back to TensorFlow 2.0.
MODEL_MODULES = (
    "keras.src.models.model",
    "keras.src.engine.training",
    "keras.engine.training",
    "tf_keras.src.engine.training",
    "tensorflow.python.keras.engine.training",
)
LAYER_MODULES = (
    "keras.src.layers.layer",
    "keras.src.engine.base_layer",
    "keras.engine.base_layer",
    "tf_keras.src.engine.base_layer",
    "tensorflow.python.keras.engine.base_layer",
)


def hook_layers(training: Training) -> Callable[[Any], None]:
    def hook(module: Any) -> None:
        original = module.Layer.__init__
        package = module.__name__.partition(".")[0]

        @disguised(original)
        def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
            # Before the layer chooses the seeds of its initial weights.
            if not training.events.silent and imported_wholly(package):
                training.guard.run("keras.Layer", training.randomness.draws, "keras", functools.partial(_reseed, package))
            original(self, *args, **kwargs)

        module.Layer.__init__ = __init__

    return hook


def _reseed(package: str, seed: int) -> None:
    """`keras.utils.set_random_seed` without NumPy, which data splits draw from."""
    random.seed(seed)
    tensorflow = sys.modules.get("tensorflow")
    if tensorflow is not None:
        tensorflow.random.set_seed(seed)
    backend = getattr(sys.modules.get(package + ".backend"), "backend", None)
    if backend is not None and backend() == "torch" and "torch" in sys.modules:
        sys.modules["torch"].manual_seed(seed)
    state = sys.modules.get("keras.src.backend.common.global_state")
    generators = sys.modules.get("keras.src.random.seed_generator")
    if state is not None and generators is not None:
        # A generator made before holds a seed from before.
        state.set_global_attribute(generators.GLOBAL_SEED_GENERATOR, None)


def hook_models(training: Training) -> Callable[[Any], None]:
    def hook(module: Any) -> None:
        model = module.Model
        model.fit = _fit(training, model.fit)
        model.evaluate = _evaluate(training, model.evaluate)

    return hook


def _fit(training: Training, original: Any) -> Any:
    @disguised(original)
    def fit(self: Any, *args: Any, **kwargs: Any) -> Any:
        if training.nesting.inside:
            return original(self, *args, **kwargs)
        told = dict(zip(("x", "y", "batch_size", "epochs", "verbose", "callbacks"), args), **kwargs)
        training.guard.run("keras.fit", _saw_data, training, told)
        if training.building.dry:
            training.guard.run("keras.fit", _without_tracing, self)
        callback = training.guard.run("keras.fit", _fit_callback, training, self, told)
        args, kwargs = _with_callback(callback, args, kwargs, 5)
        with training.nesting:
            result = original(self, *args, **kwargs)
        training.models.trained("model.keras", self.save)
        training.building.passed(functools.partial(_built, self, told))
        return result

    return fit


def _without_tracing(model: Any) -> None:
    """One batch is done sooner than a graph is made for it."""
    if sys.modules.get("jax") is None or "tensorflow" in sys.modules:
        model.run_eagerly = True


def _built(model: Any, told: Dict[str, Any]) -> Built:
    shapes = ("%s %s" % (layer.name, _shape_after(layer)) for layer in model.layers)
    loss = str(getattr(model.loss, "name", None) or getattr(model.loss, "__name__", None) or model.loss)
    last = getattr(model, "output_shape", None)
    units = last[-1] if "crossentropy" in loss and isinstance(last, tuple) and last else None
    classes = max(2, units) if isinstance(units, int) else None
    rows = rows_of(told.get("x")) if told.get("y") is not None else None
    return Built("keras", type(model).__name__, int(model.count_params()), shapes, rows, classes)


def _shape_after(layer: Any) -> str:
    try:
        return str(layer.output.shape)
    except Exception:
        # A layer that is used several times, or within a model that was made by subclassing.
        return "?"


def _saw_data(training: Training, told: Dict[str, Any]) -> None:
    training.data.saw("train", told.get("x"), told.get("y"))
    validation = told.get("validation_data")
    if isinstance(validation, (tuple, list)) and len(validation) >= 2:
        training.data.saw("validation", validation[0], validation[1])
    elif validation is not None:
        training.data.saw("validation", validation, None)


def _fit_callback(training: Training, model: Any, told: Dict[str, Any]) -> Any:
    training.observations.epochs_are_hooked = True
    rows = rows_of(told.get("x")) if told.get("y") is not None else None

    def epoch_ended(callback: Any, epoch: int, logs: Optional[Dict[str, Any]]) -> None:
        epochs = (callback.params or {}).get("epochs")
        of = {} if epochs is None else {"epochs": int(epochs)}
        training.observations.progress(phase="train", epoch=epoch + 1, **of)
        for name, value in (logs or {}).items():
            split = "validation" if name.startswith("val_") else "train"
            size = rows if split == "train" and not told.get("validation_split") else None
            training.observations.hooked(name, value, split, "fit, epoch %d: %s" % (epoch + 1, name), epoch + 1, size)
        if training.stopping.after(epoch + 1):
            model.stop_training = True

    class Epochs(_callback_class(model)):  # type: ignore[misc]
        def on_epoch_end(self, epoch: int, logs: Optional[Dict[str, Any]] = None) -> None:
            training.guard.run("keras.fit", epoch_ended, self, epoch, logs)

    class FirstBatch(Epochs):
        # Only here, as Keras waits for every batch of a callback that asks for it.
        def on_train_batch_end(self, batch: int, logs: Optional[Dict[str, Any]] = None) -> None:
            training.building.passed(functools.partial(_built, model, told))

    return FirstBatch() if training.building.dry else Epochs()


def _evaluate(training: Training, original: Any) -> Any:
    @disguised(original)
    def evaluate(self: Any, *args: Any, **kwargs: Any) -> Any:
        if training.nesting.inside:
            return original(self, *args, **kwargs)
        told = dict(zip(("x", "y", "batch_size", "verbose", "sample_weight", "steps", "callbacks"), args), **kwargs)
        logs: List[Dict[str, Any]] = []
        callback = training.guard.run("keras.evaluate", _test_callback, training, self, logs)
        args, kwargs = _with_callback(callback, args, kwargs, 6)
        with training.nesting:
            result = original(self, *args, **kwargs)
        if logs:
            training.guard.run("keras.evaluate", _tell, training, told, logs[-1])
        return result

    return evaluate


def _test_callback(training: Training, model: Any, into: List[Dict[str, Any]]) -> Any:
    class Test(_callback_class(model)):  # type: ignore[misc]
        def on_test_end(self, logs: Optional[Dict[str, Any]] = None) -> None:
            into.append(dict(logs or {}))

    return Test()


def _tell(training: Training, told: Dict[str, Any], logs: Dict[str, Any]) -> None:
    inputs, labels = told.get("x"), told.get("y")
    split = training.data.split_of(inputs, labels)
    size = rows_of(inputs) if labels is not None else None
    for name, value in logs.items():
        training.observations.hooked(name, value, split, "evaluate: " + name, None, size)


def _callback_class(model: Any) -> Any:
    """The `Callback` of the Keras that the model is of; several can be loaded."""
    for kind in type(model).__mro__:
        root = kind.__module__.partition(".")[0]
        for name in (root + ".src.callbacks.callback", root + ".src.callbacks", root + ".callbacks"):
            found = getattr(sys.modules.get(name), "Callback", None)
            if found is not None and kind.__name__ == "Model":
                return found
        if kind.__name__ == "Model" and root == "tensorflow":
            return sys.modules["tensorflow.python.keras.callbacks"].Callback
    raise LookupError("no Keras Callback class for %r" % type(model))


def _with_callback(callback: Any, args: Any, kwargs: Dict[str, Any], position: int) -> Any:
    if callback is None:
        return args, kwargs
    given = args[position] if len(args) > position else kwargs.get("callbacks")
    if given is None:
        callbacks: Any = [callback]
    elif isinstance(given, (list, tuple)):
        callbacks = [*given, callback]
    elif hasattr(given, "append"):
        given.append(callback)
        callbacks = given
    else:
        callbacks = [given, callback]
    if len(args) > position:
        return (*args[:position], callbacks, *args[position + 1 :]), kwargs
    return args, {**kwargs, "callbacks": callbacks}
