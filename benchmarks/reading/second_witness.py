"""The second witness of an edit: Python's own `ast`, which knows nothing of our parser.

Reads JSON lines `{"before", "after", "literal", "lines"}` from stdin and answers each with one line: `ok`, or what is
wrong. `lines`: first and last line of each edit, in the text before it. `literal`: only literals were changed, one an
edit: every other node must be what it was. Otherwise the edited text must be Python, and every top-level statement that
no edit touches must be what it was.
"""

import ast
import json
import sys
import warnings
from typing import Iterator


def constants_apart(tree: ast.AST) -> "tuple[str, list[object]]":
    """The tree without its constants, and these in order; a sign belongs to its number."""
    constants: "list[object]" = []

    def shape(node: object) -> object:
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
            constants.append(("-", node.operand.value))
            return "constant"
        if isinstance(node, ast.Constant):
            constants.append((type(node.value).__name__, node.value))
            return "constant"
        if isinstance(node, ast.AST):
            return (type(node).__name__, [shape(value) for _, value in ast.iter_fields(node)])
        if isinstance(node, list):
            return [shape(value) for value in node]
        return repr(node)

    return repr(shape(tree)), constants


def untouched(tree: ast.Module, lines: "list[list[int]]") -> "Iterator[str]":
    for node in tree.body:
        first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", []))])
        if not any(first <= end and start <= (node.end_lineno or first) for start, end in lines):
            yield ast.dump(node)


def verdict(before: str, after: str, literal: bool, lines: "list[list[int]]") -> str:
    try:
        old = ast.parse(before)
    except (SyntaxError, ValueError, RecursionError):
        return "unreadable"
    try:
        new = ast.parse(after)
    except (SyntaxError, ValueError) as error:
        return f"no longer Python: {error}"
    if literal:
        old_shape, old_constants = constants_apart(old)
        new_shape, new_constants = constants_apart(new)
        if old_shape != new_shape:
            return "the tree has changed"
        different = sum(repr(one) != repr(other) for one, other in zip(old_constants, new_constants))
        return "ok" if different <= len(lines) else f"{different} constants differ, {len(lines)} were edited"
    lost = set(untouched(old, lines)) - {ast.dump(node) for node in new.body}
    return "ok" if not lost else f"{len(lost)} statements differ that no edit touches"


def main() -> None:
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20_000)
    for line in sys.stdin:
        asked = json.loads(line)
        print(verdict(asked["before"], asked["after"], asked["literal"], asked["lines"]).replace("\n", " "), flush=True)


if __name__ == "__main__":
    main()
