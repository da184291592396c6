"""Makes a wrapper pass for what it wraps."""

from __future__ import annotations

import functools
from typing import Any, Callable


def disguised(original: Any) -> Callable[[Any], Any]:
    """Like `functools.wraps`, also for those who ask for the signature without unwrapping, as Keras does."""

    # Every framework has imported it by now; we do not make an empty script wait for it.
    import inspect

    def wear(wrapper: Any) -> Any:
        functools.update_wrapper(wrapper, original)
        try:
            wrapper.__signature__ = inspect.signature(original)
        except (TypeError, ValueError):
            # Some built-in functions have none to tell.
            pass
        return wrapper

    return wear
