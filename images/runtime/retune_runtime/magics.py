"""Turns a notebook cell into Python: what only IPython understands becomes calls, and all else keeps its place."""

from __future__ import annotations

import re
from typing import List, Tuple

# Cell magics whose body still is Python of this process.
_RUNS_PYTHON = ("time", "timeit", "capture", "prun", "memit", "mprun", "lprun", "debug", "tb", "notify", "wandb")
_TIMED = re.compile(r"^([ \t]*)(%(?:time|timeit|memit|prun|lprun)\b(?:[ \t]+-\w+[ \t]*\d*)*[ \t]+)(?=\S)")
_ASSIGNED = re.compile(r"^([ \t]*[\w.,\[\]'\" \t]+?=[ \t]*)([%!])(.*)$")
_LINE = re.compile(r"^([ \t]*)([%!])(.*)$")
# What IPython takes for a magic without its `%`, where it can be no Python.
_AUTOMAGIC = re.compile(
    r"^([ \t]*)((?:pip3?|conda|mamba|load_ext|matplotlib|pylab|run|ls|ll|cd|mkdir|rmdir|rm|cp|mv|cat|env)"
    r"[ \t]+(?!(?:in|is|not|and|or|if|for|else)\b)(?:-\w|\.\.|[~/]?\w|[\"']).*)$"
)
_HELP = re.compile(r"^[ \t]*(?:\?.*|[\w.*%]+\?{1,2}[ \t]*)$")
_PIECES = re.compile(r"'''|\"\"\"|\\.|#.*|['\"()\[\]{}]", re.DOTALL)


def plain_python(source: str) -> str:
    """The cell as Python with the same lines; watched places are never in a line that changes."""
    whole = re.match(r"\s*%%(\w+)([^\n]*)", source)
    if whole is None:
        return _statements(source)
    if whole[1] in _RUNS_PYTHON:
        # Its line stays as an empty one, so that the lines below keep their numbers.
        return source[: whole.start(1)].replace("%", "") + _statements(source[whole.end() :])
    body = source[whole.end() :].lstrip("\n")
    return "get_ipython().run_cell_magic(%r, %r, %r)" % (whole[1], whole[2].strip(), body)


def _statements(source: str) -> str:
    lines: List[str] = []
    open_quote, depth, continued = "", 0, False
    for line in source.split("\n"):
        if not open_quote and depth == 0 and not continued:
            line = _statement(line)
        lines.append(line)
        open_quote, depth = _after(line, open_quote, depth)
        continued = line.endswith("\\") and not open_quote
    return "\n".join(lines)


def _statement(line: str) -> str:
    timed = _TIMED.match(line)
    if timed is not None:
        # `%time model.fit(x)` runs its statement: `0;` keeps the columns and lets it stand.
        return timed[1] + "0;" + " " * (len(timed[2]) - 2) + line[timed.end() :]
    if _HELP.match(line):
        return re.sub(r"\S.*", "pass", line)
    found = _LINE.match(line)
    if found is not None:
        shown = found[2] == "!" and not found[3].startswith("!")
        return found[1] + ("get_ipython().system(%r)" % found[3].strip() if shown else _call(found[2], found[3]))
    automatic = _AUTOMAGIC.match(line)
    if automatic is not None:
        return automatic[1] + _call("%", automatic[2])
    assigned = _ASSIGNED.match(line)
    if assigned is not None:
        return assigned[1] + _call(assigned[2], assigned[3])
    return line


def _call(mark: str, text: str) -> str:
    if mark == "!":
        return "get_ipython().getoutput(%r)" % text.lstrip("!").strip()
    name, _, rest = text.lstrip("%").strip().partition(" ")
    return "get_ipython().run_line_magic(%r, %r)" % (name, rest.strip())


def _after(line: str, quote: str, depth: int) -> Tuple[str, int]:
    """The long string and the brackets that are open behind a line."""
    for piece in _PIECES.findall(line):
        if quote:
            quote = "" if piece == quote else quote
        elif piece in ("'''", '"""', "'", '"'):
            quote = piece
        elif piece in "([{":
            depth += 1
        elif piece in ")]}":
            depth = max(0, depth - 1)
    return (quote if len(quote) == 3 else ""), depth
