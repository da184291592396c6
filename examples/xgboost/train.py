"""Handwritten digits with gradient-boosted trees."""

from sklearn.datasets import load_digits
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.25, random_state=1, stratify=y
)

model = XGBClassifier(
    n_estimators=20,
    max_depth=2,
    learning_rate=0.05,
    subsample=0.5,
    colsample_bytree=0.5,
    random_state=1,
)
model.fit(X_train, y_train)

y_pred = model.predict(X_test)
print("Test accuracy:", accuracy_score(y_test, y_pred))

model.save_model("digits.json")
