"""Steps of a loop of the author's own: heartbeat, progress once a second, and the only place to stop it from."""

from __future__ import annotations

import time

from ..training import Training


class Steps:
    def __init__(self, training: Training) -> None:
        self._training = training
        self._count = 0
        self._told_at = 0.0
        self._epochs = 0

    def stepped(self) -> None:
        """An optimizer has changed the model once."""
        training = self._training
        if training.events.silent:
            return
        self._count += 1
        training.progress.moved()
        now = time.monotonic()
        # What the loop printed is all that is known of its epochs.
        epochs = training.observations.completed_epochs
        if now - self._told_at < 1 and epochs == self._epochs:
            return
        self._told_at, self._epochs = now, epochs
        training.events.write("progress", phase="train", step=self._count)
        if epochs > 0:
            training.stopping.leave(epochs)
