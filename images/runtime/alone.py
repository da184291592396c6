"""What an image does when it is started alone: trains a script of /workspace and tells its metric.

`docker run -v "$PWD:/workspace" --user "$(id -u):$(id -g)" retune/keras [script [arguments]]`. Without a script,
the only one that imports the image's framework (RETUNE_FRAMEWORKS).
"""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import tempfile
from typing import Dict, Iterator, List, NoReturn, Set, Tuple

HERE = os.path.dirname(os.path.abspath(__file__))
MISTAKE = 2
# Folders that hold other people's code, or nothing to train.
PASSED_OVER = {"node_modules", "site-packages", "__pycache__", "venv", "env", "build", "dist", "tests", "test"}
MOST_READ = 1 << 20


def main(arguments: List[str], workspace: str) -> int:
    frameworks = os.environ.get("RETUNE_FRAMEWORKS", "").split()
    if not os.access(workspace, os.R_OK | os.X_OK):
        stop('%s cannot be read by the user of this container.\n  → --user "$(id -u):$(id -g)"' % workspace)
    script, rest = (arguments[0], arguments[1:]) if arguments else (only_script(workspace, frameworks), [])
    if not os.path.isfile(os.path.join(workspace, script)):
        stop('%s is not a file in %s.\n  → docker run -v "$PWD:/workspace" … %s' % (script, workspace, script))
    with tempfile.TemporaryDirectory(prefix="retune-") as folder:
        place(workspace, folder)
        code = train(folder, os.path.normpath(script), rest)
        for line in metrics(os.path.join(folder, "events.jsonl")):
            print(line)
    return code


def only_script(workspace: str, frameworks: List[str]) -> str:
    """The only script that imports a framework; several or none are a mistake that is said."""
    found = sorted(path for path in scripts(workspace) if imports(os.path.join(workspace, path)) & set(frameworks))
    if len(found) == 1:
        return found[0]
    if not found:
        where = (workspace, " or ".join(frameworks))
        stop('No script in %s imports %s.\n  → mount its folder: docker run -v "$PWD:/workspace" …' % where)
    stop("Several scripts could be trained; name one:\n%s" % "\n".join("  " + path for path in found))


def scripts(workspace: str) -> Iterator[str]:
    for folder, names, files in os.walk(workspace):
        names[:] = [name for name in names if name not in PASSED_OVER and not name.startswith(".")]
        for name in files:
            if name.endswith(".py"):
                yield os.path.relpath(os.path.join(folder, name), workspace)


def imports(path: str) -> Set[str]:
    """Top-level names of the modules that a file imports anywhere; none where it is no Python."""
    try:
        with open(path, "rb") as file:
            tree = ast.parse(file.read(MOST_READ))
    except (OSError, SyntaxError, ValueError):
        return set()
    names: Set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.split(".")[0])
    return names


def place(workspace: str, folder: str) -> None:
    """Trains in the workspace itself where its files would be the caller's, else in a copy."""
    work = os.path.join(folder, "work")
    if os.access(workspace, os.W_OK):
        os.symlink(workspace, work)
        return
    shutil.copytree(workspace, work, symlinks=True, ignore=shutil.ignore_patterns(".git"))
    note = '/workspace is not ours to write: what the script saves is lost. To keep it: --user "$(id -u):$(id -g)"'
    print("note: " + note, file=sys.stderr)


def train(folder: str, script: str, arguments: List[str]) -> int:
    order = {
        "v": 1,
        "study": "alone",
        "trial": 0,
        "attempt": 1,
        "fence": 1,
        "script": script,
        "directory": os.path.dirname(script),
        "arguments": arguments,
        "seed": None,
        "limits": {"seconds": None, "epochs": None},
        "watch": [],
        "saveModel": False,
        "dry": False,
    }
    with open(os.path.join(folder, "order.json"), "w", encoding="utf-8") as file:
        json.dump(order, file)
    return subprocess.call([sys.executable, os.path.join(HERE, "attempt.py"), folder])


def metrics(path: str) -> List[str]:
    """The last value of each metric with where it comes from, one line each."""
    last: Dict[Tuple[str, str], str] = {}
    try:
        with open(path, encoding="utf-8") as file:
            events = [json.loads(line) for line in file if line.endswith("\n")]
    except OSError:
        events = []
    for event in events:
        if event["kind"] == "metric":
            name, split, epoch = event["name"], event["split"], event.get("epoch")
            when = "" if epoch is None else ", epoch %s" % epoch
            value = "%.6g" % event["value"]
            source = "%s data%s, %s: %s" % (split, when, SOURCES[event["source"]], event["text"])
            last[name, split] = "%s = %s (%s)" % (name, value, " ".join(source.split())[:160])
    return list(last.values()) or ['no metric was told: print it, for example print("Test accuracy:", value)']


SOURCES = {"hook": "read from", "printed": "printed as", "file": "written to", "notebook": "output of"}


def stop(message: str) -> NoReturn:
    print(message, file=sys.stderr)
    sys.exit(MISTAKE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ.get("RETUNE_WORKSPACE", "/workspace")))
