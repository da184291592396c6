# expect: r2 test r2
from sklearn.datasets import load_diabetes
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.model_selection import train_test_split
data = load_diabetes()
train_x, test_x, train_y, test_y = train_test_split(data.data, data.target, test_size=0.3, random_state=0)
gbr = GradientBoostingRegressor(n_estimators=30, learning_rate=0.05)
gbr.fit(train_x, train_y)
r2 = gbr.score(test_x, test_y)
