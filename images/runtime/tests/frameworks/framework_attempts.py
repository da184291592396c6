"""Finds the support of the tests one folder up."""

from __future__ import annotations

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from attempts import AttemptTest, Ran, place, watch  # noqa: E402

__all__ = ["AttemptTest", "Ran", "place", "watch"]

DIGITS = """
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X / 16.0, y, test_size=0.25, random_state=0)
"""
