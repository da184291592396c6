"""LightGBM's own interface, with early stopping and a log."""

import lightgbm as lgb
from sklearn.datasets import make_classification
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

X, y = make_classification(8000, 20, n_informative=10, random_state=0)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
train, valid = lgb.Dataset(X_train, y_train), lgb.Dataset(X_test, y_test)
params = {"objective": "binary", "metric": ["auc", "binary_logloss"], "num_leaves": 15, "num_threads": 1, "verbose": -1}
rounds = {"num_boost_round": 400, "valid_sets": [train, valid], "valid_names": ["train", "valid"]}
model = lgb.train(params, train, **rounds, callbacks=[lgb.early_stopping(100), lgb.log_evaluation(50)])
print("Test accuracy:", accuracy_score(y_test, model.predict(X_test) > 0.5))
