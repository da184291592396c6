"""Runs one attempt from claim to last event."""

from __future__ import annotations

import atexit
import os
import sys
import time
import warnings
from typing import Any, Callable, Dict, FrozenSet, List, NoReturn, Optional

from .bare_prints import BarePrints
from .building import Building
from .children import Children
from .claim import ALREADY_CLAIMED, claim
from .cross_validation import CrossValidation
from .data_files import DataFiles
from .data_kept import DataKept
from .data_seen import DataSeen
from .ending import end_without_teardown
from .events import Events
from .failure import failure, without_runtime
from .guard import Guard, Nesting
from .heartbeat import Heartbeat, Progress
from .hooks.data_readers import hook_readers
from .hooks.every import put_in_place
from .imports import ImportWatch
from .instrument import Instrument
from .observations import Observations
from .order import Watch, read_order
from .output import read_along
from .randomness import Randomness
from .processes import has_accelerator, limit_processes, used_so_far
from .received import Received
from .saving import ModelKeeper
from .script import Script
from .unattended import explain_input
from .stopping import StoppedEarly, Stopping
from .training import EvalSplits, Training, Versions
from .written_files import written_metrics

BUG_OF_OURS = 70
WARM = "--warm"


def launch(arguments: List[str], at_start: FrozenSet[str]) -> NoReturn:
    """Runs the attempt in a folder, or serves attempts as a warm process, and ends the process with the script's exit code."""
    try:
        if len(arguments) != 1:
            raise ValueError("expected one argument, the attempt's folder; got %r" % (arguments,))
        attempt, warm = Attempt(), arguments[0] == WARM
        folder = _serve(attempt) if warm else os.path.abspath(arguments[0])
        if not claim(folder):
            sys.exit(ALREADY_CLAIMED)
        attempt.prepare(folder, at_start)
    except Exception:
        import traceback

        traceback.print_exc()
        sys.exit(BUG_OF_OURS)
    code = attempt.run()
    if warm:
        end_without_teardown(code)
    sys.exit(code)


def _serve(attempt: Attempt) -> str:
    """Goes on in forked children only, each with a folder of its own."""
    from .warm import Warm

    return Warm().serve(attempt.watch_imports)


