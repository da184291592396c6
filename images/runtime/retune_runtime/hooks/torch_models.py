"""PyTorch: re-seeding when the first module is made, steps, and the model for keeping. Metrics come printed."""

from __future__ import annotations

import functools
import sys
import weakref
from typing import Any, Callable, List, Optional, Set

from ..building import Built
from ..disguise import disguised
from ..training import Training, imported_wholly
from .steps import Steps

# Modules by kind, but no model: they hold nothing to train and may be made long before it.
NOT_A_MODEL = ("torch.nn.modules.loss", "torchvision.transforms", "torchaudio.transforms", "torchmetrics")


class TorchModels:
    def __init__(self, training: Training) -> None:
        self._training = training
        self._modules: List[Any] = []
        self._steps = Steps(training)
        self._kept: Optional[int] = None
        self._optimizers: Set[int] = set()
        self._passed = False

    def hook_modules(self, module: Any) -> None:
        original = module.Module.__init__
        training = self._training

        @disguised(original)
        def __init__(instance: Any, *args: Any, **kwargs: Any) -> None:
            if not training.events.silent and imported_wholly("torch"):
                training.guard.run("torch.Module", self._made, instance)
            original(instance, *args, **kwargs)

        module.Module.__init__ = __init__

    def _made(self, instance: Any) -> None:
        if type(instance).__module__.startswith(NOT_A_MODEL):
            return
        self._training.randomness.draws("torch", _reseed)
        if self._training.models.wanted:
            self._modules.append(weakref.ref(instance))

    def hook_optimizers(self, module: Any) -> None:
        register = getattr(module, "register_optimizer_step_post_hook", None)
        if register is not None:
            register(lambda optimizer, args, kwargs: self._training.guard.run("torch.step", self._stepped, optimizer))

    def _stepped(self, optimizer: Any) -> None:
        if self._training.events.silent:
            return
        self._pass(optimizer)
        if self._training.models.wanted and self._kept != id(optimizer):
            self._keep(optimizer)
        # Within a framework's own `fit` its epochs are hooked, and end as it ends them.
        if not self._training.observations.epochs_are_hooked:
            self._steps.stepped()
        else:
            self._training.progress.moved()

    def _pass(self, optimizer: Any) -> None:
        """The second step of one optimizer: by then the others, if there are any, have had their first."""
        if id(optimizer) not in self._optimizers:
            self._optimizers.add(id(optimizer))
        elif not self._passed:
            self._passed = True
            self._training.building.passed(functools.partial(_built, optimizer))

    def _keep(self, optimizer: Any) -> None:
        """The outermost module that holds what this optimizer changes."""
        self._kept = id(optimizer)
        parameter = next((each for group in optimizer.param_groups for each in group["params"]), None)
        alive = [module for module in (reference() for reference in self._modules) if module is not None]
        holding = [module for module in alive if any(each is parameter for each in module.parameters())]
        if not holding:
            return
        outermost = max(holding, key=lambda module: sum(1 for _ in module.modules()))

        def save(path: str) -> None:
            sys.modules["torch"].save(outermost.state_dict(), path)

        self._training.models.trained("model.pt", save)


def _built(optimizer: Any) -> Built:
    parameters = [each for group in optimizer.param_groups for each in group["params"]]
    shapes = ("parameter " + " × ".join(map(str, each.shape)) for each in parameters)
    return Built("pytorch", None, sum(int(each.numel()) for each in parameters), shapes)


def _reseed(seed: int) -> None:
    sys.modules["torch"].manual_seed(seed)


def hook_splits(training: Training) -> Callable[[Any], None]:
    def hook(module: Any) -> None:
        original = module.random_split

        @disguised(original)
        def random_split(*args: Any, **kwargs: Any) -> Any:
            if not training.nesting.inside and len(args) < 3 and kwargs.get("generator") is None:
                training.randomness.split_drawn()
            return original(*args, **kwargs)

        module.random_split = random_split

    return hook
