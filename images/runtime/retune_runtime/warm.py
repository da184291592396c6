"""A process that has imported the frameworks, and nothing more, forks each trial (PROTOCOL.md, warm processes).

Imports only: once a parent has computed anything (one `tf.matmul`, one forward pass, one fit of a histogram
booster) its children hang in the thread pools that they believe to have.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import sys
import time
from typing import Any, Callable, Dict, List, Optional

from .processes import cpu_seconds
from .warm_imports import Beginning, beginning_of, import_all

# A child that tells nothing and computes nothing for so many cold starts hangs; never less than this.
COLD_STARTS = 3
SHORTEST_SILENCE = 10.0
WAITING = 0.2
EVENTS = ("metric", "progress", "built", "finished", "failed", "timed-out")


class Child:
    def __init__(self, pid: int, folder: str) -> None:
        self.pid = pid
        self.folder = folder
        self.heard = False
        self.hung = False
        self.since = time.monotonic()
        self.used = 0.0


class Warm:
    """Serves the requests that come as lines on standard input; ends when that is closed."""

    def __init__(self) -> None:
        # Kept apart from what the frameworks, and later the scripts, take for their input and output.
        self._requests, self._answers = os.dup(0), os.dup(1)
        nothing = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(nothing, descriptor)
        os.close(nothing)
        self._rest = b""
        self._woken, self._wake = os.pipe()
        self._children: Dict[int, Child] = {}
        self._patience = SHORTEST_SILENCE

    def serve(self, watch_imports: Callable[[], None]) -> str:
        """Returns in a child only: the folder of the attempt that it is to run."""
        first = self._next_request(None)
        if first is None:
            os._exit(0)
        beginning = beginning_of(first["source"], first["script"])
        if beginning.refused is not None:
            self._refuse(beginning.refused)
        begun = time.monotonic()
        try:
            _import_all(beginning, watch_imports)
        except Exception as error:
            self._refuse("%s: %s" % (type(error).__name__, error))
        seconds = time.monotonic() - begun
        self._patience = max(SHORTEST_SILENCE, COLD_STARTS * seconds)
        # What was imported stays where it is: children share the pages.
        gc.collect()
        gc.freeze()
        if not self._forks_train():
            self._refuse("a process forked after the imports does not train")
        self._answer(kind="ready", seconds=round(seconds, 3))
        return self._fork_on_request()

    def _fork_on_request(self) -> str:
        # A child that ends wakes us: waiting for the next look would cost every trial a tenth of a second.
        for end in (self._woken, self._wake):
            os.set_blocking(end, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._wake)
        while True:
            request = self._next_request(WAITING if self._children else None)
            if request is None:
                os._exit(0)
            if "folder" in request:
                folder: str = request["folder"]
                pid = os.fork()
                if pid == 0:
                    self._become(folder)
                    return folder
                self._children[pid] = Child(pid, folder)
                self._answer(kind="started", folder=folder, pid=pid)
            self._look_after()

    def _become(self, folder: str) -> None:
        """What starting a process would have done for an attempt."""
        os.setsid()
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for descriptor in (self._requests, self._answers, self._woken, self._wake):
            os.close(descriptor)
        output = os.open(os.path.join(folder, "output.log"), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.close(output)
        os.chdir(folder)
        os.environ["RETUNE_ATTEMPT"] = folder
        # A fresh process seeds this from the system; `random` sees to itself after a fork.
        numpy: Any = sys.modules.get("numpy")
        if numpy is not None:
            numpy.random.seed()

    def _look_after(self) -> None:
        for child in list(self._children.values()):
            ended, status = os.waitpid(child.pid, os.WNOHANG)
            if ended:
                del self._children[child.pid]
                killed = os.WIFSIGNALED(status)
                self._answer(
                    kind="ended",
                    pid=child.pid,
                    code=None if killed else os.WEXITSTATUS(status),
                    signal=signal.Signals(os.WTERMSIG(status)).name if killed else None,
                    hung=child.hung,
                )
            elif not child.hung and self._hangs(child):
                child.hung = True
                os.killpg(child.pid, signal.SIGKILL)

    def _hangs(self, child: Child) -> bool:
        """Whether it has told nothing yet and done nothing for a long while."""
        now = time.monotonic()
        if child.heard or now - child.since < self._patience:
            return False
        child.heard = _has_told(child.folder)
        used = cpu_seconds(child.pid)
        # Waiting for data is no hanging, but looks like it: then the trial runs again, cold.
        hangs = not child.heard and used - child.used < 0.02 * (now - child.since)
        child.since, child.used = now, used
        return hangs

    def _forks_train(self) -> bool:
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                from .warm_probe import probe

                probe()
                code = 0
            finally:
                os._exit(code)
        deadline = time.monotonic() + 3 * self._patience
        while time.monotonic() < deadline:
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                return status == 0
            time.sleep(0.02)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        return False

    def _next_request(self, timeout: Optional[float]) -> Optional[Dict[str, Any]]:
        """The next line; empty when none came in time or a child ended; None when there will be none."""
        while b"\n" not in self._rest:
            ready = select.select([self._requests, self._woken], [], [], timeout)[0]
            if self._woken in ready:
                os.read(self._woken, 4096)
            if self._requests not in ready:
                return {}
            more = os.read(self._requests, 65536)
            if not more:
                return None
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\n")
        request: Dict[str, Any] = json.loads(line)
        return request

    def _answer(self, **fields: Any) -> None:
        try:
            os.write(self._answers, json.dumps({"v": 1, **fields}).encode() + b"\n")
        except OSError:
            # Nobody listens any more; the children go on, as attempts do.
            os._exit(0)

    def _refuse(self, why: str) -> None:
        self._answer(kind="refused", why=why)
        os._exit(0)


def _import_all(beginning: Beginning, watch_imports: Callable[[], None]) -> None:
    os.environ.update(beginning.environment)
    os.environ.setdefault("MPLBACKEND", "Agg")
    watch_imports()
    import_all(beginning.imports)


def _has_told(folder: str) -> bool:
    kinds: List[bytes] = [b'"kind": "%s"' % kind.encode() for kind in EVENTS]
    try:
        with open(os.path.join(folder, "events.jsonl"), "rb") as file:
            return any(kind in line for line in file for kind in kinds)
    except OSError:
        return False
