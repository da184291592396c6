# expect: rmse test rmse
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_squared_error, r2_score
from sklearn.model_selection import train_test_split
X, y = load_diabetes(return_X_y=True)
X_tr, X_te, y_tr, y_te = train_test_split(X, y, random_state=7)
reg = Ridge(alpha=2.0)
reg.fit(X_tr, y_tr)
pred = reg.predict(X_te)
rmse = np.sqrt(mean_squared_error(y_te, pred))
print("Test RMSE: %.3f" % rmse)
print("R2:", r2_score(y_te, pred))
