# expect: rmse validation res["eval"]["rmse"][-1]
import xgboost as xgb
from sklearn.datasets import load_diabetes
X, y = load_diabetes(return_X_y=True)
dtrain, dval = xgb.DMatrix(X[:350], label=y[:350]), xgb.DMatrix(X[350:], label=y[350:])
res = {}
bst = xgb.train({"max_depth": 2, "eta": 0.1}, dtrain, 30, [(dtrain, "train"), (dval, "eval")], evals_result=res, verbose_eval=10)
