"""Re-seeds the training when the model is made, never before; and tells which streams it draws from."""

from __future__ import annotations

import random
import sys
from typing import Any, Callable, List, Optional

from .events import Events


class Randomness:
    def __init__(self, events: Events) -> None:
        self._events = events
        self._sources: List[str] = []
        self._shared = False
        self.seed: Optional[int] = None

    def draws(self, source: str, reseed: Optional[Callable[[int], Any]] = None) -> None:
        """A model was made that draws from a stream; the stream is re-seeded the first time."""
        if source in self._sources:
            return
        self._sources.append(source)
        if self.seed is not None and reseed is not None:
            reseed(self.seed)

    @property
    def known(self) -> bool:
        """Whether a source is known already."""
        return bool(self._sources)

    def split_drawn(self) -> None:
        """The author's data split was drawn from a global stream."""
        if self._sources:
            self._shared = True

    def finish(self) -> None:
        by_hand = None if self._sources else _drawn_by_hand()
        if by_hand is not None:
            # Initial weights or data: which of both cannot be told, so nothing is re-seeded.
            self._sources, self._shared = [by_hand], True
        self._events.write("randomness", sources=self._sources, shared=self._shared)


# Both streams are a Mersenne twister. One that was never drawn from stands at the end of its numbers: at 624 where it
# was seeded, at 623 where NumPy itself began it (`MT19937` from a `SeedSequence`).
UNTOUCHED = (623, 624)


def _drawn_by_hand() -> Optional[str]:
    """The global stream that a script drew from itself, where no framework is known to draw."""
    numpy: Any = sys.modules.get("numpy.random")
    state = numpy.get_state(legacy=False) if numpy is not None else {}
    if state.get("bit_generator") == "MT19937" and state["state"]["pos"] not in UNTOUCHED:
        return "numpy"
    return "random" if random.getstate()[1][-1] not in UNTOUCHED else None
