"""`print(acc)`: a number without a word, of which the code says what it is. The file itself is not touched."""

from __future__ import annotations

import ast
import builtins
import re
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Set, Tuple

from .metric_names import metric_named
from .values import plain

PRINTED = "__retune_printed__"

# Told in many lines of a training, where they are no result.
_STEERING = ("loss", "error", "perplexity", "log_loss")
_PREDICTED = re.compile(r"pred|y_?hat|argmax", re.IGNORECASE)
_HELD_OUT = re.compile(r"(?<![a-z])(?:test|ts|te|val|valid|validation|dev|holdout|eval)(?![a-z])", re.IGNORECASE)
_VALIDATION = re.compile(r"val|dev", re.IGNORECASE)
_TRAINING = re.compile(r"(?<![a-z])(?:train|training|trn|tr)(?![a-z])", re.IGNORECASE)
_DEEPEST = 4

Tell = Callable[[str, str, Any], None]


class Label(NamedTuple):
    """As a printed line would say it: `train acc`, and the expression as it stands."""

    words: str
    text: str


class BarePrints:
    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._labels: List[Label] = []
        setattr(builtins, PRINTED, self._printed)

    def mark(self, tree: ast.Module) -> bool:
        """Wraps what such prints are given; whether there is any."""
        prints = [node for node in ast.walk(tree) if _is_bare(node)]
        if not prints:
            return False
        meaning, found = _Meaning(tree), False
        for call in prints:
            assert isinstance(call, ast.Call)
            inner = _unwrapped(call.args[0])
            words = meaning.of(inner)
            if words is None:
                continue
            self._labels.append(Label(words, ast.unparse(call)[:200]))
            _Replace(inner, _marked(len(self._labels) - 1, inner)).visit(call)
            found = True
        if found:
            ast.fix_missing_locations(tree)
        return found

    def _printed(self, index: int, value: Any) -> Any:
        label = self._labels[index]
        self._tell(label.words, label.text, value)
        return value


def line_of(words: str, value: Any) -> Optional[str]:
    """The line that a careful author would have printed; `None` for what is no number."""
    found, told = plain(value)
    if not found or isinstance(told, (bool, str)) or told is None:
        return None
    return "%s: %r" % (words, told)


def _is_bare(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
        and len(node.args) == 1
        and not isinstance(node.args[0], ast.Starred)
        and all(keyword.arg in ("end", "sep", "flush") for keyword in node.keywords)
    )


def _unwrapped(node: ast.expr) -> ast.expr:
    """`acc` of `round(acc, 3)`, `acc * 100` and `f"{acc:.2f}"`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("round", "float", "str") and node.args:
        return _unwrapped(node.args[0])
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        sides = [side for side in (node.left, node.right) if not isinstance(side, ast.Constant)]
        return _unwrapped(sides[0]) if len(sides) == 1 else node
    if isinstance(node, ast.JoinedStr):
        values = [part for part in node.values if isinstance(part, ast.FormattedValue)]
        others = [part.value for part in node.values if isinstance(part, ast.Constant)]
        if len(values) == 1 and not any(re.search(r"\w", str(other)) for other in others):
            return _unwrapped(values[0].value)
    return node


def _marked(index: int, value: ast.expr) -> ast.expr:
    call = ast.Call(func=ast.Name(id=PRINTED, ctx=ast.Load()), args=[ast.Constant(index), value], keywords=[])
    for part in (call, call.func, call.args[0]):
        ast.copy_location(part, value)
    return call


class _Replace(ast.NodeTransformer):
    def __init__(self, old: ast.expr, new: ast.expr) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self._new if node is self._old else self.generic_visit(node)


class _Meaning:
    """What an expression measures, and on which data, as far as names and assignments tell."""

    def __init__(self, tree: ast.Module) -> None:
        self._given: Dict[str, List[Tuple[int, ast.expr]]] = {}
        self._fitted: Set[str] = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    if isinstance(target, ast.Name):
                        self._given.setdefault(target.id, []).append((node.lineno, node.value))
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "fit":
                self._fitted |= {part.id for given in node.args[:2] for part in ast.walk(given) if isinstance(part, ast.Name)}

    def of(self, node: ast.expr) -> Optional[str]:
        name = _name_of(node)
        kind = None if name is None else metric_named(name)
        if kind is not None and kind.name in _STEERING:
            return None
        words = name if kind is not None else "accuracy" if self._is_share_of_hits(node) else None
        if words is None or _HELD_OUT.search(words) or _TRAINING.search(words):
            return words
        split = self._split_of(node)
        return words if split is None else "%s %s" % (split, words)

    def _is_share_of_hits(self, node: ast.expr) -> bool:
        """`(predicted == y).mean()`, also through a name."""
        if isinstance(node, ast.Name):
            value = self._before(node)
            return value is not None and not isinstance(value, ast.Name) and self._is_share_of_hits(value)
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr not in ("mean", "average"):
            return False
        hits = node.args[0] if node.args else node.func.value
        if not isinstance(hits, ast.Compare) or len(hits.ops) != 1 or not isinstance(hits.ops[0], ast.Eq):
            return False
        return any(_PREDICTED.search(ast.unparse(side)) for side in (hits.left, hits.comparators[0]))

    def _split_of(self, node: ast.expr) -> Optional[str]:
        names = self._data_in(node, 0)
        held_out = [name for name in names if _HELD_OUT.search(name)]
        if held_out:
            return "validation" if all(_VALIDATION.search(name) for name in held_out) else "test"
        return "train" if any(_TRAINING.search(name) or name in self._fitted for name in names) else None

    def _data_in(self, node: ast.expr, depth: int) -> Set[str]:
        """The names of the data that a value comes from: models, and what was done with them before, are none."""
        names: Set[str] = set()
        pending: List[ast.AST] = [node]
        while pending:
            part = pending.pop()
            if isinstance(part, ast.Name):
                value = self._before(part) if depth < _DEEPEST else None
                names |= {part.id} if value is None else {part.id} | self._data_in(value, depth + 1)
            elif isinstance(part, ast.Call):
                reduced = isinstance(part.func, ast.Attribute) and not part.args
                pending.extend([*part.args, *[keyword.value for keyword in part.keywords], *([part.func] if reduced else [])])
            else:
                pending.extend(ast.iter_child_nodes(part))
        return names

    def _before(self, name: ast.Name) -> Optional[ast.expr]:
        given = [(line, value) for line, value in self._given.get(name.id, ()) if line <= name.lineno]
        last = max(given, key=lambda each: each[0], default=None)
        return None if last is None or any(part is name for part in ast.walk(last[1])) else last[1]


def _name_of(node: ast.expr) -> Optional[str]:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
        return node.slice.value
    return None
