"""Runs one attempt of a training script: `python attempt.py <attempt folder>` (see PROTOCOL.md)."""

import sys

_at_start = frozenset(sys.modules)


def _launch():  # type: () -> None
    here = __file__[: -len("attempt.py")].rstrip("/\\") or "."
    if sys.path[:1] != [here]:
        sys.path.insert(0, here)
    from retune_runtime.launch import launch

    # From here on the script's own folder is the first place to import from, as under `python train.py`.
    sys.path.pop(0)
    launch(sys.argv[1:], _at_start)


_launch()
