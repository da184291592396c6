"""Tells what was built, once a batch has passed it; a dry build ends there, before any training minute is spent."""

from __future__ import annotations

import sys
from typing import Any, Callable, Dict, Iterable, List, NamedTuple, Optional

from .events import Events
from .guard import Guard
from .stopping import StoppedEarly

MOST_SHAPES = 100


class Built(NamedTuple):
    framework: str
    # The name of the model's class; None where only its parameters are known.
    model: Optional[str]
    # Numbers that training changes; None where they cannot be counted.
    parameters: Optional[int] = None
    # Keras: what each layer gives; PyTorch: what each parameter is. One text each.
    shapes: Iterable[str] = ()
    # Of the training data, where the framework was given them as a whole.
    rows: Optional[int] = None
    classes: Optional[int] = None


class Building:
    def __init__(self, events: Events, guard: Guard) -> None:
        self._events = events
        self._guard = guard
        self._wanted = False
        self._told = False

    def end_with_the_first_batch(self) -> None:
        self._wanted = True

    @property
    def dry(self) -> bool:
        """Whether this attempt ends with the first batch; never so in the processes that a script forks."""
        return self._wanted and not self._events.silent

    def passed(self, describe: Callable[[], Built]) -> None:
        """A model was built, and a batch or a whole training has passed it. Leaves the script in a dry build."""
        if self._events.silent:
            return
        if not self._told:
            self._told = True
            self._guard.run("built", self._tell, describe)
        if self._wanted:
            raise StoppedEarly("the model is built, and a batch has passed")

    def _tell(self, describe: Callable[[], Built]) -> None:
        built = describe()
        fields: Dict[str, Any] = built._asdict()
        shapes: List[str] = [shape for _, shape in zip(range(MOST_SHAPES), built.shapes)]
        self._events.write("built", **{**fields, "shapes": shapes, "memory": _peak_memory()})


def _peak_memory() -> Optional[int]:
    """Bytes that this process has held at most so far; None where the system does not tell."""
    try:
        import resource
    except ImportError:
        return None
    # macOS counts bytes, Linux kilobytes.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
