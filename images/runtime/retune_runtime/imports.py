"""Sees modules as they get imported: hooks are put in place right after a framework's module is loaded."""

from __future__ import annotations

import importlib.machinery
import os
import sys
import types
from typing import Any, Callable, Dict, List, Optional, Set

from .guard import Guard
from .instrument import Instrument

Hook = Callable[[Any], None]


class ImportWatch:
    """A finder in front of the others that finds nothing itself: it asks them and adds to what they found."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._hooks: Dict[str, List[Hook]] = {}
        self._instrument: Optional[Instrument] = None
        self._watched: Dict[str, str] = {}
        self._stems: Set[str] = set()

    def instrument_with(self, instrument: Instrument, work: str) -> None:
        """Modules of the author in which something is watched are compiled so from now on."""
        self._instrument = instrument
        self._watched = {os.path.join(work, *path.split("/")): path for path in instrument.paths()}
        self._stems = {_module_stem(path) for path in self._watched}

    def after_import(self, module: str, hook: Hook) -> None:
        self._hooks.setdefault(module, []).append(hook)

    def start(self) -> None:
        if self not in sys.meta_path:
            sys.meta_path.insert(0, self)

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Optional[importlib.machinery.ModuleSpec]:
        hooked = name in self._hooks
        if not hooked and name.rpartition(".")[2] not in self._stems:
            return None
        spec = self._ask_others(name, path, target)
        if spec is not None and spec.loader is not None:
            self._guard.run("import", self._prepare, spec, self._hooks.get(name, []))
        return spec

    def _ask_others(self, name: str, path: Any, target: Any) -> Optional[importlib.machinery.ModuleSpec]:
        for finder in list(sys.meta_path):
            find = getattr(finder, "find_spec", None)
            if finder is self or find is None:
                continue
            spec: Optional[importlib.machinery.ModuleSpec] = find(name, path, target)
            if spec is not None:
                return spec
        return None

    def _prepare(self, spec: importlib.machinery.ModuleSpec, hooks: List[Hook]) -> None:
        if spec.origin is not None and os.path.realpath(spec.origin) in self._watched:
            self._instrument_module(spec.loader, spec.origin)
        if hooks:
            self._run_after(spec.loader, spec.name, hooks)

    def _instrument_module(self, loader: Any, origin: str) -> None:
        path, instrument = self._watched[os.path.realpath(origin)], self._instrument
        assert instrument is not None

        def get_code(_: str) -> types.CodeType:
            # Compiled afresh and never cached: instrumented code must not stay behind in __pycache__.
            return instrument.compile(loader.get_data(origin), origin, path)

        loader.get_code = get_code

    def _run_after(self, loader: Any, name: str, hooks: List[Hook]) -> None:
        # On the loader's instance, so that the module's loader and spec stay of the kind everyone expects.
        def exec_module(module: Any) -> None:
            del loader.exec_module
            loader.exec_module(module)
            for hook in hooks:
                self._guard.run(name, hook, module)

        loader.exec_module = exec_module


def _module_stem(path: str) -> str:
    folder, file = os.path.split(path)
    return os.path.basename(folder) if file == "__init__.py" else file[: -len(".py")]
