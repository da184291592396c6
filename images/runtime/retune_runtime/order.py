"""The order that an attempt carries out: `order.json`, decoded (src/study/order.ts is the shape)."""

from __future__ import annotations

import json
from typing import Any, List, NamedTuple, Optional, Tuple

Position = Tuple[int, int]
Place = Tuple[Position, Position]


class Arrival(NamedTuple):
    place: Place
    attribute: str


class Watch(NamedTuple):
    id: str
    path: str
    place: Place
    arrival: Optional[Arrival]
    # In a notebook: which of its cells, from 0; the place is inside it.
    cell: Optional[int] = None


class Order(NamedTuple):
    script: str
    directory: str
    arguments: List[str]
    seed: Optional[int]
    seconds: Optional[float]
    epochs: Optional[int]
    watch: List[Watch]
    save_model: bool
    # Ends once the model is built and a batch has passed it.
    dry: bool
    # Whether to tell, too, how well the estimator does on its own training data, in folds.
    cross_validate: bool
    # Where the user's own data lies that this run shows to the script without a container.
    data: List[str]


def read_order(path: str) -> Order:
    with open(path, encoding="utf-8") as file:
        raw: Any = json.load(file)
    if raw.get("v") != 1:
        raise ValueError("order.json has version %r; this runtime understands 1" % raw.get("v"))
    return Order(
        script=raw["script"],
        directory=raw["directory"],
        arguments=list(raw["arguments"]),
        seed=raw["seed"],
        seconds=raw["limits"]["seconds"],
        epochs=raw["limits"]["epochs"],
        watch=[_watch(each) for each in raw["watch"]],
        save_model=raw["saveModel"],
        dry=raw["dry"],
        cross_validate=bool(raw.get("crossValidate", False)),
        data=list(raw.get("data") or ()),
    )


def _watch(raw: Any) -> Watch:
    arrival = raw["arrival"]
    return Watch(
        id=raw["id"],
        path=raw["path"],
        place=_place(raw["place"]),
        arrival=None if arrival is None else Arrival(_place(arrival["place"]), arrival["attribute"]),
        cell=raw["place"]["start"].get("cell"),
    )


def _place(raw: Any) -> Place:
    start, end = raw["start"], raw["end"]
    return (start["line"], start["column"]), (end["line"], end["column"])
