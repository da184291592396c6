"""What a script finds changed because nobody sits in front of it."""

from __future__ import annotations

import builtins
from typing import Callable, Optional


def explain_input() -> None:
    original: Optional[Callable[..., str]] = getattr(builtins, "input", None)

    def input(*prompt: object) -> str:
        try:
            assert original is not None
            return original(*prompt)
        except (EOFError, RuntimeError):
            raise EOFError("the script asks for input, but runs unattended: nobody can answer") from None

    setattr(builtins, "input", input)
