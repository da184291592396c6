"""What a script imports before it does anything: the frameworks that a warm process can import for it."""

from __future__ import annotations

import ast
import contextlib
import importlib
import os
import sys
from typing import Dict, Iterable, List, NamedTuple, Optional, Tuple

# Known to compute nothing and to start nothing when imported.
FRAMEWORKS = frozenset(
    "numpy scipy pandas sklearn matplotlib seaborn joblib PIL tqdm statsmodels tensorflow keras tf_keras torch torchvision"
    " torchaudio torchmetrics lightning pytorch_lightning transformers datasets evaluate xgboost lightgbm catboost".split()
)
# What a framework imports only as it is first used: PyTorch's first optimizer, some thousand modules.
LATER = ("torch._dynamo",)
# Read once, as a library is loaded: they must stand before the first one in the script too.
READ_AT_LOAD = ("OMP_", "MKL_", "OPENBLAS_", "NUMEXPR_", "BLIS_", "KMP_", "VECLIB_", "LD_")
MOST_FILES = 50


class Import(NamedTuple):
    module: str
    names: Tuple[str, ...]


class Beginning(NamedTuple):
    imports: List[Import]
    environment: Dict[str, str]
    # Why a warm process cannot stand for the script's own start.
    refused: Optional[str]


def beginning_of(root: str, script: str) -> Beginning:
    """Reads a script, and the modules of its own that it imports."""
    reader = _Reader(os.path.join(root, os.path.dirname(script)))
    try:
        reader.read(os.path.join(root, script))
    except (OSError, ValueError, SyntaxError, RecursionError) as error:
        reader.refused = "it cannot be read: %s" % error
    return Beginning(reader.imports, reader.environment, reader.refused)


def import_all(imports: Iterable[Import]) -> None:
    for module, names in imports:
        # As the statement does: names may be submodules.
        __import__(module, fromlist=list(names) if names else [])
    for module in LATER:
        if module.partition(".")[0] in sys.modules:
            with contextlib.suppress(ImportError):
                importlib.import_module(module)


class _Reader:
    def __init__(self, folder: str) -> None:
        self.imports: List[Import] = []
        self.environment: Dict[str, str] = {}
        self.refused: Optional[str] = None
        self._folder = folder
        self._read: List[str] = []

    def read(self, path: str) -> None:
        if path in self._read or len(self._read) >= MOST_FILES:
            return
        self._read.append(path)
        with open(path, "rb") as file:
            tree = ast.parse(file.read())
        self._statements(tree.body)

    def _statements(self, statements: List[ast.stmt]) -> None:
        for statement in statements:
            if isinstance(statement, ast.Import):
                for alias in statement.names:
                    self._import(alias.name, ())
            elif isinstance(statement, ast.ImportFrom) and not statement.level and statement.module:
                self._import(statement.module, tuple(alias.name for alias in statement.names if alias.name != "*"))
            elif isinstance(statement, (ast.Try, ast.With)):
                self._statements(statement.body)
            elif not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                self._environ(statement)

    def _import(self, module: str, names: Tuple[str, ...]) -> None:
        top = module.partition(".")[0]
        own = os.path.join(self._folder, *module.split(".")) + ".py"
        if os.path.exists(own):
            self.read(own)
        elif top in FRAMEWORKS and not os.path.exists(os.path.join(self._folder, top)):
            self.imports.append(Import(module, names))

    def _environ(self, statement: ast.stmt) -> None:
        """`os.environ["X"] = "1"` is done beforehand; what cannot be told beforehand is a refusal."""
        for node in ast.walk(statement):
            if isinstance(node, ast.Attribute) and node.attr in ("putenv", "environb", "unsetenv"):
                self.refused = "it changes its environment as it runs"
        target = statement.targets[0] if isinstance(statement, ast.Assign) and len(statement.targets) == 1 else None
        if isinstance(statement, ast.Assign) and isinstance(target, ast.Subscript) and _is_environ(target.value):
            self._set(target.slice, statement.value)
        elif isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
            call = statement.value
            if isinstance(call.func, ast.Attribute) and _is_environ(call.func.value) and call.func.attr != "get":
                known = call.func.attr == "setdefault" and len(call.args) == 2
                self._set(*call.args) if known else self._set(None, None)
        elif any(_is_environ(node) and not isinstance(statement, ast.Assign) for node in ast.walk(statement)):
            self.refused = "it changes its environment as it runs"

    def _set(self, name: Optional[ast.expr], value: Optional[ast.expr]) -> None:
        name = getattr(name, "value", name) if type(name).__name__ == "Index" else name
        if not (isinstance(name, ast.Constant) and isinstance(value, ast.Constant)):
            self.refused = "it sets its environment by what it computes"
        elif self.imports and str(name.value).startswith(READ_AT_LOAD):
            self.refused = "it sets %r after an import" % name.value
        else:
            self.environment[str(name.value)] = str(value.value)


def _is_environ(node: ast.AST) -> bool:
    return (isinstance(node, ast.Attribute) and node.attr == "environ") or (isinstance(node, ast.Name) and node.id == "environ")