class Attempt:
    """Made before its folder is known, so that a warm process can import the frameworks with the hooks in place."""

    def __init__(self) -> None:
        self._events = events = Events()
        guard, progress, nesting = Guard(events), Progress(), Nesting(events)
        self._training = Training(
            events=events,
            guard=guard,
            nesting=nesting,
            observations=Observations(events, guard, progress),
            data=DataSeen(),
            randomness=Randomness(events),
            models=ModelKeeper(events),
            progress=progress,
            stopping=Stopping(events),
            building=Building(events, guard),
            eval_splits=EvalSplits(),
            cross_validation=CrossValidation(events, guard, nesting),
        )
        self._versions = Versions(events)
        self._files = DataFiles(events)
        self._children = Children()
        self._imports = ImportWatch(guard)
        put_in_place(self._imports, self._training, self._versions)
        hook_readers(self._imports, self._files)
        self._outputs: Dict[str, Callable[[], None]] = {}
        self._end: Dict[str, Any] = {"kind": "finished", "exitCode": 0}

    def watch_imports(self) -> None:
        self._imports.start()

    def prepare(self, folder: str, at_start: FrozenSet[str]) -> None:
        """Puts everything in place, so that what follows is the script's alone."""
        self._order = order = read_order(os.path.join(folder, "order.json"))
        self._work = os.path.realpath(os.path.join(folder, "work"))
        self._script = Script(self._work, order.script, order.directory, order.arguments)
        self._begun = time.time()
        events, training = self._events, self._training
        events.begin(folder)
        training.randomness.seed, training.models.wanted = order.seed, order.save_model
        training.stopping.epochs = order.epochs
        training.cross_validation.wanted = order.cross_validate
        if order.dry:
            training.building.end_with_the_first_batch()
        # Registered first and so run last, after the script's own.
        atexit.register(self._write_end)
        self._versions.tell()
        self._received = Received(events, training.guard, order.watch)
        prints = BarePrints(training.observations.bare)
        self._instrument = Instrument(order.watch, self._received, self._not_found, order.script, prints)
        Heartbeat(folder, events, training.progress, order.seconds, self._tell_rest).start()
        os.environ.setdefault("MPLBACKEND", "Agg")
        # Our heartbeat is a thread; the script has done nothing that this could warn of.
        warnings.filterwarnings("ignore", r"This process \(pid=\d+\) is multi-threaded", DeprecationWarning)
        explain_input()
        for name in ("stdout", "stderr"):
            # What is logged goes to standard error where nobody says otherwise.
            self._outputs[name] = read_along(name, training.observations.line, lambda: not events.silent)
        self._imports.instrument_with(self._instrument, self._work)
        self.watch_imports()
        limit_processes()
        DataKept(order.data, self._work).watch()
        if not order.dry:
            self._files.watch(self._work, self._begun)
            self._children.watch()
        self._script.enter(at_start)

    def run(self) -> Any:
        """Runs the script; gives what to exit with."""
        try:
            self._run_script()
        except SystemExit as end:
            return self._exited(end)
        except StoppedEarly:
            # Left on purpose: what was trained so far counts.
            if self._training.building.dry:
                self._leave()
        except BaseException as error:
            return self._failed(error)
        self._succeeded()
        return 0

    def _run_script(self) -> None:
        script, name = self._script, self._order.script
        if script.is_notebook:
            from .notebook import NotebookRun

            training = self._training
            NotebookRun(script.path, name, self._instrument, training.observations, training.guard, self._warn).run(script.main())
            return
        with open(script.path, "rb") as file:
            source = file.read()
        script.run(self._instrument.compile(source, script.path, name))

    def _warn(self, code: str, text: str) -> None:
        self._events.write("warning", code=code, text=text)

    def _exited(self, end: SystemExit) -> Any:
        code = end.code if end.code is None or isinstance(end.code, int) else 1
        if not code:
            self._succeeded()
        else:
            # As the operating system will see it.
            self._end = {"kind": "failed", **failure(without_runtime(end), code & 0xFF, self._work)}
        return end.code

    def _failed(self, error: BaseException) -> int:
        exit_code = 130 if isinstance(error, KeyboardInterrupt) else 1
        without_runtime(error)
        self._end = {"kind": "failed", **failure(error, exit_code, self._work)}
        if isinstance(error, SyntaxError) and error.__traceback__ is None:
            error.__context__ = None
        # A traceback shows lines of the script, and what they would have printed is no metric.
        self._training.guard.run("output", self._outputs["stderr"])
        if self._script.is_notebook and sys.excepthook is sys.__excepthook__:
            # The interpreter's own would look for the lines of a cell in the notebook's JSON.
            import traceback

            traceback.print_exception(type(error), error, error.__traceback__)
        else:
            sys.excepthook(type(error), error, error.__traceback__)
        return exit_code

    def _succeeded(self) -> None:
        if not self._events.silent:
            self._training.models.finish()
            self._training.cross_validation.tell()

    def _tell_rest(self) -> None:
        self._received.finish()
        self._training.observations.finish()
        self._training.randomness.finish()
        if not self._order.dry:
            self._training.guard.run("data", self._files.tell)
            self._training.guard.run("usage", self._tell_usage)

    def _tell_usage(self) -> None:
        cpu, main, memory = used_so_far()
        self._events.write("usage", cpu=round(cpu, 3), main=round(main, 3), memory=memory, accelerator=has_accelerator())

    def _leave(self) -> NoReturn:
        """Without taking the interpreter down, which costs more than a dry build: nothing it would save counts."""
        self._write_end()
        os._exit(0)

    def _write_end(self) -> None:
        if self._events.silent:
            return
        for finish in self._outputs.values():
            self._training.guard.run("output", finish)
        self._training.guard.run("children", self._read_children)
        self._training.guard.run("files", self._read_files)
        self._training.guard.run("end", self._tell_rest)
        self._events.write_last(**self._end)

    def _read_children(self) -> None:
        observations = self._training.observations
        if self._end["kind"] == "finished" and observations.told_nothing():
            for line in self._children.lines(self._events.folder):
                observations.line(line)

    def _read_files(self) -> None:
        # File systems keep times less finely than the clock does.
        self._training.observations.written(written_metrics(self._work, self._begun - 0.01))

    def _not_found(self, watch: Watch) -> None:
        (line, column), (end_line, end_column) = watch.place
        place = "%d:%d-%d:%d of %s" % (line, column, end_line, end_column, watch.path)
        self._events.write("warning", code="watch-not-found", text="%s: no expression stands at %s" % (watch.id, place))
