"""Tells metrics, each once: a printed number that a hook already told is the same observation."""

from __future__ import annotations

import math
from collections import deque
from typing import Any, Deque, Dict, Optional, Tuple

from .events import Events
from .guard import Guard
from .heartbeat import Progress
from .metric_names import metric_named
from .printed import PrintedEpoch, printed_epoch, printed_metrics

MOST_PRINTED = 5000


class Observations:
    def __init__(self, events: Events, guard: Guard, progress: Progress) -> None:
        self._events = events
        self._guard = guard
        self._progress = progress
        self._hooked: Dict[str, Deque[Tuple[float, str]]] = {}
        self._printed = 0
        self._latest: Dict[Tuple[str, str], Dict[str, Any]] = {}
        self._epoch: Optional[PrintedEpoch] = None
        self.epochs_are_hooked = False
        self.completed_epochs = 0

    def hooked(
        self,
        spelling: str,
        value: Any,
        split: str,
        text: str,
        epoch: Optional[int] = None,
        size: Optional[int] = None,
        spread: Optional[float] = None,
    ) -> None:
        """A metric that a framework told. Unknown names and numbers that are not finite are left out."""
        kind = metric_named(spelling)
        number = float(value)
        if kind is None or not math.isfinite(number):
            return
        self._hooked.setdefault(kind.name, deque(maxlen=200)).append((number, split))
        self._write(kind.name, number, split, "hook", text, epoch, size, spread)

    def progress(self, **fields: Any) -> None:
        self._progress.moved()
        self._events.write("progress", **fields)

    def line(self, line: str) -> None:
        """A line that the script printed."""
        if not self._events.silent:
            self._guard.run("printed", self._read, line)

    def finish(self) -> None:
        for fields in self._latest.values():
            self._events.write("metric", **fields)
        self._latest.clear()

    def _read(self, line: str) -> None:
        epoch = printed_epoch(line)
        # Some scripts print their epoch with every batch.
        if epoch is not None and epoch.epoch >= 1 and epoch != self._epoch and not self.epochs_are_hooked:
            self._epoch = epoch
            of = {} if epoch.epochs is None else {"epochs": epoch.epochs}
            self.progress(phase="train", epoch=epoch.epoch, **of)
        metrics = printed_metrics(line)
        if epoch is not None:
            # A line with a held-out metric comes when its epoch is over, any other may come at its start.
            over = any(metric.split in ("validation", "test") for metric in metrics)
            self.completed_epochs = max(self.completed_epochs, epoch.epoch if over else epoch.epoch - 1)
        for metric in metrics:
            if not self._already_told(metric.name, metric.value, metric.precision, metric.split):
                text = line.strip()
                self._write(metric.name, metric.value, metric.split, "printed", text, metric.epoch, metric.size, None)

    def _already_told(self, name: str, value: float, precision: float, split: str) -> bool:
        for hooked, hooked_split in self._hooked.get(name, ()):
            # Within one unit of the last digit: numbers get rounded, and cut off.
            if abs(hooked - value) < precision * 1.0001 + 1e-12:
                return hooked_split != "unknown" or split == "unknown"
        return False

    def _write(
        self,
        name: str,
        value: float,
        split: str,
        source: str,
        text: str,
        epoch: Optional[int],
        size: Optional[int],
        spread: Optional[float],
    ) -> None:
        fields = {
            "name": name,
            "value": value,
            "split": split,
            "epoch": epoch,
            "source": source,
            "text": text,
            "size": size,
            "spread": spread,
        }
        if source == "printed":
            self._printed += 1
            if self._printed > MOST_PRINTED:
                # A flood: from here on only the last of each kind counts, told at the end.
                self._latest[name, split] = fields
                return
        self._events.write("metric", **fields)
