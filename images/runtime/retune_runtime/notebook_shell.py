"""What a notebook may ask IPython for. Imports nothing of ours: `reproduce.sh` takes it along."""

from __future__ import annotations

import builtins
import os
import re
import shlex
import sys
import tempfile
from typing import Any, Callable, Dict, List, Optional, Tuple

Warn = Callable[[str, str], None]
# The cells of another notebook, as plain Python.
Cells = Callable[[str], List[str]]

# Commands that look at files, or move and unpack them: what follows in the notebook may need what they did. Whatever
# fetches, installs or removes is not run here.
_FILES_ONLY = frozenset(
    "ls ll pwd cat head tail wc echo find grep sort uniq mkdir touch cp mv unzip tar gzip gunzip nproc free df du date"
    " nvidia-smi file stat basename dirname".split()
)
# A command of another one's output, or more than a few words: more than can be told.
_UNCLEAR = re.compile(r"`|\$\(|<\(|\b(?:sudo|xargs)\b|-exec\b|-delete\b")
_BETWEEN = re.compile(r"\|\||&&|[|;\n]")
_MOST_SHOWN = 1 << 20


class Shell:
    """The magics that change what follows; the others do nothing here."""

    def __init__(self, warn: Warn, cells: Cells, names: Dict[str, Any], show: Callable[[str], None]) -> None:
        self._warn = warn
        self._cells = cells
        self._show = show
        self.user_ns = self.user_global_ns = names

    def run_line_magic(self, name: str, line: str, *_: Any) -> Any:
        if name == "cd":
            os.chdir(os.path.expanduser(line.strip("'\"")))
        elif name in ("env", "set_env") and re.search(r"[= ]", line):
            key, value = re.split(r"\s*=\s*|\s+", line, maxsplit=1)
            os.environ[key.strip()] = value.strip()
        elif name == "pwd":
            return os.getcwd()
        elif name == "run":
            self._run(line)
        elif name in ("pip", "pip3", "conda", "mamba", "load", "download", "rmdir", "rm"):
            self._skipped("%" + name + " " + line)
        elif name in ("sx", "system"):
            return self.getoutput(line)
        elif name in _FILES_ONLY:
            self.system(name + " " + line)
        return None

    def run_cell_magic(self, name: str, line: str, body: str) -> None:
        if name in ("writefile", "file"):
            append = line.startswith("-a ")
            with open(line[3:].strip() if append else line, "a" if append else "w", encoding="utf-8") as file:
                file.write(body)
        elif name in ("bash", "sh", "!", "system", "sx"):
            self._command(body, "%%" + name)
        elif name in ("script", "perl", "ruby"):
            self._skipped("%%" + name)

    def getoutput(self, command: str, *_: Any) -> List[str]:
        """`files = !ls`"""
        output = self._command(command, "!" + command)
        return [] if output is None else output.splitlines()

    def system(self, command: str) -> None:
        """`!ls`: its output is shown, and is no result of this run, whatever it says."""
        output = self._command(command, "!" + command)
        if output:
            self._show(output)

    def magic(self, line: str) -> Any:
        name, _, rest = line.lstrip("%").partition(" ")
        return self.run_line_magic(name, rest)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return _nothing

    def _run(self, line: str) -> None:
        words = shlex.split(line)
        shared = "-i" in words
        while words and words[0].startswith("-"):
            words.pop(0)
        path = os.path.expanduser(words[0]) if words else ""
        found = next((each for each in (path, path + ".py", path + ".ipynb") if os.path.isfile(each)), None)
        if found is None:
            self._skipped("%run " + line)
        else:
            self._run_file(found, words[1:], shared)

    def _run_file(self, path: str, arguments: List[str], shared: bool) -> None:
        """A program of its own whose names are the notebook's afterwards; a notebook is run in place."""
        if path.endswith(".ipynb"):
            for number, source in enumerate(self._cells(path)):
                exec(compile(source, "%s#cell-%d" % (path, number), "exec", dont_inherit=True), self.user_ns)
            return
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec", dont_inherit=True)
        names = self.user_ns if shared else {"__name__": "__main__", "__file__": path, "__builtins__": builtins}
        before, sys.argv = sys.argv, [path, *arguments]
        try:
            exec(code, names)
        except SystemExit as end:
            if end.code not in (None, 0):
                raise
        finally:
            sys.argv = before
            self.user_ns.update((name, value) for name, value in names.items() if not name.startswith("__"))

    def _command(self, command: str, shown: str) -> Optional[str]:
        filled = re.sub(r"\{([^{}]+)\}|\$([A-Za-z_]\w*)", self._value, command)
        if not _only_files(filled):
            self._skipped(shown)
            return None
        # Spawned and not by `subprocess`: a program that is started so is the author's, and its words may be results.
        with tempfile.TemporaryFile() as output:
            actions: List[Tuple[Any, ...]] = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0)]
            actions += [(os.POSIX_SPAWN_DUP2, output.fileno(), descriptor) for descriptor in (1, 2)]
            os.waitpid(os.posix_spawn("/bin/sh", ["sh", "-c", filled], os.environ, file_actions=actions), 0)
            output.seek(0)
            return output.read(_MOST_SHOWN).decode(errors="replace")

    def _value(self, found: "re.Match[str]") -> str:
        try:
            return str(eval(found[1] or found[2], self.user_ns))  # As IPython does, in the author's own names.
        except Exception:
            return found[0]

    def _skipped(self, command: str) -> None:
        self._warn("notebook-command", "a command of the notebook is not run here: " + command.strip()[:200])


def _nothing(*_: Any, **__: Any) -> None:
    return None


def _only_files(command: str) -> bool:
    if os.name != "posix" or sys.platform == "emscripten" or _UNCLEAR.search(command):
        return False
    words = [part.split() for part in _BETWEEN.split(command) if part.strip() and not part.lstrip().startswith("#")]
    return bool(words) and all(each[0] in _FILES_ONLY for each in words)
