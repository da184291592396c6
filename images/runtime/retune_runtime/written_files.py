"""Reads metrics from small files that the script wrote: `metrics.json`, a CSV log, `accuracy.txt`."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Tuple

from .metric_names import metric_named
from .printed import printed_metrics
from .shown import named_split

LARGEST = 1 << 20
MOST_ENTRIES = 3000
DEEPEST = 4
SUFFIXES = (".json", ".csv", ".tsv", ".txt", ".log", ".jsonl")
# Data has columns called "precision" too; so the file's name must say that it is about results.
TELLING = re.compile(
    r"metric|score|result|eval|report|history|training|log|summary|acc|auc|f1|rmse|mse|mae|r2|loss|error|perf", re.IGNORECASE
)


class Written(NamedTuple):
    spelling: str
    value: float
    split: Optional[str]
    epoch: Optional[int]
    text: str


def written_metrics(folder: str, since: float) -> List[Written]:
    """What the files under a folder tell that were written since a time (seconds since the epoch)."""
    found: List[Written] = []
    for path in _written(folder, since):
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read(LARGEST)
            found += _read(os.path.relpath(path, folder).replace(os.sep, "/"), text)
        except (OSError, ValueError, csv.Error, RecursionError):
            continue
    return found


def _written(folder: str, since: float) -> Iterator[str]:
    entries = 0
    for root, folders, files in os.walk(folder):
        depth = os.path.relpath(root, folder).count(os.sep) + (root != folder)
        folders[:] = [] if depth >= DEEPEST else [each for each in sorted(folders) if not each.startswith((".", "__"))]
        for name in sorted(files):
            entries += 1
            if entries > MOST_ENTRIES:
                return
            path = os.path.join(root, name)
            if name.lower().endswith(SUFFIXES) and TELLING.search(name) and _is_new(path, since):
                yield path


def _is_new(path: str, since: float) -> bool:
    try:
        status = os.lstat(path)
    except OSError:
        return False
    return status.st_mtime >= since and 0 < status.st_size <= LARGEST and not os.path.islink(path)


def _read(name: str, text: str) -> List[Written]:
    suffix = name.rpartition(".")[2].lower()
    if suffix == "json":
        return list(_from_json(name, json.loads(text)))
    if suffix == "jsonl":
        lines = [line for line in text.splitlines() if line.strip()]
        return list(_from_json(name, json.loads(lines[-1]))) if lines else []
    table = _table(text)
    if table is not None:
        return _from_table(name, table)
    return _from_text(name, text)


def _from_json(name: str, data: Any, where: Tuple[str, ...] = ()) -> Iterator[Written]:
    if isinstance(data, dict) and len(where) < 4:
        epoch = data.get("epoch")
        for key, value in data.items():
            for each in _from_json(name, value, (*where, str(key))):
                at = int(epoch) if each.epoch is None and isinstance(epoch, int) and len(data) > 1 else each.epoch
                yield each._replace(epoch=at)
    elif isinstance(data, list) and data and where and all(_is_number(each) for each in data):
        # A history: one value for each epoch.
        yield from _told(name, where, data[-1], len(data))
    elif _is_number(data) and where:
        yield from _told(name, where, data, None)


def _told(name: str, where: Tuple[str, ...], value: Any, epoch: Optional[int]) -> Iterator[Written]:
    if metric_named(where[-1]) is not None:
        split = named_split(" ".join(where)) or named_split(name)
        yield Written(where[-1], float(value), split, epoch, "%s: %s" % (name, ".".join(where)))


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _table(text: str) -> Optional[List[Dict[str, str]]]:
    """The rows of a CSV file whose heading names at least one metric."""
    heading = text.partition("\n")[0]
    separator = max(",;\t", key=heading.count)
    if heading.count(separator) == 0 and metric_named(heading) is None:
        return None
    reader = csv.DictReader(io.StringIO(text), delimiter=separator)
    names = reader.fieldnames or ()
    if not any(name and metric_named(name) for name in names):
        return None
    return list(reader)


def _from_table(name: str, rows: List[Dict[str, str]]) -> List[Written]:
    found = []
    for column in rows[0] if rows else ():
        if not column or metric_named(column) is None:
            continue
        # Lightning leaves cells empty where nothing was logged.
        filled = [(index, row) for index, row in enumerate(rows) if (row.get(column) or "").strip()]
        if not filled:
            continue
        index, row = filled[-1]
        epoch = _epoch(row)
        by_split = _rows_of_splits(filled, column)
        if by_split:
            found += [Written(column, float(row[column]), split, None, "%s, row %d: %s" % (name, at + 1, column)) for at, row, split in by_split]
            continue
        if epoch is None and len(filled) > 1:
            # Rows without an epoch: of a table of models or folds no single row is the result.
            continue
        split = named_split(column) or named_split(" ".join(str(cell) for cell in row.values() if cell)) or named_split(name)
        found.append(Written(column, float(row[column]), split, epoch, "%s, row %d: %s" % (name, index + 1, column)))
    return found


def _rows_of_splits(rows: List[Tuple[int, Dict[str, str]]], metric: str) -> List[Tuple[int, Dict[str, str], str]]:
    """Where each row is a split of its own: `train,0.98` and below it `test,0.95`."""
    named = [(at, row, named_split(" ".join(cell for key, cell in row.items() if cell and key != metric))) for at, row in rows]
    splits = [split for _, _, split in named if split is not None]
    return [(at, row, split) for at, row, split in named if split is not None] if len(set(splits)) == len(rows) > 1 else []


def _epoch(row: Dict[str, str]) -> Optional[int]:
    for name in ("epoch", "Epoch", "epochs", "step", "iteration"):
        cell = (row.get(name) or "").strip()
        if re.fullmatch(r"\d+(\.0)?", cell):
            return int(float(cell))
    return None


def _from_text(name: str, text: str) -> List[Written]:
    """`accuracy.txt` with nothing but a number in it, or lines as one would print them."""
    stem = name.rpartition("/")[2].rpartition(".")[0]
    alone = re.fullmatch(r"\s*([-+]?\d*\.?\d+(?:[eE][-+]?\d+)?)\s*(%?)\s*", text)
    if alone is not None and metric_named(stem) is not None:
        value = float(alone[1]) / (100 if alone[2] else 1)
        return [Written(stem, value, named_split(stem), None, "%s: %s" % (name, text.strip()))]
    found = []
    for line in text.splitlines()[-500:]:
        for metric in printed_metrics(line):
            split = None if metric.split == "unknown" else metric.split
            found.append(Written(metric.name, metric.value, split, metric.epoch, "%s: %s" % (name, line.strip())))
    return found
