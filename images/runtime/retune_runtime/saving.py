"""Keeps the model that was trained last, when the order asks for it."""

from __future__ import annotations

import os
from typing import Any, Callable, Optional, Tuple

from .events import Events

Save = Callable[[str], Any]


class ModelKeeper:
    def __init__(self, folder: str, events: Events, wanted: bool) -> None:
        self._folder = os.path.join(folder, "model")
        self._events = events
        self.wanted = wanted
        self._last: Optional[Tuple[str, Save]] = None

    def trained(self, file: str, save: Save) -> None:
        """A model was trained; `save` writes it to a path."""
        if self.wanted:
            self._last = (file, save)

    def finish(self) -> None:
        if self._last is None:
            return
        file, save = self._last
        path = os.path.join(self._folder, file)
        try:
            os.makedirs(self._folder, exist_ok=True)
            # The ending stays, as frameworks choose the format by it.
            draft = os.path.join(self._folder, "writing-" + file)
            save(draft)
            os.replace(draft, path)
            self._events.write("model", file=file, bytes=os.path.getsize(path))
        except Exception as error:
            text = "%s could not be saved: %s: %s" % (file, type(error).__name__, error)
            self._events.write("warning", code="model-not-saved", text=text)
