"""Hugging Face's Trainer: epochs and metrics while it trains, and those of `evaluate` and `predict`."""

from __future__ import annotations

import contextlib
import sys
from typing import Any, Callable, Dict, Iterator, Optional

from ..data_seen import rows_of
from ..disguise import disguised
from ..training import Training
from .logged_names import spelling_and_split

SPEEDS = ("runtime", "samples_per_second", "steps_per_second", "flos", "time")


def hook_trainer(training: Training) -> Callable[[Any], None]:
    def hook(module: Any) -> None:
        trainer = module.Trainer
        trainer.__init__ = _init(training, trainer.__init__)
        trainer.train = _train(training, trainer.train)
        trainer.evaluate = _evaluate(training, trainer.evaluate)
        trainer.predict = _predict(training, trainer.predict)

    return hook


@contextlib.contextmanager
def _seeded(training: Training, arguments: Any) -> Iterator[None]:
    """The Trainer sets every random stream from its arguments, when it is made and when it trains."""
    seed = training.randomness.seed
    if seed is None or not hasattr(arguments, "seed") or training.events.silent:
        yield
        return
    before, arguments.seed = arguments.seed, seed
    try:
        yield
    finally:
        arguments.seed = before


def _init(training: Training, original: Any) -> Any:
    @disguised(original)
    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        arguments = kwargs.get("args", args[1] if len(args) > 1 else None)
        with _seeded(training, arguments):
            original(self, *args, **kwargs)

    return __init__


def _train(training: Training, original: Any) -> Any:
    @disguised(original)
    def train(self: Any, *args: Any, **kwargs: Any) -> Any:
        if training.nesting.inside:
            return original(self, *args, **kwargs)
        callback = training.guard.run("transformers.train", _callback, training, self)
        if callback is not None:
            self.add_callback(callback)
        try:
            with training.nesting, _seeded(training, self.args):
                return original(self, *args, **kwargs)
        finally:
            training.data.saw("train", self.train_dataset, None)
            if callback is not None:
                self.remove_callback(callback)
            training.models.trained("model", self.save_model)

    return train


def _callback(training: Training, trainer: Any) -> Any:
    kind: Any = getattr(sys.modules["transformers.trainer_callback"], "TrainerCallback")
    training.observations.epochs_are_hooked = True
    training.randomness.draws("torch")

    def ended(arguments: Any, state: Any) -> None:
        of = {"epochs": int(arguments.num_train_epochs)} if arguments.num_train_epochs >= 1 else {}
        training.observations.progress(phase="train", epoch=_epoch(state), **of)

    def evaluated(state: Any, metrics: Optional[Dict[str, Any]]) -> None:
        training.data.saw("validation", trainer.eval_dataset, None)
        for name, value in (metrics or {}).items():
            _tell(training, name, value, "validation", _epoch(state), rows_of(trainer.eval_dataset))

    class Epochs(kind):  # type: ignore[misc]
        def on_epoch_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
            training.guard.run("transformers.train", ended, args, state)
            if training.stopping.after(_epoch(state)):
                control.should_training_stop = True

        def on_evaluate(self, args: Any, state: Any, control: Any, metrics: Any = None, **_: Any) -> None:
            training.guard.run("transformers.train", evaluated, state, metrics)

    return Epochs()


def _epoch(state: Any) -> int:
    return max(1, int(round(float(state.epoch or 0))))


def _evaluate(training: Training, original: Any) -> Any:
    @disguised(original)
    def evaluate(self: Any, *args: Any, **kwargs: Any) -> Any:
        if training.nesting.inside:
            return original(self, *args, **kwargs)
        with training.nesting:
            metrics = original(self, *args, **kwargs)
        data = args[0] if args else kwargs.get("eval_dataset")
        training.guard.run("transformers.evaluate", tell, self.eval_dataset if data is None else data, metrics)
        return metrics

    def tell(data: Any, metrics: Dict[str, Any]) -> None:
        training.progress.moved()
        for name, value in metrics.items():
            _tell(training, name, value, training.data.split_of(data, None), None, rows_of(data))

    return evaluate


def _predict(training: Training, original: Any) -> Any:
    @disguised(original)
    def predict(self: Any, test_dataset: Any, *args: Any, **kwargs: Any) -> Any:
        if training.nesting.inside:
            return original(self, test_dataset, *args, **kwargs)
        with training.nesting:
            output = original(self, test_dataset, *args, **kwargs)
        training.guard.run("transformers.predict", tell, test_dataset, output.metrics)
        return output

    def tell(data: Any, metrics: Optional[Dict[str, Any]]) -> None:
        training.progress.moved()
        for name, value in (metrics or {}).items():
            _tell(training, name, value, training.data.split_of(data, None), None, rows_of(data))

    return predict


def _tell(training: Training, name: str, value: Any, split: str, epoch: Optional[int], size: Optional[int]) -> None:
    if isinstance(value, (int, float)) and not name.endswith(SPEEDS) and name != "epoch":
        where = "Trainer: " + name if epoch is None else "train, epoch %d: %s" % (epoch, name)
        training.observations.hooked(spelling_and_split(name)[0], value, split, where, epoch, size)
