"""The runtime runs on Python 3.9 too, though checks may have only a newer one: its syntax, and what it takes from the library."""

from __future__ import annotations

import ast
import os
import unittest
from typing import Iterator, List, Tuple

from attempts import RUNTIME

OLDEST = (3, 9)
# What came after 3.9 and is easily taken for granted, by module and name.
NEWER = {
    "contextlib": {"aclosing", "chdir"},
    "datetime": {"UTC"},
    "enum": {"StrEnum"},
    "functools": {"Placeholder"},
    "inspect": {"get_annotations"},
    "itertools": {"pairwise", "batched"},
    "math": {"cbrt", "exp2", "sumprod"},
    "os": {"process_cpu_count"},
    "sys": {"exception", "stdlib_module_names", "orig_argv"},
    "types": {"NoneType", "EllipsisType", "UnionType", "get_original_bases"},
    "typing": {"Concatenate", "LiteralString", "Never", "NotRequired", "ParamSpec", "Required", "Self", "TypeAlias", "TypeGuard", "override"},
}
NEWER_MODULES = {"tomllib", "annotationlib", "compression"}
NEWER_KEYWORDS = {"zip": "strict", "dataclass": "slots"}


def files() -> Iterator[Tuple[str, ast.Module]]:
    for folder, _, names in os.walk(RUNTIME):
        for name in sorted(names):
            if name.endswith(".py"):
                path = os.path.join(folder, name)
                with open(path, encoding="utf-8") as file:
                    yield path, ast.parse(file.read(), path, feature_version=OLDEST)


def newer(tree: ast.Module) -> Iterator[str]:
    lazy = any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            taken = NEWER.get(node.module or "", set()) & {alias.name for alias in node.names}
            yield from ("%s.%s" % (node.module, name) for name in sorted(taken))
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.partition(".")[0] in NEWER_MODULES)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.attr in NEWER.get(node.value.id, set()):
                yield "%s.%s" % (node.value.id, node.attr)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            keyword = NEWER_KEYWORDS.get(node.func.id)
            yield from ("%s(%s=)" % (node.func.id, each.arg) for each in node.keywords if keyword and each.arg == keyword)
        elif isinstance(node, (ast.FunctionDef, ast.AnnAssign)) and not lazy:
            annotations = [node.returns, *(each.annotation for each in node.args.args)] if isinstance(node, ast.FunctionDef) else [node.annotation]
            for each in annotations:
                if any(isinstance(part, ast.BinOp) and isinstance(part.op, ast.BitOr) for part in ast.walk(each or ast.Pass())):
                    yield "X | Y in an annotation that is evaluated"


class PythonVersions(unittest.TestCase):
    def test_the_oldest_python_understands_every_file(self) -> None:
        seen: List[str] = []
        for path, tree in files():
            seen.append(path)
            self.assertEqual(list(newer(tree)), [], path)
        self.assertGreater(len(seen), 60)

    def test_what_is_newer_is_seen(self) -> None:
        for source in (
            "from itertools import pairwise",
            "import tomllib",
            "import sys\nsys.exception()",
            "zip(a, b, strict=True)",
            "def f(x: int | None): pass",
        ):
            self.assertNotEqual(list(newer(ast.parse(source))), [], source)
        for source in ("match x:\n    case 1: pass", "with (open(a) as b, open(c) as d): pass\ntry: pass\nexcept* E: pass"):
            with self.assertRaises(SyntaxError):
                ast.parse(source, feature_version=OLDEST)


if __name__ == "__main__":
    unittest.main()
