"""Re-seeds the training when the model is made, never before; and tells which streams it draws from."""

from __future__ import annotations

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
        self._events.write("randomness", sources=self._sources, shared=self._shared)
