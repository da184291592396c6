"""Reads values back from the running script: what an expression gave, and what the object made with it holds."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Sequence, Tuple

from .events import Events
from .guard import Guard
from .order import Watch
from .values import Plain, held, plain

MOST_CHANGES = 50


class Received:
    def __init__(self, events: Events, guard: Guard, watches: Sequence[Watch]) -> None:
        self._events = events
        self._guard = guard
        self._watches = watches
        self._told: Dict[int, List[Tuple[Plain, str]]] = {}
        # Executed values of watches whose object may still come.
        self._waiting: Dict[int, Plain] = {}

    def executed(self, index: int, value: Any) -> Any:
        """Stands around a watched expression and gives its value on."""
        if not self._events.silent:
            self._guard.run("received", self._see_value, index, value)
        return value

    def arrived(self, indexes: Tuple[int, ...], instance: Any) -> Any:
        """Stands around a call that takes watched values and gives what it returned on."""
        if not self._events.silent:
            for index in indexes:
                self._guard.run("received", self._see_object, index, instance)
        return instance

    def finish(self) -> None:
        """Tells what never arrived in an object."""
        for index, value in list(self._waiting.items()):
            self._tell(index, value, "executed")
        self._waiting.clear()

    def _see_value(self, index: int, value: Any) -> None:
        found, told = plain(value)
        if not found:
            return
        if self._watches[index].arrival is None:
            self._tell(index, told, "executed")
        else:
            self._waiting[index] = told

    def _see_object(self, index: int, instance: Any) -> None:
        arrival = self._watches[index].arrival
        assert arrival is not None
        if arrival.attribute.startswith("="):
            # No object shows it: that the call ran, with its text proven, is all there is to see.
            self._tell(index, json.loads(arrival.attribute[1:]), "executed")
            return
        found, told = held(instance, arrival.attribute)
        if found:
            self._waiting.pop(index, None)
            self._tell(index, told, "object")
        elif index in self._waiting:
            self._tell(index, self._waiting.pop(index), "executed")

    def _tell(self, index: int, value: Plain, witness: str) -> None:
        told = self._told.setdefault(index, [])
        same = bool(told) and told[-1] == (value, witness) and type(told[-1][0]) is type(value)
        if same or len(told) >= MOST_CHANGES:
            return
        told.append((value, witness))
        self._events.write("received", id=self._watches[index].id, value=value, witness=witness)
