"""What a framework holds, as a plain number, string, boolean or None."""

from __future__ import annotations

import math
from typing import Any, List, Tuple, Union

Plain = Union[int, float, str, bool, None]
LONGEST = 2000


def plain(value: Any) -> Tuple[bool, Plain]:
    """Whether a value can be told plainly, and how. NumPy, TensorFlow and PyTorch scalars become numbers."""
    if value is None or isinstance(value, (bool, str)):
        return True, value[:LONGEST] if isinstance(value, str) else value
    if isinstance(value, int):
        return True, int(value)
    if isinstance(value, float):
        return True, float(value) if math.isfinite(value) else repr(float(value))
    if isinstance(value, (tuple, list)):
        return _all_alike(value)
    return _scalar(value)


def _all_alike(values: Any) -> Tuple[bool, Plain]:
    """`(3, 3)` is what Keras makes of `kernel_size=3`."""
    if not 0 < len(values) <= 8:
        return False, None
    first = values[0]
    if isinstance(first, (int, float)) and all(type(each) is type(first) and each == first for each in values):
        return plain(first)
    return False, None


def _scalar(value: Any) -> Tuple[bool, Plain]:
    if callable(value) or isinstance(value, (dict, set)):
        return False, None
    item = getattr(value, "item", None)
    for convert in (item, getattr(value, "numpy", None), getattr(value, "__float__", None)):
        if convert is None or getattr(value, "shape", ()) not in ((), None):
            continue
        try:
            told = convert()
        except Exception:
            continue
        if isinstance(told, (bool, int, float, str)):
            return plain(told)
        if convert is not item and hasattr(told, "item"):
            return plain(told.item())
    return False, None


def held(instance: Any, attribute: str) -> Tuple[bool, Plain]:
    """What an object says it holds under a name: as an attribute, a parameter, or an entry of its configuration."""
    for source in (_attribute, _parameters, _configuration, _first_group, _defaults):
        try:
            found, value = plain(source(instance, attribute))
        except Exception:
            continue
        if found:
            return True, value
    return False, None


def _attribute(instance: Any, attribute: str) -> Any:
    return _walk(instance, attribute.split("."))


def _walk(value: Any, names: List[str]) -> Any:
    """`param_groups.0.lr`: attributes, keys and indexes, one after the other."""
    for name in names:
        if isinstance(value, dict):
            value = value[name]
        elif name.isdigit() and not hasattr(value, name):
            value = value[int(name)]
        else:
            value = getattr(value, name)
    return value


def _parameters(instance: Any, attribute: str) -> Any:
    return _walk(instance.get_params(), attribute.split("."))


def _configuration(instance: Any, attribute: str) -> Any:
    return _walk(instance.get_config(), attribute.split("."))


def _first_group(instance: Any, attribute: str) -> Any:
    return instance.param_groups[0][attribute]


def _defaults(instance: Any, attribute: str) -> Any:
    return instance.defaults[attribute]
