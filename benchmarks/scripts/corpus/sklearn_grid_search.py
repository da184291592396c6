# expect: accuracy test final
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.metrics import accuracy_score
X, y = load_iris(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.4, random_state=3)
grid = GridSearchCV(LogisticRegression(max_iter=500), {"C": [0.01, 0.1, 1]}, cv=3)
grid.fit(X_train, y_train)
print("Best CV accuracy: {:.3f}".format(grid.best_score_), grid.best_params_)
final = accuracy_score(y_test, grid.best_estimator_.predict(X_test))
