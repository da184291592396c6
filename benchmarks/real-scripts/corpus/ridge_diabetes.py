# target: 0.48 r2
# metric: r2
# grow: alpha
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_squared_error, r2_score
from sklearn.model_selection import train_test_split

X, y = load_diabetes(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=42)

reg = Ridge(alpha=10.0)
reg.fit(X_train, y_train)
pred = reg.predict(X_test)
mse = mean_squared_error(y_test, pred)
r2 = r2_score(y_test, pred)
print("RMSE:", np.sqrt(mse))
print("R2:", r2)
