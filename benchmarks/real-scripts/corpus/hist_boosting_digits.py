# target: 0.96 accuracy
# metric: clf.score(X_test, y_test)
# grow: max_iter
from sklearn.datasets import load_digits
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=11)

clf = HistGradientBoostingClassifier(learning_rate=0.01, max_iter=20, max_leaf_nodes=6, random_state=1)
clf.fit(X_train, y_train)
print("Test accuracy:", clf.score(X_test, y_test))
