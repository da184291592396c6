"""Keeps the model that was trained last, when the order asks for it."""

from __future__ import annotations

import os
from typing import Any, Callable, Optional, Tuple

from .events import Events

Save = Callable[[str], Any]


class ModelKeeper:
    def __init__(self, events: Events) -> None:
        self._events = events
        self.wanted = False
        self._last: Optional[Tuple[str, Save]] = None

    def trained(self, file: str, save: Save) -> None:
        """A model was trained; `save` writes it to a path."""
        if self.wanted:
            self._last = (file, save)

    def finish(self) -> None:
        if self._last is None:
            return
        file, save = self._last
        folder = os.path.join(self._events.folder, "model")
        path = os.path.join(folder, file)
        try:
            os.makedirs(folder, exist_ok=True)
            # The ending stays, as frameworks choose the format by it.
            draft = os.path.join(folder, "writing-" + file)
            save(draft)
            os.replace(draft, path)
            self._events.write("model", file=file, bytes=os.path.getsize(path))
        except Exception as error:
            text = "%s could not be saved: %s: %s" % (file, type(error).__name__, error)
            self._events.write("warning", code="model-not-saved", text=text)
