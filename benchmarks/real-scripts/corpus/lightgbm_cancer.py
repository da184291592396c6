# target: 0.965 accuracy
# metric: acc
# grow: n_estimators
import lightgbm as lgb
from sklearn.datasets import load_breast_cancer
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

data = load_breast_cancer()
x_tr, x_te, y_tr, y_te = train_test_split(data.data, data.target, test_size=0.3, random_state=8)

clf = lgb.LGBMClassifier(num_leaves=4, learning_rate=0.005, n_estimators=40, min_child_samples=60, verbose=-1)
clf.fit(x_tr, y_tr)
acc = accuracy_score(y_te, clf.predict(x_te))
print("acc:", acc)
