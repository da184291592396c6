"""Ends a training early and cleanly: by the order's limit of epochs, or because `stop.json` asks for it."""

from __future__ import annotations

import json
import os
import time
from typing import Optional

from .events import Events

# Seconds.
LOOK_EVERY = 0.05


class StoppedEarly(BaseException):
    """Leaves a loop that knows no other way out; no `except Exception` of the author catches it."""


class Stopping:
    """Asked at the end of every epoch, round or trial of a training."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self.epochs: Optional[int] = None
        self._told = False
        self._asked: Optional[int] = None
        self._looked = 0.0

    def after(self, epoch: int) -> bool:
        """Whether the training ends with this epoch (from 1). What the script does after its training still happens."""
        if self._events.silent or not self._due(epoch):
            return False
        self._tell(epoch)
        return True

    def leave(self, epoch: int) -> None:
        """As `after`, for a loop of the author's own: nothing but an exception ends it."""
        if self.after(epoch):
            raise StoppedEarly("stopped after epoch %d" % epoch)

    def _due(self, epoch: int) -> bool:
        if self.epochs is not None and epoch >= self.epochs:
            return True
        # Rounds of a booster can be far shorter than it takes to look at a file.
        now = time.monotonic()
        if now - self._looked >= LOOK_EVERY:
            self._looked, self._asked = now, self._read()
        return self._asked is not None and epoch >= self._asked

    def _read(self) -> Optional[int]:
        # The file comes into being whole.
        path = os.path.join(self._events.folder, "stop.json")
        if not os.path.exists(path):
            return None
        try:
            with open(path, encoding="utf-8") as file:
                return int(json.load(file).get("epoch") or 0)
        except (OSError, ValueError, AttributeError, TypeError):
            return 0

    def _tell(self, epoch: int) -> None:
        if not self._told:
            self._told = True
            self._events.write("stopped", epoch=epoch)
