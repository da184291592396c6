"""Tells metrics, each once: a printed number that a hook already told is the same observation."""

from __future__ import annotations

import math
import re
from collections import deque
from typing import Any, Deque, Dict, List, NamedTuple, Optional, Tuple

from .bare_prints import line_of
from .events import Events
from .guard import Guard
from .heartbeat import Progress
from .metric_names import metric_named
from .printed import Printed, PrintedEpoch, printed_epoch, printed_metrics
from .printed_tables import TableReader
from .written_files import Written

MOST_PRINTED = 5000
MOST_WRITTEN = 100
HELD_OUT = ("validation", "test")
# "Accuracy of plane: 55 %", after the whole was told: what one class scored.
ONE_CLASS = re.compile(
    r"\bclass\b|\b(?:accuracy|acc|precision|recall|f1)\b[ \w-]*? (?:of|for) +['\"]?(?P<one>[\w-]+)['\"]? *(?::|is|=)", re.IGNORECASE
)
WHOLE = re.compile(r"\b(?:model|network|net|classifier|ensemble|test|testing|overall|total|all|dataset|images)\b", re.IGNORECASE)


class Told(NamedTuple):
    value: float
    split: str
    epoch: Optional[int]


class Observations:
    def __init__(self, events: Events, guard: Guard, progress: Progress) -> None:
        self._events = events
        self._guard = guard
        self._progress = progress
        self._hooked: Dict[str, Deque[Told]] = {}
        self._final_prints: Dict[str, List[Tuple[Printed, str]]] = {}
        self._printed = 0
        self._tables = TableReader()
        self._told_any = False
        self._latest: Dict[Tuple[str, str], Dict[str, Any]] = {}
        self._rounds: Dict[str, Tuple[List[float], str]] = {}
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
        self._hooked.setdefault(kind.name, deque(maxlen=200)).append(Told(number, split, epoch))
        self._write(kind.name, number, split, "hook", text, epoch, size, spread)

    def rounds(self, spelling: str, values: List[Any], text: str) -> None:
        """All rounds of a cross-validation whose last one was told: the author may print another one as the result."""
        kind = metric_named(spelling)
        if kind is not None:
            self._rounds[kind.name] = ([float(value) for value in values], text)

    def written(self, metrics: List[Written]) -> None:
        """Metrics in files that the script wrote: told where neither a hook nor a printed line told the same."""
        for metric in metrics[:MOST_WRITTEN]:
            kind = metric_named(metric.spelling)
            if kind is None or not math.isfinite(metric.value):
                continue
            percent = kind.name in ("accuracy", "balanced_accuracy") and 1 < metric.value <= 100
            value = metric.value / 100 if percent else metric.value
            split = metric.split or "unknown"
            if not self._already_told(kind.name, value, 1e-6 * max(1.0, abs(value)), split):
                self._write(kind.name, value, split, "file", metric.text, metric.epoch, None, None)

    def told_nothing(self) -> bool:
        """Whether no metric was seen, also in a table that the script has printed last."""
        self._guard.run("printed", self._tell_table, "", self._tables.finish())
        return not self._told_any

    def shown(self, text: str) -> None:
        """The value of a notebook cell's last expression."""
        for metric in printed_metrics(text):
            if not self._already_told(metric.name, metric.value, metric.precision, metric.split):
                self._write(metric.name, metric.value, metric.split, "notebook", text, metric.epoch, metric.size, None)

    def progress(self, **fields: Any) -> None:
        self._progress.moved()
        self._events.write("progress", **fields)

    def line(self, line: str) -> None:
        """A line that the script printed."""
        if not self._events.silent:
            self._guard.run("printed", self._read, line)

    def bare(self, words: str, text: str, value: Any) -> None:
        """A number printed without a word; `words` say what the code says that it is."""
        if not self._events.silent:
            self._guard.run("printed", self._read_bare, words, text, value)

    def _read_bare(self, words: str, text: str, value: Any) -> None:
        line = line_of(words, value)
        for metric in [] if line is None else printed_metrics(line):
            self._tell_printed(metric, "%s, which gave %s" % (text, line))

    def finish(self) -> None:
        self._guard.run("printed", self._tell_table, "", self._tables.finish())
        for fields in self._latest.values():
            self._events.write("metric", **fields)
        self._latest.clear()
        for name, prints in self._final_prints.items():
            self._compare(name, prints)
        self._final_prints.clear()

    def _read(self, line: str) -> None:
        epoch = printed_epoch(line)
        # Some scripts print their epoch with every batch.
        if epoch is not None and epoch.epoch >= 1 and epoch != self._epoch and not self.epochs_are_hooked:
            self._epoch = epoch
            of = {} if epoch.epochs is None else {"epochs": epoch.epochs}
            self.progress(phase="train", epoch=epoch.epoch, **of)
        self._tell_table(line, self._tables.line(line))
        metrics = printed_metrics(line)
        if epoch is not None:
            # A line with a held-out metric comes when its epoch is over, any other may come at its start.
            over = any(metric.split in HELD_OUT for metric in metrics)
            self.completed_epochs = max(self.completed_epochs, epoch.epoch if over else epoch.epoch - 1)
        for metric in metrics:
            if not self._of_one_class(metric.name, line):
                self._tell_printed(metric, line.strip())

    def _tell_table(self, line: str, metrics: List[Printed]) -> None:
        for metric in metrics:
            self._tell_printed(metric, line.strip() or "a printed table")

    def _tell_printed(self, metric: Printed, text: str) -> None:
        if metric.epoch is None:
            self._final_prints.setdefault(metric.name, []).append((metric, text))
        values, call = self._rounds.get(metric.name, ([], ""))
        same = [abs(value - metric.value) < metric.precision * 1.0001 + 1e-12 for value in values]
        if metric.epoch is None and any(same) and not same[-1]:
            self.hooked(metric.name, metric.value, "validation", "%s, the round that the script prints: %s" % (call, text))
        elif not self._already_told(metric.name, metric.value, metric.precision, metric.split):
            self._write(metric.name, metric.value, metric.split, "printed", text, metric.epoch, metric.size, None)

    def _of_one_class(self, name: str, line: str) -> bool:
        found = ONE_CLASS.search(line)
        if found is None or WHOLE.search(line):
            return False
        # Without a whole before, these may be models, each with a result of its own.
        return found["one"] is None or any(WHOLE.search(text) for _, text in self._final_prints.get(name, ()))

    def _already_told(self, name: str, value: float, precision: float, split: str) -> bool:
        for hooked in self._hooked.get(name, ()):
            # Within one unit of the last digit: numbers get rounded, and cut off.
            if abs(hooked.value - value) < precision * 1.0001 + 1e-12:
                return hooked.split != "unknown" or split == "unknown"
        return False

    def _compare(self, name: str, prints: List[Tuple[Printed, str]]) -> None:
        """Says so where the script's own final number is not what the framework told of the same data."""
        hooked = [told for told in self._hooked.get(name, ()) if told.split in HELD_OUT]
        finals = [told for told in hooked if told.epoch is None]
        if len(prints) != 1 or len(finals) != 1 or prints[0][0].split not in (finals[0].split, "unknown"):
            return
        metric, text = prints[0]
        if all(abs(told.value - metric.value) >= 2 * metric.precision for told in self._hooked[name]):
            words = "%s: the script says %g (%s), the framework %g (%s)" % (name, metric.value, text, finals[0].value, finals[0].split)
            self._events.write("warning", code="metrics-disagree", text=words)

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
        self._told_any = True
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
