"""Lightning, under both of its names: epochs and logged metrics of `fit`, results of `validate` and `test`."""

from __future__ import annotations

import sys
from typing import Any, Callable, Dict

from ..disguise import disguised
from ..training import Training
from .logged_names import is_of_a_step, spelling_and_split

MODULES = ("lightning.pytorch.trainer.trainer", "pytorch_lightning.trainer.trainer")


def hook_trainer(training: Training) -> Callable[[Any], None]:
    def hook(module: Any) -> None:
        trainer = module.Trainer
        root = module.__name__[: -len(".trainer.trainer")]
        trainer.fit = _fit(training, root, trainer.fit)
        trainer.test = _evaluated(training, "test", trainer.test)
        trainer.validate = _evaluated(training, "validation", trainer.validate)

    return hook


def _fit(training: Training, root: str, original: Any) -> Any:
    @disguised(original)
    def fit(self: Any, model: Any, *args: Any, **kwargs: Any) -> Any:
        callback = None if training.events.silent else training.guard.run("lightning.fit", _callback, training, root)
        if callback is None:
            return original(self, model, *args, **kwargs)
        self.callbacks.append(callback)
        try:
            return original(self, model, *args, **kwargs)
        finally:
            # A second `fit` adds its own; and what the author saves or sends away holds nothing of ours.
            if callback in self.callbacks:
                self.callbacks.remove(callback)

    return fit


def _callback(training: Training, root: str) -> Any:
    kind: Any = getattr(sys.modules[root + ".callbacks"], "Callback")
    training.observations.epochs_are_hooked = True

    def ended(trainer: Any) -> None:
        epoch = int(trainer.current_epoch) + 1
        most = trainer.max_epochs
        of = {"epochs": int(most)} if isinstance(most, int) and most > 0 else {}
        training.observations.progress(phase="train", epoch=epoch, **of)
        logged = dict(trainer.callback_metrics)
        for name, value in logged.items():
            spelling, split = spelling_and_split(name)
            # `acc` stands for `acc_epoch` where both are logged.
            if not is_of_a_step(name) and name + "_epoch" not in logged:
                training.observations.hooked(spelling, value, split or "unknown", "fit, epoch %d: %s" % (epoch, name), epoch)

    class Epochs(kind):  # type: ignore[misc]
        def on_train_epoch_end(self, trainer: Any, module: Any) -> None:
            training.guard.run("lightning.fit", ended, trainer)
            if training.stopping.after(int(trainer.current_epoch) + 1):
                trainer.should_stop = True

    return Epochs()


def _evaluated(training: Training, split: str, original: Any) -> Any:
    @disguised(original)
    def evaluated(self: Any, *args: Any, **kwargs: Any) -> Any:
        results = original(self, *args, **kwargs)
        if not training.events.silent:
            training.guard.run("lightning." + split, tell, results)
        return results

    def tell(results: Any) -> None:
        training.progress.moved()
        for metrics in results or ():
            logged: Dict[str, Any] = dict(metrics)
            for name, value in logged.items():
                if not is_of_a_step(name):
                    text = "Trainer.%s: %s" % (original.__name__, name)
                    training.observations.hooked(spelling_and_split(name)[0], value, split, text)

    return evaluated
