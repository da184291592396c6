# expect: mae test mae
from lightgbm import LGBMRegressor
from sklearn.datasets import load_diabetes
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
X, y = load_diabetes(return_X_y=True, as_frame=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
reg = LGBMRegressor(n_estimators=30, num_leaves=5, verbose=-1).fit(X_train, y_train)
mae = mean_absolute_error(y_test, reg.predict(X_test))
