# target: 0.96 accuracy
# metric: (y_pred == y_test).mean()
# grow: n_estimators
import xgboost as xgb
from sklearn.datasets import load_digits
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=123)

params = {
    "n_estimators": 30,
    "max_depth": 2,
    "learning_rate": 0.02,
    "subsample": 0.5,
    "colsample_bytree": 0.3,
    "reg_lambda": 10.0,
}
model = xgb.XGBClassifier(**params)
model.fit(X_train, y_train)
y_pred = model.predict(X_test)
print(f"Test accuracy: {accuracy_score(y_test, y_pred):.4f}")
