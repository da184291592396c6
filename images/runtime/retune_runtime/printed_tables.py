"""
Metrics that several printed lines tell together: a table with a heading (a printed frame, tabulate, rich, Markdown), or a
number alone below its name. The twin of src/metric-text/printed-tables.ts.
"""

from __future__ import annotations

import re
from typing import List, NamedTuple, Optional

from .metric_names import metric_named
from .printed import Printed, printed_metrics
from .shown import named_split, shown_line

MOST_ROWS = 500
_RULE = re.compile(r"^(?=.*[-=─━═])[\s+|│┃:=\-─━═┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋┡┩╇╞╪╡╘╧╛╒╤╕╔╗╚╝╠╣╦╩╬║]+$")
_NUMERIC = re.compile(r"^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)? ?%?$")
_EPOCHS = re.compile(r"^epochs?$", re.IGNORECASE)
# The other lines of `describe()`.
_SPREAD = re.compile(r"^(?:std|stdev|min|max|count|25%|50%|75%|median|var)$", re.IGNORECASE)
_AVERAGE = re.compile(r"^(?:mean|average|avg)$", re.IGNORECASE)
# What may stand beside a metric's name where its number is in the next line.
_BESIDES = (
    r"(?:the|our|final|mean|average|overall|model|network|test|testing|train|training|val|validation|holdout|on|of|for|in|set|data"
    r"|dataset|score|rate|is|was)"
)
_ALONE = re.compile(r"^[\s\[(]*[-+]?(?:\d*\.\d+(?:[eE][-+]?\d+)? ?%?|\d{1,3} ?%)[\s\])]*$")
_NAME_ALONE = re.compile(r"^(?:" + _BESIDES + r"[ _])*(?P<name>[^\W\d_][\w²^ -]{1,30}?)(?:[ _]" + _BESIDES + r")*\s*:?$", re.IGNORECASE)
# A part of every metric's name: most lines hold none, which is known before anything dearer is tried.
_PART_OF_A_NAME = re.compile(
    r"acc|f[ _-]?1|f[ _-]score|auc|auroc|preci|recall|r[ _-]?2|r[ _-]?\^2|r²|squared|square|error|mse|mae|map|loss|ppl|perplex|entropy|determin|varian|compile",
    re.IGNORECASE,
)
MOST_COLUMNS = 16
_DRAWN = re.compile(r"[|│┃║]")
_APART = re.compile(r"\t+| {2,}")
_ASIDE = re.compile(r" ?[(\[](?:%|test|train|val|validation)[)\]]", re.IGNORECASE)


class _Row(NamedTuple):
    cells: List[str]
    label: str


class TableReader:
    """Is given line after line; tells of a table as soon as it is over."""

    def __init__(self) -> None:
        self._heading: Optional[List[str]] = None
        self._rows: List[List[str]] = []
        self._name: Optional[str] = None

    def line(self, text: str) -> List[Printed]:
        if self._heading is None and self._name is None and not _PART_OF_A_NAME.search(text):
            return []
        line = shown_line(text).rstrip()
        if len(line) > 400:
            return self.finish()
        below, self._name = self._name, None
        named = _NAME_ALONE.match(line.strip())
        if named is not None and _is_metric(named["name"]):
            self._name = line
        if below is not None and _ALONE.match(line):
            return printed_metrics("%s: %s" % (re.sub(r"[\s:]*$", "", below), line.strip()))
        if _RULE.match(line):
            return []
        cells = _cells(line)
        if self._heading is not None and len(self._rows) < MOST_ROWS and _is_row(cells, self._heading):
            self._rows.append(cells)
            return []
        if self._heading is not None and not self._rows and len(cells) == 1 and not _NUMERIC.match(cells[0]):
            # The index of a frame has a name, in a line of its own.
            return []
        told = self.finish()
        self._heading = cells if _is_heading(cells) else None
        return told

    def finish(self) -> List[Printed]:
        heading, rows = self._heading, self._rows
        self._heading, self._rows = None, []
        return [] if heading is None else _metrics(heading, rows)


def _cells(line: str) -> List[str]:
    bare = line.strip()
    drawn = _DRAWN.search(bare) is not None
    cells = [each.strip() for each in (_DRAWN if drawn else _APART).split(bare)]
    if drawn:
        cells = cells[1 if cells[0] == "" else 0 : -1 if cells[-1] == "" else None]
    return cells


def _is_heading(cells: List[str]) -> bool:
    """Names alone, at least half of them metrics, or a single other one beside: data has columns called "precision" too."""
    if len(cells) > MOST_COLUMNS:
        return False
    known = sum(_is_metric(cell) for cell in cells)
    others = sum(not _is_metric(cell) and cell != "" and not _EPOCHS.match(cell) for cell in cells)
    plain = all(not _NUMERIC.match(cell) and len(cell) <= 30 and cell.lower() != "support" for cell in cells)
    return known > 0 and others <= max(1, known) and plain


def _is_metric(cell: str) -> bool:
    return metric_named(re.sub(r":$", "", _ASIDE.sub("", cell))) is not None


def _is_row(cells: List[str], heading: List[str]) -> bool:
    """As many cells as the heading, or one more in front: the name or number of the row."""
    index = len(cells) - len(heading)
    return index in (0, 1) and all(
        not _is_metric(name) or _NUMERIC.match(cells[column + index]) is not None for column, name in enumerate(heading)
    )


def _metrics(heading: List[str], rows: List[List[str]]) -> List[Printed]:
    """By epoch the last row, by split each; of models or folds no single row is the result, but their mean."""
    results = [row for row in (_Row(cells, _label(heading, cells)) for cells in rows) if not _SPREAD.match(row.label)]
    means = [row for row in results if _AVERAGE.match(row.label)]
    counted: List[_Row] = []
    if len(means) == 1:
        counted = means
    elif all(named_split(row.label) is not None for row in results):
        counted = results
    elif any(_EPOCHS.match(name) for name in heading) or len(results) == 1:
        counted = results[-1:]
    return [metric for row in counted for metric in _of_row(heading, row)]


def _label(heading: List[str], cells: List[str]) -> str:
    index = len(cells) - len(heading)
    others = [cell for column, cell in enumerate(cells) if column < index or not _is_metric(heading[column - index])]
    return " ".join(cell for cell in others if not _NUMERIC.match(cell))


def _of_row(heading: List[str], row: _Row) -> List[Printed]:
    index = len(row.cells) - len(heading)
    epochs = [row.cells[column + index] for column, name in enumerate(heading) if _EPOCHS.match(name)]
    epoch = int(epochs[0]) if epochs and epochs[0].isdigit() else None
    found = []
    for column, name in enumerate(heading):
        if _is_metric(name):
            split = "" if named_split(row.label) is None else row.label + " "
            percent = "%" if "%" in name else ""
            told = printed_metrics("%s%s: %s%s" % (split, name, row.cells[column + index], percent))[:1]
            found += [metric if epoch is None else metric._replace(epoch=epoch) for metric in told]
    return found
