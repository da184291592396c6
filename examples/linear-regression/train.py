"""Predict how diabetes progresses within a year, with ridge regression."""

from sklearn.datasets import load_diabetes
from sklearn.linear_model import Ridge
from sklearn.model_selection import RepeatedKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = load_diabetes(return_X_y=True)

model = make_pipeline(StandardScaler(), Ridge(alpha=1000.0))

cv = RepeatedKFold(n_splits=5, n_repeats=10, random_state=0)
scores = cross_val_score(model, X, y, cv=cv, scoring="r2")

print(f"R2: {scores.mean():.4f} (+/- {scores.std():.4f})")
