"""matplotlib where nobody looks: `plt.show` saves the figures into the attempt, and no backend asks for a display."""

from __future__ import annotations

import os
from typing import Any, Callable

from ..disguise import disguised
from ..training import Training

MOST_FIGURES = 50
WITHOUT_DISPLAY = ("agg", "pdf", "svg", "ps", "cairo", "template", "pgf")


def hook_backend(training: Training) -> Callable[[Any], None]:
    def hook(module: Any) -> None:
        original = module.use

        @disguised(original)
        def use(backend: Any, *args: Any, **kwargs: Any) -> Any:
            # `TkAgg`, `Qt5Agg`, `%matplotlib`'s own: all of them want somebody to look at a screen.
            quiet = not isinstance(backend, str) or backend.lower() in WITHOUT_DISPLAY
            return original(backend if quiet else "Agg", *args, **kwargs)

        module.use = use

    return hook


def hook_show(training: Training) -> Callable[[Any], None]:
    """After the figures were shown they are closed, as when their windows are."""
    saved = 0

    def save(pyplot: Any) -> None:
        nonlocal saved
        figures = os.path.join(training.events.folder, "figures")
        for number in pyplot.get_fignums():
            if saved < MOST_FIGURES:
                saved += 1
                os.makedirs(figures, exist_ok=True)
                pyplot.figure(number).savefig(os.path.join(figures, "figure-%d.png" % saved))

    def hook(module: Any) -> None:
        original = module.show

        @disguised(original)
        def show(*args: Any, **kwargs: Any) -> Any:
            if training.events.silent or str(module.get_backend()).lower() not in WITHOUT_DISPLAY:
                return original(*args, **kwargs)
            with training.nesting:
                training.guard.run("matplotlib.show", save, module)
            if kwargs.get("block", True) is not False:
                module.close("all")
            return None

        module.show = show

    return hook
