"""What a reader sees in a line: its text as a terminal shows it, and of which split it speaks."""

from __future__ import annotations

import re
from typing import Optional

_ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_SPLITS = (
    (re.compile(r"(?<![^\W_])(?:val|valid|validation|dev|eval|cv|cross[\s-]validat\w+|cross_val\w*)(?![^\W_]|_\d)", re.IGNORECASE), "validation"),
    (re.compile(r"(?<![^\W_])(?:test|testing|holdout|hold-out|unseen)(?![^\W_])", re.IGNORECASE), "test"),
    (re.compile(r"(?<![^\W_])(?:train|training)(?![^\W_])", re.IGNORECASE), "train"),
)


def shown_line(line: str) -> str:
    """What a terminal shows of it at last: without colours, and only what follows the last carriage return."""
    return _ANSI.sub("", line.rstrip("\r\n")).rpartition("\r")[2]


def named_split(text: str) -> Optional[str]:
    """The split named last before a number, so that `train acc 0.9, test acc 0.8` tells both."""
    places = [(match.start(), split) for pattern, split in _SPLITS for match in pattern.finditer(text)]
    return max(places)[1] if places else None
