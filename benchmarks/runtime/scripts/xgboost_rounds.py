"""Many short rounds, each with two evaluated sets."""

import xgboost as xgb
from sklearn.datasets import make_classification
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

X, y = make_classification(8000, 20, n_informative=10, random_state=0)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = xgb.XGBClassifier(n_estimators=600, max_depth=4, learning_rate=0.1, subsample=0.8, random_state=0, n_jobs=1)
model.fit(X_train, y_train, eval_set=[(X_train, y_train), (X_test, y_test)], verbose=50)
print("Test accuracy:", accuracy_score(y_test, model.predict(X_test)))
