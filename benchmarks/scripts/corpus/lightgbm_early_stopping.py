# expect: auc test auc
import lightgbm as lgb
from sklearn.datasets import load_breast_cancer
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
X, y = load_breast_cancer(return_X_y=True)
X_tr, X_test, y_tr, y_test = train_test_split(X, y, random_state=1)
X_tr, X_val, y_tr, y_val = train_test_split(X_tr, y_tr, random_state=1)
params = dict(objective="binary", metric="auc", num_leaves=7, learning_rate=0.1, verbose=-1)
gbm = lgb.train(params, lgb.Dataset(X_tr, y_tr), 40, valid_sets=[lgb.Dataset(X_val, y_val)], callbacks=[lgb.early_stopping(5)])
auc = roc_auc_score(y_test, gbm.predict(X_test))
print("test auc:", round(auc, 4))
