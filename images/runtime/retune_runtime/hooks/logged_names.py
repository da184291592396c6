"""Names under which Lightning and Hugging Face log metrics: `val_acc`, `test/f1`, `train_loss_epoch`, `eval_accuracy`."""

from __future__ import annotations

import re
from typing import Optional, Tuple

SPLITS = {
    "train": "train",
    "training": "train",
    "val": "validation",
    "valid": "validation",
    "validation": "validation",
    "dev": "validation",
    "eval": "validation",
    "test": "test",
}


def spelling_and_split(name: str) -> Tuple[str, Optional[str]]:
    """The metric's own spelling, and the split that its name says."""
    words = [word for word in re.split(r"[^a-z0-9]+", _snake(name)) if word]
    split = next((SPLITS[word] for word in words if word in SPLITS), None)
    own = [word for word in words if word not in SPLITS and word not in ("epoch", "dataloader", "idx")]
    own = [word for word in own if word not in ("multiclass", "binary", "multilabel") and not word.isdigit()]
    return "_".join(own), split


def is_of_a_step(name: str) -> bool:
    """Lightning logs the last batch's value as `loss_step` beside the epoch's mean."""
    return name.endswith("_step")


def _snake(name: str) -> str:
    """torchmetrics names its metrics by class: `MulticlassAccuracy`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
