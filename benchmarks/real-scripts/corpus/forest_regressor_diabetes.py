# target: 0.45 r2
# metric: model.score(X_test, y_test)
# grow: n_estimators
from sklearn.datasets import load_diabetes
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

data = load_diabetes()
X_train, X_test, y_train, y_test = train_test_split(data.data, data.target, test_size=0.2, random_state=42)

params = {"n_estimators": 20, "max_depth": 20, "min_samples_leaf": 1, "max_features": 1.0}
model = RandomForestRegressor(**params, random_state=42)
model.fit(X_train, y_train)
print("R^2 on test data:", model.score(X_test, y_test))
