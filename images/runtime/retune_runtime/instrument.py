"""Compiles a file so that watched expressions and calls report what they gave. The file itself is not touched."""

from __future__ import annotations

import ast
import builtins
import types
from typing import Any, Callable, Dict, List, Optional, Sequence, Set, Tuple

from .bare_prints import BarePrints
from .order import Place, Watch
from .positions import SourceText
from .received import Received

# Found as builtins: the script's own names stay as they are. The trailing underscores keep them from being
# mangled inside classes.
EXECUTED = "__retune_executed__"
ARRIVED = "__retune_arrived__"

NotFound = Callable[[Watch], None]


class Instrument:
    def __init__(self, watches: Sequence[Watch], received: Received, not_found: NotFound, script: str, prints: BarePrints) -> None:
        self._watches = list(enumerate(watches))
        self._script = script
        self._prints = prints
        self._not_found = not_found
        setattr(builtins, EXECUTED, received.executed)
        setattr(builtins, ARRIVED, received.arrived)

    def paths(self) -> Set[str]:
        return {watch.path for _, watch in self._watches}

    def compile(self, source: bytes, filename: str, path: str) -> types.CodeType:
        """The code of a file; `path` is how the order calls it."""
        watched = any(watch.path == path for _, watch in self._watches)
        code = None if watched else self._with_prints(source, filename, path)
        if code is None:
            code = compile(self.tree(source, filename, path) if watched else source, filename, "exec", dont_inherit=True)
        assert isinstance(code, types.CodeType)
        return code

    def tree(self, source: bytes, filename: str, path: str, cell: Optional[int] = None) -> ast.Module:
        """The syntax tree of a file or of one cell of a notebook, with what is watched in it wrapped."""
        tree = ast.parse(source, filename)
        watches = [(index, watch) for index, watch in self._watches if watch.path == path and watch.cell == cell]
        if watches:
            self._rewrite(tree, SourceText(source), watches)
        if path == self._script:
            self._prints.mark(tree)
        return tree

    def _with_prints(self, source: bytes, filename: str, path: str) -> Optional[types.CodeType]:
        if path != self._script or b"print(" not in source:
            return None
        try:
            tree = ast.parse(source, filename)
            return compile(tree, filename, "exec", dont_inherit=True) if self._prints.mark(tree) else None
        except (SyntaxError, ValueError, RecursionError):
            # Python's own way from text to code says what is wrong, and takes deeper code than its way over a tree.
            return None

    def _rewrite(self, tree: ast.Module, text: SourceText, watches: List[Tuple[int, Watch]]) -> None:
        known = _places(tree, text)
        values: Dict[Place, List[int]] = {}
        calls: Dict[Place, List[int]] = {}
        for index, watch in watches:
            place = _match(watch.place, known, text)
            if place is None:
                self._not_found(watch)
                continue
            values.setdefault(place, []).append(index)
            if watch.arrival is None:
                continue
            call = _match(watch.arrival.place, known, text)
            if call is None:
                self._not_found(watch)
                continue
            calls.setdefault(call, []).append(index)
        _Wrap(text, values, calls).visit(tree)
        ast.fix_missing_locations(tree)


def _match(place: Place, known: Set[Place], text: SourceText) -> Any:
    place = text.without_mark(place)
    if place in known:
        return place
    bare = text.inside_brackets(place)
    return bare if bare in known else None


def _places(tree: ast.Module, text: SourceText) -> Set[Place]:
    finder = _Find(text)
    finder.visit(tree)
    return finder.found


class _Find(ast.NodeVisitor):
    def __init__(self, text: SourceText) -> None:
        self._text = text
        self.found: Set[Place] = set()

    def visit(self, node: ast.AST) -> None:
        if _can_be_wrapped(node):
            place = self._text.place(node)  # type: ignore[arg-type]
            if place is not None:
                self.found.add(place)
        for child in _children(node):
            self.visit(child)


class _Wrap(ast.NodeTransformer):
    def __init__(self, text: SourceText, values: Dict[Place, List[int]], calls: Dict[Place, List[int]]) -> None:
        self._text = text
        self._values = values
        self._calls = calls

    def visit(self, node: ast.AST) -> ast.AST:
        if not _can_be_wrapped(node):
            return self.generic_visit(node) if _is_open(node) else node
        assert isinstance(node, ast.expr)
        place = self._text.place(node)
        if place is None:
            return self.generic_visit(node)
        # Taken out: of several nodes at one place the outermost is meant.
        values, calls = self._values.pop(place, []), self._calls.pop(place, [])
        wrapped = self.generic_visit(node)
        assert isinstance(wrapped, ast.expr)
        if calls:
            wrapped = _call(ARRIVED, _constant(tuple(calls)), wrapped)
        for index in values:
            wrapped = _call(EXECUTED, ast.Constant(index), wrapped)
        return wrapped


def _call(name: str, told: ast.expr, value: ast.expr) -> ast.expr:
    call = ast.Call(func=ast.Name(id=name, ctx=ast.Load()), args=[told, value], keywords=[])
    for part in (call, call.func, told):
        ast.copy_location(part, value)
    return call


def _constant(value: Any) -> ast.expr:
    return ast.Constant(value)


def _can_be_wrapped(node: ast.AST) -> bool:
    if not isinstance(node, ast.expr) or isinstance(node, (ast.Starred, ast.Slice, ast.FormattedValue)):
        return False
    return isinstance(getattr(node, "ctx", ast.Load()), ast.Load)


def _is_open(node: ast.AST) -> bool:
    """Patterns of `match` take constants only, so nothing in them can be wrapped."""
    return type(node).__name__ != "MatchValue"


def _children(node: ast.AST) -> List[ast.AST]:
    if not _is_open(node):
        return []
    if isinstance(node, ast.JoinedStr):
        return [part for part in ast.iter_child_nodes(node) if isinstance(part, ast.FormattedValue)]
    return list(ast.iter_child_nodes(node))
