"""Many short fits: a search, folds, and a forest."""

from sklearn.datasets import make_classification
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import GridSearchCV, cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = make_classification(6000, 30, n_informative=12, random_state=0)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
pipeline = make_pipeline(StandardScaler(), LogisticRegression(max_iter=200))
search = GridSearchCV(pipeline, {"logisticregression__C": [0.01, 0.1, 1, 10]}, cv=5).fit(X_train, y_train)
print("best", search.best_score_)
forest = RandomForestClassifier(80, random_state=0)
print("folds", cross_val_score(forest, X_train, y_train, cv=3).mean())
forest.fit(X_train, y_train)
print("Test accuracy:", accuracy_score(y_test, forest.predict(X_test)))
