# target: 0.83 accuracy
# metric: accuracy
# grow: max_depth
from sklearn import metrics
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

MAX_DEPTH = 4
MIN_LEAF = 30

data = load_digits()
x_train, x_test, y_train, y_test = train_test_split(data["data"], data["target"], test_size=0.2, random_state=2)
tree = DecisionTreeClassifier(criterion="gini", max_depth=MAX_DEPTH, min_samples_leaf=MIN_LEAF, random_state=2)
tree = tree.fit(x_train, y_train)
y_hat = tree.predict(x_test)
accuracy = metrics.accuracy_score(y_test, y_hat)
print("Accuracy:", accuracy)
